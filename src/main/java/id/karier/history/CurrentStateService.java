package id.karier.history;

import id.karier.changes.ChangeLog;
import id.karier.employee.EmployeeEvents.PersonCorrected;
import id.karier.kernel.Caller;
import id.karier.kernel.data.OutageRetry;
import id.karier.kernel.data.Transactions;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.OrganisationEvents.PositionChanged;
import id.karier.organisation.OrganisationEvents.UnitRenamed;
import id.karier.organisation.OrganisationEvents.UnitsMoved;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Renews current states when something else than a history changes them: a unit or position is called otherwise, a birth
 * date is corrected, or a day comes on which a history says something else or another law of retirement is known. Each node may
 * run the last: it claims people by locking their rows, and skips those that another node has claimed.
 */
@ApplicationScoped
public class CurrentStateService {
    private static final Logger LOG = Logger.getLogger(CurrentStateService.class);
    private static final int CLAIM = 500;
    private static final UUID NOBODY = new UUID(0, 0);

    private final CurrentStateQueries queries;
    private final CurrentStates states;
    private final AgencyDirectory agencies;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final OutageRetry outages;
    private final Caller caller;
    private final Clock clock;

    CurrentStateService(
            CurrentStateQueries queries,
            CurrentStates states,
            AgencyDirectory agencies,
            ChangeLog changes,
            Transactions transactions,
            OutageRetry outages,
            Caller caller,
            Clock clock) {
        this.queries = queries;
        this.states = states;
        this.agencies = agencies;
        this.changes = changes;
        this.transactions = transactions;
        this.outages = outages;
        this.caller = caller;
        this.clock = clock;
    }

    /** Once an hour, so that midnight is met in each of the three time zones. */
    @Scheduled(
            identity = "current-states",
            cron = "{karier.history.current-states-cron:0 2 * * * ?}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void hour() {
        outages.run("current-states", this::renewDue);
    }

    /** Renews the states of everybody for whom a date or another rule has come. */
    @ActivateRequestContext
    public void renewDue() {
        var earliest = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
        for (var agency : transactions.run(() -> queries.agenciesWithChangesUntil(earliest))) {
            renew(agency, today -> queries.claimDue(today, CLAIM));
        }
        for (var applied : transactions.run(queries::rulesApplied)) {
            var agency = applied.agency();
            if (!applied.rules().equals(states.retirementRules(agency, agencies.today(agency)))) {
                renew(agency, today -> queries.claimOtherwiseRuled(states.retirementRules(agency, today), CLAIM));
            }
        }
    }

    void on(@Observes UnitRenamed event) {
        renew(event.agency(), queries.inUnit(event.unitId()));
    }

    /** Nobody's own state changes, but in whose team these people are may change. */
    void on(@Observes UnitsMoved event) {
        var moved = queries.inUnits(event.paths().keySet());
        var notes = moved.stream()
                .map(placed -> {
                    var path = Objects.requireNonNull(event.paths().get(placed.unit()));
                    return CurrentStates.place(event.agency(), placed.person(), path.before(), path.after());
                })
                .toList();
        if (!notes.isEmpty()) {
            changes.noteConsequences(notes);
        }
    }

    void on(@Observes PositionChanged event) {
        var today = agencies.today(event.agency());
        renew(event.agency(), queries.inPosition(event.positionId(), today));
    }

    void on(@Observes PersonCorrected event) {
        renew(event.agency(), List.of(event.employeeId()));
    }

    private void renew(String agency, List<UUID> people) {
        states.refresh(agency, people, agencies.today(agency));
    }

    /** @param claim claims some more people each time it is asked, fewer than {@link #CLAIM} at last */
    private void renew(String agency, Function<LocalDate, List<UUID>> claim) {
        caller.actForJob(agency, NOBODY, "renewCurrentStates");
        var today = agencies.today(agency);
        int renewed = 0;
        int claimed;
        do {
            claimed = transactions.run(() -> {
                var people = claim.apply(today);
                states.refresh(agency, people, today);
                return people.size();
            });
            renewed += claimed;
        } while (claimed == CLAIM);
        if (renewed > 0) {
            LOG.infof("agency %s: current state of %d people renewed for %s", agency, renewed, today);
        }
    }
}
