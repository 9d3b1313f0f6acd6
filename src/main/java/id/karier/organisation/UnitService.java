package id.karier.organisation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.organisation.OrganisationEvents.UnitsMoved;
import id.karier.organisation.UnitJson.Closure;
import id.karier.organisation.UnitJson.Link;
import id.karier.organisation.UnitJson.Move;
import id.karier.organisation.UnitJson.NewUnit;
import id.karier.organisation.UnitJson.Placement;
import id.karier.organisation.UnitJson.UnitChanges;
import id.karier.organisation.UnitJson.View;
import id.karier.organisation.UnitRules.Chain;
import id.karier.organisation.UnitRules.Stay;
import id.karier.organisation.reference.ReferenceLists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every write of the register of units. What touches the tree locks the agency's row first. */
@ApplicationScoped
public class UnitService {
    private final UnitQueries units;
    private final UnitTreeQueries tree;
    private final UnitPlacementRepository placements;
    private final AgencyQueries agencies;
    private final AgencyDirectory days;
    private final ReferenceLists references;
    private final MergePatch mergePatch;
    private final UnitNameService names;
    private final Event<UnitsMoved> unitsMoved;
    private final Caller caller;
    private final Ids ids;

    UnitService(
            UnitQueries units,
            UnitTreeQueries tree,
            UnitPlacementRepository placements,
            AgencyQueries agencies,
            AgencyDirectory days,
            ReferenceLists references,
            MergePatch mergePatch,
            UnitNameService names,
            Event<UnitsMoved> unitsMoved,
            Caller caller,
            Ids ids) {
        this.units = units;
        this.tree = tree;
        this.placements = placements;
        this.agencies = agencies;
        this.days = days;
        this.references = references;
        this.mergePatch = mergePatch;
        this.names = names;
        this.unitsMoved = unitsMoved;
        this.caller = caller;
        this.ids = ids;
    }

    @Transactional
    public View open(NewUnit request) {
        references.require(ReferenceLists.UNIT_KINDS, request.kind(), "/kind");
        agencies.lock(caller.agency());
        requireFreeCode(request.code());
        var parent = parent(request.parentId());
        int depth = parent == null ? 0 : units.path(parent.id()).size();
        UnitRules.open(request.openedOn(), parent, depth).orRefuse();
        DecreeRules.signed(request.decreeNumber(), request.decreeDate(), today())
                .orRefuse();
        var unit = new Unit(ids.next(), request);
        units.persistAndFlush(unit);
        var placement = new UnitPlacement(ids.next(), unit.id(), request.openedOn());
        placement.place(request.parentId(), request.decreeNumber(), request.decreeDate());
        placement.apply();
        placements.persist(placement);
        tree.place(unit.id(), request.parentId());
        return view(unit.id());
    }

    /** A name that a patch gives is borne from today on: the former one is kept. */
    @Transactional
    public View change(UUID id, long version, ObjectNode patch) {
        if (patch.has("openedOn")) {
            agencies.lock(caller.agency());
        }
        var unit = units.lock(id);
        EntityTags.requireSame(version, unit.version());
        var before = unit.facts();
        var after = mergePatch.apply(before, patch, UnitChanges.class);
        references.require(ReferenceLists.UNIT_KINDS, after.kind(), "/kind");
        if (!before.code().equals(after.code())) {
            requireFreeCode(after.code());
        }
        if (!before.openedOn().equals(after.openedOn())) {
            openOn(unit, after.openedOn());
        }
        unit.change(after);
        if (!before.name().equals(after.name())) {
            names.rename(unit, after.name(), today());
        }
        units.flush();
        return view(id);
    }

    private void openOn(Unit unit, LocalDate openedOn) {
        var known = placements.of(unit.id());
        var parent = known.isEmpty() ? null : parent(known.get(0).parentId());
        UnitRules.openedOn(openedOn, unit.closedOn(), stays(known), parent, tree.firstUse(unit.id()))
                .orRefuse();
        unit.openOn(openedOn);
        if (!known.isEmpty()) {
            known.get(0).startOn(openedOn);
        }
        names.reopen(unit.id(), openedOn);
    }

    /** A unit that was opened by mistake goes, with its places and names, while nothing refers to it. */
    @Transactional
    public void remove(UUID id, long version) {
        agencies.lock(caller.agency());
        var unit = units.lock(id);
        EntityTags.requireSame(version, unit.version());
        UnitRules.remove(tree.ever(id)).orRefuse();
        for (var placement : placements.of(id)) {
            placements.delete(placement);
        }
        names.forget(id);
        units.flush();
        tree.forget(id);
        units.delete(unit);
        units.flush();
    }

    /** Takes back a move that was entered by mistake; the place before it goes on. */
    @Transactional
    public void takeBack(UUID id, UUID placement, long version) {
        agencies.lock(caller.agency());
        if (units.facts(id).isEmpty()) {
            throw ProblemException.notFound();
        }
        var known = placements.of(id);
        var gone = known.stream()
                .filter(p -> p.id().equals(placement))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        EntityTags.requireSame(version, gone.version());
        int index = known.indexOf(gone);
        UnitRules.takeBack(index == 0, "FIRST_PLACEMENT").orRefuse();
        var before = known.get(index - 1);
        var parent = parent(before.parentId());
        var chain = parent == null ? Chain.NONE : tree.chain(id, parent.id(), gone.startsOn(), gone.endsOn());
        UnitRules.takeBack(parent, gone.endsOn(), chain).orRefuse();
        var endsOn = gone.endsOn();
        placements.delete(gone);
        placements.flush();
        before.endOn(endsOn);
        before.pend();
        placements.flush();
        applyDue(today());
    }

