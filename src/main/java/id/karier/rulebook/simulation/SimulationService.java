package id.karier.rulebook.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.calculation.explain.Refusals;
import id.karier.jobs.JobJson.JobView;
import id.karier.jobs.JobJson.ProblemView;
import id.karier.jobs.JobOrder;
import id.karier.jobs.Jobs;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.organisation.AgencyDirectory;
import id.karier.rulebook.RuleSetDrafts;
import id.karier.rulebook.RuleSetViews;
import id.karier.rulebook.simulation.SimulationJson.Changed;
import id.karier.rulebook.simulation.SimulationJson.Order;
import id.karier.rulebook.simulation.SimulationJson.View;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSetKind;
import id.karier.rules.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Takes orders of simulations and shows what came of them. */
@ApplicationScoped
class SimulationService {
    private static final String DRAFT = "/draft";

    private final SimulationQueries queries;
    private final InputsByKind inputs;
    private final RuleSetDrafts drafts;
    private final RuleSetDocuments documents;
    private final RuleSetViews views;
    private final RuleSets ruleSets;
    private final AgencyDirectory agencies;
    private final Jobs jobs;
    private final Caller caller;
    private final ObjectMapper json;

    SimulationService(
            SimulationQueries queries,
            InputsByKind inputs,
            RuleSetDrafts drafts,
            RuleSetDocuments documents,
            RuleSetViews views,
            RuleSets ruleSets,
            AgencyDirectory agencies,
            Jobs jobs,
            Caller caller,
            ObjectMapper json) {
        this.queries = queries;
        this.inputs = inputs;
        this.drafts = drafts;
        this.documents = documents;
        this.views = views;
        this.ruleSets = ruleSets;
        this.agencies = agencies;
        this.jobs = jobs;
        this.caller = caller;
        this.json = json;
    }

    /** @throws ProblemException 422 for a kind whose inputs no register holds, and for a draft that is not sound */
    @Transactional
    public View order(RuleSetKind kind, Order order) {
        requireInputs(kind);
        var asOf = order.asOf() == null ? agencies.today(caller.agency()) : order.asOf();
        var draft = draft(kind, order);
        var current = ruleSets.all(kind, caller.agency()).stream()
                .filter(version -> version.inForceOn(asOf))
                .findFirst()
                .orElseThrow(() -> Refusals.refused("/asOf", "NO_RULE_SET_IN_FORCE", asOf));
        var settings = new SimulationSettings(kind, asOf);
        var job = jobs.order(new JobOrder<>(SimulationHandler.KIND, settings, queries.population(), null));
        var simulation = new Simulation(
                job.id(),
                kind,
                asOf,
                RuleSetDocuments.document(current).toString(),
                RuleSetDocuments.document(draft).toString());
        queries.add(simulation);
        return view(simulation, job);
    }

    private void requireInputs(RuleSetKind kind) {
        if (inputs.of(kind).isEmpty()) {
            throw new ProblemException(
                    ErrorCode.RULE_REFUSED,
                    new FieldError("", "SIMULATION_WITHOUT_INPUTS", "simulation.missing." + kind, List.of()));
        }
    }

    /** What an agency may not choose may be simulated all the same: the nation may change it. */
    private RuleSet<?> draft(RuleSetKind kind, Order order) {
        var proposal = order.draft();
        var version = order.version();
        if (proposal != null && version != null) {
            throw Refusals.refused(DRAFT, "ONLY_ONE_OF", "draft, version");
        }
        if (proposal != null) {
            return drafts.sound(drafts.compose(kind, proposal, DRAFT), DRAFT);
        }
        if (version == null) {
            throw Refusals.refused(DRAFT, "ONE_OF_REQUIRED", "draft, version");
        }
        return drafts.named(kind, version).orElseThrow(() -> Refusals.refused("/version", "RULE_SET_UNKNOWN", version));
    }

    /** @throws ProblemException 404 when the caller's agency has no such simulation */
    @Transactional
    public View get(UUID id) {
        return view(queries.require(id), jobs.get(id, SimulationHandler.SCOPE));
    }

    /** Why a simulation ended as failed. */
    @Transactional
    public Page<ProblemView> problems(UUID id, PageRequest request) {
        queries.require(id);
        return jobs.problems(id, SimulationHandler.SCOPE, request);
    }

    /** @throws ProblemException 403 for whoever may not read what the simulation was made of */
    @Transactional
    public Page<Changed> changes(UUID id, PageRequest request) {
        requireReader(inputs.mayReadSources(caller.identity()));
        requireReader(
                inputs.mayReadSources(caller.identity(), queries.require(id).kind()));
        var page = queries.changes(id, request);
        var items = page.items().stream()
                .map(change -> new Changed(
                        change.employeeId(), change.name(), read(change.currentResult()), read(change.draftResult())))
                .toList();
        return new Page<>(items, page.next(), page.total());
    }

    void require(UUID id) {
        queries.require(id);
    }

    private static void requireReader(boolean mayRead) {
        if (!mayRead) {
            throw new ProblemException(ErrorCode.FORBIDDEN);
        }
    }

    private View view(Simulation simulation, JobView job) {
        var current = documents.restore(RuleSetDocuments.tree(simulation.currentDocument()));
        var draft = documents.restore(RuleSetDocuments.tree(simulation.draftDocument()));
        return new View(
                simulation.id(),
                simulation.kind(),
                simulation.asOf(),
                views.view(current, null, null),
                views.view(draft, null, null),
                beyondChoice(current, draft),
                job.status(),
                job.progress(),
                job.createdAt(),
                job.startedAt(),
                job.expectedEndAt(),
                job.endedAt(),
                job.problemCount(),
                job.outcome() == null
                        ? null
                        : Tally.of((SimulationOutcome) job.outcome()).totals(caller.locale()));
    }

    private static List<String> beyondChoice(RuleSet<?> current, RuleSet<?> draft) {
        var now = RuleSetDocuments.document(current).path("body");
        var then = RuleSetDocuments.document(draft).path("body");
        return RuleSetDrafts.beyondChoice(draft, now, then).stream()
                .map(pointer -> "/body" + pointer)
                .toList();
    }

    private Result read(String stored) {
        try {
            return json.readValue(stored, Result.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("unreadable result of a simulation", damaged);
        }
    }
}
