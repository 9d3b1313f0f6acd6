package id.karier.history.entry;

import id.karier.kernel.ProblemException;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Versioned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Every query about entries; each enters the history's index by the person. Hibernate puts the agency in. */
@ApplicationScoped
public class HistoryQueries {
    private static final String OF_PERSON = "h.employeeId = :employee";

    private final EntityManager entities;
    private final Lists lists;
    private final FieldCipher cipher;
    private final StandingReasons reasons;

    HistoryQueries(EntityManager entities, Lists lists, FieldCipher cipher, StandingReasons reasons) {
        this.entities = entities;
        this.lists = lists;
        this.cipher = cipher;
        this.reasons = reasons;
    }

    /** A page of one person's history, newest first. */
    Page<Versioned> page(HistoryKind<?, ?> kind, UUID employee, PageRequest request) {
        var page = lists.page(kind.list().ofOne(), of(employee), request);
        var items =
                page.items().stream().map(entry -> shown(kind, employee, entry)).toList();
        return new Page<>(items, page.next(), page.total());
    }

    /** @throws ProblemException 404 unless the entry is one of the person's */
    Versioned view(HistoryKind<?, ?> kind, UUID employee, UUID id) {
        return shown(
                kind, employee, lists.require(kind.list().ofOne(), of(employee).where("h.id = :id", "id", id)));
    }

    /** An entry of a person as the caller may see it. */
    Versioned shown(HistoryKind<?, ?> kind, UUID employee, Versioned stored) {
        return reasons.shown(employee, kind.opened(cipher, stored));
    }

    /** The entries of some people, of each the oldest first. */
    List<HistoryKind.Owned> ofPeople(HistoryKind<?, ?> kind, Collection<UUID> people) {
        var filter = new ListFilter().where("h.employee_id in (:people)", "people", people);
        return lists.all(kind.list().ofMany(), filter).stream()
                .map(owned -> new HistoryKind.Owned(owned.person(), shown(kind, owned.person(), owned.entry())))
                .toList();
    }

    private static ListFilter of(UUID employee) {
        return new ListFilter().where("h.employee_id = :employee", "employee", employee);
    }

    /** @throws ProblemException 404 unless the entry is one of the person's */
    <E extends HistoryEntry<?>> E require(Class<E> entity, UUID employee, UUID id) {
        return entities
                .createQuery(
                        "select h from " + entity.getSimpleName() + " h where " + OF_PERSON + " and h.id = :id", entity)
                .setParameter("employee", employee)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** The person's other entries of a history, the newest last. */
    <E extends HistoryEntry<?>> List<E> others(Class<E> entity, String since, UUID employee, UUID except) {
        return entities.createQuery(
                        "select h from " + entity.getSimpleName() + " h where " + OF_PERSON
                                + " and h.id <> :except order by h." + since + ", h.id",
                        entity)
                .setParameter("employee", employee)
                .setParameter("except", except)
                .getResultList();
    }

    /** The person's entries, of every history that knows it, that a row has ended. */
    List<ClosableEntry<?>> closedBy(UUID employee, UUID entry) {
        var closed = new ArrayList<ClosableEntry<?>>();
        for (var entity : HistoryKinds.CLOSABLE) {
            closed.addAll(entities.createQuery(
                            "select h from " + entity.getSimpleName() + " h where " + OF_PERSON
                                    + " and h.closedBy = :entry order by h.startsOn, h.id",
                            entity)
                    .setParameter("employee", employee)
                    .setParameter("entry", entry)
                    .getResultList());
        }
        return closed;
    }

    void add(HistoryEntry<?> entry) {
        entities.persist(entry);
    }

    void remove(HistoryEntry<?> entry) {
        entities.remove(entry);
    }

    void flush() {
        entities.flush();
    }
}
