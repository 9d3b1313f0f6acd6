package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.terms.FollowUp;
import id.karier.rules.terms.PerformanceRating;
import id.karier.rules.terms.PotentialBand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The nine boxes of talent management (PermenPANRB 3/2020, Kepka BKN 411/2025; DOMAIN 6.1).
 *
 * @param axes the readings of the axis bands, the default first
 * @param score the scale of both axes
 * @param grid the nine boxes
 * @param followUps what is recommended for each box, by its number
 * @param pool the boxes that form the talent pool
 * @param scale decimals that a score is rounded to, half-up, before it is compared
 */
public record NineBoxBody(
        List<Axes> axes,
        Range score,
        List<Box> grid,
        Map<Integer, List<FollowUp>> followUps,
        List<Integer> pool,
        int scale)
        implements RuleBody {
    public NineBoxBody {
        axes = List.copyOf(axes);
        grid = List.copyOf(grid);
        followUps = Tables.copy(followUps);
        pool = List.copyOf(pool);
    }

    /** One reading of the bands: performance on y, potential on x. */
    public record Axes(String code, List<Band> y, List<Band> x) {
        public Axes {
            y = List.copyOf(y);
            x = List.copyOf(x);
        }
    }

    public record Box(PerformanceRating y, PotentialBand x, int box) {}

    /** A reading by its code, or the default when none is named. */
    public Optional<Axes> axes(@Nullable String code) {
        return axes.stream()
                .filter(candidate -> code == null || candidate.code().equals(code))
                .findFirst();
    }

    /** The box of a pair of bands; all nine are there, see {@link #violations()}. */
    public int box(PerformanceRating y, PotentialBand x) {
        return grid.stream()
                .filter(cell -> cell.y() == y && cell.x() == x)
                .findFirst()
                .orElseThrow()
                .box();
    }

    @Override
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        var numbers = new HashSet<Integer>();
        for (var y : PerformanceRating.values()) {
            for (var x : PotentialBand.values()) {
                var cells = grid.stream()
                        .filter(cell -> cell.y() == y && cell.x() == x)
                        .toList();
                if (cells.size() != 1 || !numbers.add(cells.get(0).box())) {
                    found.add(Violation.at("/body/grid", "CELL_NOT_ONCE", y, x, cells.size()));
                }
            }
        }
        found.addAll(Tables.readingViolations(
                "/body/axes", axes.stream().map(Axes::code).toList()));
        for (int i = 0; i < axes.size(); i++) {
            var reading = axes.get(i);
            var pointer = "/body/axes/" + i;
            found.addAll(Band.violations(pointer + "/y", reading.y(), score.from()));
            found.addAll(Band.violations(pointer + "/x", reading.x(), score.from()));
            found.addAll(Tables.totalViolations(
                    pointer + "/y",
                    reading.y().stream()
                            .map(Band::label)
                            .map(PerformanceRating::valueOf)
                            .toList(),
                    PerformanceRating.class));
            found.addAll(Tables.totalViolations(
                    pointer + "/x",
                    reading.x().stream()
                            .map(Band::label)
                            .map(PotentialBand::valueOf)
                            .toList(),
                    PotentialBand.class));
        }
        return found;
    }
}
