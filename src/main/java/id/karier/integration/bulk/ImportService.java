package id.karier.integration.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import de.siegmar.fastcsv.reader.CsvParseException;
import id.karier.changes.Change;
import id.karier.changes.ChangeLog;
import id.karier.employee.NikComparisons;
import id.karier.identity.account.AccountNameQueries;
import id.karier.integration.bulk.ImportJson.ImportView;
import id.karier.integration.bulk.ImportSettings.FileView;
import id.karier.integration.bulk.ImportSettings.OrdererView;
import id.karier.integration.bulk.format.CsvRows;
import id.karier.integration.bulk.format.Documents;
import id.karier.integration.bulk.format.Format;
import id.karier.integration.siasn.Issue;
import id.karier.integration.siasn.PayloadReader;
import id.karier.integration.siasn.ProfileFile;
import id.karier.jobs.JobOrder;
import id.karier.jobs.JobScope;
import id.karier.jobs.JobStatus;
import id.karier.jobs.Jobs;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.PlainText;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.web.OutsideJson;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.QueryWords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes orders of imports: looks at an upload's head before anything is stored, then orders the job. */
@ApplicationScoped
class ImportService {
    private static final int QUEUE_SECONDS = 60;
    private static final List<String> CREATABLE = List.of(ImportSettings.POSITIONS, ImportSettings.UNITS);
    private static final int LONGEST_NAME = 120;

    private final Jobs jobs;
    private final Caller caller;
    private final AccountNameQueries names;
    private final NikComparisons niks;
    private final ChangeLog changes;
    private final ImportConfig config;
    private final ObjectReader json;

    ImportService(
            Jobs jobs,
            Caller caller,
            AccountNameQueries names,
            NikComparisons niks,
            ChangeLog changes,
            ImportConfig config,
            OutsideJson json) {
        this.changes = changes;
        this.names = names;
        this.niks = niks;
        this.jobs = jobs;
        this.caller = caller;
        this.config = config;
        this.json = json.ofImports();
    }

