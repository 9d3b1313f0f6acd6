package id.karier.employee;

import id.karier.changes.Change;
import id.karier.changes.ChangeLog;
import id.karier.employee.EmployeeJson.Filter;
import id.karier.employee.EmployeeJson.Search;
import id.karier.employee.EmployeeJson.Summary;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import id.karier.kernel.data.Transactions;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Searches by NIK. What somebody may not read she may not compare either: a search tells whether a guess is right. So it
 * takes the permission to read the numbers in the clear, is limited a day, and counts as a reading of whom it finds.
 */
@ApplicationScoped
public class NikSearches {
    private final EmployeeQueries employees;
    private final NikSearchQueries counts;
    private final AgencyDirectory agencies;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final Caller caller;
    private final Clock clock;
    private final int mostADay;

    NikSearches(
            EmployeeQueries employees,
            NikSearchQueries counts,
            AgencyDirectory agencies,
            ChangeLog changes,
            Transactions transactions,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "karier.limits.nik-searches-per-day") int mostADay) {
        this.employees = employees;
        this.counts = counts;
        this.agencies = agencies;
        this.changes = changes;
        this.transactions = transactions;
        this.caller = caller;
        this.clock = clock;
        this.mostADay = mostADay;
    }

    /** @throws ProblemException 403 for who may not read the numbers, 429 after the last search of the day */
    Page<Summary> find(Search search, PageRequest page) {
        if (AccessTable.reach(caller.identity(), Resource.PERSONAL_DATA, Action.DECIDE) != Reach.AGENCY) {
            throw new ProblemException(ErrorCode.FORBIDDEN, FieldError.in("employee", "/nik", "NIK_NOT_READABLE"));
        }
        return transactions.run(() -> {
            if (counts.count(agencies.today(caller.agency())) > mostADay) {
                throw ProblemException.waitFor(
                        ErrorCode.RATE_LIMITED,
                        secondsOfTheDay(),
                        FieldError.in("employee", "/nik", "NIK_SEARCHES_USED", mostADay));
            }
            var found = employees.list(Objects.requireNonNullElse(search.filter(), Filter.NONE), search, page);
            changes.note(found.items().stream().map(this::reading).toList());
            return found;
        });
    }

    private int secondsOfTheDay() {
        var zone = agencies.zone(caller.agency());
        var tomorrow = agencies.today(caller.agency()).plusDays(1).atStartOfDay(zone);
        return (int) Math.max(1, Duration.between(clock.instant(), tomorrow).toSeconds());
    }

    private Change reading(Summary found) {
        return new Change(
                caller.agency(),
                EmployeeObjects.PERSONAL_DATA,
                found.id(),
                found.id(),
                Change.Action.VIEWED,
                Map.of(),
                null);
    }
}
