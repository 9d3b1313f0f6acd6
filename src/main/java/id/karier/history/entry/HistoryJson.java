package id.karier.history.entry;

import id.karier.employee.Source;
import id.karier.kernel.web.Versioned;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PenaltyLevel;
import id.karier.rules.terms.PositionLevel;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about the histories. */
public final class HistoryJson {
    private HistoryJson() {}

    /** A year alone begins with its first day; before the rules have asked for one of both, the oldest day of all. */
    private static LocalDate firstDay(@Nullable LocalDate day, @Nullable Integer year) {
        return day != null ? day : LocalDate.of(year == null ? Year.MIN_VALUE : year, 1, 1);
    }

    /** A rank, or the golongan of a PPPK. */
    public record RankFacts(
            @NotNull
            @Pattern(regexp = "(I|II|III)/[a-d]|IV/[a-e]|I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI|XVII")
            @Schema(description = "Golongan ruang PNS (I/a–IV/e) atau golongan PPPK (I–XVII).", examples = "III/c")
            String rank,

            @Pattern(regexp = "[A-Z_]{1,30}")
            @Schema(description = "Jenis kenaikan pangkat.", examples = "REGULER")
            @Nullable
            String promotionKind,

            @NotNull @Schema(description = "TMT golongan.", examples = "2023-04-01")
            LocalDate startsOn,

            @Min(0) @Max(50) @Schema(description = "Masa kerja golongan, tahun.", examples = "8") @Nullable
            Integer serviceYears,

            @Min(0) @Max(11) @Schema(description = "Masa kerja golongan, bulan.", examples = "3") @Nullable
            Integer serviceMonths,

            @NotBlank @Size(max = 100) @Schema(examples = "823/014/2023") @Nullable
            String decreeNumber,

            @NotNull @Schema(examples = "2023-03-15") @Nullable
            LocalDate decreeDate)
            implements Decreed, Served {
        /** A last promotion is given to who retires or has died in service, from that day on (PP 99/2000 art. 20 and 26). */
        private static final Set<String> LAST_PROMOTIONS = Set.of("PENGABDIAN", "ANUMERTA");

        @Override
        public Beginning beginning() {
            return new Beginning(
                    "/startsOn", startsOn, promotionKind != null && LAST_PROMOTIONS.contains(promotionKind));
        }
    }

    /**
     * A position held. With {@code positionId}, title, level and unit are those of the position; without it they are
     * given, for a career elsewhere.
     */
    @Schema(name = "PositionEntryFacts")
    public record PositionFacts(
            @NotNull
            @Schema(description = "Definitif, pelaksana tugas, atau pelaksana harian.", examples = "DEFINITIVE")
            Assignment assignment,

            @Schema(
                    description = "Jabatan instansi ini; nama, jenjang, dan unit disalin darinya.",
                    examples = "01980a52-7c1e-7000-8000-000000000003")
            @Nullable
            UUID positionId,

            @Size(min = 1, max = 200)
            @Schema(description = "Hanya tanpa positionId.", examples = "Kepala Seksi Tata Kelola")
            @Nullable
            String title,

            @Schema(description = "Hanya tanpa positionId.", examples = "PENGAWAS") @Nullable
            PositionLevel level,

            @Schema(
                    description = "Unit instansi ini; hanya tanpa positionId.",
                    examples = "01980a52-7c1e-7000-8000-000000000002")
            @Nullable
            UUID unitId,

            @Size(min = 1, max = 200)
            @Schema(
                    description = "Unit di instansi lain; hanya tanpa positionId dan unitId.",
                    examples = "Dinas Kominfo Kabupaten Contoh")
            @Nullable
            String unitName,

            @NotNull @Schema(description = "TMT jabatan.", examples = "2021-10-01")
            LocalDate startsOn,

            @Schema(description = "Hari terakhir; kosong bila masih berlangsung.", examples = "2024-06-30") @Nullable
            LocalDate endsOn,

            @Schema(description = "Hari pelantikan.", examples = "2021-10-01") @Nullable
            LocalDate swornInOn,

            @NotBlank @Size(max = 100) @Schema(examples = "821.2/118/2021") @Nullable
            String decreeNumber,

            @NotNull @Schema(examples = "2021-09-28") @Nullable
            LocalDate decreeDate,

            @Size(min = 1, max = 300)
            @Schema(
                    description =
                            "Alasan bila jabatan dipangku menyimpang dari anjuran: melebihi kebutuhan, pangkat satu"
                                    + " tingkat di bawah jabatan, jabatan fungsional sebelum PNS. Tersimpan bersama riwayat.",
                    examples = "Masa alih tugas sampai pejabat lama pensiun")
            @Nullable
            String reason,

            @Schema(
                    description = "Akhiri jabatan definitif terbuka sebelumnya sehari sebelum yang ini mulai.",
                    examples = "true")
            @Nullable
            Boolean closesPrevious)
            implements Decreed {}

