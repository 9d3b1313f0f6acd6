package id.karier.history;

import id.karier.employee.EmployeeStatus;
import id.karier.history.HistoryEvents.PositionTaken;
import id.karier.history.entry.Assignment;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the histories say of many people at once, and writes it into {@code employees}. */
@ApplicationScoped
class CurrentStateQueries {
    /** What stands in the row now; locked, so that nobody writes about these people until the transaction ends. */
    private static final SqlText LOCK = SqlText.ofAgency("""
            select e.id, e.birth_date, e.status, e.unit_id, e.unit_name, e.position_id, e.position_title,
                e.position_level, e.position_since, e.leads_unit, e.led_units, e.rank_code, e.rank_order, e.rank_since, e.education_level,
                e.education_name, e.retirement_on, e.retirement_rules, e.next_change_on
            from employees e
            where e.agency = :agency and e.id in (:ids)
            order by e.id
            for update""");

    private static final SqlText WRITE = SqlText.ofAgency("""
            update employees set status = :status, unit_id = :unitId, unit_name = :unitName, position_id = :positionId,
                position_title = :positionTitle, position_level = :positionLevel, position_since = :positionSince,
                leads_unit = :leadsUnit, led_units = :ledUnits, rank_code = :rankCode, rank_order = :rankOrder,
                rank_since = :rankSince, education_level = :educationLevel, education_name = :educationName,
                retirement_on = :retirementOn, retirement_rules = :retirementRules, next_change_on = :nextChangeOn,
                version = version + :versions, updated_at = coalesce(:now, updated_at)
            where agency = :agency and id = :id""");

    private static final SqlText NOT_ANNOUNCED = SqlText.ofAgency("""
            select h.agency, h.employee_id, h.id, h.position_id, h.unit_id, h.assignment, h.starts_on, h.ends_on
            from employee_positions h
            where h.agency = :agency and h.employee_id in (:people) and not h.announced and h.starts_on <= :today
                and (h.ends_on is null or h.ends_on >= :today)
            order by h.employee_id, h.starts_on, h.id""");
    private static final SqlText SET_ANNOUNCED = SqlText.ofAgency("""
            update employee_positions set announced = true where agency = :agency and id in (:entries)""");

    private static final SqlText DUE_AGENCIES = SqlText.ofNode("""
            select distinct e.agency from employees e where e.next_change_on <= :today order by e.agency""");
    private static final SqlText DUE = SqlText.ofAgency("""
            select e.id from employees e
            where e.agency = :agency and e.next_change_on <= :today
            order by e.next_change_on, e.id limit :most
            for update skip locked""");
    private static final SqlText RULES_APPLIED =
            SqlText.ofNode("select distinct e.agency, e.retirement_rules from employees e");
    private static final SqlText OTHERWISE_RULED = SqlText.ofAgency("""
            select e.id from employees e
            where e.agency = :agency and e.retirement_rules <> :rules
            order by e.retirement_rules, e.id limit :most
            for update skip locked""");
    private static final SqlText IN_UNIT =
            SqlText.ofAgency("select e.id from employees e where e.agency = :agency and e.unit_id = :unit");
    private static final SqlText IN_UNITS = SqlText.ofAgency("""
            select e.id, e.unit_id from employees e where e.agency = :agency and e.unit_id in (:units)""");
    private static final SqlText IN_POSITION = SqlText.ofAgency("""
            select e.id from employees e where e.agency = :agency and e.position_id = :position
            union
            select h.employee_id from employee_positions h
            where h.agency = :agency and h.position_id = :position and (h.ends_on is null or h.ends_on >= :today)""");

    private final AgencySql sql;

    CurrentStateQueries(AgencySql sql) {
        this.sql = sql;
    }

    /** A person as the columns of the current state tell of her. */
    record Person(UUID id, LocalDate birthDate, CurrentState state) {}

    /** One row to write; what nobody sees (the next day of change) makes no new version. */
    record Renewal(UUID id, CurrentState state, boolean visible) {}

    /** The rows as they stand, by id and locked; people of another agency are left out. */
    Map<UUID, Person> lock(List<UUID> ids) {
        var people = new LinkedHashMap<UUID, Person>();
        sql.rows(LOCK, Map.of("ids", ids), CurrentStateQueries::person)
                .forEach(person -> people.put(person.id(), person));
        return people;
    }

