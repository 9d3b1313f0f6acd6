package id.karier.organisation;

import static id.karier.organisation.OrganisationOutcome.conflicting;
import static id.karier.organisation.OrganisationOutcome.forbidden;

import id.karier.kernel.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the tree of units may change. On every day, past, present or planned, the placements of that day form a forest: no
 * unit stands under itself.
 */
public final class UnitRules {
    /** A tree that is deeper has a defect: both engines stop following it upward at a thousand steps. */
    static final int DEEPEST = 500;

    private UnitRules() {}

    /** Where a unit stands from a day to a day. */
    public record Stay(
            UUID id,
            @Nullable UUID parentId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    /**
     * What is above the new parent, on the first day and on every later day on which the tree changes while the unit
     * stays there.
     *
     * @param underItselfOn the first of those days on which the unit itself is above
     * @param length the most units that are above, the parent included
     */
    public record Chain(@Nullable LocalDate underItselfOn, int length) {
        static final Chain NONE = new Chain(null, 0);
    }

    /**
     * How a move fits into a unit's stays.
     *
     * @param corrected the stay that begins on the same day, which the move replaces
     * @param before the stay that ends the day before
     * @param endsOn its last day, when a later stay is planned
     */
    public record Fit(
            @Nullable Stay corrected,
            @Nullable Stay before,
            @Nullable LocalDate endsOn) {}

    /** What hangs on a unit that is to be closed. */
    public record Blockers(
            boolean people, boolean positions, boolean subunits, boolean plannedMoves, boolean laterNames) {}

    /** Finds a move's place among the stays, which are in the order of their days. */
    public static Fit fit(List<Stay> stays, LocalDate startsOn) {
        Stay corrected = null;
        Stay before = null;
        LocalDate endsOn = null;
        for (var stay : stays) {
            int order = stay.startsOn().compareTo(startsOn);
            if (order < 0) {
                before = stay;
            } else if (order == 0) {
                corrected = stay;
            } else if (endsOn == null) {
                endsOn = stay.startsOn().minusDays(1);
            }
        }
        return new Fit(corrected, before, endsOn);
    }

    /**
     * Whether a unit may open under a parent.
     *
     * @param parent null at the top
     * @param parentDepth how many units are above the parent, itself included
     */
    public static OrganisationOutcome open(LocalDate openedOn, UnitDirectory.@Nullable Facts parent, int parentDepth) {
        if (parent != null && !parent.isOpenOn(openedOn)) {
            return forbidden("/parentId", "PARENT_NOT_OPEN", openedOn.toString());
        }
        return parentDepth < DEEPEST
                ? new OrganisationOutcome.Accepted()
                : forbidden("/parentId", "TREE_TOO_DEEP", DEEPEST);
    }

    /**
     * Whether a unit may move.
     *
     * @param parent null to the top
     * @param height how many levels the unit's own subtree has below it
     */
    public static OrganisationOutcome move(
            UnitDirectory.Facts unit,
            UnitDirectory.@Nullable Facts parent,
            LocalDate startsOn,
            LocalDate today,
            List<Stay> stays,
            Chain chain,
            int height) {
        if (unit.closedOn() != null) {
            return conflicting("", "UNIT_CLOSED", unit.closedOn().toString());
        }
        if (parent != null && parent.id().equals(unit.id())) {
            return forbidden("/parentId", "UNIT_UNDER_ITSELF", startsOn.toString());
        }
        if (parent != null && !parent.isOpenOn(startsOn)) {
            return forbidden("/parentId", "PARENT_NOT_OPEN", startsOn.toString());
        }
        var settled = settledSince(stays, today);
        if (startsOn.isBefore(settled)) {
            return forbidden("/startsOn", "MOVE_BEFORE_PLACEMENT", settled.toString());
        }
        var fit = fit(stays, startsOn);
        if (fit.corrected() == null
                && fit.before() != null
                && Objects.equals(fit.before().parentId(), parent == null ? null : parent.id())) {
            return conflicting("/parentId", "ALREADY_THERE");
        }
        if (chain.underItselfOn() != null) {
            return forbidden(
                    "/parentId", "UNIT_UNDER_ITSELF", chain.underItselfOn().toString());
        }
        return chain.length() + height < DEEPEST
                ? new OrganisationOutcome.Accepted()
                : forbidden("/parentId", "TREE_TOO_DEEP", DEEPEST);
    }

    /** What is past stays as it was: a move begins no earlier than the stay of today. */
    private static LocalDate settledSince(List<Stay> stays, LocalDate today) {
        var since = LocalDate.MIN;
        for (var stay : stays) {
            if (since.equals(LocalDate.MIN) || !stay.startsOn().isAfter(today)) {
                since = stay.startsOn();
            }
        }
        return since;
    }

    /** Whether a unit may end with a day. */
    public static OrganisationOutcome close(
            UnitDirectory.Facts unit, LocalDate lastDay, LocalDate today, List<Stay> stays, Blockers blockers) {
        if (unit.closedOn() != null) {
            return conflicting("", "UNIT_CLOSED", unit.closedOn().toString());
        }
        var settled = settledSince(stays, today);
        if (lastDay.isAfter(today) || lastDay.isBefore(unit.openedOn()) || lastDay.isBefore(settled)) {
            return forbidden("/closedOn", "CLOSED_ON_OUT_OF_RANGE", settled.toString(), today.toString());
        }
        var reasons = new ArrayList<FieldError>();
        add(reasons, blockers.people(), "UNIT_HAS_PEOPLE");
        add(reasons, blockers.positions(), "UNIT_HAS_POSITIONS");
        add(reasons, blockers.subunits(), "UNIT_HAS_SUBUNITS");
        add(reasons, blockers.plannedMoves(), "UNIT_HAS_PLANNED_MOVES");
        add(reasons, blockers.laterNames(), "UNIT_HAS_LATER_NAMES");
        return reasons.isEmpty() ? new OrganisationOutcome.Accepted() : new OrganisationOutcome.StillUsed(reasons);
    }

    /** Whether a unit may be called otherwise from a day on. */
    public static OrganisationOutcome rename(LocalDate openedOn, @Nullable LocalDate closedOn, LocalDate startsOn) {
        if (startsOn.isBefore(openedOn)) {
            return forbidden("/startsOn", "BEFORE_OPENING", openedOn.toString());
        }
        return closedOn != null && startsOn.isAfter(closedOn)
                ? conflicting("", "UNIT_CLOSED", closedOn.toString())
                : new OrganisationOutcome.Accepted();
    }

    /** The first name or place of a unit goes with the unit only. */
    public static OrganisationOutcome takeBack(boolean isFirst, String code) {
        return isFirst ? conflicting("", code) : new OrganisationOutcome.Accepted();
    }

    /**
     * Whether a place may be taken back: the one before it goes on until its last day.
     *
     * @param parent of the stay that goes on, null at the top
     * @param endsOn the last day of the stay that is taken back
     * @param chain what is above that parent on the days that come to it
     */
    public static OrganisationOutcome takeBack(
            UnitDirectory.@Nullable Facts parent, @Nullable LocalDate endsOn, Chain chain) {
        if (chain.underItselfOn() != null) {
            return forbidden("", "UNIT_UNDER_ITSELF", chain.underItselfOn().toString());
        }
        var closedOn = parent == null ? null : parent.closedOn();
        return closedOn != null && (endsOn == null || endsOn.isAfter(closedOn))
                ? forbidden("", "PARENT_NOT_OPEN", closedOn.plusDays(1).toString())
                : new OrganisationOutcome.Accepted();
    }

    /**
     * Whether a unit opened on another day than was said.
     *
     * @param parent of its first stay, null at the top
     * @param firstUse the first day on which anybody or anything stands in it; null for none
     */
    public static OrganisationOutcome openedOn(
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            List<Stay> stays,
            UnitDirectory.@Nullable Facts parent,
            @Nullable LocalDate firstUse) {
        var last = firstUse;
        if (stays.size() > 1) {
            last = earlier(last, stays.get(1).startsOn().minusDays(1));
        }
        last = earlier(last, closedOn);
        if (last != null && openedOn.isAfter(last)) {
            return forbidden("/openedOn", "OPENED_AFTER_USE", last.toString());
        }
        return parent == null || parent.isOpenOn(openedOn)
                ? new OrganisationOutcome.Accepted()
                : forbidden("/openedOn", "PARENT_NOT_OPEN", openedOn.toString());
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** Whether a unit that was opened by mistake may go: nothing has ever stood in it or under it. */
    public static OrganisationOutcome remove(Blockers ever) {
        var reasons = new ArrayList<FieldError>();
        add(reasons, ever.people(), "UNIT_EVER_HAD_PEOPLE");
        add(reasons, ever.positions(), "UNIT_EVER_HAD_POSITIONS");
        add(reasons, ever.subunits(), "UNIT_EVER_HAD_SUBUNITS");
        return reasons.isEmpty() ? new OrganisationOutcome.Accepted() : new OrganisationOutcome.StillUsed(reasons);
    }

    private static void add(List<FieldError> reasons, boolean blockersed, String code) {
        if (blockersed) {
            reasons.add(FieldError.in("organisation", "", code));
        }
    }
}
