package id.karier.rulebook.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.jobs.RunningJob;
import id.karier.kernel.Ids;
import id.karier.kernel.data.Transactions;
import java.util.UUID;

/**
 * One simulation over its agency. Every batch is one transaction that holds its changes, the counts so far and the last
 * person reached, so that a node that goes on after another's end counts nobody twice and leaves nobody out.
 */
final class SimulationRun {
    /** Below the number from which MariaDB would rewrite the list of ids as a join. */
    private static final int BATCH = 500;

    private final SimulationQueries queries;
    private final Transactions transactions;
    private final ObjectMapper json;
    private final Ids ids;
    private final RunningJob<SimulationSettings, SimulationOutcome> job;
    private final Weighing weighing;

    SimulationRun(
            SimulationQueries queries,
            Transactions transactions,
            ObjectMapper json,
            Ids ids,
            RunningJob<SimulationSettings, SimulationOutcome> job,
            Weighing weighing) {
        this.queries = queries;
        this.transactions = transactions;
        this.json = json;
        this.ids = ids;
        this.job = job;
        this.weighing = weighing;
    }

    /** Where the run is between two commits. */
    private record Place(UUID reached, long done, Tally tally, boolean ended) {}

    void run() {
        var tally = Tally.of(job.outcomeSoFar());
        var place = transactions.run(() -> new Place(queries.reached(job.id()), job.resumeAt(), tally, false));
        while (!place.ended()) {
            var from = place;
            place = transactions.run(() -> step(from));
        }
    }

    private Place step(Place from) {
        job.restart();
        var people = queries.people(from.reached(), BATCH);
        if (people.isEmpty()) {
            job.succeed(from.done(), from.tally().outcome());
            return new Place(from.reached(), from.done(), from.tally(), true);
        }
        var tally = from.tally().copy();
        for (var change : weighing.weigh(people, tally)) {
            queries.add(new SimulatedChange(
                    ids.next(), job.id(), change.employeeId(), write(change.current()), write(change.draft())));
        }
        var last = people.get(people.size() - 1).id();
        queries.reach(job.id(), last);
        long done = from.done() + people.size();
        job.checkpoint(done, done, tally.outcome());
        return new Place(last, done, tally, false);
    }

    private String write(Result result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
