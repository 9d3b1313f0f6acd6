package id.karier.integration.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.karier.employee.Source;
import id.karier.integration.siasn.Dossier;
import id.karier.integration.siasn.Issue;
import id.karier.integration.siasn.ProfileFile;
import id.karier.jobs.JobContext;
import id.karier.jobs.JobHandler;
import id.karier.kernel.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports a "profil pegawai" file: one row a person. */
@ApplicationScoped
class EmployeeImport implements JobHandler {
    private final Loader loader;
    private final Transactions transactions;
    private final ImportConfig config;

    EmployeeImport(Loader loader, Transactions transactions, ImportConfig config) {
        this.loader = loader;
        this.transactions = transactions;
        this.config = config;
    }

    @Override
    public String kind() {
        return ImportKind.EMPLOYEES.kind();
    }

    @Override
    public String bundle() {
        return "imports";
    }

    @Override
    public void run(JobContext job) {
        new ImportRun(loader, transactions, config, job, agency -> new Rows(job, agency)).run();
    }

    /** The file's rows as dossiers. */
    private final class Rows implements ImportRun.Dossiers {
        private final ProfileRows rows;
        private final ProfileFile file;
        private final Seen numbers = new Seen();
        private final Seen ids = new Seen();
        private boolean ended;
        private long line = 1;
        private long at;

        Rows(JobContext job, Loader.Agency agency) {
            this.rows = new ProfileRows(job.input());
            this.file = new ProfileFile(rows.header(), loader.calculator(agency), agency.kind());
        }

        @Override
        public List<Dossier> next(int most) {
            var batch = new ArrayList<Dossier>(most);
            while (batch.size() < most && !ended) {
                var dossier = next();
                if (dossier != null) {
                    at++;
                    batch.add(dossier);
                }
            }
            return batch;
        }

        /** Behind a record that is no CSV nothing can be trusted, so there the file ends. */
        private @Nullable Dossier next() {
            try {
                var record = rows.next();
                ended = record == null;
                return record == null ? null : read(record);
            } catch (CsvParseException unreadable) {
                ended = true;
                return refused(line + 1, Issue.at(null, null, "CSV_UNREADABLE"));
            }
        }

        private Dossier read(CsvRecord record) {
            line = record.getStartingLineNumber();
            if (record.getFieldCount() != file.columns()) {
                var issue = Issue.at(null, null, "FIELD_COUNT", file.columns(), record.getFieldCount());
                return refused(line, issue);
            }
            var dossier = file.read(line, record::getField);
            var twice = twice(dossier);
            return twice == null ? dossier : refused(line, twice);
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

        private static Dossier refused(long line, Issue issue) {
            return new Dossier(line, Source.IMPORT, null, null, null, List.of(), List.of(), List.of(issue), List.of());
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
