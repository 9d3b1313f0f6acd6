package id.karier.employee.number;

import id.karier.employee.EmployeeKind;
import id.karier.employee.Source;
import id.karier.employee.number.IdentityNumberJson.Entry;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencyRepository;
import id.karier.kernel.data.Row;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Every query about the numbers of one person. */
@Singleton
public class IdentityNumberQueries extends AgencyRepository<IdentityNumber> {
    public static final ListSpec<Entry> IDENTITY_NUMBERS = ListSpec.of("identity-numbers", IdentityNumberQueries::entry)
            .columns("i.id, i.number, i.kind, i.starts_on, i.ends_on, i.decree_number, i.decree_date, i.reason,"
                    + " i.source, i.siasn_id, i.version")
            .from("employee_identity_numbers i", "i.agency")
            .objects(IdentityNumberObjects.IDENTITY_NUMBER, "i")
            .sortedBy(SortKey.date("startsOn", "i.starts_on", Entry::startsOn))
            .then(SortKey.id("i.id", Entry::id))
            .order("-startsOn")
            .build();

    private final Lists lists;

    IdentityNumberQueries(ObjectReach reach, Lists lists) {
        super(IdentityNumberObjects.IDENTITY_NUMBER, reach);
        this.lists = lists;
    }

    private static Entry entry(Row row) throws SQLException {
        return new Entry(
                row.id(),
                row.text(),
                row.constant(EmployeeKind.class),
                row.date(),
                row.optionalDate(),
                row.optionalText(),
                row.optionalDate(),
                row.optionalText(),
                row.constant(Source.class),
                row.optionalText(),
                row.number());
    }

    /** The numbers of a person, newest first. */
    Page<Entry> page(UUID employee, PageRequest page) {
        return lists.page(IDENTITY_NUMBERS, of(employee), page);
    }

    /** @throws ProblemException 404 unless the number is one of the person's */
    Entry require(UUID employee, UUID id) {
        return lists.require(IDENTITY_NUMBERS, of(employee).where("i.id = :id", "id", id));
    }

    private static ListFilter of(UUID employee) {
        return new ListFilter().where("i.employee_id = :employee", "employee", employee);
    }

    /** The number that has no end. */
    Optional<IdentityNumber> open(UUID employee) {
        return find("employeeId = ?1 and endsOn is null", Sort.descending("startsOn", "id"), employee)
                .firstResultOptional();
    }
}
