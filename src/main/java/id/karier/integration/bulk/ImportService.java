package id.karier.integration.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import id.karier.integration.siasn.Issue;
import id.karier.integration.siasn.PayloadReader;
import id.karier.integration.siasn.ProfileFile;
import id.karier.jobs.JobJson.JobView;
import id.karier.jobs.JobOrder;
import id.karier.jobs.Jobs;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes orders of imports: looks at an upload's head before anything is stored, then orders the job. */
@ApplicationScoped
class ImportService {
    private final Jobs jobs;
    private final ImportConfig config;
    private final ObjectMapper json;

    ImportService(Jobs jobs, ImportConfig config, ObjectMapper json) {
        this.jobs = jobs;
        this.config = config;
        this.json = json;
    }

    /**
     * How the content is to be read: the media type has to fit the kind, the endpoint has to be one that is taken.
     *
     * @throws ProblemException 415 for another media type, 400 for another endpoint
     */
    @Nullable
    String variant(ImportKind kind, @Nullable String mediaType, @Nullable String endpoint) {
        var type = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
        if (!kind.takes(type)) {
            throw new ProblemException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    FieldError.in("imports", "Content-Type", "TYPE_UNFIT", kind.kind()));
        }
        if (kind == ImportKind.EMPLOYEES) {
            return null;
        }
        var name = endpoint == null || endpoint.isBlank() ? null : PayloadReader.endpoint(endpoint);
        if (name != null && !PayloadReader.ENDPOINTS.contains(name)) {
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER, FieldError.in("imports", "endpoint", "ENDPOINT_UNKNOWN"));
        }
        return new SiasnImport.Variant(type.endsWith("ndjson"), name).word();
    }

    /** @throws ProblemException 400 when the head of the file already says that it cannot be imported */
    void inspect(ImportKind kind, @Nullable String variant, Upload upload) {
        try {
            if (kind == ImportKind.EMPLOYEES) {
                inspectHeader(upload);
            } else if (!SiasnImport.Variant.of(variant).byLine()) {
                inspectDocument(upload);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void inspectHeader(Upload upload) throws IOException {
        try (var rows = new ProfileRows(Files.newInputStream(upload.file()))) {
            var faults = ProfileFile.faults(rows.header());
            if (!faults.isEmpty()) {
                var errors = faults.stream().map(ImportService::error).toList();
                throw new ProblemException(ErrorCode.VALIDATION_FAILED, errors);
            }
        } catch (CsvParseException unreadable) {
            throw new ProblemException(ErrorCode.VALIDATION_FAILED, FieldError.in("imports", "", "CSV_UNREADABLE"));
        }
    }

    private static FieldError error(Issue issue) {
        return FieldError.in("imports", String.valueOf(issue.column()), issue.code());
    }

    private void inspectDocument(Upload upload) throws IOException {
        if (upload.bytes() > config.documentBytes()) {
            throw new ProblemException(
                    ErrorCode.BODY_TOO_LARGE,
                    FieldError.in("imports", "", "DOCUMENT_TOO_LONG", String.valueOf(config.documentBytes())));
        }
        var reader = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try {
            Documents.parse(reader, Files.readString(upload.file()));
        } catch (JsonProcessingException unreadable) {
            var where = unreadable.getLocation();
            throw new ProblemException(
                    ErrorCode.MALFORMED_REQUEST,
                    FieldError.of(
                            "",
                            "NOT_JSON",
                            String.valueOf(where == null ? 1 : where.getLineNr()),
                            String.valueOf(where == null ? 1 : where.getColumnNr())));
        }
    }

    @Transactional
    JobView order(ImportKind kind, JobOrder.Settings settings, Upload upload) {
        boolean header = kind == ImportKind.EMPLOYEES;
        var total = Math.max(1, upload.lines() - (header ? 1 : 0));
        return jobs.order(new JobOrder(kind.kind(), settings, total, () -> Files.newInputStream(upload.file())));
    }

    static List<String> kinds(@Nullable String kind) {
        return kind == null ? ImportKind.NAMES : List.of(ImportKind.named(kind).kind());
    }
}
