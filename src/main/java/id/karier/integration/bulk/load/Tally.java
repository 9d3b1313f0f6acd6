package id.karier.integration.bulk.load;

import id.karier.jobs.JobOutcome;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a load has come to; a value, so that a batch that is run again starts from where it stood. */
public record Tally(
        long created,
        long updated,
        long unchanged,
        long failed,
        long peopleCreated,
        long unitsCreated,
        long positionsCreated) {
    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    public Tally plus(Tally more) {
        return new Tally(
                created + more.created,
                updated + more.updated,
                unchanged + more.unchanged,
                failed + more.failed,
                peopleCreated + more.peopleCreated,
                unitsCreated + more.unitsCreated,
                positionsCreated + more.positionsCreated);
    }

    static Tally failed(long rows) {
        return new Tally(0, 0, 0, rows, 0, 0, 0);
    }

    /** When nothing was written after all, nothing was created or changed either. */
    public Tally undone() {
        return new Tally(0, 0, 0, failed, 0, 0, 0);
    }

    public JobOutcome outcome() {
        var details = new TreeMap<String, Object>();
        details.put("peopleCreated", peopleCreated);
        details.put("unitsCreated", unitsCreated);
        details.put("positionsCreated", positionsCreated);
        return new JobOutcome(created, updated, unchanged, failed, details);
    }

    /** The tally that an interrupted load had reached. */
    public static Tally of(@Nullable JobOutcome passed) {
        if (passed == null) {
            return NOTHING;
        }
        return new Tally(
                passed.created(),
                passed.updated(),
                passed.unchanged(),
                passed.failed(),
                number(passed.details(), "peopleCreated"),
                number(passed.details(), "unitsCreated"),
                number(passed.details(), "positionsCreated"));
    }

    private static long number(Map<String, Object> details, String name) {
        return details.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
