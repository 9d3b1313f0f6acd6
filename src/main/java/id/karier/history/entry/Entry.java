package id.karier.history.entry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.karier.employee.Source;
import id.karier.kernel.web.Versioned;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry on record: its facts, and where they came from. */
public record Entry<F>(
        UUID id,

        @JsonUnwrapped F facts,

        @Schema(examples = "LOCAL") Source source,
        @Schema(description = "Id di SIASN.") @Nullable String siasnId,

        @Schema(description = "Versi, sama dengan ETag.", examples = "0")
        long version)
        implements Versioned {}
