package id.karier.history.entry;

import id.karier.employee.EmployeeEvents.StatusGiven;
import id.karier.history.entry.HistoryKind.Factory;
import id.karier.history.entry.StatusJson.StatusFacts;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.UUID;

/**
 * Makes and changes the legal standings of a person beside her other ones. Whoever leaves holds her positions until the day
 * before, so that the head of a unit is vacant from then on.
 */
@ApplicationScoped
public class StatusHistoryService implements Factory<StatusFacts> {
    private final HistoryQueries histories;
    private final HistoryService history;

    StatusHistoryService(HistoryQueries histories, HistoryService history) {
        this.histories = histories;
        this.history = history;
    }

    @Override
    public StatusRow make(UUID id, UUID employee, StatusFacts facts) {
        return new StatusRow(id, employee, facts);
    }

    @Override
    public void settle(HistoryEntry<StatusFacts> entry, StatusFacts facts) {
        var others = histories.others(StatusRow.class, HistoryKinds.STATUSES.since(), entry.employeeId, entry.id());
        if (Boolean.TRUE.equals(facts.closesPrevious())) {
            others.stream()
                    .filter(other -> StatusRules.endsBefore(facts, other.facts()))
                    .forEach(other -> other.end(facts.startsOn().minusDays(1)));
        }
        StatusRules.beside(facts, others.stream().map(StatusRow::facts).toList())
                .orRefuse();
        if (facts.status().hasLeft()) {
            endPositions(entry, facts);
        }
    }

    private void endPositions(HistoryEntry<StatusFacts> entry, StatusFacts facts) {
        var lastDay = facts.startsOn().minusDays(1);
        var reasons = new ArrayList<FieldError>();
        for (var held : histories.others(
                EmployeePosition.class, HistoryKinds.POSITIONS.since(), entry.employeeId, entry.id())) {
            var holding = held.holding();
            if (StatusRules.isAfterService(facts, holding.startsOn())) {
                reasons.add(StatusRules.positionAfterService(holding.title(), holding.startsOn()));
            } else if (holding.startsOn().isBefore(facts.startsOn())
                    && (holding.endsOn() == null || holding.endsOn().isAfter(lastDay))) {
                held.end(lastDay);
            }
        }
        HistoryOutcome.of(reasons).orRefuse();
    }

    /** A person is registered who does not serve as others do: her row obeys the rules of all others. */
    void on(@Observes StatusGiven event) {
        var said = event.decree();
        var facts = new StatusFacts(
                event.status(),
                said.startsOn(),
                said.endsOn(),
                said.startUnknown(),
                said.reason(),
                said.destination(),
                said.decreeNumber(),
                said.decreeDate(),
                null);
        try {
            history.add(HistoryKinds.STATUSES, this, event.employeeId(), facts);
        } catch (ProblemException refused) {
            throw new ProblemException(
                    refused.code(),
                    refused.errors().stream()
                            .map(error -> new FieldError(
                                    "/statusDecree" + error.pointer(), error.code(), error.sentence(), error.figures()))
                            .toList());
        }
    }
}
