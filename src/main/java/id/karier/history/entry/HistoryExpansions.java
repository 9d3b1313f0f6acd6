package id.karier.history.entry;

import id.karier.employee.EmployeeDirectory;
import id.karier.employee.Expansion;
import id.karier.kernel.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;

/** The first page of each history, for a person who is shown with them. */
@ApplicationScoped
class HistoryExpansions implements Expansion.Holder {
    private final HistoryQueries histories;

    HistoryExpansions(HistoryQueries histories) {
        this.histories = histories;
    }

    @Override
    public Map<Expansion, Function<EmployeeDirectory.Facts, Object>> readers() {
        return Map.of(
                Expansion.ranks, first(HistoryKinds.RANKS),
                Expansion.positions, first(HistoryKinds.POSITIONS),
                Expansion.educations, first(HistoryKinds.EDUCATIONS),
                Expansion.trainings, first(HistoryKinds.TRAININGS),
                Expansion.awards, first(HistoryKinds.AWARDS),
                Expansion.disciplines, first(HistoryKinds.DISCIPLINES),
                Expansion.credits, first(HistoryKinds.CREDITS),
                Expansion.statuses, first(HistoryKinds.STATUSES));
    }

    private Function<EmployeeDirectory.Facts, Object> first(HistoryKind<?, ?> kind) {
        return person -> histories.page(kind, person.id(), new PageRequest());
    }
}
