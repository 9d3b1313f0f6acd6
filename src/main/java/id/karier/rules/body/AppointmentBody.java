package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PenaltyLevel;
import id.karier.rules.terms.PerformancePredicate;
import id.karier.rules.terms.PositionLevel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions for an appointment to a post (PP 11/2017 jo. PP 17/2020 art. 54 and 107; DOMAIN 8.1).
 *
 * @param requirements conditions by level of the post
 * @param jpmCategories categories of job–person match in a selection with which the standard of competence is met
 * @param blockingPenalties levels of penalty during which nobody is appointed
 * @param ageReadings the readings of "at most so many years old", the default first
 * @param rankStepsBelow how many ranks below the lowest of the post somebody may stand; null in a document before ADR
 *     0110, which does not look at ranks
 * @param holders who may hold a post at all, whatever its conditions; null in a document before ADR 0114
 * @param clauses clause of law by code of the check
 */
public record AppointmentBody(
        Map<PositionLevel, Requirement> requirements,
        List<String> jpmCategories,
        List<PenaltyLevel> blockingPenalties,
        List<AgeReading> ageReadings,
        @Nullable Integer rankStepsBelow,
        @Nullable Holders holders,
        Map<String, String> clauses)
        implements RuleBody {
    public AppointmentBody {
        requirements = Tables.copy(requirements);
        jpmCategories = List.copyOf(jpmCategories);
        blockingPenalties = List.copyOf(blockingPenalties);
        ageReadings = List.copyOf(ageReadings);
        clauses = Tables.copy(clauses);
    }

    /** Whether the birthday itself is the last day, or the day before the next one. */
    public enum AgeReading {
        EXACT,
        COMPLETED_YEARS
    }

    /**
     * @param article the article of law for this level
     * @param education lowest level of education
     * @param experienceYears cumulative related experience; null when none is asked for
     * @param previous posts to come from, any one of them; empty when none is asked for
     * @param performance predicates of the last years; null when none are asked for
     * @param maximumAge highest age at appointment; null when there is none
     * @param competencyInSelection whether the standard of competence is shown in the selection that follows, and not
     *     before it; null in a document before ADR 0110, which leaves it open everywhere
     */
    public record Requirement(
            String article,
            EducationLevel education,
            @Nullable Integer experienceYears,
            List<Previous> previous,
            @Nullable TrackRecord performance,
            @Nullable Integer maximumAge,
            @Nullable Boolean competencyInSelection) {
        public Requirement {
            previous = List.copyOf(previous);
        }

        /** Whether a standard of competence that nothing shows is left to the people of a selection. */
        public boolean leavesCompetencyOpen() {
            return !Boolean.FALSE.equals(competencyInSelection);
        }
    }

    public record Previous(PositionLevel level, int years) {}

    /**
     * @param unknownAllowed whether a year without a predicate is left to the people who judge the track record
     */
    public record TrackRecord(int years, PerformancePredicate atLeast, boolean unknownAllowed) {}

    /**
     * Who may hold a post at all (ADR 0114).
     *
     * @param closedTo to whom the law closes a post
     * @param discouragedFor who holds such a post for a reason only
     * @param functionalStepsBelow how many ranks below the lowest of a functional level its holder may stand
     * @param structuralStepsWithReason how many ranks below the lowest of a managerial post its holder may stand, for a
     *     reason; more is refused
     * @param clauses clause of law by code of the check
     */
    public record Holders(
            List<Closed> closedTo,
            List<Closed> discouragedFor,
            int functionalStepsBelow,
            int structuralStepsWithReason,
            Map<String, String> clauses) {
        public Holders {
            closedTo = List.copyOf(closedTo);
            discouragedFor = List.copyOf(discouragedFor);
            clauses = Tables.copy(clauses);
        }
    }

    /** By which right somebody serves, as far as posts are closed to it. */
    public enum HolderKind {
        CPNS,
        PNS,
        PPPK,
        PPPK_PARUH_WAKTU
    }

    /**
     * @param leading also every post that leads a unit, of whatever level
     * @param article the article of law that says so
     * @param toldInFiles of a row that only discourages: what files say of most such holders is told there, and needs no
     *     reason; null for no
     */
    public record Closed(
            List<HolderKind> kinds,
            List<PositionLevel> levels,
            boolean leading,
            String article,
            @Nullable Boolean toldInFiles) {
        public Closed {
            kinds = List.copyOf(kinds);
            levels = List.copyOf(levels);
        }

        public boolean concerns(HolderKind kind, PositionLevel level, boolean leadsUnit) {
            return kinds.contains(kind) && (levels.contains(level) || (leading && leadsUnit));
        }

        public boolean passesInFiles() {
            return Boolean.TRUE.equals(toldInFiles);
        }
    }

    @Override
    public List<Violation> violations() {
        return List.of();
    }
}
