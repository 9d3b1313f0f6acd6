package id.karier.history;

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
            select e.id, e.birth_date, e.unit_id, e.unit_name, e.position_id, e.position_title, e.position_level,
                e.position_since, e.leads_unit, e.led_units, e.rank_code, e.rank_order, e.rank_since, e.education_level,
                e.education_name, e.retirement_on, e.retirement_rules, e.next_change_on, null as retirement_age
            from employees e
            where e.agency = :agency and e.id in (:ids)
            order by e.id
            for update""");

    /**
     * A row begins a holding unless it goes on with the same position (or rank) without a gap; the latest beginning up to
     * the row of today is the day since when. D4 ranks with S1. {@code straight_join}: few positions must not lead. A position or unit that the registers know under another
     * name by now is called by that name.
     */
    private static final SqlText READ = SqlText.ofAgency("""
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
                where h.agency = :agency and h.employee_id in (:ids) and h.assignment = 'DEFINITIVE'
                    and h.starts_on <= :today
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
                where r.agency = :agency and r.employee_id in (:ids) and r.starts_on <= :today
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
                where d.agency = :agency and d.employee_id in (:ids) and d.graduated_on <= :today),
            leading_now as (
                select h.employee_id,
                    group_concat(distinct lower(hex(p.unit_id)) order by p.unit_id separator ',') as units
                from employee_positions h straight_join positions p
                    on p.agency = :agency and p.id = h.position_id
                where h.agency = :agency and h.employee_id in (:ids) and p.leads_unit and h.starts_on <= :today
                    and (h.ends_on is null or h.ends_on >= :today)
                group by h.employee_id),
            turning as (
                select t.employee_id, min(t.turns_on) as turns_on
                from (
                    select h.employee_id, h.starts_on as turns_on from employee_positions h
                    where h.agency = :agency and h.employee_id in (:ids) and h.starts_on > :today
                    union all
                    select h.employee_id, h.ends_on + interval 1 day from employee_positions h
                    where h.agency = :agency and h.employee_id in (:ids) and h.ends_on >= :today
                    union all
                    select r.employee_id, r.starts_on from employee_ranks r
                    where r.agency = :agency and r.employee_id in (:ids) and r.starts_on > :today
                    union all
                    select d.employee_id, d.graduated_on from employee_educations d
                    where d.agency = :agency and d.employee_id in (:ids) and d.graduated_on > :today) t
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
                left join positions p on p.agency = :agency and p.id = placed.position_id
                left join units u on u.agency = :agency and u.id = placed.unit_id
                left join ranked on ranked.employee_id = e.id and ranked.nth = 1
                left join schooled on schooled.employee_id = e.id and schooled.nth = 1
                left join leading_now on leading_now.employee_id = e.id
                left join turning on turning.employee_id = e.id
            where e.agency = :agency and e.id in (:ids)""");

    private static final SqlText WRITE = SqlText.ofAgency("""
            update employees set unit_id = :unitId, unit_name = :unitName, position_id = :positionId,
                position_title = :positionTitle, position_level = :positionLevel, position_since = :positionSince,
                leads_unit = :leadsUnit, led_units = :ledUnits, rank_code = :rankCode, rank_order = :rankOrder,
                rank_since = :rankSince, education_level = :educationLevel, education_name = :educationName,
                retirement_on = :retirementOn, retirement_rules = :retirementRules, next_change_on = :nextChangeOn,
                version = version + :versions, updated_at = coalesce(:now, updated_at)
            where agency = :agency and id = :id""");

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
    Map<UUID, Person> lock(List<UUID> ids) {
        return people(LOCK, Map.of("ids", ids));
    }

    /** The same people as their histories tell of them on the day, retirement not yet computed. */
    Map<UUID, Person> read(List<UUID> ids, LocalDate today) {
        return people(READ, Map.of("ids", ids, "today", today));
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

    /** Retirement dates in an agency that rest on a version of the rules. */
    record Applied(String agency, String rules) {}

    List<Applied> rulesApplied() {
        return sql.rows(RULES_APPLIED, Map.of(), row -> new Applied(row.text(), row.text()));
    }

    /** Some people whose retirement date rests on another version of the rules, claimed as {@link #claimDue} does. */
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

    private Map<UUID, Person> people(SqlText select, Map<String, ?> values) {
        var people = new LinkedHashMap<UUID, Person>();
        sql.rows(select, values, CurrentStateQueries::person).forEach(person -> people.put(person.id(), person));
        return people;
    }

    private static Person person(Row row) throws SQLException {
        var id = row.id();
        var birthDate = row.date();
        var state = new CurrentState(
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
        return new Person(id, birthDate, state, row.optionalInteger());
    }

    private static Map<String, ?> values(Renewal renewal, Instant now) {
        var state = renewal.state();
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", renewal.id());
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
