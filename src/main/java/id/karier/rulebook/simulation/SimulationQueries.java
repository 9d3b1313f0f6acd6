package id.karier.rulebook.simulation;

import id.karier.kernel.ProblemException;
import id.karier.kernel.web.Cursors;
import id.karier.kernel.web.ListQuery;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import id.karier.rulebook.simulation.KindInputs.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Simulations, the people they go through, and the changes they found. */
@ApplicationScoped
class SimulationQueries {
    /** Before everybody. */
    static final UUID NOBODY = new UUID(0, 0);

    private static final String FIND = "select s from Simulation s where s.id = :id";
    private static final String POPULATION = "select count(e.id) from Employee e";
    private static final String PEOPLE = """
            select new id.karier.rulebook.simulation.KindInputs$Person(
                e.id, e.kind, e.status, e.birthDate, e.firstAppointmentOn)
            from Employee e where e.id > :after order by e.id""";

    /** Names the agency itself; the row is no entity's business, because it moves with every batch. */
    private static final String REACHED = "select s.reached from simulations s where s.agency = :agency and s.id = :id";

    private static final String REACH = "update simulations set reached = :reached where agency = :agency and id = :id";

    private static final String CHANGE = """
            select new id.karier.rulebook.simulation.SimulationQueries$Change(
                c.employeeId, e.name, c.currentResult, c.draftResult)""";
    private static final SortKey<Change> BY_EMPLOYEE =
            new SortKey<>("employeeId", "c.employeeId", SortKey.Type.ID, Change::employeeId);

    private final EntityManager entities;
    private final Cursors cursors;

    SimulationQueries(EntityManager entities, Cursors cursors) {
        this.entities = entities;
        this.cursors = cursors;
    }

    /** A change with its results as JSON. */
    record Change(UUID employeeId, String name, String currentResult, String draftResult) {}

    void add(Object row) {
        entities.persist(row);
    }

    /** @throws ProblemException 404 when the caller's agency has no such simulation */
    Simulation require(UUID id) {
        return entities.createQuery(FIND, Simulation.class).setParameter("id", id).getResultList().stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** The simulation of a job. */
    Simulation of(UUID job) {
        return entities.find(Simulation.class, job);
    }

    long population() {
        return entities.createQuery(POPULATION, Long.class).getSingleResult();
    }

    /** The next people of the agency in the order of their ids. */
    List<Person> people(UUID after, int most) {
        return entities.createQuery(PEOPLE, Person.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** The last person who was weighed and committed. */
    UUID reached(String agency, UUID simulation) {
        var reached = (UUID) entities.createNativeQuery(REACHED, UUID.class)
                .setParameter("agency", agency)
                .setParameter("id", simulation)
                .getSingleResultOrNull();
        return reached == null ? NOBODY : reached;
    }

    void reach(String agency, UUID simulation, UUID employee) {
        entities.createNativeQuery(REACH)
                .setParameter("reached", employee)
                .setParameter("agency", agency)
                .setParameter("id", simulation)
                .executeUpdate();
    }

    Page<Change> changes(UUID simulation, PageRequest request) {
        return new ListQuery<>(
                        Change.class,
                        CHANGE,
                        "from SimulatedChange c join Employee e on e.id = c.employeeId",
                        List.of(BY_EMPLOYEE),
                        BY_EMPLOYEE,
                        "employeeId")
                .where("c.simulationId = :simulation", "simulation", simulation)
                .page(entities, cursors, "simulation-changes", request);
    }
}
