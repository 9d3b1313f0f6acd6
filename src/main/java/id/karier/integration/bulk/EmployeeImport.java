package id.karier.integration.bulk;

import com.fasterxml.jackson.databind.ObjectReader;
import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.employee.Source;
import id.karier.integration.bulk.ImportSettings.FileView;
import id.karier.integration.bulk.format.Blank;
import id.karier.integration.bulk.format.CsvRows;
import id.karier.integration.bulk.format.Documents;
import id.karier.integration.bulk.format.JsonRows;
import id.karier.integration.bulk.format.Rows;
import id.karier.integration.bulk.load.Loader;
import id.karier.integration.siasn.Dossier;
import id.karier.integration.siasn.Issue;
import id.karier.integration.siasn.ProfileFile;
import id.karier.jobs.JobHandler;
import id.karier.jobs.JobKind;
import id.karier.jobs.RunningJob;
import id.karier.kernel.web.OutsideJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Imports a "profil pegawai" file, as CSV or as NDJSON: one row a person. */
@ApplicationScoped
class EmployeeImport implements JobHandler<ImportSettings, ImportOutcome> {
    private final Loader loader;
    private final ImportRun.Tools tools;

    /** The variant of a job whose input is NDJSON; without it, the input is CSV. */
    static final String LINES = "ndjson";

    private final ImportConfig config;
    private final ObjectReader json;

    EmployeeImport(Loader loader, ImportRun.Tools tools, ImportConfig config, OutsideJson json) {
        this.loader = loader;
        this.tools = tools;
        this.config = config;
        this.json = json.ofImports();
    }

    @Override
    public JobKind<ImportSettings, ImportOutcome> kind() {
        return ImportKind.EMPLOYEES.job();
    }

    @Override
    public void run(RunningJob<ImportSettings, ImportOutcome> job) {
        new ImportRun(tools, job, agency -> new Profiles(job, agency)).run();
    }

    /** The rows of a file in one of the formats that jobs read. */
    static Rows rows(boolean byLine, InputStream in, ObjectReader json, ImportConfig config) {
        if (!byLine) {
            return new CsvRows(in, ProfileFile::isHeader);
        }
        return new JsonRows(new Documents(in, json, true, config.documentBytes()));
    }

    /** The file's rows as dossiers. */
    private final class Profiles implements ImportRun.Dossiers {
        private final Rows rows;
        private final Loader.Agency agency;
        private final Function<String, NipAnswer> calculator;
        private final Seen numbers = new Seen();
        private final Seen ids = new Seen();
        private List<String> names = List.of();
        private List<Issue> faults = List.of();
        private @Nullable ProfileFile file;
        private boolean ended;
        private long at;

        /** The rows of the last batch as they came. */
        private final Map<Long, Rows.Cells> cells = new HashMap<>();

        private final @Nullable FileView sent;
        private final boolean byLine;

        Profiles(RunningJob<ImportSettings, ImportOutcome> job, Loader.Agency agency) {
            this.byLine = LINES.equals(job.settings().variant());
            this.rows = rows(byLine, job.input(), json, config);
            this.sent = job.settings().file();
            this.agency = agency;
            this.calculator = loader.calculator(agency);
        }

        @Override
        public List<Dossier> next(int most) {
            var batch = new ArrayList<Dossier>(most);
            cells.clear();
            while (batch.size() < most && !ended) {
                var row = rows.next();
                ended = row == null;
                if (row != null && !isBlank(row)) {
                    at++;
                    keep(row);
                    batch.add(read(row));
                }
            }
            return batch;
        }

        /** Only what an earlier report says of a row that could not be read. */
        private boolean isBlank(Rows.Row row) {
            if (row.issue() != null || row.names().isEmpty()) {
                return false;
            }
            for (int i = 0; i < row.names().size(); i++) {
                var text = row.text().apply(i);
                if (text != null
                        && !Blank.is(text)
                        && !ProfileFile.isOfReport(row.names().get(i))) {
                    return false;
                }
            }
            return !byLine;
        }

        private void keep(Rows.Row row) {
            var texts = new ArrayList<@Nullable String>(row.names().size());
            for (int i = 0; i < row.names().size(); i++) {
                texts.add(row.text().apply(i));
            }
            cells.put(row.line(), new Rows.Cells(byLine ? row.names() : List.of(), texts));
        }

        @Override
        public Rows.@Nullable Cells cells(long line) {
            return cells.get(line);
        }

        private Dossier read(Rows.Row row) {
            if (row.issue() != null) {
                return Dossier.refused(row.line(), Source.IMPORT, List.of(row.issue()));
            }
            var file = file(row.names());
            if (byLine ? !faults.isEmpty() : ProfileFile.isUnreadable(faults)) {
                return Dossier.refused(row.line(), Source.IMPORT, faults);
            }
            var dossier = file.read(row.line(), row.text());
            var twice = twice(dossier);
            return twice == null ? dossier : Dossier.refused(row.line(), Source.IMPORT, List.of(twice));
        }

        /** A header is for all rows; each line of NDJSON names its members itself, mostly the same. */
        private ProfileFile file(List<String> named) {
            if (file == null || !named.equals(names)) {
                names = named;
                faults = ProfileFile.faults(named);
                file = new ProfileFile(named, calculator, agency.kind());
            }
            return file;
        }

        private @Nullable Issue twice(Dossier dossier) {
            int line = (int) dossier.line();
            int first = line;
            if (dossier.siasnId() != null) {
                first = ids.first(Seen.key(dossier.siasnId()), line);
            }
            if (first != line) {
                return Issue.at("pns_id", dossier.siasnId(), "ROW_TWICE", first);
            }
            if (dossier.number() != null) {
                first = numbers.first(Seen.key(dossier.number()), line);
            }
            return first == line ? null : Issue.at("nip_baru", dossier.number(), "ROW_TWICE", first);
        }

        /** Of NDJSON each line names its members itself, and a member that nobody knows is refused there. */
        @Override
        public List<ImportRun.Closing> closing() {
            var said = new ArrayList<ImportRun.Closing>();
            long header = sent == null || sent.headerLine() == null ? 1 : sent.headerLine();
            if (sent != null && sent.encoding() != null) {
                said.add(new ImportRun.Closing(0, null, "ENCODING_TOLD", List.of(sent.encoding())));
            }
            if (sent != null && sent.otherSheets() != null) {
                for (var sheet : sent.otherSheets()) {
                    said.add(new ImportRun.Closing(0, null, "SHEET_UNREAD", List.of(sheet)));
                }
            }
            if (file != null && !byLine) {
                for (var unread : file.unread()) {
                    said.add(new ImportRun.Closing(
                            header, unread.column(), "COLUMN_UNREAD", List.of(unread.rows(), unread.line())));
                }
            }
            return said;
        }

        @Override
        public long at() {
            return at;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
