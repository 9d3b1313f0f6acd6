package id.karier.integration.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.integration.bulk.load.Creation;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an import is to be carried out.
 *
 * @param dryRun find out what would happen, and write nothing
 * @param partial write what is good although some is bad
 * @param variant how the content is to be read; null for CSV
 * @param create what may be made beside people; null in orders of older versions
 * @param file what came; null in orders of older versions
 * @param columns the header, for the report of refused rows; null where each row names its members
 * @param orderedBy who sent it; null in orders of older versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportSettings(
        boolean dryRun,
        boolean partial,
        @Nullable String variant,
        @Nullable List<String> create,
        @Nullable FileView file,
        @Nullable List<String> columns,
        @Nullable OrdererView orderedBy) {
    static final String UNITS = "units";
    static final String POSITIONS = "positions";

    /** What is known of a file before its rows are read. */
    @Schema(name = "ImportFile", description = "Berkas yang dikirim, dan bagaimana ia dibaca.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FileView(
            @Schema(description = "Nama berkas, bila disebut pengirimnya.", examples = "profil-pegawai.xlsx") @Nullable
            String name,

            @Schema(examples = "XLSX") String format,

            @Schema(description = "Pemisah kolom CSV.", examples = ";") @Nullable
            String separator,

            @Schema(description = "Lembar kerja yang dibaca.", examples = "Pegawai") @Nullable
            String sheet,

            @Schema(description = "Baris kepala kolom.", examples = "3") @Nullable
            Long headerLine,

            @Schema(description = "Encoding, bila bukan UTF-8.", examples = "windows-1252") @Nullable
            String encoding,

            @Schema(description = "Lembar lain yang juga berisi pegawai dan tidak dibaca.", examples = "[\"Cabang\"]")
            @Nullable
            List<String> otherSheets) {}

    @Schema(name = "ImportOrderer", description = "Akun atau mesin yang memesan.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrdererView(
            @Schema(examples = "01980a52-7c1e-7000-8000-0000000000bb")
            UUID id,

            @Schema(examples = "Siti Rahmawati") @Nullable String name) {}

    Creation creation() {
        return create == null ? Creation.NOTHING : new Creation(create.contains(UNITS), create.contains(POSITIONS));
    }
}