    /** A position on record. */
    public record PositionEntry(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000102")
            UUID id,

            @Schema(examples = "DEFINITIVE") Assignment assignment,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000003") @Nullable
            UUID positionId,

            @Schema(examples = "Pranata Komputer Ahli Muda") String title,
            @Schema(examples = "JF_AHLI_MUDA") PositionLevel level,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000002") @Nullable
            UUID unitId,

            @Schema(examples = "Bidang Aplikasi Informatika") @Nullable
            String unitName,

            @Schema(examples = "2021-10-01") LocalDate startsOn,
            @Schema(examples = "2024-06-30") @Nullable LocalDate endsOn,
            @Schema(examples = "2021-10-01") @Nullable LocalDate swornInOn,
            @Schema(examples = "821.2/118/2021") @Nullable String decreeNumber,
            @Schema(examples = "2021-09-28") @Nullable LocalDate decreeDate,

            @Schema(
                    description = "Mengapa jabatan dipangku menyimpang dari anjuran.",
                    examples = "Masa alih tugas sampai pejabat lama pensiun")
            @Nullable
            String reason,

            @Schema(examples = "LOCAL") Source source,
            @Schema(description = "Id di SIASN.") @Nullable String siasnId,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version)
            implements Versioned {}

    /** Credit points of a functional officer (penetapan angka kredit). */
    public record CreditFacts(
            @Schema(description = "Jenjang jabatan fungsional.", examples = "JF_AHLI_MUDA") @Nullable
            PositionLevel level,

            @Size(min = 1, max = 200) @Schema(examples = "Pranata Komputer Ahli Muda") @Nullable
            String positionTitle,

            @NotNull @Schema(examples = "CONVERSION") CreditBasis basis,

            @NotNull @Schema(description = "Awal masa penilaian.", examples = "2025-01-01")
            LocalDate startsOn,

            @NotNull @Schema(description = "Akhir masa penilaian.", examples = "2025-12-31")
            LocalDate endsOn,

            @NotNull @Positive @Digits(integer = 6, fraction = 3) @Schema(examples = "25")
            BigDecimal credit,

            @Size(min = 1, max = 100) @Schema(examples = "800/PAK/021/2026") @Nullable
            String decreeNumber,

            @Schema(examples = "2026-01-20") @Nullable LocalDate decreeDate)
            implements Decreed, Served {
        @Override
        public Beginning beginning() {
            return new Beginning("/startsOn", startsOn, false);
        }
    }

    /** A finished education. */
    public record EducationFacts(
            @NotNull @Schema(examples = "S2") EducationLevel level,

            @NotBlank
            @Size(max = 150)
            @Schema(description = "Jurusan atau program studi.", examples = "Teknik Informatika")
            String field,

            @Size(min = 1, max = 200) @Schema(examples = "Universitas Contoh") @Nullable
            String institution,

            @Schema(description = "Hari lulus; kosong bila hanya tahunnya yang diketahui.", examples = "2020-08-30")
            @Nullable
            LocalDate graduatedOn,

            @Min(1900)
            @Max(2999)
            @Schema(description = "Tahun lulus, hanya bila harinya tidak diketahui; berlaku sejak 1 Januari tahun itu.")
            @Nullable
            Integer graduatedYear,

            @Size(min = 1, max = 100) @Schema(description = "Nomor ijazah.", examples = "014/S2/2020") @Nullable
            String certificateNumber,

            @Size(min = 1, max = 50) @Schema(examples = "Dr.") @Nullable
            String frontTitles,

            @Size(min = 1, max = 100) @Schema(examples = "M.T.") @Nullable
            String backTitles,

            @Schema(description = "Pendidikan saat pengangkatan pertama.", examples = "false")
            boolean atAppointment,

            @Size(min = 1, max = 100)
            @Schema(description = "SK pencantuman gelar.", examples = "800/021/2021")
            @Nullable
            String decreeNumber,

            @Schema(examples = "2021-02-01") @Nullable LocalDate decreeDate)
            implements Decreed {
        /** The first day on which it can be true. */
        LocalDate countsFrom() {
            return firstDay(graduatedOn, graduatedYear);
        }
    }

