package id.karier.competency.summary;

import id.karier.competency.summary.SummaryJson.Figures;
import id.karier.competency.summary.SuppressionRules.Size;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pure rules that count people against what is required of them (DOMAIN §3.4). */
public final class SummaryRules {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private SummaryRules() {}

    /**
     * So many people of one unit and level, of whom the same is required and who hold the same.
     *
     * @param unit null for those without one
     * @param own the level that their positions themselves require, null where they say nothing
     * @param held null for those who were not assessed
     */
    record Cell(
            @Nullable UUID unit,
            PositionLevel level,
            @Nullable Integer own,
            @Nullable Integer held,
            int people) {}

    /** What is counted of a group. */
    record Count(int people, int assessed, int below, int at, int above, int gaps) {
        static final Count NONE = new Count(0, 0, 0, 0, 0, 0);

        Count plus(Count other) {
            return new Count(
                    people + other.people,
                    assessed + other.assessed,
                    below + other.below,
                    at + other.at,
                    above + other.above,
                    gaps + other.gaps);
        }

        Size size() {
            return new Size(people, assessed);
        }

        static Count sum(Collection<Count> counts) {
            return counts.stream().reduce(NONE, Count::plus);
        }
    }

    /**
     * What a cell comes to; nothing where nothing is required.
     *
     * @param byLevel what levels of position require of the competency, empty where they say nothing
     */
    static Count count(Cell cell, Map<PositionLevel, Integer> byLevel) {
        var required = cell.own() == null ? byLevel.get(cell.level()) : cell.own();
        if (required == null) {
            return Count.NONE;
        }
        int people = cell.people();
        if (cell.held() == null) {
            return new Count(people, 0, 0, 0, 0, 0);
        }
        int gap = required - cell.held();
        return new Count(
                people, people, gap > 0 ? people : 0, gap == 0 ? people : 0, gap < 0 ? people : 0, gap * people);
    }

    /** The figures of a group; a mean is of those who were assessed, and of nobody there is none. */
    static Figures figures(Count count) {
        int assessed = count.assessed();
        return new Figures(
                false,
                count.people(),
                assessed,
                count.people() == 0 ? null : share(assessed, count.people()),
                count.below(),
                count.at(),
                count.above(),
                assessed == 0
                        ? null
                        : BigDecimal.valueOf(count.gaps())
                                .divide(BigDecimal.valueOf(assessed), 2, RoundingMode.HALF_UP));
    }

    private static BigDecimal share(int part, int whole) {
        return BigDecimal.valueOf(part).multiply(PERCENT).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
