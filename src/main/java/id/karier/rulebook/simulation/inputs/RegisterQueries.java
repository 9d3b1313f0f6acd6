package id.karier.rulebook.simulation.inputs;

import id.karier.calculation.measure.LearningHoursJson.Activity;
import id.karier.rulebook.simulation.KindInputs.Person;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one register about many people, each history oldest first. */
@ApplicationScoped
class RegisterQueries {
    /** The register's level of a position goes before the decree's, as in the current state. */
    private static final String POSTINGS = """
            select new id.karier.rulebook.simulation.inputs.RegisterQueries$Posting(
                h.employeeId, coalesce(p.level, h.level), p.retirementAge, h.unitId, h.startsOn, h.endsOn)
            from EmployeePosition h left join Position p on p.id = h.positionId
            where h.employeeId in (:ids) and h.assignment = DEFINITIVE and h.startsOn <= :day
            order by h.employeeId, h.startsOn, h.id""";

    private static final String NUMBERS = """
            select new id.karier.rulebook.simulation.inputs.RegisterQueries$Code(i.employeeId, i.number)
            from IdentityNumber i
            where i.employeeId in (:ids) and i.startsOn <= :day and (i.endsOn is null or i.endsOn >= :day)
            order by i.employeeId, i.startsOn""";
    private static final String RANKS = """
            select new id.karier.rulebook.simulation.inputs.RegisterQueries$Code(r.employeeId, r.rankCode)
            from EmployeeRank r
            where r.employeeId in (:ids) and r.startsOn <= :day
            order by r.employeeId, r.startsOn""";
    private static final String CREDITS = """
            select new id.karier.rulebook.simulation.inputs.RegisterQueries$Credit(
                c.employeeId, c.level, case when c.basis = CONVENTIONAL then true else false end,
                case when c.basis = INTEGRATION then true else false end, c.startsOn, c.credit)
            from EmployeeCredit c
            where c.employeeId in (:ids) and c.endsOn <= :day
            order by c.employeeId, c.startsOn, c.id""";
    private static final String TRAININGS = """
            select new id.karier.rulebook.simulation.inputs.RegisterQueries$Training(
                t.employeeId, t.form, t.startsOn, t.endsOn, t.hours)
            from EmployeeTraining t
            where t.employeeId in (:ids) and t.startsOn >= :from and t.endsOn <= :day
            order by t.employeeId, t.startsOn, t.id""";

    private final EntityManager entities;

    RegisterQueries(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A definitive position that was held.
     *
     * @param retirementAge the age that the position itself carries
     */
    record Posting(
            UUID employeeId,
            PositionLevel level,
            @Nullable Integer retirementAge,
            @Nullable UUID unitId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        boolean lastsOn(LocalDate day) {
            return endsOn == null || !endsOn.isBefore(day);
        }
    }

    /** A code that somebody bears: a number, a rank. */
    record Code(UUID employeeId, String code) {}

    /** @param level null when the decree names none */
    record Credit(
            UUID employeeId,
            @Nullable PositionLevel level,
            boolean conventional,
            boolean integration,
            LocalDate startsOn,
            BigDecimal amount) {}

    record Training(UUID employeeId, String form, LocalDate startsOn, LocalDate endsOn, BigDecimal hours) {
        Activity activity() {
            int days = (int) ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
            return new Activity(form, null, days, hours, startsOn, null, null);
        }
    }

    Map<UUID, Postings> postings(List<Person> people, LocalDate day) {
        var byPerson = new HashMap<UUID, Postings>();
        grouped(about(POSTINGS, Posting.class, people, day), Posting::employeeId)
                .forEach((person, postings) -> byPerson.put(person, new Postings(postings, day)));
        return byPerson;
    }

    /** The number of the day. */
    Map<UUID, String> numbers(List<Person> people, LocalDate day) {
        return latest(about(NUMBERS, Code.class, people, day));
    }

    /** The rank of the day, of a contract civil servant the group of her agreement. */
    Map<UUID, String> ranks(List<Person> people, LocalDate day) {
        return latest(about(RANKS, Code.class, people, day));
    }

    Map<UUID, List<Credit>> credits(List<Person> people, LocalDate day) {
        return grouped(about(CREDITS, Credit.class, people, day), Credit::employeeId);
    }

    /** What began on a day or later and had ended by another. */
    Map<UUID, List<Training>> trainings(List<Person> people, LocalDate from, LocalDate day) {
        var query = about(TRAININGS, Training.class, people, day).setParameter("from", from);
        return grouped(query, Training::employeeId);
    }

    private <T> TypedQuery<T> about(String select, Class<T> row, List<Person> people, LocalDate day) {
        return entities.createQuery(select, row)
                .setParameter("ids", people.stream().map(Person::id).toList())
                .setParameter("day", day);
    }

    private static <T> Map<UUID, List<T>> grouped(TypedQuery<T> query, Function<T, UUID> person) {
        var byPerson = new HashMap<UUID, List<T>>();
        query.getResultList()
                .forEach(row -> byPerson.computeIfAbsent(person.apply(row), id -> new ArrayList<>())
                        .add(row));
        return byPerson;
    }

    private static Map<UUID, String> latest(TypedQuery<Code> query) {
        var byPerson = new HashMap<UUID, String>();
        query.getResultList().forEach(row -> byPerson.put(row.employeeId(), row.code()));
        return byPerson;
    }
}
