package id.karier.integration.bulk;

import com.fasterxml.jackson.databind.ObjectReader;
import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.employee.Source;
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
import id.karier.kernel.data.Transactions;
import id.karier.kernel.web.OutsideJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Imports a "profil pegawai" file, as CSV or as NDJSON: one row a person. */
@ApplicationScoped
class EmployeeImport implements JobHandler<ImportSettings, ImportOutcome> {
    private final Loader loader;
    private final Transactions transactions;
    /** The variant of a job whose input is NDJSON; without it, the input is CSV. */
    static final String LINES = "ndjson";

    private final ImportConfig config;
    private final ObjectReader json;

    EmployeeImport(Loader loader, Transactions transactions, ImportConfig config, OutsideJson json) {
        this.loader = loader;
        this.transactions = transactions;
        this.config = config;
        this.json = json.ofImports();
    }

    @Override
    public JobKind<ImportSettings, ImportOutcome> kind() {
        return ImportKind.EMPLOYEES.job();
    }

    @Override
    public void run(RunningJob<ImportSettings, ImportOutcome> job) {
        new ImportRun(loader, transactions, config, job, agency -> new Profiles(job, agency)).run();
    }

    /** The rows of a file in one of the formats that jobs read. */
    static Rows rows(boolean byLine, InputStream in, ObjectReader json, ImportConfig config) {
        if (!byLine) {
            return new CsvRows(in);
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

        Profiles(RunningJob<ImportSettings, ImportOutcome> job, Loader.Agency agency) {
            this.rows = rows(LINES.equals(job.settings().variant()), job.input(), json, config);
            this.agency = agency;
            this.calculator = loader.calculator(agency);
        }

        @Override
        public List<Dossier> next(int most) {
            var batch = new ArrayList<Dossier>(most);
            while (batch.size() < most && !ended) {
                var row = rows.next();
                ended = row == null;
                if (row != null) {
                    at++;
                    batch.add(read(row));
                }
            }
            return batch;
        }

        private Dossier read(Rows.Row row) {
            if (row.issue() != null) {
                return refused(row.line(), List.of(row.issue()));
            }
            var file = file(row.names());
            if (!faults.isEmpty()) {
                return refused(row.line(), faults);
            }
            var dossier = file.read(row.line(), row.text());
            var twice = twice(dossier);
            return twice == null ? dossier : refused(row.line(), List.of(twice));
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

        private static Dossier refused(long line, List<Issue> issues) {
            return new Dossier(line, Source.IMPORT, null, null, null, List.of(), List.of(), issues, List.of());
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
