package id.karier.competency.summary;

import id.karier.competency.summary.SummaryRules.Cell;
import id.karier.employee.EmployeeDirectory;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts people by unit, level, what is required and what they hold; persons never leave the database. */
@ApplicationScoped
class SummaryQueries {
    /** Of a person's results the last that is valid, of a position's standards the last that is in force. */
    private static final SqlText CELLS = SqlText.ofAgency("""
            select s.unit_id, s.position_level, o.level, h.level, count(*)
            from (""" + EmployeeDirectory.inService() + """
            ) s
                left join (select r.employee_id, r.level,
                        row_number() over (partition by r.employee_id order by r.found_on desc, r.id desc) as place
                    from competency_results r
                    where r.agency = :agency and r.competency_id = :competency and r.annulled_on is null
                        and r.found_on <= :day and (r.valid_until is null or r.valid_until >= :day)) h
                    on h.employee_id = s.id and h.place = 1
                left join (select p.position_id, p.level,
                        row_number() over (partition by p.position_id order by p.starts_on desc, p.id desc) as place
                    from position_standards p
                    where p.agency = :agency and p.competency_id = :competency
                        and p.starts_on <= :day and (p.ends_on is null or p.ends_on >= :day)) o
                    on o.position_id = s.position_id and o.place = 1
            where s.position_level is not null
            group by s.unit_id, s.position_level, o.level, h.level""");

    private final AgencySql sql;

    SummaryQueries(AgencySql sql) {
        this.sql = sql;
    }

    List<Cell> cells(UUID competency, LocalDate day) {
        return sql.rows(CELLS, Map.of("competency", competency, "day", day), SummaryQueries::cell);
    }

    private static Cell cell(Row row) throws SQLException {
        return new Cell(
                row.optionalId(),
                row.constant(PositionLevel.class),
                row.optionalInteger(),
                row.optionalInteger(),
                row.integer());
    }
}
