package id.karier.organisation;

import id.karier.kernel.web.Versioned;
import id.karier.rules.terms.PositionLevel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about positions. */
public final class PositionJson {
    private PositionJson() {}

    /** A position to add to a unit. */
    @Schema(name = "NewPosition")
    public record NewPosition(
            @NotNull @Schema(description = "Unit tempat jabatan.", examples = "01980a52-7c1e-7000-8000-000000000002")
            UUID unitId,

            @NotNull
            @Size(min = 1, max = 40)
            @Pattern(regexp = UnitJson.CODE)
            @Schema(description = "Kode jabatan, unik di instansi.", examples = "PRAKOM-AHLI-MUDA-1")
            String code,

            @NotBlank @Size(max = 200) @Schema(examples = "Pranata Komputer Ahli Muda")
            String name,

            @NotNull @Schema(examples = "JF_AHLI_MUDA") PositionLevel level,

            @Min(1) @Max(17) @Schema(description = "Kelas jabatan.", examples = "9") @Nullable
            Integer jobClass,

            @Min(1)
            @Max(99)
            @Schema(description = "Hanya bila batas usia pensiun jabatan ini berbeda dari jenjangnya.", examples = "60")
            @Nullable
            Integer retirementAge,

            @NotNull @Min(0) @Max(32000) @Schema(description = "Kebutuhan menurut peta jabatan.", examples = "3")
            Integer headcount,

            @Schema(description = "Pemangkunya memimpin unit; tanpa ini tidak.", examples = "false") @Nullable
            Boolean leadsUnit,

            @Size(max = 42)
            @Pattern(regexp = "[!-~]*")
            @Schema(description = "Id di SIASN.", examples = "8ae48300000000000000000000000f01")
            @Nullable
            String siasnId) {
        PositionChanges facts() {
            return new PositionChanges(code, name, level, jobClass, retirementAge, headcount, leads());
        }

        boolean leads() {
            return Boolean.TRUE.equals(leadsUnit);
        }
    }

    /** What an officer may change of a position with a merge patch. */
    @Schema(name = "PositionChanges")
    public record PositionChanges(
            @NotNull @Size(min = 1, max = 40) @Pattern(regexp = UnitJson.CODE) @Schema(examples = "PRAKOM-AHLI-MUDA-1")
            String code,

            @NotBlank @Size(max = 200) @Schema(examples = "Pranata Komputer Ahli Muda")
            String name,

            @NotNull @Schema(examples = "JF_AHLI_MUDA") PositionLevel level,

            @Min(1) @Max(17) @Schema(examples = "9") @Nullable
            Integer jobClass,

            @Min(1)
            @Max(99)
            @Schema(description = "Hanya bila batas usia pensiun jabatan ini berbeda dari jenjangnya.", examples = "60")
            @Nullable
            Integer retirementAge,

            @NotNull
            @Min(0)
            @Max(32000)
            @Schema(
                    description =
                            "Kebutuhan menurut peta jabatan; boleh di bawah jumlah pemangkunya, nol hanya tanpa pemangku.",
                    examples = "3")
            Integer headcount,

            @Schema(description = "Pemangkunya memimpin unit.", examples = "false")
            boolean leadsUnit) {}

    /** The unit of a position. */
    @Schema(name = "PositionUnit")
    public record UnitName(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000002")
            UUID id,

            @Schema(examples = "Bidang Aplikasi Informatika")
            String name) {}

    /** A position with how far it is filled today. */
    @Schema(name = "Position")
    public record View(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000004")
            UUID id,

            @Schema(description = "Kode instansi.", examples = "lampung")
            String agency,

            UnitName unit,
            @Schema(examples = "PRAKOM-AHLI-MUDA-1") String code,
            @Schema(examples = "Pranata Komputer Ahli Muda") String name,
            @Schema(examples = "JF_AHLI_MUDA") PositionLevel level,
            @Schema(examples = "9") @Nullable Integer jobClass,
            @Schema(examples = "60") @Nullable Integer retirementAge,
            @Schema(examples = "3") int headcount,

            @Schema(description = "Pemangku definitif hari ini.", examples = "2")
            long occupied,

            @Schema(description = "Kebutuhan yang belum terisi.", examples = "1")
            long vacancies,

            boolean leadsUnit,

            @Schema(description = "Hari terakhir; tidak ada selama jabatan masih ada.") @Nullable
            LocalDate closedOn,

            @Schema(examples = "8ae48300000000000000000000000f01") @Nullable
            String siasnId,

            @Schema(description = "Versi, sama dengan bagian depan ETag.", examples = "3")
            long version)
            implements Versioned {
        View(
                UUID id,
                String agency,
                UUID unitId,
                String unitName,
                String code,
                String name,
                PositionLevel level,
                @Nullable Integer jobClass,
                @Nullable Integer retirementAge,
                int headcount,
                long occupied,
                boolean leadsUnit,
                @Nullable LocalDate closedOn,
                @Nullable String siasnId,
                long version) {
            this(
                    id,
                    agency,
                    new UnitName(unitId, unitName),
                    code,
                    name,
                    level,
                    jobClass,
                    retirementAge,
                    headcount,
                    occupied,
                    Math.max(0, headcount - occupied),
                    leadsUnit,
                    closedOn,
                    siasnId,
                    version);
        }
    }

    /** A row of the list of positions. */
    @Schema(name = "PositionSummary")
    public record Summary(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000004")
            UUID id,

            @Schema(examples = "lampung") String agency,
            UnitName unit,
            @Schema(examples = "PRAKOM-AHLI-MUDA-1") String code,
            @Schema(examples = "Pranata Komputer Ahli Muda") String name,
            @Schema(examples = "JF_AHLI_MUDA") PositionLevel level,
            @Schema(examples = "9") @Nullable Integer jobClass,
            @Schema(examples = "3") int headcount,
            @Schema(examples = "2") long occupied,
            @Schema(examples = "1") long vacancies,
            boolean leadsUnit) {}

    /** A row of the list before it is known how far it is filled. */
    record Row(
            UUID id,
            String agency,
            UUID unitId,
            String unitName,
            String code,
            String name,
            PositionLevel level,
            @Nullable Integer jobClass,
            int headcount,
            boolean leadsUnit) {
        Summary filledBy(long occupied) {
            return new Summary(
                    id,
                    agency,
                    new UnitName(unitId, unitName),
                    code,
                    name,
                    level,
                    jobClass,
                    headcount,
                    occupied,
                    Math.max(0, headcount - occupied),
                    leadsUnit);
        }
    }
}
