package id.karier.rulebook.simulation;

import id.karier.employee.EmployeeObjects;
import id.karier.kernel.ProblemException;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.RecordReader;
import id.karier.kernel.data.SqlText;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import id.karier.rulebook.simulation.KindInputs.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Simulations, the people they go through, and the changes they found. */
@ApplicationScoped
class SimulationQueries {
    /** Before everybody. */
    static final UUID NOBODY = new UUID(0, 0);

    private static final SqlText POPULATION =
            SqlText.ofAgency("select count(*) from employees e where e.agency = :agency");
    private static final SqlText PEOPLE = SqlText.ofAgency("""
            select e.id, e.kind, e.status, e.birth_date, e.first_appointment_on from employees e
            where e.agency = :agency and e.id > :after order by e.id limit :most""");
    private static final SqlText REACHED =
            SqlText.ofAgency("select s.reached from simulations s where s.agency = :agency and s.id = :id");
    private static final SqlText REACH =
            SqlText.ofAgency("update simulations set reached = :reached where agency = :agency and id = :id");

    static final ListSpec<Change> CHANGES = ListSpec.of("simulation-changes", RecordReader.of(Change.class))
            .columns("c.employee_id, e.name, c.current_result, c.draft_result")
            .from("simulation_changes c join employees e on e.id = c.employee_id", "c.agency")
            .about(EmployeeObjects.EMPLOYEE, "c.employee_id")
            .sortedBy(new SortKey<>("employeeId", "c.employee_id", SortKey.Type.ID, Change::employeeId))
            .then(new SortKey<>("employeeId", "c.employee_id", SortKey.Type.ID, Change::employeeId))
            .order("employeeId")
            .build();

    private final EntityManager entities;
    private final AgencySql sql;
    private final Lists lists;

    SimulationQueries(EntityManager entities, AgencySql sql, Lists lists) {
        this.entities = entities;
        this.sql = sql;
        this.lists = lists;
    }

    /** A change with its results as JSON. */
    record Change(UUID employeeId, String name, String currentResult, String draftResult) {}

    void add(Object row) {
        entities.persist(row);
    }

    /** @throws ProblemException 404 when the caller's agency has no such simulation */
    Simulation require(UUID id) {
        return Optional.ofNullable(of(id)).orElseThrow(ProblemException::notFound);
    }

    /** The simulation of a job. */
    @Nullable
    Simulation of(UUID job) {
        return entities.find(Simulation.class, job);
    }

    long population() {
        return sql.count(POPULATION, Map.of());
    }

    /** The next people of the agency in the order of their ids. */
    List<Person> people(UUID after, int most) {
        return sql.rows(PEOPLE, Map.of("after", after, "most", most), RecordReader.of(Person.class));
    }

    /** The last person who was compared and committed. */
    UUID reached(UUID simulation) {
        return sql.first(REACHED, Map.of("id", simulation), row -> Objects.requireNonNullElse(row.optionalId(), NOBODY))
                .orElse(NOBODY);
    }

    void reach(UUID simulation, UUID employee) {
        sql.change(REACH, Map.of("reached", employee, "id", simulation));
    }

    Page<Change> changes(UUID simulation, PageRequest request) {
        var narrowed = new ListFilter().where("c.simulation_id = :simulation", "simulation", simulation);
        return lists.page(CHANGES, narrowed, request);
    }
}
