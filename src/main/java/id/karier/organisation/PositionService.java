package id.karier.organisation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.organisation.OrganisationEvents.PositionChanged;
import id.karier.organisation.PositionJson.NewPosition;
import id.karier.organisation.PositionJson.PositionChanges;
import id.karier.organisation.PositionJson.View;
import id.karier.organisation.UnitJson.Closure;
import id.karier.rules.RuleSets;
import id.karier.rules.Selection;
import id.karier.rules.body.Range;
import id.karier.rules.body.RetirementBody;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Every write of the register of positions. What opens in a unit locks the unit's row first. */
@ApplicationScoped
public class PositionService {
    private final PositionQueries positions;
    private final UnitQueries units;
    private final AgencyDirectory days;
    private final RuleSets ruleSets;
    private final MergePatch mergePatch;
    private final Event<PositionChanged> changed;
    private final List<PositionUse> uses;
    private final Caller caller;
    private final Ids ids;

    PositionService(
            PositionQueries positions,
            UnitQueries units,
            AgencyDirectory days,
            RuleSets ruleSets,
            MergePatch mergePatch,
            Event<PositionChanged> changed,
            @All List<PositionUse> uses,
            Caller caller,
            Ids ids) {
        this.positions = positions;
        this.units = units;
        this.days = days;
        this.ruleSets = ruleSets;
        this.mergePatch = mergePatch;
        this.changed = changed;
        this.uses = uses;
        this.caller = caller;
        this.ids = ids;
    }

    @Transactional
    public View create(NewPosition request) {
        var id = ids.next();
        var unit = units.findByIdOptional(request.unitId(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() ->
                        new ProblemException(ErrorCode.REFERENCE_NOT_FOUND, FieldError.of("/unitId", "UNKNOWN_ID")));
        PositionRules.place(unit.closedOn(), request.leads() && positions.isLed(unit.id(), id))
                .orRefuse();
        PositionRules.retireAt(request.retirementAge(), plausibleAges()).orRefuse();
        requireFreeCode(request.code());
        positions.persistAndFlush(new Position(id, request));
        return view(id);
    }

    @Transactional
    public View change(UUID id, long version, ObjectNode patch) {
        var position = positions.lock(id);
        EntityTags.requireSame(version, position.version());
        var before = position.facts();
        var after = mergePatch.apply(before, patch, PositionChanges.class);
        if (!before.code().equals(after.code())) {
            requireFreeCode(after.code());
        }
        if (!Objects.equals(before.retirementAge(), after.retirementAge())) {
            PositionRules.retireAt(after.retirementAge(), plausibleAges()).orRefuse();
        }
        if (!after.headcount().equals(before.headcount())) {
            PositionRules.want(after.headcount(), positions.isHeld(id, today().minusDays(1)))
                    .orRefuse();
        }
        if (after.leadsUnit() && !before.leadsUnit()) {
            PositionRules.lead(position.closedOn()).orRefuse();
            var unit = units.lock(position.unitId());
            PositionRules.place(unit.closedOn(), positions.isLed(unit.id(), id)).orRefuse();
            PositionRules.lead(view(id).occupied()).orRefuse();
        }
        position.change(after);
        positions.flush();
        if (!before.equals(after)) {
            changed.fire(new PositionChanged(position.agency(), id));
        }
        return view(id);
    }

    @Transactional
    public View close(UUID id, Closure closure) {
        var position = positions.lock(id);
        var today = today();
        var lastDay = Objects.requireNonNullElse(closure.closedOn(), today);
        boolean held = positions.isHeld(id, lastDay);
        PositionRules.close(position.closedOn(), lastDay, today, held).orRefuse();
        position.close(lastDay);
        positions.flush();
        return view(id);
    }

    /** A position that was made by mistake goes while nothing refers to it. */
    @Transactional
    public void remove(UUID id, long version) {
        var position = positions.lock(id);
        EntityTags.requireSame(version, position.version());
        var others = uses.stream().flatMap(use -> use.of(id).stream()).toList();
        PositionRules.remove(positions.wasEverHeld(id), others).orRefuse();
        positions.delete(position);
        positions.flush();
    }

    private void requireFreeCode(String code) {
        if (positions.factsByCode(code).isPresent()) {
            throw new ProblemException(ErrorCode.ALREADY_EXISTS, FieldError.in("organisation", "/code", "CODE_TAKEN"));
        }
    }

    private Range plausibleAges() {
        return ruleSets.find(RetirementBody.class, new Selection(today(), null, caller.agency()))
                .orElseThrow()
                .body()
                .plausibleAges();
    }

    private LocalDate today() {
        return days.today(caller.agency());
    }

    private View view(UUID id) {
        return positions.view(id, today());
    }
}
