package id.karier.organisation;

import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.EntityTags;
import id.karier.organisation.OrganisationEvents.UnitRenamed;
import id.karier.organisation.UnitJson.NameSpan;
import id.karier.organisation.UnitJson.Rename;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives units other names from a day on, and keeps the former ones. Who renames a unit locks its row first. */
@ApplicationScoped
public class UnitNameService {
    private final UnitQueries units;
    private final UnitNameRepository names;
    private final AgencyDirectory days;
    private final Event<UnitRenamed> renamed;
    private final Ids ids;

    UnitNameService(
            UnitQueries units, UnitNameRepository names, AgencyDirectory days, Event<UnitRenamed> renamed, Ids ids) {
        this.units = units;
        this.names = names;
        this.days = days;
        this.renamed = renamed;
        this.ids = ids;
    }

    /** Renames by decree; the unit is called so at once when the day has come. */
    @Transactional
    public NameSpan rename(UUID id, Rename rename) {
        var unit = units.lock(id);
        var today = days.today(unit.agency());
        UnitRules.rename(unit.openedOn(), unit.closedOn(), rename.startsOn()).orRefuse();
        DecreeRules.signed(rename.decreeNumber(), rename.decreeDate(), today).orRefuse();
        var span = from(
                unit,
                unit.facts().name(),
                rename.name(),
                rename.startsOn(),
                rename.decreeNumber(),
                rename.decreeDate());
        applyDue(today);
        return view(span, today);
    }

    /** Another name from today on, as a merge patch gives it: the former one is kept; a closed unit has no today. */
    void rename(Unit unit, String name, LocalDate today) {
        var startsOn = unit.openedOn().isAfter(today) ? unit.openedOn() : today;
        UnitRules.rename(unit.openedOn(), unit.closedOn(), startsOn).orRefuse();
        var former = unit.facts().name();
        unit.rename(name);
        from(unit, former, name, startsOn, null, null).apply();
        names.flush();
        renamed.fire(new UnitRenamed(unit.agency(), unit.id(), name));
    }

    private UnitName from(
            Unit unit,
            String former,
            String name,
            LocalDate startsOn,
            @Nullable String decreeNumber,
            @Nullable LocalDate decreeDate) {
        var known = known(unit, former);
        UnitName before = null;
        UnitName same = null;
        LocalDate endsOn = null;
        for (var span : known) {
            int order = span.startsOn().compareTo(startsOn);
            if (order < 0) {
                before = span;
            } else if (order == 0) {
                same = span;
            } else if (endsOn == null) {
                endsOn = span.startsOn().minusDays(1);
            }
        }
        if (before != null) {
            before.endOn(startsOn.minusDays(1));
        }
        var span = same == null ? new UnitName(ids.next(), unit.id(), name, startsOn) : same;
        span.name(name, decreeNumber, decreeDate);
        span.endOn(endsOn);
        if (same == null) {
            names.persist(span);
        }
        names.flush();
        return span;
    }

    /** The names of a unit from its opening on; one that was never renamed gets a row for the name that it has. */
    private List<UnitName> known(Unit unit, String name) {
        var known = names.of(unit.id());
        if (!known.isEmpty()) {
            return known;
        }
        var first = new UnitName(ids.next(), unit.id(), name, unit.openedOn());
        first.apply();
        names.persistAndFlush(first);
        return List.of(first);
    }

    /** A unit opened on another day than was said: its first name has been there since. */
    void reopen(UUID unit, LocalDate openedOn) {
        var known = names.of(unit);
        if (!known.isEmpty()) {
            known.get(0).startOn(openedOn);
        }
    }

    /** The unit goes. */
    void forget(UUID unit) {
        for (var name : names.of(unit)) {
            names.delete(name);
        }
    }

    /** Takes back a name that was entered by mistake; the one before it goes on. */
    @Transactional
    public void takeBack(UUID id, UUID name, long version) {
        var unit = units.lock(id);
        var today = days.today(unit.agency());
        var known = names.of(id);
        var index = index(known, name);
        var span = known.get(index);
        EntityTags.requireSame(version, span.version());
        UnitRules.takeBack(index == 0, "FIRST_NAME").orRefuse();
        var before = known.get(index - 1);
        var endsOn = span.endsOn();
        names.delete(span);
        names.flush();
        before.endOn(endsOn);
        before.pend();
        applyDue(today);
    }

    private static int index(List<UnitName> known, UUID name) {
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).id().equals(name)) {
                return i;
            }
        }
        throw ProblemException.notFound();
    }

    /** Gives the names whose day has come. */
    int applyDue(LocalDate today) {
        int count = 0;
        for (var span : names.due(today)) {
            span.apply();
            var unit = units.require(span.unitId());
            boolean ended = unit.closedOn() != null && unit.closedOn().isBefore(span.startsOn());
            if (span.covers(today) && !ended) {
                count += bear(unit, span.name());
            }
        }
        names.flush();
        return count;
    }

    private int bear(Unit unit, String name) {
        if (Objects.equals(unit.facts().name(), name)) {
            return 0;
        }
        unit.rename(name);
        units.flush();
        renamed.fire(new UnitRenamed(unit.agency(), unit.id(), name));
        return 1;
    }

    private static NameSpan view(UnitName span, LocalDate today) {
        return new NameSpan(
                span.id(),
                span.name(),
                span.startsOn(),
                span.endsOn(),
                span.decreeNumber(),
                span.decreeDate(),
                span.startsOn().isAfter(today),
                span.version());
    }
}
