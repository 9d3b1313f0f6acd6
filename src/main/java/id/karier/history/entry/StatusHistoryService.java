package id.karier.history.entry;

import id.karier.employee.EmployeeEvents.AppointedLater;
import id.karier.employee.EmployeeEvents.BecamePermanent;
import id.karier.employee.EmployeeEvents.StatusGiven;
import id.karier.history.entry.HistoryKind.Factory;
import id.karier.history.entry.StatusJson.StatusFacts;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes and changes the legal standings of a person beside her other ones. Whoever leaves holds her positions until the day
 * before, so that the head of a unit is vacant from then on.
 */
@ApplicationScoped
public class StatusHistoryService implements Factory<StatusFacts>, ReopenCheck {
    private final HistoryQueries histories;
    private final HistoryService history;
    private final PositionHistoryService positions;

    StatusHistoryService(HistoryQueries histories, HistoryService history, PositionHistoryService positions) {
        this.histories = histories;
        this.history = history;
        this.positions = positions;
    }

    @Override
    public StatusRow make(UUID id, UUID employee, StatusFacts facts) {
        return new StatusRow(id, employee, facts);
    }

    @Override
    public void settle(HistoryEntry<StatusFacts> entry, @Nullable StatusFacts before, StatusFacts facts) {
        var others = histories.others(StatusRow.class, HistoryKinds.STATUSES.since(), entry.employeeId, entry.id());
        if (Boolean.TRUE.equals(facts.closesPrevious())) {
            others.stream()
                    .filter(other -> StatusRules.endsBefore(facts, other.facts()))
                    .forEach(other -> other.closeBy(entry.id(), facts.startsOn().minusDays(1)));
        }
        var beside = others.stream().map(StatusRow::facts).toList();
        StatusRules.beside(facts, beside).orRefuse();
        StatusRules.end(before, facts, beside).orRefuse();
        boolean hadLeft = before != null && before.status().hasLeft();
        if (hadLeft || facts.status().hasLeft()) {
            var standings = new ArrayList<>(others);
            standings.add((StatusRow) entry);
            renewPositions(entry.employeeId, standings);
        }
        if (facts.status().hasLeft()) {
            HistoryOutcome.of(begunLater(entry.employeeId, before, facts)).orRefuse();
        }
    }

    /** What of her service begins after the day on which the person leaves: it stands in the way, nothing goes in silence. */
    private List<FieldError> begunLater(UUID employee, @Nullable StatusFacts before, StatusFacts facts) {
        var reasons = new ArrayList<FieldError>();
        for (var kind : HistoryKinds.SERVED) {
            for (var entry : histories.others(kind.entity(), kind.since(), employee, employee)) {
                if (entry.facts() instanceof Served served && StatusRules.outlives(served, facts, before)) {
                    var on = served.beginning().on();
                    reasons.add(StatusRules.entryAfterService(kind.path(), on));
                }
            }
        }
        return reasons;
    }

    /** A candidate becomes permanent on a day on which she serves. */
    void on(@Observes BecamePermanent event) {
        var statuses =
                histories
                        .others(StatusRow.class, HistoryKinds.STATUSES.since(), event.employeeId(), event.employeeId())
                        .stream()
                        .map(StatusRow::facts)
                        .toList();
        StatusRules.served(() -> new Served.Beginning("/startsOn", event.on(), false), statuses)
                .orRefuse();
    }

    /** Nothing of a person's service is older than it. */
    void on(@Observes AppointedLater event) {
        var reasons = new ArrayList<FieldError>();
        for (var kind : HistoryKinds.SINCE_APPOINTMENT) {
            histories.others(kind.entity(), kind.since(), event.employeeId(), event.employeeId()).stream()
                    .map(StatusHistoryService::begunOn)
                    .filter(day -> day.isBefore(event.on()))
                    .findFirst()
                    .ifPresent(day -> reasons.add(StatusRules.entryBeforeAppointment(kind.path(), day)));
        }
        HistoryOutcome.of(reasons).orRefuse();
    }

    private static LocalDate begunOn(HistoryEntry<?> entry) {
        if (entry instanceof ClosableEntry<?> closable) {
            return closable.startsOn;
        }
        return ((Served) entry.facts()).beginning().on();
    }

    /** There is no other standing on those days. */
    @Override
    public void check(ClosableEntry<?> reopened) {
        if (reopened instanceof StatusRow status) {
            var others =
                    histories.others(StatusRow.class, HistoryKinds.STATUSES.since(), status.employeeId, status.id());
            StatusRules.beside(
                            status.facts(),
                            others.stream().map(StatusRow::facts).toList())
                    .orRefuse();
        }
    }

    /** A position that gets its days back ends again where the person leaves by another standing. */
    @Override
    public void endAgain(ClosableEntry<?> reopened) {
        if (reopened instanceof EmployeePosition position) {
            var standings = histories.others(
                    StatusRow.class, HistoryKinds.STATUSES.since(), position.employeeId, position.id());
            leaving(standings).forEach(standing -> end(position, standing));
        }
    }

    /** Positions last until the day before the person leaves, whatever standings came and went. */
    private void renewPositions(UUID employee, List<StatusRow> standings) {
        var reasons = new ArrayList<FieldError>();
        for (var held : histories.others(EmployeePosition.class, HistoryKinds.POSITIONS.since(), employee, employee)) {
            var lastDay = held.endsOn;
            if (standings.stream().anyMatch(standing -> held.isClosedBy(standing.id()))) {
                held.reopen();
            }
            for (var standing : leaving(standings)) {
                var holding = held.holding();
                if (StatusRules.isAfterService(standing.facts(), holding.startsOn())) {
                    reasons.add(StatusRules.positionAfterService(holding.title(), holding.startsOn()));
                } else {
                    end(held, standing);
                }
            }
            boolean longer = lastDay != null && (held.endsOn == null || held.endsOn.isAfter(lastDay));
            if (longer) {
                positions.check(held);
            }
        }
        HistoryOutcome.of(reasons).orRefuse();
    }

    /** Those by which the person leaves the service, the earliest first. */
    private static List<StatusRow> leaving(List<StatusRow> standings) {
        return standings.stream()
                .filter(standing -> standing.facts().status().hasLeft())
                .sorted(Comparator.comparing(standing -> standing.startsOn))
                .toList();
    }

    private static void end(EmployeePosition held, StatusRow standing) {
        var lastDay = standing.startsOn.minusDays(1);
        if (held.startsOn.isBefore(standing.startsOn) && (held.endsOn == null || held.endsOn.isAfter(lastDay))) {
            held.closeBy(standing.id(), lastDay);
        }
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
