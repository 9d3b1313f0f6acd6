package id.karier.history.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.calculation.Calculators;
import id.karier.employee.EmployeeDirectory;
import id.karier.employee.ServiceAges;
import id.karier.history.CurrentStates;
import id.karier.history.entry.HistoryKind.Factory;
import id.karier.history.entry.HistoryKind.OtherEntries;
import id.karier.kernel.Ids;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Versioned;
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
    private final ClosedEntries closed;
    private final EmployeeDirectory people;
    private final AgencyDirectory agencies;
    private final ReferenceLists lists;
    private final ServiceAges ages;
    private final CurrentStates states;
    private final MergePatch mergePatch;
    private final FieldCipher cipher;
    private final Ids ids;

    HistoryService(
            HistoryQueries histories,
            ClosedEntries closed,
            EmployeeDirectory people,
            AgencyDirectory agencies,
            ReferenceLists lists,
            ServiceAges ages,
            CurrentStates states,
            MergePatch mergePatch,
            FieldCipher cipher,
            Ids ids) {
        this.histories = histories;
        this.closed = closed;
        this.people = people;
        this.agencies = agencies;
        this.lists = lists;
        this.ages = ages;
        this.states = states;
        this.mergePatch = mergePatch;
        this.cipher = cipher;
        this.ids = ids;
    }

    /** A person whose history is being written, locked until the transaction ends. */
    private record LockedPerson(EmployeeDirectory.Facts facts, PersonDates dates) {}

    Page<Versioned> page(HistoryKind<?, ?> kind, UUID employee, PageRequest page) {
        people.require(employee);
        return histories.page(kind, employee, page);
    }

    Versioned entry(HistoryKind<?, ?> kind, UUID employee, UUID id) {
        people.require(employee);
        return histories.view(kind, employee, id);
    }

    @Transactional
    <F extends Record & Decreed> Versioned add(HistoryKind<?, F> kind, Factory<F> factory, UUID employee, F facts) {
        var person = lock(kind, employee);
        var id = ids.next();
        var entry = factory.make(id, employee, kind.sealing().sealed(cipher, id, facts, null));
        check(kind, person, facts, entry.id());
        factory.settle(entry, null, facts);
        histories.add(entry);
        return finish(kind, person, entry);
    }

    @Transactional
    <F extends Record & Decreed> Versioned change(
            HistoryKind<?, F> kind, Factory<F> factory, UUID employee, UUID id, long version, ObjectNode patch) {
        var person = lock(kind, employee);
        HistoryEntry<F> entry = histories.require(kind.entity(), employee, id);
        EntityTags.requireSame(version, entry.version());
        var stored = entry.facts();
        var before = kind.sealing().opened(cipher, id, stored);
        var facts = mergePatch.apply(before, patch, kind.facts());
        var change = factory.prepare(entry, kind.sealing().sealed(cipher, id, facts, stored));
        check(kind, person, facts, id);
        change.run();
        if (!facts.equals(before)) {
            entry.typedIn();
        }
        if (entry instanceof ClosableEntry<?> closable) {
            closed.follow(closable);
        }
        factory.settle(entry, stored, facts);
        return finish(kind, person, entry);
    }

    /** The row goes, and what it had ended is as it was before; the change log keeps what it said. */
    @Transactional
    void remove(HistoryKind<?, ?> kind, UUID employee, UUID id, long version) {
        var person = lock(kind, employee);
        var entry = histories.require(kind.entity(), employee, id);
        EntityTags.requireSame(version, entry.version());
        closed.takeBack(entry);
        renew(kind, person);
    }

    /** Every write of a history begins here. */
    private LockedPerson lock(HistoryKind<?, ?> kind, UUID employee) {
        var person = people.lock(kind.object(), employee);
        var today = agencies.today(person.agency());
        var first = person.firstAppointmentOn();
        var of = new Calculators.Case(today, person.agency());
        var span = ages.of(person.identityNumber(), person.kind(), person.birthDate(), first, of);
        return new LockedPerson(person, new PersonDates(person.birthDate(), first, span.from(), span.until(), today));
    }

    /** Asks the reference lists and the rules about an entry that is to be. */
    private <F extends Record & Decreed> void check(HistoryKind<?, F> kind, LockedPerson person, F facts, UUID id) {
        for (var reference : kind.references()) {
            lists.require(reference.list(), reference.code().apply(facts), reference.pointer());
        }
        var others = new OtherEntries<F>(
                day -> people.kindOn(person.facts(), day),
                () -> histories
                        .others(kind.entity(), kind.since(), person.facts().id(), id)
                        .stream()
                        .map(HistoryEntry::facts)
                        .toList(),
                () -> histories
                        .others(
                                StatusRow.class,
                                HistoryKinds.STATUSES.since(),
                                person.facts().id(),
                                id)
                        .stream()
                        .map(StatusRow::facts)
                        .toList());
        kind.check().check(facts, person.dates(), others).orRefuse();
    }

    /** Writes what was changed, and what it means for today. */
    private Versioned finish(HistoryKind<?, ?> kind, LockedPerson person, HistoryEntry<?> entry) {
        histories.flush();
        renew(kind, person);
        return histories.shown(kind, person.facts().id(), entry.view());
    }

    private void renew(HistoryKind<?, ?> kind, LockedPerson person) {
        if (kind.current()) {
            var facts = person.facts();
            states.refresh(facts.agency(), List.of(facts.id()), person.dates().today());
        }
    }
}
