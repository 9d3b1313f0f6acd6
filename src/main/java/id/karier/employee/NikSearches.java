package id.karier.employee;

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
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/**
 * Searches by NIK, one of the {@link NikComparisons}. A search takes the permission to read the numbers in the clear, is
 * limited a day, and counts as a reading of whom it finds.
 */
@ApplicationScoped
public class NikSearches {
    private final EmployeeQueries employees;
    private final NikComparisons niks;
    private final Transactions transactions;
    private final Caller caller;

    NikSearches(EmployeeQueries employees, NikComparisons niks, Transactions transactions, Caller caller) {
        this.employees = employees;
        this.niks = niks;
        this.transactions = transactions;
        this.caller = caller;
    }

    /** @throws ProblemException 403 for who may not read the numbers, 429 after the last search of the day */
    Page<Summary> find(Search search, PageRequest page) {
        if (AccessTable.reach(caller.identity(), Resource.PERSONAL_DATA, Action.DECIDE) != Reach.AGENCY) {
            throw new ProblemException(ErrorCode.FORBIDDEN, FieldError.in("employee", "/nik", "NIK_NOT_READABLE"));
        }
        return transactions.run(() -> {
            if (niks.isOneTooMany()) {
                throw niks.used("/nik", "NIK_SEARCHES_USED");
            }
            var found = employees.list(Objects.requireNonNullElse(search.filter(), Filter.NONE), search, page);
            niks.note(found.items().stream().map(Summary::id).toList());
            return found;
        });
    }
}