    /** Plans a move; the tree changes at once when its day has come. */
    @Transactional
    public Placement move(UUID id, Move move) {
        agencies.lock(caller.agency());
        var unit = units.facts(id).orElseThrow(ProblemException::notFound);
        var parent = parent(move.parentId());
        var today = today();
        var known = placements.of(id);
        var stays = stays(known);
        var fit = UnitRules.fit(stays, move.startsOn());
        var chain = parent == null ? Chain.NONE : tree.chain(id, parent.id(), move.startsOn(), fit.endsOn());
        UnitRules.move(unit, parent, move.startsOn(), today, stays, chain, tree.height(id))
                .orRefuse();
        DecreeRules.signed(move.decreeNumber(), move.decreeDate(), today).orRefuse();
        var placement = place(id, move, fit, known);
        units.flush();
        applyDue(today);
        var link = parent == null ? null : new Link(parent.id(), parent.name(), parent.kind());
        return new Placement(
                placement.id(),
                link,
                placement.startsOn(),
                placement.endsOn(),
                move.decreeNumber(),
                move.decreeDate(),
                placement.startsOn().isAfter(today),
                placement.version());
    }

    private UnitPlacement place(UUID unit, Move move, UnitRules.Fit fit, List<UnitPlacement> known) {
        if (fit.before() != null) {
            of(known, fit.before()).endOn(move.startsOn().minusDays(1));
        }
        var placement = fit.corrected() == null
                ? new UnitPlacement(ids.next(), unit, move.startsOn())
                : of(known, fit.corrected());
        placement.place(move.parentId(), move.decreeNumber(), move.decreeDate());
        placement.endOn(fit.endsOn());
        if (fit.corrected() == null) {
            placements.persist(placement);
        }
        return placement;
    }

    private static UnitPlacement of(List<UnitPlacement> known, Stay stay) {
        return known.stream().filter(p -> p.id().equals(stay.id())).findFirst().orElseThrow();
    }

    /**
     * Brings tree and names of the caller's agency to a day.
     *
     * @return how many units have moved or got another name
     */
    @Transactional
    public int applyDueMoves(LocalDate today) {
        agencies.lock(caller.agency());
        return applyDue(today) + names.applyDue(today);
    }

    /** All that moves is cut off before anything is hung up again, so that the order of the moves does not matter. */
    private int applyDue(LocalDate today) {
        var moved = new ArrayList<UnitPlacement>();
        for (var placement : placements.due(today)) {
            placement.apply();
            if (placement.covers(today)) {
                units.require(placement.unitId()).moveUnder(placement.parentId());
                moved.add(placement);
            }
        }
        units.flush();
        if (!moved.isEmpty()) {
            reattach(moved);
        }
        return moved.size();
    }

    private void reattach(List<UnitPlacement> moved) {
        var below = tree.below(moved.stream().map(UnitPlacement::unitId).toList());
        var before = units.paths(below);
        moved.forEach(placement -> tree.detach(placement.unitId()));
        for (var placement : moved) {
            if (placement.parentId() != null) {
                tree.attach(placement.unitId(), placement.parentId());
            }
        }
        var paths = new HashMap<UUID, OrganisationEvents.Path>();
        units.paths(below)
                .forEach((unit, after) ->
                        paths.put(unit, new OrganisationEvents.Path(before.getOrDefault(unit, List.of()), after)));
        unitsMoved.fire(new UnitsMoved(caller.agency(), paths));
    }

    @Transactional
    public View close(UUID id, Closure closure) {
        agencies.lock(caller.agency());
        var unit = units.lock(id);
        var today = today();
        var lastDay = Objects.requireNonNullElse(closure.closedOn(), today);
        var facts = units.facts(id).orElseThrow();
        var known = placements.of(id);
        var blockers = tree.blockers(id, lastDay);
        UnitRules.close(facts, lastDay, today, stays(known), blockers).orRefuse();
        known.stream().filter(p -> p.covers(lastDay)).forEach(p -> p.endOn(lastDay));
        unit.close(lastDay);
        units.flush();
        return view(id);
    }

    private static List<Stay> stays(List<UnitPlacement> known) {
        return known.stream()
                .map(p -> new Stay(p.id(), p.parentId(), p.startsOn(), p.endsOn()))
                .toList();
    }

    private UnitDirectory.@Nullable Facts parent(@Nullable UUID id) {
        return id == null
                ? null
                : units.facts(id)
                        .orElseThrow(() -> new ProblemException(
                                ErrorCode.REFERENCE_NOT_FOUND, FieldError.of("/parentId", "UNKNOWN_ID")));
    }

    private void requireFreeCode(String code) {
        if (units.isCodeTaken(code)) {
            throw new ProblemException(ErrorCode.ALREADY_EXISTS, FieldError.in("organisation", "/code", "CODE_TAKEN"));
        }
    }

    private LocalDate today() {
        return days.today(caller.agency());
    }

    private View view(UUID id) {
        return units.view(id, today());
    }
}
