package id.karier.history.timeline;

import id.karier.calculation.Calculators;
import id.karier.calculation.person.RetirementJson.RetirementRequest;
import id.karier.employee.EmployeeDirectory;
import id.karier.history.timeline.TimelineJson.Timeline;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.organisation.AgencyDirectory;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a timeline together for a reader: who is in reach, which parts, which day. */
@ApplicationScoped
public class TimelineService {
    /** What is decreed for later is known about this far ahead. */
    private static final int YEARS_AHEAD = 2;

    private final EmployeeDirectory people;
    private final TimelineQueries histories;
    private final AgencyDirectory agencies;
    private final Calculators calculators;
    private final Caller caller;

    TimelineService(
            EmployeeDirectory people,
            TimelineQueries histories,
            AgencyDirectory agencies,
            Calculators calculators,
            Caller caller) {
        this.people = people;
        this.histories = histories;
        this.agencies = agencies;
        this.calculators = calculators;
        this.caller = caller;
    }

    /**
     * The career as it stood on a day; as it stands today without one.
     *
     * @throws ProblemException 404 outside the reader's reach, 400 for a day that is before the birth or too far ahead
     */
    Timeline timeline(UUID employee, @Nullable LocalDate asOf) {
        var person = people.require(employee);
        var today = agencies.today(person.agency());
        var day = asOf == null ? today : asOf;
        if (day.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw refused("AS_OF_TOO_FAR", today.plusYears(YEARS_AHEAD));
        }
        if (day.isBefore(person.birthDate())) {
            throw refused("AS_OF_BEFORE_BIRTH");
        }
        boolean penalties = seesPenaltiesOf(employee);
        var entries = histories.entries(person, day, penalties);
        var paths = histories.paths(person.agency(), units(entries, day), day);
        return TimelineRules.timeline(person, day, entries, paths, penalties, retirement(person, entries, day));
    }

    /** Penalties have readers of their own, who may be fewer than those of the rest. */
    private boolean seesPenaltiesOf(UUID employee) {
        var who = caller.identity();
        var reach = who.scopes().isEmpty()
                ? AccessTable.reach(who.roles(), Resource.DISCIPLINE, Action.READ)
                : AccessTable.reachOfScopes(who.scopes(), Resource.DISCIPLINE, Action.READ);
        return reach.compareTo(caller.reach()) == 0 || people.isWithin(reach, employee);
    }

    private static HashSet<UUID> units(List<TimelineRow> entries, LocalDate day) {
        var units = new HashSet<UUID>();
        var held = TimelineRules.definitive(entries, day);
        if (held != null && held.unitId() != null) {
            units.add(held.unitId());
        }
        for (var duty : TimelineRules.acting(entries, day)) {
            if (duty.unitId() != null) {
                units.add(duty.unitId());
            }
        }
        return units;
    }

    /** By the law of the day; nothing where that law cannot tell. */
    private @Nullable LocalDate retirement(EmployeeDirectory.Facts person, List<TimelineRow> entries, LocalDate day) {
        var held = TimelineRules.definitive(entries, day);
        if (held == null || held.level() == null) {
            return null;
        }
        var level = PositionLevel.valueOf(held.level());
        var request = new RetirementRequest(person.birthDate(), level, held.retirementAge(), null, day, null);
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
