package id.karier.jobs;

import id.karier.kernel.Published;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a job, in numbers.
 *
 * @param details further counts and facts of the kind
 */
@Published
@Schema(description = "Hasil pekerjaan dalam angka.")
public record JobOutcome(
        @Schema(description = "Baris yang dibuat.", examples = "1840")
        long created,

        @Schema(description = "Baris yang diubah.", examples = "120")
        long updated,

        @Schema(description = "Baris yang sudah sama.", examples = "38")
        long unchanged,

        @Schema(description = "Baris yang ditolak.", examples = "2")
        long failed,

        @Schema(description = "Angka lain menurut jenis pekerjaan.", examples = "{\"unitsCreated\": 12}")
        Map<String, Object> details) {
    public JobOutcome {
        details = Map.copyOf(details);
    }
}
