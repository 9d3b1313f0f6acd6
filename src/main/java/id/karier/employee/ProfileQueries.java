package id.karier.employee;

import id.karier.employee.EmployeeJson.CurrentEducation;
import id.karier.employee.EmployeeJson.CurrentPosition;
import id.karier.employee.EmployeeJson.CurrentRank;
import id.karier.employee.EmployeeJson.UnitName;
import id.karier.kernel.Caller;
import id.karier.kernel.ProblemException;
import id.karier.kernel.data.IdColumns;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads one person as every screen begins with, by a statement of its own that names the agency: Hibernate translates a
 * query with a tenant anew each time, which costs more than the query (decision 0007).
 */
@ApplicationScoped
class ProfileQueries {
    private static final String ANYWHERE = """
            select agency, identity_number, kind, status, name, front_titles, back_titles, birth_place, birth_date, sex,
                religion, marital_status, official_email, email is not null, nik_sealed is not null,
                npwp_sealed is not null, address_sealed is not null, phone_sealed is not null, first_appointment_on,
                permanent_on, unit_id, unit_name, position_id, position_title, position_level, position_since,
                leads_unit, rank_code, rank_since, education_level, education_name, retirement_on, source, siasn_id,
                updated_at, version
            from employees where id = ?""";
    private static final String IN_AGENCY = ANYWHERE + " and agency = ?";

    private final DataSource database;
    private final Caller caller;
    private final EmployeeReach reach;

    ProfileQueries(DataSource database, Caller caller, EmployeeReach reach) {
        this.database = database;
        this.caller = caller;
        this.reach = reach;
    }

    /** A person's facts, and the view of her with personal data masked. */
    record Profile(EmployeeDirectory.Facts facts, EmployeeJson.View view) {}

    /** @throws ProblemException 404 unless the person is within the caller's reach */
    Profile require(UUID id) {
        var profile = find(id);
        if (profile == null || !reach.holds(profile.facts())) {
            throw ProblemException.notFound();
        }
        return profile;
    }

    private @Nullable Profile find(UUID id) {
        boolean anywhere = Caller.EVERY_AGENCY.equals(caller.tenant());
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(anywhere ? ANYWHERE : IN_AGENCY)) {
            statement.setBytes(1, IdColumns.bytes(id));
            if (!anywhere) {
                statement.setString(2, caller.tenant());
            }
            try (var found = statement.executeQuery()) {
                return found.next() ? read(id, new Row(found)) : null;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot read a profile", failed);
        }
    }

    private static Profile read(UUID id, Row row) throws SQLException {
        var agency = row.text();
        var identityNumber = row.text();
        var kind = EmployeeKind.valueOf(row.text());
        var status = EmployeeStatus.valueOf(row.text());
        var name = row.text();
        var frontTitles = row.optional();
        var backTitles = row.optional();
        var birthPlace = row.optional();
        var birthDate = row.date();
        var sex = Sex.valueOf(row.text());
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
                row.optional(),
                row.optional(),
                row.optional(),
                row.masked(),
                row.masked(),
                row.masked(),
                row.masked(),
                row.masked(),
                row.date(),
                row.optionalDate(),
                UnitName.of(row.id(), row.optional()),
                CurrentPosition.of(row.id(), row.optional(), level(row.optional()), row.optionalDate(), row.flag()),
                CurrentRank.of(row.optional(), row.optionalDate()),
                CurrentEducation.of(row.optional(), row.optional()),
                retirement(row.date()),
                Source.valueOf(row.text()),
                row.optional(),
                row.instant(),
                null,
                row.number());
        var facts = new EmployeeDirectory.Facts(
                id, agency, identityNumber, kind, status, birthDate, sex, view.firstAppointmentOn());
        return new Profile(facts, view);
    }

    private static @Nullable PositionLevel level(@Nullable String name) {
        return name == null ? null : PositionLevel.valueOf(name);
    }

    private static @Nullable LocalDate retirement(LocalDate day) {
        return EmployeeJson.Summary.NEVER.equals(day) ? null : day;
    }

    /** The columns one after the other, in the order of the statement. */
    private static final class Row {
        private final ResultSet found;
        private int column;

        Row(ResultSet found) {
            this.found = found;
        }

        String text() throws SQLException {
            return Objects.requireNonNull(optional());
        }

        @Nullable
        String optional() throws SQLException {
            return found.getString(++column);
        }

        @Nullable
        String masked() throws SQLException {
            return found.getBoolean(++column) ? Employee.MASK : null;
        }

        boolean flag() throws SQLException {
            return found.getBoolean(++column);
        }

        long number() throws SQLException {
            return found.getLong(++column);
        }

        LocalDate date() throws SQLException {
            return Objects.requireNonNull(optionalDate());
        }

        @Nullable
        LocalDate optionalDate() throws SQLException {
            return found.getObject(++column, LocalDate.class);
        }

        Instant instant() throws SQLException {
            return found.getObject(++column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }

        @Nullable
        UUID id() throws SQLException {
            var bytes = found.getBytes(++column);
            return bytes == null ? null : IdColumns.id(bytes);
        }
    }
}
