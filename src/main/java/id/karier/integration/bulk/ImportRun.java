package id.karier.integration.bulk;

import id.karier.integration.bulk.format.Rows.Cells;
import id.karier.integration.bulk.load.Load;
import id.karier.integration.bulk.load.Loader;
import id.karier.integration.bulk.load.Tally;
import id.karier.integration.siasn.Dossier;
import id.karier.jobs.RunningJob;
import id.karier.kernel.data.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one import over a source of dossiers: dry, all or nothing in one transaction, or in batches of which each
 * stays once it is committed.
 */
final class ImportRun {
    /** Dossiers one batch after another. */
    interface Dossiers extends AutoCloseable {
        /** Up to so many dossiers, of different people; none at the end. */
        List<Dossier> next(int most);

        /** How many rows were read. */
        long at();

        /** A row of the last batch as it came; null where rows are not given back. */
        default @Nullable Cells cells(long line) {
            return null;
        }

        /** What is to be said of the whole input, at its end. */
        default List<Closing> closing() {
            return List.of();
        }

        @Override
        void close();
    }

    /** A warning about the whole input. */
    record Closing(long line, @Nullable String column, String code, List<Object> figures) {}

    /** What every import works with. */
    @Singleton
    static class Tools {
        private final Loader loader;
        private final Transactions transactions;
        private final ImportConfig config;
        private final FindingQueries findings;

        Tools(Loader loader, Transactions transactions, ImportConfig config, FindingQueries findings) {
            this.loader = loader;
            this.transactions = transactions;
            this.config = config;
            this.findings = findings;
        }
    }

    private final Loader loader;
    private final Transactions transactions;
    private final ImportConfig config;
    private final FindingQueries queries;
    private final ImportFindings findings;
    private final Loader.Agency agency;
    private final RunningJob<ImportSettings, ImportOutcome> job;
    private final Function<Loader.Agency, Dossiers> open;

    ImportRun(Tools tools, RunningJob<ImportSettings, ImportOutcome> job, Function<Loader.Agency, Dossiers> open) {
        this.loader = tools.loader;
        this.transactions = tools.transactions;
        this.config = tools.config;
        this.queries = tools.findings;
        this.job = job;
        this.open = open;
        this.agency = loader.agency(job.agency());
        this.findings = new ImportFindings(job, queries, config, job.settings().partial() ? job.outcomeSoFar() : null);
    }

    /** What a whole load came to; thrown to roll it back, when it is not to stay. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Tally tally;
        private final long rows;

        Undone(Tally tally, long rows) {
            super("undone", null, false, false);
            this.tally = tally;
            this.rows = rows;
        }
    }

    void run() {
        transactions.run(() -> {
            queries.deleteRowsBefore(agency.today().minusDays(config.reportDays()));
            return true;
        });
        if (job.settings().dryRun()) {
            dry();
        } else if (job.settings().partial()) {
            inBatches();
        } else {
            whole();
        }
    }

    private Load load() {
        return loader.load(agency, findings, job.settings().creation(), queries.objects(job.id()));
    }

    /** Nothing is written, so there is nothing to undo; what is found bad fails the job as it would the real one. */
    private void dry() {
        findings.restart();
        var load = load();
        var tally = Tally.NOTHING;
        try (var source = open.apply(agency)) {
            for (var batch = source.next(config.batch()); !batch.isEmpty(); batch = source.next(config.batch())) {
                tally = tally.plus(load.batch(batch, false));
                findings.take(load.takeNotes(), source::cells);
                job.progress(source.at());
            }
            close(source);
            end(tally, source.at(), job.settings().partial() || job.problems() == 0);
        }
    }

    private void close(Dossiers source) {
        for (var said : source.closing()) {
            findings.warning(
                    said.line(),
                    said.column(),
                    null,
                    said.code(),
                    said.figures().toArray());
        }
    }

    private void end(Tally tally, long rows, boolean succeeded) {
        transactions.run(() -> {
            findings.write(agency.today());
            var outcome = ImportOutcome.of(tally, findings.counts());
            if (succeeded) {
                job.succeed(rows, outcome);
            } else {
                job.fail(rows, outcome);
            }
            return true;
        });
    }

    private void whole() {
        try {
            again(() -> transactions.runFor((int) config.patience().toSeconds(), this::loadWhole));
        } catch (Undone bad) {
            end(bad.tally.undone(), bad.rows, false);
        }
    }

    /** When somebody else took a number in the meantime, the work looks once more, and refuses the row that comes too late. */
    private static <T> T again(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failed) {
            if (Transactions.duplicateKey(failed) == null) {
                throw failed;
            }
            return work.get();
        }
    }

    private boolean loadWhole() {
        findings.restart();
        var load = load();
        var tally = Tally.NOTHING;
        try (var source = open.apply(agency)) {
            for (var batch = source.next(config.batch()); !batch.isEmpty(); batch = source.next(config.batch())) {
                tally = tally.plus(load.batch(batch, job.problems() == 0));
                findings.take(load.takeNotes(), source::cells);
                job.progress(source.at());
            }
            close(source);
            if (job.problems() > 0) {
                throw new Undone(tally, source.at());
            }
            load.finish();
            findings.write(agency.today());
            job.succeed(source.at(), ImportOutcome.of(tally, findings.counts()));
            return true;
        }
    }

    /** A node that goes on after another's end reads past the rows that are behind the last committed batch. */
    private void inBatches() {
        var tally = ImportOutcome.tally(job.outcomeSoFar());
        try (var source = open.apply(agency)) {
            while (source.at() < job.resumeAt()) {
                if (source.next((int) Math.min(config.batch(), job.resumeAt() - source.at()))
                        .isEmpty()) {
                    break;
                }
            }
            var state = new Batches(tally);
            for (var batch = source.next(config.batch()); !batch.isEmpty(); batch = source.next(config.batch())) {
                state.load(batch, source);
            }
            var total = state.tally;
            transactions.run(() -> {
                findings.restart();
                close(source);
                state.load.finish();
                findings.write(agency.today());
                job.succeed(source.at(), ImportOutcome.of(total, findings.counts()));
                return true;
            });
        }
    }

    /** The state between committed batches: what a transaction that is run again must start from. */
    private final class Batches {
        private Load load;
        private Tally tally;

        Batches(Tally tally) {
            this.tally = tally;
            this.load = ImportRun.this.load();
        }

        void load(List<Dossier> batch, Dossiers source) {
            boolean[] again = {false};
            long at = source.at();
            tally = again(() -> transactions.run(() -> {
                findings.restart();
                if (again[0]) {
                    load = ImportRun.this.load();
                }
                again[0] = true;
                var sum = tally.plus(load.batch(batch, true));
                findings.take(load.takeNotes(), source::cells);
                findings.write(agency.today());
                job.checkpoint(at, at, ImportOutcome.of(sum, findings.counts()));
                return sum;
            }));
            findings.committed();
            job.progress(at);
        }
    }
}
