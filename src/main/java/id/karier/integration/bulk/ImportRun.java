package id.karier.integration.bulk;

import id.karier.integration.bulk.load.Load;
import id.karier.integration.bulk.load.Loader;
import id.karier.integration.bulk.load.Tally;
import id.karier.integration.siasn.Dossier;
import id.karier.jobs.RunningJob;
import id.karier.kernel.data.Transactions;
import java.util.List;
import java.util.function.Function;

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

        @Override
        void close();
    }

    private final Loader loader;
    private final Transactions transactions;
    private final ImportConfig config;
    private final RunningJob<ImportSettings, ImportOutcome> job;
    private final Function<Loader.Agency, Dossiers> open;

    ImportRun(
            Loader loader,
            Transactions transactions,
            ImportConfig config,
            RunningJob<ImportSettings, ImportOutcome> job,
            Function<Loader.Agency, Dossiers> open) {
        this.loader = loader;
        this.transactions = transactions;
        this.config = config;
        this.job = job;
        this.open = open;
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
        if (job.settings().dryRun()) {
            dry();
        } else if (job.settings().partial()) {
            inBatches();
        } else {
            whole();
        }
    }

    /** Nothing is written, so there is nothing to undo; what is found bad fails the job as it would the real one. */
    private void dry() {
        job.restart();
        var agency = loader.agency(job.agency());
        var load = loader.load(agency, job);
        var tally = Tally.NOTHING;
        try (var source = open.apply(agency)) {
            for (var batch = source.next(config.batch()); !batch.isEmpty(); batch = source.next(config.batch())) {
                tally = tally.plus(load.batch(batch, false));
                job.progress(source.at());
            }
            end(tally, source.at(), job.settings().partial() || job.problems() == 0);
        }
    }

    private void end(Tally tally, long rows, boolean succeeded) {
        transactions.run(() -> {
            if (succeeded) {
                job.succeed(rows, ImportOutcome.of(tally));
            } else {
                job.fail(rows, ImportOutcome.of(tally));
            }
            return true;
        });
    }

    private void whole() {
        try {
            transactions.runFor((int) config.patience().toSeconds(), this::loadWhole);
        } catch (Undone bad) {
            end(bad.tally.undone(), bad.rows, false);
        }
    }

    private boolean loadWhole() {
        job.restart();
        var agency = loader.agency(job.agency());
        var load = loader.load(agency, job);
        var tally = Tally.NOTHING;
        try (var source = open.apply(agency)) {
            for (var batch = source.next(config.batch()); !batch.isEmpty(); batch = source.next(config.batch())) {
                tally = tally.plus(load.batch(batch, job.problems() == 0));
                job.progress(source.at());
            }
            if (job.problems() > 0) {
                throw new Undone(tally, source.at());
            }
            load.finish();
            job.succeed(source.at(), ImportOutcome.of(tally));
            return true;
        }
    }

    /** A node that goes on after another's end reads past the rows that are behind the last committed batch. */
    private void inBatches() {
        var agency = loader.agency(job.agency());
        var tally = ImportOutcome.tally(job.outcomeSoFar());
        try (var source = open.apply(agency)) {
            while (source.at() < job.resumeAt()) {
                if (source.next((int) Math.min(config.batch(), job.resumeAt() - source.at()))
                        .isEmpty()) {
                    break;
                }
            }
            var state = new Batches(agency, tally);
            for (var batch = source.next(config.batch()); !batch.isEmpty(); batch = source.next(config.batch())) {
                state.load(batch, source.at());
            }
            var total = state.tally;
            transactions.run(() -> {
                job.restart();
                state.load.finish();
                job.succeed(source.at(), ImportOutcome.of(total));
                return true;
            });
        }
    }

    /** The state between committed batches: what a transaction that is run again must start from. */
    private final class Batches {
        private final Loader.Agency agency;
        private Load load;
        private Tally tally;

        Batches(Loader.Agency agency, Tally tally) {
            this.agency = agency;
            this.tally = tally;
            this.load = loader.load(agency, job);
        }

        void load(List<Dossier> batch, long at) {
            boolean[] again = {false};
            tally = transactions.run(() -> {
                job.restart();
                if (again[0]) {
                    load = loader.load(agency, job);
                }
                again[0] = true;
                var sum = tally.plus(load.batch(batch, true));
                job.checkpoint(at, at, ImportOutcome.of(sum));
                return sum;
            });
            job.progress(at);
        }
    }
}
