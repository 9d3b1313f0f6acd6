package id.karier.history.timeline;

import id.karier.calculation.Calculators;
import id.karier.calculation.person.RetirementJson.RetirementRequest;
import id.karier.employee.EmployeeDirectory;
import id.karier.employee.Expansion;
import id.karier.history.timeline.TimelineJson.Timeline;
import id.karier.history.timeline.TimelineJson.UnitOnPath;
import id.karier.history.timeline.TimelineRules.Held;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.Resource;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.UnitDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a timeline together for a reader: who is in reach, which parts, which day. */
@ApplicationScoped
public class TimelineService implements Expansion.Holder {
    /** What is decreed for later is known about this far ahead. */
    private static final int YEARS_AHEAD = 2;

    private final EmployeeDirectory people;
    private final TimelineQueries histories;
    private final AgencyDirectory agencies;
    private final UnitDirectory units;
    private final Calculators calculators;

    TimelineService(
            EmployeeDirectory people,
            TimelineQueries histories,
            AgencyDirectory agencies,
            UnitDirectory units,
            Calculators calculators) {
        this.people = people;
        this.histories = histories;
        this.agencies = agencies;
        this.units = units;
        this.calculators = calculators;
    }

    /**
     * The career as it stood on a day; as it stands today without one.
     *
     * @throws ProblemException 404 outside the reader's reach, 400 for a day that is before the birth or too far ahead
     */
    Timeline timeline(UUID employee, @Nullable LocalDate asOf) {
        return timeline(people.require(employee), asOf);
    }

    @Override
    public Map<Expansion, Function<EmployeeDirectory.Facts, Object>> readers() {
        return Map.of(Expansion.timeline, person -> timeline(person, null));
    }

    /** Units stand and are called in a timeline as on its day. */
    private Map<UUID, List<UnitOnPath>> paths(Collection<UUID> leaves, LocalDate day) {
        var paths = new HashMap<UUID, List<UnitOnPath>>();
        units.pathsOn(leaves, day)
                .forEach((unit, path) -> paths.put(
                        unit,
                        path.stream()
                                .map(step -> new UnitOnPath(step.id(), step.name(), step.kind()))
                                .toList()));
        return paths;
    }

    private Timeline timeline(EmployeeDirectory.Facts person, @Nullable LocalDate asOf) {
        var today = agencies.today(person.agency());
        var day = asOf == null ? today : asOf;
        if (day.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw refused("AS_OF_TOO_FAR", today.plusYears(YEARS_AHEAD));
        }
        if (day.isBefore(person.birthDate())) {
            throw refused("AS_OF_BEFORE_BIRTH");
        }
        boolean penalties = people.mayRead(Resource.DISCIPLINE, person);
        var entries = histories.entries(person.id(), day, penalties);
        var definitive = TimelineRules.definitive(entries, day);
        var paths = paths(units(definitive, TimelineRules.acting(entries, day)), day);
        return TimelineRules.timeline(
                person, day, entries, definitive, paths, penalties, retirement(person, definitive, day));
    }

    private static Set<UUID> units(@Nullable Held definitive, List<TimelineRow> acting) {
        var rows = new ArrayList<>(acting);
        if (definitive != null) {
            rows.add(definitive.row());
        }
        var units = new HashSet<UUID>();
        for (var row : rows) {
            if (row.unitId() != null) {
                units.add(row.unitId());
            }
        }
        return units;
    }

    /** By the law of the day; nothing where that law cannot tell. */
    private @Nullable LocalDate retirement(EmployeeDirectory.Facts person, @Nullable Held definitive, LocalDate day) {
        if (definitive == null) {
            return null;
        }
        var held = definitive.holding().span();
        var request = new RetirementRequest(person.birthDate(), held.level(), held.retirementAge(), null, day, null);
        try {
            return calculators
                    .retirement(request, new Calculators.Case(day, person.agency()))
                    .effectiveOn();
        } catch (ProblemException notComputable) {
            return null;
        }
    }

    private static ProblemException refused(String code, Object... figures) {
        return new ProblemException(ErrorCode.INVALID_PARAMETER, FieldError.in("history", "asOf", code, figures));
    }
}
