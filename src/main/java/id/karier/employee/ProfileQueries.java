package id.karier.employee;

import id.karier.employee.EmployeeJson.Summary;
import id.karier.kernel.ProblemException;
import id.karier.kernel.data.Row;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.SortKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one person as every screen begins with, personal data masked. */
@ApplicationScoped
class ProfileQueries {
    private static final ListSpec<Profile> PROFILES = ListSpec.of("profiles", ProfileQueries::read)
            .columns("e.agency, e.email is not null, e.nik_sealed is not null, e.npwp_sealed is not null,"
                    + " e.address_sealed is not null, e.phone_sealed is not null, " + EmployeeQueries.COLUMNS)
            .from("employees e", "e.agency")
            .objects(EmployeeObjects.EMPLOYEE, "e")
            .sortedBy(SortKey.id("e.id", profile -> profile.facts().id()))
            .then(SortKey.id("e.id", profile -> profile.facts().id()))
            .order("id")
            .build();

    private final Lists lists;

    ProfileQueries(Lists lists) {
        this.lists = lists;
    }

    /** A person's facts, and the view of her with personal data masked. */
    record Profile(EmployeeDirectory.Facts facts, EmployeeJson.View view) {}

    /** @throws ProblemException 404 unless the person is within the caller's reach */
    Profile require(UUID id) {
        return lists.require(PROFILES, new ListFilter().where("e.id = :id", "id", id));
    }

    /** A mask where there is something, null where there is nothing. */
    private record Masks(
            @Nullable String email,
            @Nullable String nik,
            @Nullable String npwp,
            @Nullable String address,
            @Nullable String phone) {}

    private static Profile read(Row row) throws SQLException {
        var agency = row.text();
        var masks = new Masks(
                masked(row.flag()), masked(row.flag()), masked(row.flag()), masked(row.flag()), masked(row.flag()));
        var person = EmployeeQueries.summary(row);
        var facts = new EmployeeDirectory.Facts(
                person.id(),
                agency,
                person.identityNumber(),
                person.kind(),
                person.status(),
                person.birthDate(),
                person.sex(),
                person.firstAppointmentOn(),
                person.unit() == null ? null : person.unit().id());
        return new Profile(facts, view(person, masks));
    }

    private static EmployeeJson.View view(Summary person, Masks masks) {
        return new EmployeeJson.View(
                person.id(),
                person.identityNumber(),
                person.kind(),
                person.status(),
                person.name(),
                person.fullName(),
                person.frontTitles(),
                person.backTitles(),
                person.birthPlace(),
                person.birthDate(),
                person.sex(),
                person.religion(),
                person.maritalStatus(),
                person.officialEmail(),
                masks.email(),
                masks.nik(),
                masks.npwp(),
                masks.address(),
                masks.phone(),
                person.firstAppointmentOn(),
                person.permanentOn(),
                person.unit(),
                person.position(),
                person.rank(),
                person.education(),
                person.retirementOn(),
                person.source(),
                person.siasnId(),
                person.updatedAt(),
                null,
                person.version());
    }

    private static @Nullable String masked(boolean there) {
        return there ? Employee.MASK : null;
    }
}
