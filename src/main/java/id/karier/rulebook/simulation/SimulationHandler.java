package id.karier.rulebook.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.jobs.JobHandler;
import id.karier.jobs.JobKind;
import id.karier.jobs.JobScope;
import id.karier.jobs.RunningJob;
import id.karier.kernel.Caller;
import id.karier.kernel.Ids;
import id.karier.kernel.access.Resource;
import id.karier.kernel.data.Transactions;
import id.karier.rules.RuleSetDocuments;
import jakarta.enterprise.context.ApplicationScoped;

/** Carries simulations out: batch by batch, each committed with its changes, its counts and the place that it reached. */
@ApplicationScoped
class SimulationHandler implements JobHandler<SimulationSettings, SimulationOutcome> {
    static final JobKind<SimulationSettings, SimulationOutcome> KIND = new JobKind<>(
            "simulation",
            "simulations",
            Resource.SIMULATION,
            "simulation",
            SimulationSettings.class,
            SimulationOutcome.class);
    static final JobScope SCOPE = JobScope.of(KIND);

    private final SimulationQueries queries;
    private final InputsByKind inputs;
    private final RuleSetDocuments documents;
    private final Transactions transactions;
    private final ObjectMapper json;
    private final Ids ids;

    SimulationHandler(
            SimulationQueries queries,
            InputsByKind inputs,
            RuleSetDocuments documents,
            Transactions transactions,
            ObjectMapper json,
            Ids ids) {
        this.queries = queries;
        this.inputs = inputs;
        this.documents = documents;
        this.transactions = transactions;
        this.json = json;
        this.ids = ids;
    }

    @Override
    public JobKind<SimulationSettings, SimulationOutcome> kind() {
        return KIND;
    }

    /** Whoever may not read what the counts were made of sees them rounded. */
    @Override
    public SimulationOutcome shown(SimulationSettings settings, SimulationOutcome outcome, Caller.Identity who) {
        return inputs.mayReadSources(who, settings.kind())
                ? outcome
                : Tally.of(outcome).rounded().outcome();
    }

    @Override
    public void run(RunningJob<SimulationSettings, SimulationOutcome> job) {
        var simulation = transactions.run(() -> queries.require(job.id()));
        var weighing = new Weighing(
                inputs.of(simulation.kind()).orElseThrow(),
                documents.restore(RuleSetDocuments.tree(simulation.currentDocument())),
                documents.restore(RuleSetDocuments.tree(simulation.draftDocument())),
                simulation.asOf());
        new SimulationRun(queries, transactions, json, ids, job, weighing).run();
    }
}
