package id.karier.history.entry;

import static id.karier.history.entry.HistoryRules.refused;
import static id.karier.history.entry.HistoryRules.told;

import id.karier.history.entry.HistoryJson.PositionFacts;
import id.karier.kernel.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pure rules on the positions of one person: one definitive position a day, and no acting duty twice at once. */
final class PositionHistoryRules {
    private PositionHistoryRules() {}

    /** One holding of a position, as far as the rules look; the last day is included, null is open. */
    record Holding(
            UUID id,
            Assignment assignment,
            @Nullable UUID positionId,
            String title,
            @Nullable UUID unitId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String decreeNumber) {
        boolean overlaps(Holding other) {
            return (endsOn == null || !endsOn.isBefore(other.startsOn))
                    && (other.endsOn == null || !other.endsOn.isBefore(startsOn));
        }

        boolean isDefinitive() {
            return assignment == Assignment.DEFINITIVE;
        }

        /** One position in the registers, or one that is called alike in the same unit. */
        boolean isSamePosition(Holding other) {
            return Objects.equals(positionId, other.positionId)
                    && (positionId != null || (title.equals(other.title) && Objects.equals(unitId, other.unitId)));
        }
    }

    /** Whether the days of a holding can be true of the person. */
    static HistoryOutcome dates(PositionFacts position, PersonDates dates) {
        var reasons = new ArrayList<FieldError>();
        DayRules.serving(reasons, dates, "/startsOn", position.startsOn());
        DayRules.serving(reasons, dates, "/swornInOn", position.swornInOn());
        DayRules.lasting(reasons, dates, position.startsOn(), position.endsOn());
        DayRules.careerDecree(reasons, dates, position);
        return HistoryOutcome.of(reasons);
    }

    /**
     * Members that contradict each other: a position of the registers brings its own title, level and unit, a unit brings
     * its own name.
     */
    static HistoryOutcome members(PositionFacts position) {
        var reasons = new ArrayList<FieldError>();
        if (position.positionId() != null) {
            given(reasons, "/title", position.title(), "GIVEN_BY_POSITION");
            given(reasons, "/level", position.level(), "GIVEN_BY_POSITION");
            given(reasons, "/unitId", position.unitId(), "GIVEN_BY_POSITION");
            given(reasons, "/unitName", position.unitName(), "GIVEN_BY_POSITION");
        } else {
            missing(reasons, "/title", position.title());
            missing(reasons, "/level", position.level());
            if (position.unitId() != null) {
                given(reasons, "/unitName", position.unitName(), "GIVEN_BY_UNIT");
            }
        }
        return HistoryOutcome.of(reasons);
    }

    /** Nobody holds a position after its last day. */
    static HistoryOutcome inPosition(PositionFacts holding, @Nullable LocalDate closedOn) {
        return until(closedOn, holding, "/positionId", "POSITION_CLOSED", "OUTLASTS_POSITION");
    }

    /** Nobody stands in a unit after its last day. */
    static HistoryOutcome inUnit(PositionFacts holding, @Nullable LocalDate closedOn) {
        return until(closedOn, holding, "/unitId", "UNIT_CLOSED", "OUTLASTS_UNIT");
    }

    private static HistoryOutcome until(
            @Nullable LocalDate closedOn, PositionFacts holding, String place, String closed, String outlasts) {
        var reasons = new ArrayList<FieldError>();
        if (closedOn != null && closedOn.isBefore(holding.startsOn())) {
            reasons.add(refused(place, closed, closedOn));
        } else if (closedOn != null
                && (holding.endsOn() == null || holding.endsOn().isAfter(closedOn))) {
            reasons.add(refused("/endsOn", outlasts, closedOn));
        }
        return HistoryOutcome.of(reasons);
    }

    private static void given(List<FieldError> reasons, String pointer, @Nullable Object value, String code) {
        if (value != null) {
            reasons.add(refused(pointer, code));
        }
    }

    private static void missing(List<FieldError> reasons, String pointer, @Nullable Object value) {
        if (value == null) {
            reasons.add(refused(pointer, "REQUIRED_WITHOUT_POSITION"));
        }
    }

    /** The open definitive holding that began before a new definitive one, and which that one may therefore end. */
    static Optional<Holding> endedBy(Holding candidate, List<Holding> others) {
        return others.stream()
                .filter(other -> candidate.isDefinitive()
                        && other.isDefinitive()
                        && other.endsOn() == null
                        && other.startsOn().isBefore(candidate.startsOn()))
                .findFirst();
    }

    /**
     * Definitive holdings do not overlap; acting duty overlaps with anything but acting duty in the same position.
     *
     * @param others the other holdings of the person, less the one that the candidate ends
     */
    static HistoryOutcome beside(Holding candidate, List<Holding> others) {
        var reasons = new ArrayList<FieldError>();
        for (var other : others) {
            if (!candidate.overlaps(other) || candidate.isDefinitive() != other.isDefinitive()) {
                continue;
            }
            if (candidate.isDefinitive()) {
                reasons.add(collision("DEFINITIVE_OVERLAP", wayOut(candidate, other), other));
            } else if (candidate.isSamePosition(other)) {
                reasons.add(collision("ACTING_TWICE", "error.ACTING_TWICE", other));
            }
        }
        return HistoryOutcome.of(reasons);
    }

    /** What helps: closesPrevious ends an open one that began before; one that begins later takes an end of this one. */
    private static String wayOut(Holding candidate, Holding other) {
        if (other.startsOn().isAfter(candidate.startsOn())) {
            return "overlap.DEFINITIVE_LATER";
        }
        boolean closable = other.endsOn() == null && other.startsOn().isBefore(candidate.startsOn());
        return closable ? "error.DEFINITIVE_OVERLAP" : "overlap.DEFINITIVE_IN_THE_WAY";
    }

    private static FieldError collision(String code, String sentence, Holding other) {
        var endsOn = other.endsOn() == null ? "…" : other.endsOn().toString();
        return new FieldError(
                "/startsOn",
                code,
                "history." + sentence,
                List.of(other.title(), other.startsOn(), endsOn, told(other.decreeNumber())));
    }

    /**
     * Whoever takes the oath of a post holds it from that day at the earliest.
     *
     * @param before what the row said until now, null for a new one
     */
    static HistoryOutcome oath(@Nullable PositionFacts before, PositionFacts after) {
        var swornInOn = after.swornInOn();
        boolean asBefore = before != null
                && before.startsOn().equals(after.startsOn())
                && Objects.equals(before.swornInOn(), swornInOn);
        return swornInOn == null || asBefore || !swornInOn.isBefore(after.startsOn())
                ? HistoryOutcome.of(List.of())
                : HistoryOutcome.of(List.of(refused("/swornInOn", "SWORN_BEFORE_POST", after.startsOn())));
    }
}
