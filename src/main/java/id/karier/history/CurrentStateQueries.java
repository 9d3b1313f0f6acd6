package id.karier.history;

import static id.karier.history.NativeQueries.bytes;
import static id.karier.history.NativeQueries.id;
import static id.karier.history.NativeQueries.uuid;

import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the histories say of many people at once, and writes it into {@code employees}. In JDBC, because a batch of
 * an import is thousands of people; every statement names the agency.
 */
@ApplicationScoped
class CurrentStateQueries {
    /** What stands in the row now; locked, so that nobody writes about these people until the transaction ends. */
    private static final String LOCK = """
            select e.id, e.birth_date, e.unit_id, e.unit_name, e.position_id, e.position_title, e.position_level,
                e.position_since, e.leads_unit, e.led_units, e.rank_code, e.rank_order, e.rank_since, e.education_level,
                e.education_name, e.retirement_on, e.retirement_rules, e.next_change_on, null as retirement_age
            from employees e
            where e.agency = :agency and e.id in (:ids)
            order by e.id
            for update""";

    /**
     * A row begins a holding unless it goes on with the same position (or rank) without a gap; the latest beginning up to
     * the row of today is the day since when. D4 ranks with S1. {@code straight_join}: few positions must not lead. A position or unit that the registers know under another
     * name by now is called by that name.
     */
    private static final String READ = """
            with held as (
                select h.employee_id, h.id, h.position_id, h.title, h.level, h.unit_id, h.unit_name, h.starts_on,
                    h.ends_on,
                    case when h.position_id <=> lag(h.position_id) over by_start
                            and (h.position_id is not null
                                or (h.title = lag(h.title) over by_start
                                    and h.unit_id <=> lag(h.unit_id) over by_start))
                            and coalesce(lag(h.ends_on) over by_start, h.starts_on) >= h.starts_on - interval 1 day
                        then null else h.starts_on end as begun_on
                from employee_positions h
                where h.employee_id in (:ids) and h.assignment = 'DEFINITIVE' and h.starts_on <= :today
                window by_start as (partition by h.employee_id order by h.starts_on, h.id)),
            spans as (
                select held.*, max(begun_on) over (partition by employee_id order by starts_on, id) as since
                from held),
            placed as (
                select spans.*, row_number() over (partition by employee_id order by starts_on desc, id desc) as nth
                from spans
                where ends_on is null or ends_on >= :today),
            risen as (
                select r.employee_id, r.rank_code, r.rank_order, r.starts_on,
                    case when r.rank_code = lag(r.rank_code) over by_start
                        then null else r.starts_on end as begun_on
                from employee_ranks r
                where r.employee_id in (:ids) and r.starts_on <= :today
                window by_start as (partition by r.employee_id order by r.starts_on)),
            ranked as (
                select risen.*, max(begun_on) over (partition by employee_id order by starts_on) as since,
                    row_number() over (partition by employee_id order by starts_on desc) as nth
                from risen),
            schooled as (
                select d.employee_id, d.level, d.field,
                    row_number() over (
                        partition by d.employee_id
                        order by case d.level when 'D4' then 8 else
                            field(d.level, 'SD', 'SLTP', 'SLTA', 'D1', 'D2', 'D3', 'D4', 'S1', 'S2', 'S3') end desc,
                            d.graduated_on desc, d.id desc) as nth
                from employee_educations d
                where d.employee_id in (:ids) and d.graduated_on <= :today),
            leading_now as (
                select h.employee_id,
                    group_concat(distinct lower(hex(p.unit_id)) order by p.unit_id separator ',') as units
                from employee_positions h straight_join positions p on p.id = h.position_id
                where h.employee_id in (:ids) and p.leads_unit and h.starts_on <= :today
                    and (h.ends_on is null or h.ends_on >= :today)
                group by h.employee_id),
            turning as (
                select t.employee_id, min(t.turns_on) as turns_on
                from (
                    select h.employee_id, h.starts_on as turns_on from employee_positions h
                    where h.employee_id in (:ids) and h.starts_on > :today
                    union all
                    select h.employee_id, h.ends_on + interval 1 day from employee_positions h
                    where h.employee_id in (:ids) and h.ends_on >= :today
                    union all
                    select r.employee_id, r.starts_on from employee_ranks r
                    where r.employee_id in (:ids) and r.starts_on > :today
                    union all
                    select d.employee_id, d.graduated_on from employee_educations d
                    where d.employee_id in (:ids) and d.graduated_on > :today) t
                group by t.employee_id)
            select e.id, e.birth_date, placed.unit_id, coalesce(u.name, placed.unit_name) as unit_name,
                placed.position_id, coalesce(p.name, placed.title) as position_title,
                coalesce(p.level, placed.level) as position_level, placed.since as position_since,
                leading_now.employee_id is not null as leads_unit, leading_now.units as led_units, ranked.rank_code,
                coalesce(ranked.rank_order, 0) as rank_order, ranked.since as rank_since,
                schooled.level as education_level, schooled.field as education_name,
                date '9999-12-31' as retirement_on, '' as retirement_rules, turning.turns_on as next_change_on,
                p.retirement_age
            from employees e
                left join placed on placed.employee_id = e.id and placed.nth = 1
                left join positions p on p.id = placed.position_id
                left join units u on u.id = placed.unit_id
                left join ranked on ranked.employee_id = e.id and ranked.nth = 1
                left join schooled on schooled.employee_id = e.id and schooled.nth = 1
                left join leading_now on leading_now.employee_id = e.id
                left join turning on turning.employee_id = e.id
            where e.agency = :agency and e.id in (:ids)""";

