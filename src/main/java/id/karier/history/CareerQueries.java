package id.karier.history;

import id.karier.employee.EmployeeStatus;
import id.karier.history.Career.Credit;
import id.karier.history.Career.Education;
import id.karier.history.Career.PenaltySpan;
import id.karier.history.Career.PositionSpan;
import id.karier.history.Career.RankSpan;
import id.karier.history.Career.StatusSpan;
import id.karier.history.Career.Training;
import id.karier.history.entry.Assignment;
import id.karier.history.entry.CreditBasis;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PenaltyLevel;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads the histories of many people, one statement a history, each through its index by the person. Entries of one person
 * come oldest first, and of one day in the order in which they were written.
 */
@ApplicationScoped
class CareerQueries {
    private static final SqlText POSITIONS = SqlText.ofNation("""
            select h.employee_id, h.id, h.assignment, h.position_id, coalesce(p.name, h.title), coalesce(p.level, h.level),
                h.unit_id, coalesce(u.name, h.unit_name), case when p.leads_unit then p.unit_id end, p.retirement_age,
                h.starts_on, h.ends_on
            from employee_positions h
                left join positions p on p.agency = :agency and p.id = h.position_id
                left join units u on u.agency = :agency and u.id = h.unit_id
            where h.agency = :agency and h.employee_id in (:people)
            order by h.employee_id, h.starts_on, h.id""");
    private static final SqlText HOLDERS = SqlText.ofAgency("""
            select h.position_id, count(distinct h.employee_id)
            from employee_positions h
            where h.agency = :agency and h.position_id in (:positions) and (h.ends_on is null or h.ends_on >= :day)
            group by h.position_id""");
    private static final SqlText RANKS = SqlText.ofNation("""
            select r.employee_id, r.id, r.rank_code, r.rank_order, r.starts_on
            from employee_ranks r
            where r.agency = :agency and r.employee_id in (:people)
            order by r.employee_id, r.starts_on""");
    private static final SqlText EDUCATIONS = SqlText.ofNation("""
            select d.employee_id, d.id, d.level, d.field, d.counts_from
            from employee_educations d
            where d.agency = :agency and d.employee_id in (:people)
            order by d.employee_id, d.counts_from, d.id""");
    private static final SqlText CREDITS = SqlText.ofNation("""
            select c.employee_id, c.id, c.level, c.basis, c.starts_on, c.ends_on, c.credit
            from employee_credits c
            where c.agency = :agency and c.employee_id in (:people)
            order by c.employee_id, c.starts_on, c.id""");
    private static final SqlText PENALTIES = SqlText.ofNation("""
            select d.employee_id, d.id, d.level, d.penalty, d.starts_on, d.ends_on, d.cancelled_on
            from employee_disciplines d
            where d.agency = :agency and d.employee_id in (:people)
            order by d.employee_id, d.starts_on, d.id""");
    private static final SqlText STATUSES = SqlText.ofNation("""
            select s.employee_id, s.id, s.status, s.starts_on, s.ends_on
            from employee_statuses s
            where s.agency = :agency and s.employee_id in (:people)
            order by s.employee_id, s.starts_on""");
    private static final SqlText TRAININGS = SqlText.ofNation("""
            select t.employee_id, t.id, t.form, t.counts_from,
                coalesce(t.ends_on, makedate(t.held_year + 1, 1) - interval 1 day), t.hours
            from employee_trainings t
            where t.agency = :agency and t.employee_id in (:people) and t.counts_from >= :from
                and t.counts_until <= :until
            order by t.employee_id, t.counts_from, t.id""");

    private final AgencySql sql;

    CareerQueries(AgencySql sql) {
        this.sql = sql;
    }

    Map<UUID, List<PositionSpan>> positions(Collection<UUID> people) {
        return byPerson(POSITIONS, Map.of("people", people), CareerQueries::position);
    }

