package id.karier.history.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.employee.EmployeeDirectory;
import id.karier.history.CurrentStates;
import id.karier.history.entry.HistoryKind.Rest;
import id.karier.kernel.Ids;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.reference.ReferenceLists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * Reads and writes the histories of a person within the caller's reach. A write locks the person, so that what the rules
 * have seen stays true until it is committed, and renews her current state.
 */
@ApplicationScoped
public class HistoryService {
    private final HistoryQueries histories;
    private final EmployeeDirectory people;
    private final AgencyDirectory agencies;
    private final ReferenceLists lists;
    private final CurrentStates states;
    private final MergePatch mergePatch;
    private final Ids ids;

    HistoryService(
            HistoryQueries histories,
            EmployeeDirectory people,
            AgencyDirectory agencies,
            ReferenceLists lists,
            CurrentStates states,
            MergePatch mergePatch,
            Ids ids) {
        this.histories = histories;
        this.people = people;
        this.agencies = agencies;
        this.lists = lists;
        this.states = states;
        this.mergePatch = mergePatch;
        this.ids = ids;
    }

    /** A person whose history is being written, locked until the transaction ends. */
    record Writing(EmployeeDirectory.Facts person, Life life) {}

    <E extends HistoryEntry<F, V>, F extends Record & Decreed, V extends Record & EntryView> Page<V> page(
            HistoryKind<E, F, V> kind, UUID employee, PageRequest page) {
        people.require(employee);
        return histories.page(kind, employee, page);
    }

    <E extends HistoryEntry<F, V>, F extends Record & Decreed, V extends Record & EntryView> V entry(
            HistoryKind<E, F, V> kind, UUID employee, UUID id) {
        people.require(employee);
        return histories.require(kind, employee, id).view();
    }

    @Transactional
    <E extends HistoryEntry<F, V>, F extends Record & Decreed, V extends Record & EntryView> V add(
            HistoryKind<E, F, V> kind, UUID employee, F facts) {
        var writing = begin(employee);
        var id = ids.next();
        admit(kind, writing, facts, id);
        var entry = kind.maker().make(id, employee, facts);
        histories.add(entry);
        return finish(kind, writing, entry);
    }

    @Transactional
    <E extends HistoryEntry<F, V>, F extends Record & Decreed, V extends Record & EntryView> V change(
            HistoryKind<E, F, V> kind, UUID employee, UUID id, long version, ObjectNode patch) {
        var writing = begin(employee);
        var entry = histories.require(kind, employee, id);
        EntityTags.requireSame(version, entry.version());
        var facts = mergePatch.apply(entry.facts(), patch, kind.facts());
        admit(kind, writing, facts, id);
        entry.change(facts);
        return finish(kind, writing, entry);
    }

    /** The row goes; the change log keeps what it said. */
    @Transactional
    <E extends HistoryEntry<F, V>, F extends Record & Decreed, V extends Record & EntryView> void remove(
            HistoryKind<E, F, V> kind, UUID employee, UUID id, long version) {
        var writing = begin(employee);
        var entry = histories.require(kind, employee, id);
        EntityTags.requireSame(version, entry.version());
        histories.remove(entry);
        renew(kind, writing);
    }

    /** Locks the person; every write of a history begins here. */
    Writing begin(UUID employee) {
        var person = people.lock(employee);
        var today = agencies.today(person.agency());
        return new Writing(person, new Life(person.birthDate(), person.firstAppointmentOn(), today));
    }

    /** Asks the reference lists and the rules about an entry that is to be. */
    <E extends HistoryEntry<F, V>, F extends Record & Decreed, V extends Record & EntryView> void admit(
            HistoryKind<E, F, V> kind, Writing writing, F facts, UUID id) {
        for (var reference : kind.references()) {
            lists.require(reference.list(), reference.code().apply(facts), reference.pointer());
        }
        var person = writing.person();
        var rest = new Rest<F>(day -> people.kindOn(person, day), () -> others(kind, person.id(), id));
        kind.admission().admit(facts, writing.life(), rest).orRefuse();
    }

    private <E extends HistoryEntry<F, V>, F extends Record & Decreed, V extends Record & EntryView> List<F> others(
            HistoryKind<E, F, V> kind, UUID employee, UUID id) {
        return histories.others(kind, employee, id).stream()
                .map(HistoryEntry::facts)
                .toList();
    }

    /** Writes what was changed, and what it means for today. */
    <V extends Record & EntryView> V finish(HistoryKind<?, ?, V> kind, Writing writing, HistoryEntry<?, V> entry) {
        histories.flush();
        renew(kind, writing);
        return entry.view();
    }

    private void renew(HistoryKind<?, ?, ?> kind, Writing writing) {
        if (kind.current()) {
            var person = writing.person();
            states.refresh(person.agency(), List.of(person.id()), writing.life().today());
        }
    }
}
