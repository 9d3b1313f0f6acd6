package id.karier.history.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.employee.EmployeeKind;
import id.karier.employee.Source;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PenaltyLevel;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about a career on a day. */
public final class TimelineJson {
    private TimelineJson() {}

    /** The histories that dated events come from. */
    @Schema(name = "TimelineKind")
    public enum Kind {
        IDENTITY_NUMBER,
        RANK,
        POSITION,
        EDUCATION,
        TRAINING,
        AWARD,
        DISCIPLINE,
        CREDIT
    }

    /** A career as it stood, or will stand, on a day. */
    @Schema(name = "Timeline")
    public record Timeline(
            UUID employeeId,
            @Schema(examples = "2026-07-01") LocalDate asOf,
            @Schema(examples = "PNS") EmployeeKind kind,
            @Nullable NumberOnDay identityNumber,

            @Schema(description = "Umur dalam tahun.", examples = "29")
            int age,

            @Schema(description = "Masa kerja sejak pengangkatan pertama; kosong sebelum itu.") @Nullable
            Span service,

            @Nullable RankOnDay rank,

            @Schema(description = "Jabatan definitif.") @Nullable
            PositionOnDay position,

            @Schema(description = "Jabatan sebagai Plt atau Plh.")
            List<PositionOnDay> acting,

            @Schema(description = "Pendidikan tertinggi.") @Nullable
            EducationOnDay education,

            @Schema(description = "Terbaru dahulu, paling banyak 50.")
            List<TrainingOnDay> trainings,

            @Schema(examples = "12") long trainingsTotal,

            @Schema(description = "Terbaru dahulu, paling banyak 50.")
            List<AwardOnDay> awards,

            @Schema(examples = "1") long awardsTotal,

            @Schema(description = "Hukuman yang sedang dijalani; tidak ada bila peran Anda tidak mencakupnya.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<PenaltyOnDay> penalties,

            @Schema(description = "Angka kredit dalam jenjang jabatan fungsional hari itu.") @Nullable
            CreditOnDay credit,

            @Schema(description = "TMT pensiun menurut jabatan hari itu.", examples = "2054-09-01") @Nullable
            LocalDate retirementOn,

            @Schema(
                    description = "Setiap peristiwa sampai hari itu, terlama dahulu: 500 yang terbaru, dengan paling"
                            + " banyak 200 pelatihan dan 200 penghargaan.")
            List<Point> points,

            @Schema(examples = "31") long pointsTotal) {
        public Timeline {
            acting = List.copyOf(acting);
            trainings = List.copyOf(trainings);
            awards = List.copyOf(awards);
            points = List.copyOf(points);
        }
    }

    /** Years, and months beyond them. */
    @Schema(name = "Span")
    public record Span(
            @Schema(examples = "4") int years,
            @Schema(examples = "3") int months) {}

    /** The decree behind a point; rows that were loaded may lack it. */
    @Schema(name = "Decree")
    public record Decree(
            @Schema(examples = "821.2/118/2021") @Nullable String number,
            @Schema(examples = "2021-09-28") @Nullable LocalDate date) {}

    /** The identity number of the day. */
    @Schema(name = "NumberOnDay")
    public record NumberOnDay(
            @Schema(examples = "199608182022041001") String number,
            @Schema(examples = "2022-04-01") LocalDate since,
            @Nullable Decree decree) {}

    /** The rank of the day. */
    @Schema(name = "RankOnDay")
    public record RankOnDay(
            @Schema(examples = "III/c") String code,
            @Schema(examples = "2023-04-01") LocalDate since,

            @Schema(description = "Lamanya dalam golongan ini.")
            Span inRank,

            @Nullable Decree decree,
            @Schema(examples = "LOCAL") Source source) {}

    /** A unit of a path. */
    @Schema(name = "UnitOnPath")
    public record UnitOnPath(
            UUID id,

            @Schema(examples = "Bidang Aplikasi Informatika")
            String name,

            @Schema(examples = "BIDANG") String kind) {}

    /** A position that is held on the day. */
    @Schema(name = "PositionOnDay")
    public record PositionOnDay(
            UUID entryId,
            @Schema(examples = "DEFINITIVE") String assignment,
            @Nullable UUID positionId,
            @Schema(examples = "Pranata Komputer Ahli Muda") String title,
            @Schema(examples = "JF_AHLI_MUDA") PositionLevel level,

            @Schema(examples = "Bidang Aplikasi Informatika") @Nullable
            String unitName,

            @Schema(description = "Unit beserta induknya seperti letaknya hari itu, teratas dahulu.")
            List<UnitOnPath> unitPath,

            @Schema(description = "Sejak kapan dipegang tanpa putus.", examples = "2021-10-01")
            LocalDate since,

            @Schema(description = "Hari terakhir menurut catatan.", examples = "2026-12-31") @Nullable
            LocalDate endsOn,

            @Schema(examples = "false") boolean leadsUnit,
            @Nullable Decree decree,
            @Schema(examples = "LOCAL") Source source) {
        public PositionOnDay {
            unitPath = List.copyOf(unitPath);
        }
    }

    /** The highest education of the day. */
    @Schema(name = "EducationOnDay")
    public record EducationOnDay(
            @Schema(examples = "S2") EducationLevel level,
            @Schema(examples = "Teknik Informatika") String field,

            @Schema(examples = "Universitas Contoh") @Nullable
            String institution,

            @Schema(examples = "2020-08-30") @Nullable LocalDate graduatedOn,

            @Schema(description = "Hanya bila harinya tidak diketahui.") @Nullable
            Integer graduatedYear,

            @Nullable Decree decree) {}

    /** A training up to the day. */
    @Schema(name = "TrainingOnDay")
    public record TrainingOnDay(
            @Schema(examples = "KL_STRUKTURAL") String form,

            @Schema(examples = "Pelatihan Kepemimpinan Administrator Angkatan III")
            String name,

            @Schema(examples = "2017-03-06") @Nullable LocalDate startsOn,
            @Schema(examples = "2017-07-21") @Nullable LocalDate endsOn,

            @Schema(description = "Hanya bila harinya tidak diketahui.") @Nullable
            Integer heldYear,

            @Schema(examples = "360") @Nullable BigDecimal hours) {}

    /** An award up to the day. */
    @Schema(name = "AwardOnDay")
    public record AwardOnDay(
            @Schema(examples = "Satyalancana Karya Satya X Tahun")
            String name,

            @Schema(examples = "2025-08-17") LocalDate grantedOn,
            @Nullable Decree decree) {}

    /** A penalty that runs on the day. */
    @Schema(name = "PenaltyOnDay")
    public record PenaltyOnDay(
            @Schema(examples = "SEDANG") PenaltyLevel level,
            @Schema(examples = "S1") @Nullable String penalty,
            @Schema(examples = "2024-05-11") LocalDate startsOn,
            @Schema(examples = "2024-11-10") @Nullable LocalDate endsOn,
            @Nullable Decree decree) {}

    /** Credit points within the functional level of the day. */
    @Schema(name = "CreditOnDay")
    public record CreditOnDay(
            @Schema(examples = "JF_AHLI_MUDA") PositionLevel level,
            @Schema(examples = "62.5") BigDecimal sum) {}

    /** One dated event. */
    @Schema(name = "TimelinePoint")
    public record Point(
            @Schema(examples = "POSITION") Kind kind,
            @Schema(description = "Id di riwayatnya.") UUID entryId,
            @Schema(examples = "2021-10-01") @Nullable LocalDate date,

            @Schema(description = "Hanya bila harinya tidak diketahui.") @Nullable
            Integer knownYear,

            @Schema(examples = "Pranata Komputer Ahli Muda") String what,

            @Schema(examples = "Bidang Aplikasi Informatika") @Nullable
            String detail,

            @Schema(examples = "821.2/118/2021") @Nullable String decreeNumber,
            @Schema(examples = "2021-09-28") @Nullable LocalDate decreeDate,
            @Schema(examples = "LOCAL") Source source) {}
}