    Map<UUID, List<RankSpan>> ranks(Collection<UUID> people) {
        var byPerson = byPerson(RANKS, Map.of("people", people), CareerQueries::rank);
        byPerson.replaceAll((person, ranks) -> ended(ranks));
        return byPerson;
    }

    Map<UUID, List<Education>> educations(Collection<UUID> people) {
        return byPerson(EDUCATIONS, Map.of("people", people), CareerQueries::education);
    }

    Map<UUID, List<Credit>> credits(Collection<UUID> people) {
        return byPerson(CREDITS, Map.of("people", people), CareerQueries::credit);
    }

    Map<UUID, List<PenaltySpan>> penalties(Collection<UUID> people) {
        return byPerson(PENALTIES, Map.of("people", people), CareerQueries::penalty);
    }

    Map<UUID, List<StatusSpan>> statuses(Collection<UUID> people) {
        return byPerson(
                STATUSES,
                Map.of("people", people),
                row -> new StatusSpan(row.id(), row.constant(EmployeeStatus.class), row.date(), row.optionalDate()));
    }

    /** What began on a day or later and had ended by another. */
    Map<UUID, List<Training>> trainings(Collection<UUID> people, LocalDate from, LocalDate until) {
        return byPerson(TRAININGS, Map.of("people", people, "from", from, "until", until), CareerQueries::training);
    }

    private <T> Map<UUID, List<T>> byPerson(SqlText select, Map<String, ?> values, Row.Reader<T> reader) {
        var byPerson = new HashMap<UUID, List<T>>();
        sql.rows(
                select,
                values,
                row -> byPerson.computeIfAbsent(row.id(), person -> new ArrayList<>())
                        .add(reader.read(row)));
        return byPerson;
    }

    private static PositionSpan position(Row row) throws SQLException {
        return new PositionSpan(
                row.id(),
                row.constant(Assignment.class),
                row.optionalId(),
                row.text(),
                row.constant(PositionLevel.class),
                row.optionalId(),
                row.optionalText(),
                row.optionalId(),
                row.optionalInteger(),
                row.date(),
                row.optionalDate());
    }

    private static RankSpan rank(Row row) throws SQLException {
        return new RankSpan(row.id(), row.text(), row.integer(), row.date(), null);
    }

    /** A rank lasts until the next one begins. */
    private static List<RankSpan> ended(List<RankSpan> ranks) {
        var ended = new ArrayList<RankSpan>();
        for (int i = 0; i < ranks.size(); i++) {
            var rank = ranks.get(i);
            var endsOn = i + 1 < ranks.size() ? ranks.get(i + 1).startsOn().minusDays(1) : null;
            ended.add(new RankSpan(rank.id(), rank.code(), rank.order(), rank.startsOn(), endsOn));
        }
        return ended;
    }

    private static Education education(Row row) throws SQLException {
        return new Education(row.id(), row.constant(EducationLevel.class), row.text(), row.date());
    }

    private static Credit credit(Row row) throws SQLException {
        return new Credit(
                row.id(),
                row.optionalConstant(PositionLevel.class),
                row.constant(CreditBasis.class),
                row.date(),
                row.date(),
                decimal(row));
    }

    private static PenaltySpan penalty(Row row) throws SQLException {
        return new PenaltySpan(
                row.id(),
                row.constant(PenaltyLevel.class),
                row.optionalText(),
                row.date(),
                row.optionalDate(),
                row.optionalDate());
    }

    private static Training training(Row row) throws SQLException {
        return new Training(row.id(), row.text(), row.date(), row.date(), decimal(row));
    }

    private static BigDecimal decimal(Row row) throws SQLException {
        return Objects.requireNonNull(row.optionalDecimal());
    }

    private record Holders(UUID position, int number) {}

    Map<UUID, Integer> holders(Collection<UUID> positions, LocalDate day) {
        return sql
                .rows(
                        HOLDERS,
                        Map.of("positions", positions, "day", day),
                        row -> new Holders(row.id(), Math.toIntExact(row.number())))
                .stream()
                .collect(Collectors.toMap(Holders::position, Holders::number));
    }
}
