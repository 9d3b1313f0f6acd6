package id.karier.employee;

import id.karier.changes.Change;
import id.karier.changes.ChangeLog;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Published;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import id.karier.kernel.data.Transactions;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whatever tells whether somebody has an identity card number: a search, a write that is refused because of it, a row of an
 * import. What somebody may not read she may not compare either. So each takes the permission to read the numbers, and whom
 * it finds sees it as a reading; those that find somebody count against one allowance of the account for a day, after which
 * nothing is compared any more, whether it would find anybody or not.
 */
@Published
@ApplicationScoped
public class NikComparisons {
    private final NikSearchQueries counts;
    private final AgencyDirectory agencies;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final Caller caller;
    private final Clock clock;
    private final int mostADay;

    NikComparisons(
            NikSearchQueries counts,
            AgencyDirectory agencies,
            ChangeLog changes,
            Transactions transactions,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "karier.limits.nik-searches-per-day") int mostADay) {
        this.counts = counts;
        this.agencies = agencies;
        this.changes = changes;
        this.transactions = transactions;
        this.caller = caller;
        this.clock = clock;
        this.mostADay = mostADay;
    }

    /** Whether the caller may read the numbers of her whole agency; what the server does by itself tells nobody. */
    public boolean isAllowed() {
        return caller.isSystem()
                || isOfAgency(Action.DECIDE)
                // a machine reads by its scope and never decides
                || isOfAgency(Action.READ);
    }

    private boolean isOfAgency(Action action) {
        return AccessTable.reach(caller.identity(), Resource.PERSONAL_DATA, action)
                        .compareTo(Reach.AGENCY)
                >= 0;
    }

    /** Whether the caller may be told of one more today. */
    public boolean isLeft() {
        return caller.isSystem() || counts.counted(agencies.today(caller.agency())) < mostADay;
    }

    /** @throws ProblemException 403 for who may not read the numbers, and so writes none */
    void requireAllowed(String pointer) {
        if (!isAllowed()) {
            throw new ProblemException(ErrorCode.FORBIDDEN, FieldError.in("employee", pointer, "NIK_NOT_WRITABLE"));
        }
    }

    /**
     * Before a number that is to be written is compared with those of others.
     *
     * @throws ProblemException 403 for who may not read the numbers, 429 when those of the day are used up
     */
    void requireFor(String pointer) {
        requireAllowed(pointer);
        if (!isLeft()) {
            throw used(pointer, "NIK_COMPARISONS_USED");
        }
    }

    /** What is answered for the rest of the day. */
    ProblemException used(String pointer, String code) {
        return ProblemException.waitFor(
                ErrorCode.RATE_LIMITED, secondsOfTheDay(), FieldError.in("employee", pointer, code, mostADay));
    }

    /** Whether the search that is beginning is one too many; it counts, whether it finds anybody or not. */
    boolean isOneTooMany() {
        return counts.count(agencies.today(caller.agency())) > mostADay;
    }

    /**
     * Somebody was found: she sees who compared, and it counts, also when what asked is undone.
     *
     * @return whether the caller may be told of one more today
     */
    public boolean found(UUID person) {
        return transactions.run(() -> {
            note(List.of(person));
            return caller.isSystem() || counts.count(agencies.today(caller.agency())) < mostADay;
        });
    }

    /** Writes down, for each of these persons to see, that her personal data was read. */
    public void note(List<UUID> people) {
        changes.note(people.stream().map(this::reading).toList());
    }

    private Change reading(UUID person) {
        return new Change(
                caller.agency(), EmployeeObjects.PERSONAL_DATA, person, person, Change.Action.VIEWED, Map.of(), null);
    }

    private int secondsOfTheDay() {
        var zone = agencies.zone(caller.agency());
        var tomorrow = agencies.today(caller.agency()).plusDays(1).atStartOfDay(zone);
        return (int) Math.max(1, Duration.between(clock.instant(), tomorrow).toSeconds());
    }
}
