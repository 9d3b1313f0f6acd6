package id.karier.employee;

import id.karier.employee.EmployeeJson.CurrentEducation;
import id.karier.employee.EmployeeJson.CurrentPosition;
import id.karier.employee.EmployeeJson.CurrentRank;
import id.karier.employee.EmployeeJson.UnitName;
import id.karier.kernel.ProblemException;
import id.karier.kernel.data.Row;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.SortKey;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one person as every screen begins with, personal data masked. */
@ApplicationScoped
class ProfileQueries {
    private static final ListSpec<Profile> PROFILES = ListSpec.of("profiles", ProfileQueries::read)
            .columns("""
                    e.id, e.agency, e.identity_number, e.kind, e.status, e.name, e.front_titles, e.back_titles, e.birth_place,
                    e.birth_date, e.sex, e.religion, e.marital_status, e.official_email, e.email is not null,
                    e.nik_sealed is not null, e.npwp_sealed is not null, e.address_sealed is not null,
                    e.phone_sealed is not null, e.first_appointment_on, e.permanent_on, e.unit_id, e.unit_name,
                    e.position_id, e.position_title, e.position_level, e.position_since, e.leads_unit, e.rank_code,
                    e.rank_since, e.education_level, e.education_name, e.retirement_on, e.source, e.siasn_id,
                    e.updated_at, e.version""")
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

    private static Profile read(Row row) throws SQLException {
        var id = row.id();
        var agency = row.text();
        var identityNumber = row.text();
        var kind = row.constant(EmployeeKind.class);
        var status = row.constant(EmployeeStatus.class);
        var name = row.text();
        var frontTitles = row.optionalText();
        var backTitles = row.optionalText();
        var birthPlace = row.optionalText();
        var birthDate = row.date();
        var sex = row.constant(Sex.class);
        var view = new EmployeeJson.View(
                id,
                identityNumber,
                kind,
                status,
                name,
                EmployeeRules.fullName(name, frontTitles, backTitles),
                frontTitles,
                backTitles,
                birthPlace,
                birthDate,
                sex,
                row.optionalText(),
                row.optionalText(),
                row.optionalText(),
                masked(row.flag()),
                masked(row.flag()),
                masked(row.flag()),
                masked(row.flag()),
                masked(row.flag()),
                row.date(),
                row.optionalDate(),
                UnitName.of(row.optionalId(), row.optionalText()),
                CurrentPosition.of(
                        row.optionalId(),
                        row.optionalText(),
                        row.optionalConstant(PositionLevel.class),
                        row.optionalDate(),
                        row.flag()),
                CurrentRank.of(row.optionalText(), row.optionalDate()),
                CurrentEducation.of(row.optionalText(), row.optionalText()),
                retirement(row.date()),
                row.constant(Source.class),
                row.optionalText(),
                row.instant(),
                null,
                row.number());
        var facts = new EmployeeDirectory.Facts(
                id,
                agency,
                identityNumber,
                kind,
                status,
                birthDate,
                sex,
                view.firstAppointmentOn(),
                view.unit() == null ? null : view.unit().id());
        return new Profile(facts, view);
    }

    private static @Nullable String masked(boolean there) {
        return there ? Employee.MASK : null;
    }

    private static @Nullable LocalDate retirement(LocalDate day) {
        return EmployeeJson.Summary.NEVER.equals(day) ? null : day;
    }
}