    /** Positions that are held today and were not announced yet. */
    List<PositionTaken> notAnnounced(Collection<UUID> people, LocalDate today) {
        return sql.rows(
                NOT_ANNOUNCED,
                Map.of("people", people, "today", today),
                row -> new PositionTaken(
                        row.text(),
                        row.id(),
                        row.id(),
                        row.optionalId(),
                        row.optionalId(),
                        row.constant(Assignment.class),
                        row.date(),
                        row.optionalDate()));
    }

    void setAnnounced(Collection<UUID> entries) {
        sql.change(SET_ANNOUNCED, Map.of("entries", entries));
    }

    void write(List<Renewal> renewals, Instant now) {
        sql.batch(WRITE, renewals, renewal -> values(renewal, now));
    }

    /** The agencies in which somebody's day of change has come by a day. */
    List<String> agenciesWithChangesUntil(LocalDate day) {
        return sql.rows(DUE_AGENCIES, Map.of("today", day), Row::text);
    }

    /** Some people whose day of change has come, claimed for this transaction; another node takes others. */
    List<UUID> claimDue(LocalDate today, int most) {
        return sql.rows(DUE, Map.of("today", today, "most", most), Row::id);
    }

    /** Retirement dates in an agency that rest on one law, by its mark. */
    record Applied(String agency, String rules) {}

    List<Applied> rulesApplied() {
        return sql.rows(RULES_APPLIED, Map.of(), row -> new Applied(row.text(), row.text()));
    }

    /** Some people whose retirement date rests on another law, claimed as {@link #claimDue} does. */
    List<UUID> claimOtherwiseRuled(String rules, int most) {
        return sql.rows(OTHERWISE_RULED, Map.of("rules", rules, "most", most), Row::id);
    }

    List<UUID> inUnit(UUID unit) {
        return sql.rows(IN_UNIT, Map.of("unit", unit), Row::id);
    }

    /** A person and the unit that she is in. */
    record Placed(UUID person, UUID unit) {}

    List<Placed> inUnits(Collection<UUID> units) {
        return sql.rows(IN_UNITS, Map.of("units", units), row -> new Placed(row.id(), row.id()));
    }

    /** Those who hold a position, or will, definitively or acting. */
    List<UUID> inPosition(UUID position, LocalDate today) {
        return sql.rows(IN_POSITION, Map.of("position", position, "today", today), Row::id);
    }

    private static Person person(Row row) throws SQLException {
        var id = row.id();
        var birthDate = row.date();
        var state = new CurrentState(
                row.constant(EmployeeStatus.class),
                row.optionalId(),
                row.optionalText(),
                row.optionalId(),
                row.optionalText(),
                row.optionalConstant(PositionLevel.class),
                row.optionalDate(),
                row.flag(),
                row.optionalText(),
                row.optionalText(),
                row.integer(),
                row.optionalDate(),
                row.optionalText(),
                row.optionalText(),
                row.date(),
                row.text(),
                row.optionalDate());
        return new Person(id, birthDate, state);
    }

    private static Map<String, ?> values(Renewal renewal, Instant now) {
        var state = renewal.state();
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", renewal.id());
        values.put("status", state.status());
        values.put("unitId", state.unitId());
        values.put("unitName", state.unitName());
        values.put("positionId", state.positionId());
        values.put("positionTitle", state.positionTitle());
        values.put("positionLevel", state.positionLevel());
        values.put("positionSince", state.positionSince());
        values.put("leadsUnit", state.leadsUnit());
        values.put("ledUnits", state.ledUnits());
        values.put("rankCode", state.rankCode());
        values.put("rankOrder", state.rankOrder());
        values.put("rankSince", state.rankSince());
        values.put("educationLevel", state.educationLevel());
        values.put("educationName", state.educationName());
        values.put("retirementOn", state.retirementOn());
        values.put("retirementRules", state.retirementRules());
        values.put("nextChangeOn", state.nextChangeOn());
        values.put("versions", renewal.visible() ? 1 : 0);
        values.put("now", renewal.visible() ? now : null);
        return values;
    }
}
