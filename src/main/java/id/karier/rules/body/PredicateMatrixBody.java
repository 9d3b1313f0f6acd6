package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.terms.PerformancePredicate;
import id.karier.rules.terms.PerformanceRating;
import java.util.ArrayList;
import java.util.List;

/**
 * Predicate of the annual evaluation from work result and work behaviour (PermenPANRB 6/2022; DOMAIN 4.2), and the term
 * for objecting to it (PP 30/2019 art. 59).
 *
 * @param cells the nine cells
 * @param objectionDays calendar days after receipt within which an objection may be raised
 */
public record PredicateMatrixBody(List<Cell> cells, int objectionDays) implements RuleBody {
    public PredicateMatrixBody {
        cells = List.copyOf(cells);
    }

    public record Cell(PerformanceRating workResult, PerformanceRating workBehaviour, PerformancePredicate predicate) {}

    /** The predicate of a cell; every cell is there, see {@link #violations()}. */
    public PerformancePredicate predicate(PerformanceRating workResult, PerformanceRating workBehaviour) {
        return cells.stream()
                .filter(cell -> cell.workResult() == workResult && cell.workBehaviour() == workBehaviour)
                .findFirst()
                .orElseThrow()
                .predicate();
    }

    /** Total, one predicate a cell, and never lower for a higher rating. */
    @Override
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        for (var workResult : PerformanceRating.values()) {
            for (var workBehaviour : PerformanceRating.values()) {
                long count = cells.stream()
                        .filter(cell -> cell.workResult() == workResult && cell.workBehaviour() == workBehaviour)
                        .count();
                if (count != 1) {
                    found.add(Violation.at("/body/cells", "CELL_NOT_ONCE", workResult, workBehaviour, count));
                }
            }
        }
        for (var low : cells) {
            for (var high : cells) {
                if (low.workResult().compareTo(high.workResult()) <= 0
                        && low.workBehaviour().compareTo(high.workBehaviour()) <= 0
                        && low.predicate().compareTo(high.predicate()) > 0) {
                    found.add(Violation.at("/body/cells", "MATRIX_NOT_MONOTONE", low.predicate(), high.predicate()));
                }
            }
        }
        return found;
    }
}