    /** A training, course, or other form of competency development. */
    public record TrainingFacts(
            @NotNull
            @Size(max = 20)
            @Schema(description = "Kode dari reference/training-forms.", examples = "KL_STRUKTURAL")
            String form,

            @Pattern(regexp = "[A-Z_]{1,10}")
            @Schema(description = "Jenjang pelatihan kepemimpinan.", examples = "PKA")
            @Nullable
            String programme,

            @NotBlank @Size(max = 200) @Schema(examples = "Pelatihan Kepemimpinan Administrator Angkatan III")
            String name,

            @Size(min = 1, max = 200) @Schema(examples = "BPSDM Provinsi Contoh") @Nullable
            String provider,

            @Size(min = 1, max = 100) @Schema(examples = "00123/PKA/2017") @Nullable
            String certificateNumber,

            @Schema(description = "Kosong bila hanya tahunnya yang diketahui.", examples = "2017-03-06") @Nullable
            LocalDate startsOn,

            @Schema(description = "Wajib bersama startsOn.", examples = "2017-07-21") @Nullable
            LocalDate endsOn,

            @Min(1900)
            @Max(2999)
            @Schema(
                    description =
                            "Tahun pelatihan, hanya bila harinya tidak diketahui; berlaku sejak 1 Januari tahun itu.")
            @Nullable
            Integer heldYear,

            @NotNull
            @Positive
            @Digits(integer = 5, fraction = 2)
            @Schema(description = "Jam pelajaran (JP).", examples = "360")
            BigDecimal hours,

            @Size(min = 1, max = 100) @Schema(examples = "893/007/2017") @Nullable
            String decreeNumber,

            @Schema(examples = "2017-02-20") @Nullable LocalDate decreeDate)
            implements Decreed, Served {
        @Override
        public Beginning beginning() {
            return new Beginning(startsOn == null ? "/heldYear" : "/startsOn", countsFrom(), false);
        }

        /** The first day on which it can be true. */
        LocalDate countsFrom() {
            return firstDay(startsOn, heldYear);
        }
    }

    /** An award. */
    public record AwardFacts(
            @Pattern(regexp = "[A-Za-z0-9_]{1,10}")
            @Schema(description = "Kode jenis penghargaan.", examples = "201")
            @Nullable
            String code,

            @NotBlank @Size(max = 200) @Schema(examples = "Satyalancana Karya Satya X Tahun")
            String name,

            @NotNull @Schema(examples = "2025-08-17") LocalDate grantedOn,

            @NotBlank @Size(max = 100) @Schema(examples = "71/TK/2025") @Nullable
            String decreeNumber,

            @NotNull @Schema(examples = "2025-08-04") @Nullable
            LocalDate decreeDate)
            implements Decreed {}

    /** A disciplinary penalty. */
    public record DisciplineFacts(
            @NotNull @Schema(description = "RINGAN, SEDANG, atau BERAT.", examples = "SEDANG")
            PenaltyLevel level,

            @Size(max = 20)
            @Schema(
                    description = "Kode dari reference/discipline-penalties; kosong untuk hukuman menurut aturan lama.",
                    examples = "S1")
            @Nullable
            String penalty,

            @Size(min = 1, max = 200)
            @Schema(description = "Wajib bila penalty kosong.", examples = "Penundaan kenaikan gaji berkala")
            @Nullable
            String penaltyName,

            @NotNull @Schema(description = "TMT hukuman.", examples = "2024-05-11")
            LocalDate startsOn,

            @Schema(description = "Hari terakhir.", examples = "2024-11-10") @Nullable
            LocalDate endsOn,

            @Size(min = 1, max = 300) @Schema(examples = "Tidak masuk kerja 12 hari tanpa alasan yang sah") @Nullable
            String reason,

            @Size(min = 1, max = 60) @Schema(examples = "PP 94/2021") @Nullable
            String regulation,

            @Size(min = 1, max = 100) @Schema(description = "Nomor SK pembatalan.", examples = "862/077/2024") @Nullable
            String cancelledBy,

            @Schema(description = "Sejak hari ini hukuman batal.", examples = "2024-08-01") @Nullable
            LocalDate cancelledOn,

            @NotBlank @Size(max = 100) @Schema(examples = "862/031/2024") @Nullable
            String decreeNumber,

            @NotNull @Schema(examples = "2024-05-10") @Nullable
            LocalDate decreeDate)
            implements Decreed, Served {
        /** A dismissal is the penalty that ends the service. */
        @Override
        public Beginning beginning() {
            var law = DisciplinePenalties.of(penalty);
            return new Beginning("/startsOn", startsOn, law != null && law.isDismissal());
        }

        DisciplineFacts withReason(@Nullable String other) {
            return new DisciplineFacts(
                    level,
                    penalty,
                    penaltyName,
                    startsOn,
                    endsOn,
                    other,
                    regulation,
                    cancelledBy,
                    cancelledOn,
                    decreeNumber,
                    decreeDate);
        }
    }
}
