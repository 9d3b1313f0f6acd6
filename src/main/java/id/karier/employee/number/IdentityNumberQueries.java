package id.karier.employee.number;

import id.karier.employee.number.IdentityNumberJson.Entry;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.Cursors;
import id.karier.kernel.web.ListQuery;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query about the numbers of one person. */
@ApplicationScoped
class IdentityNumberQueries {
    private static final String FROM = "from IdentityNumber i";
    private static final String OF_PERSON = "i.employeeId = :employee";
    private static final String ENTRY = """
            select new id.karier.employee.number.IdentityNumberJson$Entry(
                i.id, i.number, i.kind, i.startsOn, i.endsOn, i.decreeNumber, i.decreeDate, i.source, i.siasnId,
                i.version)""";
    private static final String OPEN = """
            select i from IdentityNumber i where i.employeeId = :employee and i.endsOn is null
            order by i.startsOn desc, i.id desc""";

    private static final SortKey<Entry> BY_START = SortKey.date("startsOn", "i.startsOn", Entry::startsOn);
    private static final SortKey<Entry> BY_ID = SortKey.id("i.id", Entry::id);

    private final EntityManager entities;
    private final Cursors cursors;

    IdentityNumberQueries(EntityManager entities, Cursors cursors) {
        this.entities = entities;
        this.cursors = cursors;
    }

    /** The numbers of a person, newest first. */
    Page<Entry> page(UUID employee, PageRequest page) {
        return new ListQuery<>(Entry.class, ENTRY, FROM, List.of(BY_START), BY_ID, "-startsOn")
                .where(OF_PERSON, "employee", employee)
                .page(entities, cursors, "identity-numbers", page);
    }

    /** @throws ProblemException 404 unless the number is one of the person's */
    Entry require(UUID employee, UUID id) {
        return entities.createQuery(ENTRY + ' ' + FROM + " where " + OF_PERSON + " and i.id = :id", Entry.class)
                .setParameter("employee", employee)
                .setParameter("id", id)
                .getResultList().stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** The number that has no end. */
    Optional<IdentityNumber> open(UUID employee) {
        return entities.createQuery(OPEN, IdentityNumber.class)
                .setParameter("employee", employee)
                .setMaxResults(1)
                .getResultList().stream()
                .findFirst();
    }

    void add(IdentityNumber number) {
        entities.persist(number);
        entities.flush();
    }
}