    /**
     * An import is no way round the permissions for what it writes: a person needs them by her roles, a machine by its
     * scopes.
     *
     * @throws ProblemException 403 naming what is missing
     */
    void requireRights(ImportKind kind) {
        var missing = kind.writes().stream()
                .filter(written -> AccessTable.reach(caller.identity(), written, Action.WRITE)
                                .compareTo(Reach.AGENCY)
                        < 0)
                .map(written -> written.scope() + ":write")
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ProblemException(ErrorCode.FORBIDDEN, FieldError.in("imports", "kind", "RIGHT_MISSING", missing));
        }
    }

    /**
     * Writes down who reads the refused rows: they hold personal data of people who may not be on record at all.
     *
     * @param people those who are, and whose data are shown in the clear: they see it
     */
    @Transactional
    void noteReading(UUID job, Collection<UUID> people) {
        changes.note(List.of(
                new Change(caller.agency(), ImportObjects.REPORT, job, null, Change.Action.VIEWED, Map.of(), null)));
        niks.note(List.copyOf(people));
    }

    /**
     * What the job is told of how the content is to be read; null for CSV.
     *
     * @throws ProblemException 400 for an endpoint that is not taken
     */
    @Nullable
    String variant(ImportKind kind, Format format, @Nullable String endpoint) {
        if (kind == ImportKind.EMPLOYEES) {
            return format == Format.NDJSON ? EmployeeImport.LINES : null;
        }
        var name = endpoint == null || endpoint.isBlank() ? null : PayloadReader.endpoint(endpoint);
        if (name != null && !PayloadReader.ENDPOINTS.contains(name)) {
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER, FieldError.in("imports", "endpoint", "ENDPOINT_UNKNOWN"));
        }
        return new SiasnImport.Variant(format == Format.NDJSON, name).word();
    }

    /**
     * What an order lets an import make.
     *
     * @throws ProblemException 400 for a word that names nothing
     */
    static List<String> create(@Nullable String words) {
        var create = QueryWords.of("create", words == null ? null : words.replace(" ", "")).stream()
                .sorted()
                .toList();
        if (!CREATABLE.containsAll(create)) {
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER,
                    FieldError.in("imports", "create", "CREATE_UNKNOWN", String.join(", ", CREATABLE)));
        }
        return create;
    }

    /** @param columns the header; null where each row names its members */
    record Inspected(FileView file, @Nullable List<String> columns) {}

    /**
     * Looks at the head of a file.
     *
     * @param name as its sender calls it
     * @throws ProblemException 400 when it already says that it cannot be imported
     */
    Inspected inspect(ImportKind kind, Format format, Upload upload, @Nullable String name) {
        var view = new Inspected(new FileView(fileName(name), format.name(), null, null, null, null, null), null);
        try {
            if (format == Format.JSON) {
                inspectDocument(upload);
            } else if (kind == ImportKind.EMPLOYEES) {
                return inspectRows(format, upload, view);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return view;
    }

    /** The name alone, without folders and without what nobody sees; it is shown to officers and never logged. */
    private static @Nullable String fileName(@Nullable String sent) {
        if (sent == null) {
            return null;
        }
        var name = PlainText.cleaned(sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1));
        return name.isEmpty() ? null : PlainText.shortened(name, LONGEST_NAME);
    }

    private Inspected inspectRows(Format format, Upload upload, Inspected view) throws IOException {
        try (var rows =
                EmployeeImport.rows(format == Format.NDJSON, Files.newInputStream(upload.file()), json, config)) {
            var seen = view;
            if (rows instanceof CsvRows csv) {
                var sheet = upload.sheet();
                var file = new FileView(
                        view.file().name(),
                        view.file().format(),
                        sheet == null ? String.valueOf(csv.separator()) : null,
                        sheet == null ? null : sheet.sheet(),
                        csv.line(),
                        upload.encoding(),
                        sheet == null || sheet.others().isEmpty() ? null : sheet.others());
                seen = new Inspected(file, csv.header());
                var faults = ProfileFile.faults(csv.header());
                if (ProfileFile.isUnreadable(faults)) {
                    var errors = faults.stream().map(ImportService::error).toList();
                    throw new ProblemException(ErrorCode.VALIDATION_FAILED, errors);
                }
            }
            if (rows.next() == null) {
                throw new ProblemException(
                        ErrorCode.VALIDATION_FAILED, FieldError.in("imports", "", "FILE_WITHOUT_ROWS"));
            }
            return seen;
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
        var reader = json.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
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
    ImportView order(ImportKind kind, ImportOrder order, @Nullable String variant, Inspected seen, Upload upload) {
        refuseLongQueue();
        var orderer = new OrdererView(
                caller.accountId(), names.name(caller.accountId()).orElse(null));
        var settings = new ImportSettings(
                order.dryRun, order.partial, variant, create(order.create), seen.file(), seen.columns(), orderer);
        var above = seen.file().headerLine();
        var total = Math.max(1, upload.lines() - (above == null ? 0 : above));
        return ImportView.of(
                jobs.order(new JobOrder<>(kind.job(), settings, total, () -> Files.newInputStream(upload.file()))));
    }

    /** Each holds its whole file in the database until its turn comes. */
    private void refuseLongQueue() {
        var waiting = jobs.page(ImportKind.scope(), JobStatus.QUEUED, new PageRequest(1, null, null, true))
                .total();
        if (waiting != null && waiting >= config.queued()) {
            throw ProblemException.waitFor(
                    ErrorCode.RATE_LIMITED, QUEUE_SECONDS, FieldError.in("imports", "", "QUEUE_FULL", config.queued()));
        }
    }

    /** @throws ProblemException 400 for a kind that is not there */
    Page<ImportView> list(@Nullable String kind, @Nullable JobStatus status, PageRequest request) {
        var scope = kind == null
                ? ImportKind.scope()
                : JobScope.of(ImportKind.named(kind).job());
        var page = jobs.page(scope, status, request);
        return new Page<>(page.items().stream().map(ImportView::of).toList(), page.next(), page.total());
    }
}