    private static final String WRITE = """
            update employees set unit_id = ?, unit_name = ?, position_id = ?, position_title = ?, position_level = ?,
                position_since = ?, leads_unit = ?, led_units = ?, rank_code = ?, rank_order = ?, rank_since = ?,
                education_level = ?, education_name = ?, retirement_on = ?, retirement_rules = ?, next_change_on = ?,
                version = version + ?, updated_at = coalesce(?, updated_at)
            where id = ? and agency = ?""";

    private static final String DUE_AGENCIES = """
            select distinct e.agency from employees e where e.next_change_on <= :today order by e.agency""";
    private static final String DUE = """
            select e.id from employees e
            where e.agency = :agency and e.next_change_on <= :today
            order by e.next_change_on, e.id limit :most
            for update skip locked""";
    private static final String RULES_APPLIED = "select distinct e.agency, e.retirement_rules from employees e";
    private static final String OTHERWISE_RULED = """
            select e.id from employees e
            where e.agency = :agency and e.retirement_rules <> :rules
            order by e.retirement_rules, e.id limit :most
            for update skip locked""";
    private static final String IN_UNIT = "select e.id from employees e where e.agency = :agency and e.unit_id = :unit";
    private static final String IN_UNITS = """
            select e.id, e.unit_id from employees e where e.agency = :agency and e.unit_id in (:units)""";
    private static final String IN_POSITION = """
            select e.id from employees e where e.agency = :agency and e.position_id = :position
            union
            select h.employee_id from employee_positions h
            where h.agency = :agency and h.position_id = :position and (h.ends_on is null or h.ends_on >= :today)""";

    private final NativeQueries sql;

    CurrentStateQueries(NativeQueries sql) {
        this.sql = sql;
    }

    /**
     * A person's state, and what retirement is computed from.
     *
     * @param retirementAge the age that the position itself carries
     */
    record Person(
            UUID id,
            LocalDate birthDate,
            CurrentState state,
            @Nullable Integer retirementAge) {}

    /** One row to write; what nobody sees (the next day of change) makes no new version. */
    record Renewal(UUID id, CurrentState state, boolean visible) {}

    /** The rows as they stand, by id and locked; people of another agency are left out. */
    Map<UUID, Person> lock(String agency, List<UUID> ids) {
        sql.flush();
        return people(LOCK, Map.of("agency", agency, "ids", ids));
    }

    /** The same people as their histories tell of them on the day, retirement not yet computed. */
    Map<UUID, Person> read(String agency, List<UUID> ids, LocalDate today) {
        return people(READ, Map.of("agency", agency, "ids", ids, "today", today));
    }

