package id.karier.integration.bulk;

import id.karier.employee.Source;
import id.karier.integration.bulk.format.Format;
import id.karier.integration.bulk.load.Loader;
import id.karier.jobs.JobKind;
import id.karier.jobs.JobScope;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be imported, and in which formats it comes. */
enum ImportKind {
    EMPLOYEES("employees", Source.IMPORT, Set.of(Format.CSV, Format.XLSX, Format.NDJSON)),
    SIASN_EMPLOYEE("siasn-employee", Source.SIASN, Set.of(Format.JSON, Format.NDJSON));

    static final List<String> NAMES =
            Arrays.stream(values()).map(ImportKind::kind).toList();

    /** The columns that every file has. */
    static final List<String> NEEDED = List.of("nip_baru", "nama");

    private final JobKind<ImportSettings, ImportOutcome> job;
    private final Source source;
    private final Set<Format> formats;

    ImportKind(String kind, Source source, Set<Format> formats) {
        this.job =
                new JobKind<>(kind, "imports", Resource.IMPORT, "imports", ImportSettings.class, ImportOutcome.class);
        this.source = source;
        this.formats = formats;
    }

    /** As requests and jobs name it. */
    String kind() {
        return job.name();
    }

    JobKind<ImportSettings, ImportOutcome> job() {
        return job;
    }

    /** What it writes besides itself: whoever orders it may write each of these. */
    Set<Resource> writes() {
        return Loader.writes(source);
    }

    /** The jobs of all imports. */
    static JobScope scope() {
        return JobScope.of(Arrays.stream(values()).map(ImportKind::job).toList());
    }

    /** @throws ProblemException 415 for a format that this kind does not take */
    Format taken(@Nullable Format format) {
        if (format == null || !formats.contains(format)) {
            throw new ProblemException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, FieldError.in("imports", "Content-Type", "TYPE_UNFIT", kind()));
        }
        return format;
    }

    /** @throws ProblemException 400 for a kind that is not there */
    static ImportKind named(@Nullable String kind) {
        return Arrays.stream(values())
                .filter(known -> known.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.INVALID_PARAMETER,
                        FieldError.in(
                                "imports",
                                "kind",
                                "KIND_UNKNOWN",
                                NAMES.stream().collect(Collectors.joining(", ")))));
    }
}
