package id.karier.competency.standard;

import id.karier.competency.CompetencyLaw;
import id.karier.competency.dictionary.CompetencyDirectory;
import id.karier.competency.standard.StandardJson.Closure;
import id.karier.competency.standard.StandardJson.NewStandard;
import id.karier.competency.standard.StandardJson.View;
import id.karier.kernel.Caller;
import id.karier.kernel.Ids;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.PositionDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Sets and ends positions' own standards. */
@ApplicationScoped
public class StandardService {
    private final StandardQueries standards;
    private final CompetencyDirectory competencies;
    private final PositionDirectory positions;
    private final CompetencyLaw law;
    private final AgencyDirectory agencies;
    private final Caller caller;
    private final Ids ids;

    StandardService(
            StandardQueries standards,
            CompetencyDirectory competencies,
            PositionDirectory positions,
            CompetencyLaw law,
            AgencyDirectory agencies,
            Caller caller,
            Ids ids) {
        this.standards = standards;
        this.competencies = competencies;
        this.positions = positions;
        this.law = law;
        this.agencies = agencies;
        this.caller = caller;
        this.ids = ids;
    }

    /** Begins a standard; the one before it ends on the day before. */
    @Transactional
    public View set(NewStandard request) {
        positions.hold(request.positionId(), "/positionId");
        var competency = competencies.require(request.competencyId(), "/competencyId");
        var scale = law.on(request.startsOn(), caller.agency()).body().level();
        var latest = standards.latest(request.positionId(), request.competencyId());
        StandardRules.admit(
                        request,
                        competency,
                        scale,
                        latest.map(PositionStandard::startsOn).orElse(null))
                .orRefuse();
        var lastDay = request.startsOn().minusDays(1);
        latest.filter(standard -> lasts(standard, lastDay)).ifPresent(standard -> standard.end(lastDay));
        var standard = new PositionStandard(ids.next(), request);
        standards.persistAndFlush(standard);
        return standards.view(standard.id());
    }

    private static boolean lasts(PositionStandard standard, LocalDate day) {
        var endsOn = standard.endsOn();
        return endsOn == null || endsOn.isAfter(day);
    }

    @Transactional
    public View end(UUID id, Closure closure) {
        var standard = standards.lock(id);
        var lastDay = Objects.requireNonNullElse(closure.endsOn(), agencies.today(caller.agency()));
        StandardRules.end(standard.startsOn(), standard.endsOn(), lastDay).orRefuse();
        standard.end(lastDay);
        standards.flush();
        return standards.view(id);
    }
}