    void write(String agency, List<Renewal> renewals, Instant now) {
        var at = Timestamp.from(now);
        sql.batch(WRITE, renewals, (statement, renewal) -> {
            bind(statement, renewal.state());
            statement.setInt(17, renewal.visible() ? 1 : 0);
            statement.setTimestamp(18, renewal.visible() ? at : null);
            statement.setBytes(19, bytes(renewal.id()));
            statement.setString(20, agency);
        });
    }

    /** The agencies in which somebody's day of change has come by a day. */
    List<String> agenciesWithChangesUntil(LocalDate day) {
        return sql.rows(DUE_AGENCIES, Map.of("today", day), found -> found.getString(1));
    }

    /** Some people whose day of change has come, claimed for this transaction; another node takes others. */
    List<UUID> claimDue(String agency, LocalDate today, int most) {
        return sql.rows(DUE, Map.of("agency", agency, "today", today, "most", most), found -> id(found, "id"));
    }

    /** Retirement dates in an agency that rest on a version of the rules. */
    record Applied(String agency, String rules) {}

    List<Applied> rulesApplied() {
        return sql.rows(RULES_APPLIED, Map.of(), found -> new Applied(found.getString(1), found.getString(2)));
    }

    /** Some people whose retirement date rests on another version of the rules, claimed as {@link #claimDue} does. */
    List<UUID> claimOtherwiseRuled(String agency, String rules, int most) {
        var values = Map.of("agency", agency, "rules", rules, "most", most);
        return sql.rows(OTHERWISE_RULED, values, found -> id(found, "id"));
    }

    List<UUID> inUnit(String agency, UUID unit) {
        return sql.rows(IN_UNIT, Map.of("agency", agency, "unit", unit), found -> id(found, "id"));
    }

    /** A person and the unit that she is in. */
    record Placed(UUID person, UUID unit) {}

    List<Placed> inUnits(String agency, Collection<UUID> units) {
        return sql.rows(
                IN_UNITS,
                Map.of("agency", agency, "units", units),
                found -> new Placed(id(found, "id"), id(found, "unit_id")));
    }

    /** Those who hold a position, or will, definitively or acting. */
    List<UUID> inPosition(String agency, UUID position, LocalDate today) {
        var values = Map.of("agency", agency, "position", position, "today", today);
        return sql.rows(IN_POSITION, values, found -> id(found, "id"));
    }

    private Map<UUID, Person> people(String select, Map<String, ?> values) {
        var people = new LinkedHashMap<UUID, Person>();
        sql.rows(select, values, CurrentStateQueries::person).forEach(person -> people.put(person.id(), person));
        return people;
    }

    private static Person person(ResultSet found) throws SQLException {
        var level = found.getString("position_level");
        var state = new CurrentState(
                uuid(found, "unit_id"),
                found.getString("unit_name"),
                uuid(found, "position_id"),
                found.getString("position_title"),
                level == null ? null : PositionLevel.valueOf(level),
                found.getObject("position_since", LocalDate.class),
                found.getBoolean("leads_unit"),
                found.getString("led_units"),
                found.getString("rank_code"),
                found.getInt("rank_order"),
                found.getObject("rank_since", LocalDate.class),
                found.getString("education_level"),
                found.getString("education_name"),
                found.getObject("retirement_on", LocalDate.class),
                found.getString("retirement_rules"),
                found.getObject("next_change_on", LocalDate.class));
        return new Person(
                id(found, "id"),
                found.getObject("birth_date", LocalDate.class),
                state,
                found.getObject("retirement_age", Integer.class));
    }

    private static void bind(PreparedStatement statement, CurrentState state) throws SQLException {
        statement.setBytes(1, bytes(state.unitId()));
        statement.setString(2, state.unitName());
        statement.setBytes(3, bytes(state.positionId()));
        statement.setString(4, state.positionTitle());
        statement.setString(
                5, state.positionLevel() == null ? null : state.positionLevel().name());
        statement.setObject(6, state.positionSince());
        statement.setBoolean(7, state.leadsUnit());
        statement.setString(8, state.ledUnits());
        statement.setString(9, state.rankCode());
        statement.setInt(10, state.rankOrder());
        statement.setObject(11, state.rankSince());
        statement.setString(12, state.educationLevel());
        statement.setString(13, state.educationName());
        statement.setObject(14, state.retirementOn());
        statement.setString(15, state.retirementRules());
        statement.setObject(16, state.nextChangeOn());
    }
}
