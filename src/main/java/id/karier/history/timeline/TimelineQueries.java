package id.karier.history.timeline;

import id.karier.employee.Source;
import id.karier.history.timeline.TimelineJson.Kind;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads all histories of a person in one statement. */
@ApplicationScoped
class TimelineQueries {
    /** Trainings and awards can be many; of them the newest are read, with the number of all. */
    private static final int MOST = 200;

    /** Every branch enters its history's index by the person; ties are in the order in which they were written. */
    private static final SqlText ENTRIES = SqlText.ofNation("""
            select 'IDENTITY_NUMBER' as kind, i.id, i.starts_on as dated_on, i.starts_on, i.ends_on, i.kind as code,
                i.number as what, null as detail, null as level, null as position_id, null as unit_id,
                false as leads_unit, null as retirement_age, null as cancelled_on, null as known_year, null as amount, i.decree_number,
                i.decree_date, i.source, 0 as total
            from employee_identity_numbers i
            where i.agency = :agency and i.employee_id = :employee and i.starts_on <= :day
            union all
            select 'RANK', r.id, r.starts_on, r.starts_on, null, r.rank_code, r.rank_code, r.promotion_kind, null, null,
                null, false, null, null, null, null, r.decree_number, r.decree_date, r.source, 0
            from employee_ranks r
            where r.agency = :agency and r.employee_id = :employee and r.starts_on <= :day
            union all
            select 'POSITION', h.id, h.starts_on, h.starts_on, h.ends_on, h.assignment, h.title, h.unit_name, h.level,
                h.position_id, h.unit_id, coalesce(p.leads_unit, false), p.retirement_age, null, null, null,
                h.decree_number, h.decree_date, h.source, 0
            from employee_positions h left join positions p
                on p.agency = :agency and p.id = h.position_id
            where h.agency = :agency and h.employee_id = :employee and h.starts_on <= :day
            union all
            select 'EDUCATION', d.id, d.counts_from, d.counts_from, null, d.level, d.field, d.institution, null, null,
                null, false, null, null, d.graduated_year, null, d.decree_number, d.decree_date, d.source, 0
            from employee_educations d
            where d.agency = :agency and d.employee_id = :employee and d.counts_from <= :day
            union all
            (select 'TRAINING', t.id, t.counts_from, t.counts_from, t.ends_on, t.form, t.name, t.provider, null, null,
                null, false, null, null, t.held_year, t.hours, t.decree_number, t.decree_date, t.source, count(*) over ()
            from employee_trainings t
            where t.agency = :agency and t.employee_id = :employee and t.counts_from <= :day
            order by t.counts_from desc, t.id desc limit :most)
            union all
            (select 'AWARD', a.id, a.granted_on, a.granted_on, null, coalesce(a.code, ''), a.name, null, null, null,
                null, false, null, null, null, null, a.decree_number, a.decree_date, a.source, count(*) over ()
            from employee_awards a
            where a.agency = :agency and a.employee_id = :employee and a.granted_on <= :day
            order by a.granted_on desc, a.id desc limit :most)
            union all
            select 'CREDIT', c.id, c.ends_on, c.starts_on, c.ends_on, c.basis, coalesce(c.position_title, c.basis),
                null, c.level, null, null, false, null, null, null, c.credit, c.decree_number, c.decree_date, c.source, 0
            from employee_credits c
            where c.agency = :agency and c.employee_id = :employee and c.ends_on <= :day
            union all
            select 'DISCIPLINE', p.id, p.starts_on, p.starts_on, p.ends_on, p.level,
                coalesce(p.penalty_name, p.penalty, p.level), p.regulation, p.penalty, null, null, false, null,
                p.cancelled_on, null, null, p.decree_number, p.decree_date, p.source, 0
            from employee_disciplines p
            where :penalties and p.agency = :agency and p.employee_id = :employee and p.starts_on <= :day
            order by dated_on, id""");

    private final AgencySql sql;

    TimelineQueries(AgencySql sql) {
        this.sql = sql;
    }

    /** Every entry up to the day, oldest first. */
    List<TimelineRow> entries(UUID person, LocalDate day, boolean penalties) {
        var values = Map.of("employee", person, "day", day, "most", MOST, "penalties", penalties);
        return sql.rows(ENTRIES, values, TimelineQueries::row);
    }

    /** The union gives hours and credits one scale. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static TimelineRow row(Row row) throws SQLException {
        return new TimelineRow(
                row.constant(Kind.class),
                row.id(),
                row.date(),
                row.date(),
                row.optionalDate(),
                row.text(),
                row.text(),
                row.optionalText(),
                row.optionalText(),
                row.optionalId(),
                row.optionalId(),
                row.flag(),
                row.optionalInteger(),
                row.optionalDate(),
                row.optionalInteger(),
                plain(row.optionalDecimal()),
                row.optionalText(),
                row.optionalDate(),
                row.constant(Source.class),
                row.number());
    }
}
