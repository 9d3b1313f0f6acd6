package id.karier.organisation;

import id.karier.rules.terms.PositionLevel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about agencies, units and positions. */
public final class OrganisationJson {
    /** Codes are ASCII words: they stand in files and in other systems. */
    static final String CODE = "[A-Za-z0-9][A-Za-z0-9._/-]*";

    private OrganisationJson() {}

    /** A position to add to a unit. */
    @Schema(name = "NewPosition")
    public record NewPosition(
            @NotNull @Schema(description = "Unit tempat jabatan.", examples = "01980a52-7c1e-7000-8000-000000000002")
            UUID unitId,

            @NotNull @Size(min = 1, max = 40) @Pattern(regexp = CODE) @Schema(examples = "PRAKOM-AHLI-MUDA-1")
            String code,

            @NotBlank @Size(max = 200) @Schema(examples = "Pranata Komputer Ahli Muda")
            String name,

            @NotNull @Schema(examples = "JF_AHLI_MUDA") PositionLevel level,

            @Min(1) @Max(17) @Schema(description = "Kelas jabatan.", examples = "9") @Nullable
            Integer jobClass,

            @Min(50)
            @Max(75)
            @Schema(description = "Hanya bila batas usia pensiun jabatan ini berbeda dari jenjangnya.", examples = "60")
            @Nullable
            Integer retirementAge,

            @Min(0) @Max(32000) @Schema(description = "Kebutuhan menurut peta jabatan.", examples = "3")
            int headcount,

            @Schema(description = "Pemangkunya memimpin unit.", examples = "false")
            boolean leadsUnit,

            @Size(max = 42)
            @Schema(description = "Id di SIASN.", examples = "8ae48300000000000000000000000f01")
            @Nullable
            String siasnId) {
        PositionFacts facts() {
            return new PositionFacts(code, name, level, jobClass, retirementAge, headcount, leadsUnit);
        }
    }

    /** What an officer may change of a position with a merge patch. */
    @Schema(name = "PositionFacts")
    public record PositionFacts(
            @NotNull @Size(min = 1, max = 40) @Pattern(regexp = CODE) @Schema(examples = "PRAKOM-AHLI-MUDA-1")
            String code,

            @NotBlank @Size(max = 200) @Schema(examples = "Pranata Komputer Ahli Muda")
            String name,

            @NotNull @Schema(examples = "JF_AHLI_MUDA") PositionLevel level,

            @Min(1) @Max(17) @Schema(description = "Kelas jabatan.", examples = "9") @Nullable
            Integer jobClass,

            @Min(50)
            @Max(75)
            @Schema(description = "Hanya bila batas usia pensiun jabatan ini berbeda dari jenjangnya.", examples = "60")
            @Nullable
            Integer retirementAge,

            @Min(0) @Max(32000) @Schema(description = "Kebutuhan menurut peta jabatan.", examples = "3")
            int headcount,

            @Schema(description = "Pemangkunya memimpin unit.", examples = "false")
            boolean leadsUnit) {}
}
