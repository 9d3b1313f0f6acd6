package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.terms.PenaltyLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Penalty for unjustified absence in working days (PP 94/2021; DOMAIN 10.1).
 *
 * @param penalties penalties by the lowest number of cumulative days, highest first
 * @param consecutiveDays days in a row that bring the penalty {@code consecutivePenalty}, whatever the sum
 * @param mostDays a year has no more days than this
 */
public record DisciplineBody(List<Penalty> penalties, int consecutiveDays, String consecutivePenalty, int mostDays)
        implements RuleBody {
    public DisciplineBody {
        penalties = List.copyOf(penalties);
    }

    /**
     * @param fromDays lowest number of cumulative working days in a calendar year
     * @param months how long it lasts; null when it does not last
     * @param allowanceCutPercent what it takes from the performance allowance; null when nothing
     */
    public record Penalty(
            String code,
            PenaltyLevel level,
            int fromDays,
            @Nullable Integer months,
            @Nullable Integer allowanceCutPercent) {}

    public Optional<Penalty> penalty(String code) {
        return penalties.stream().filter(penalty -> penalty.code().equals(code)).findFirst();
    }

    @Override
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        for (int i = 1; i < penalties.size(); i++) {
            var above = penalties.get(i - 1);
            var below = penalties.get(i);
            if (below.fromDays() >= above.fromDays() || below.level().compareTo(above.level()) > 0) {
                found.add(Violation.at("/body/penalties/" + i, "PENALTIES_NOT_FALLING", below.code()));
            }
        }
        if (penalty(consecutivePenalty).isEmpty()) {
            found.add(Violation.at("/body/consecutivePenalty", "PENALTY_UNKNOWN", consecutivePenalty));
        }
        return found;
    }
}
