package id.karier.employee;

import id.karier.kernel.Published;
import id.karier.kernel.access.Resource;
import java.util.Map;
import java.util.function.Function;

/**
 * What {@code GET /employees/{id}?expand=} brings along: the list of it, and whose rule says who may read it. Written as on
 * the wire, where the same words name the members of {@link EmployeeJson.Expanded}.
 */
@Published
public enum Expansion {
    unitPath(Resource.UNIT),
    identityNumbers(Resource.CAREER_HISTORY),
    ranks(Resource.CAREER_HISTORY),
    positions(Resource.CAREER_HISTORY),
    educations(Resource.CAREER_HISTORY),
    trainings(Resource.CAREER_HISTORY),
    awards(Resource.CAREER_HISTORY),
    disciplines(Resource.DISCIPLINE),
    credits(Resource.CAREER_HISTORY),
    statuses(Resource.CAREER_HISTORY),
    timeline(Resource.CAREER_HISTORY);

    private final Resource resource;

    Expansion(Resource resource) {
        this.resource = resource;
    }

    Resource resource() {
        return resource;
    }

    /** Implemented by whoever holds some of it: slices above this one, which must not import them. */
    public interface Holder {
        /** Each reads what its address below the person answers without parameters; whether the caller may is settled. */
        Map<Expansion, Function<EmployeeDirectory.Facts, Object>> readers();
    }
}
