package id.karier.competency.standard;

import id.karier.competency.CompetencyOutcome;
import id.karier.competency.dictionary.CompetencyDirectory.Facts;
import id.karier.competency.standard.StandardJson.NewStandard;
import id.karier.competency.standard.StandardJson.Required;
import id.karier.kernel.FieldError;
import id.karier.rules.body.JpmBody;
import id.karier.rules.body.Range;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pure rules on required levels (PermenPANRB 38/2017; DOMAIN §3.3). */
public final class StandardRules {
    private StandardRules() {}

    /** A position's own standard of a competency that is in force on a day. */
    record Own(UUID id, Facts competency, int level, LocalDate since) {}

    /**
     * A new standard has a level of the scale, is of a competency that is still used, and begins later than the present one.
     *
     * @param since first day of the position's present standard of this competency, null for none
     */
    static CompetencyOutcome admit(NewStandard request, Facts competency, Range scale, @Nullable LocalDate since) {
        var reasons = new ArrayList<FieldError>();
        if (!scale.holds(BigDecimal.valueOf(request.level()))) {
            reasons.add(FieldError.in(
                    "competency",
                    "/level",
                    "LEVEL_OUT_OF_SCALE",
                    scale.from().intValue(),
                    scale.to().intValue()));
        }
        if (!competency.isUsedOn(request.startsOn())) {
            reasons.add(FieldError.in(
                    "competency", "/competencyId", "COMPETENCY_RETIRED", String.valueOf(competency.retiredOn())));
        }
        if (since != null && !request.startsOn().isAfter(since)) {
            reasons.add(FieldError.in("competency", "/startsOn", "STANDARD_NOT_LATER", since));
        }
        return CompetencyOutcome.of(reasons);
    }

    /** A standard ends once, and not before it began. */
    static CompetencyOutcome end(LocalDate startsOn, @Nullable LocalDate endsOn, LocalDate lastDay) {
        if (endsOn != null) {
            return CompetencyOutcome.conflicting("/endsOn", "STANDARD_ENDED", endsOn);
        }
        return lastDay.isBefore(startsOn)
                ? CompetencyOutcome.conflicting("/endsOn", "END_BEFORE_START", startsOn)
                : new CompetencyOutcome.Accepted();
    }

    /**
     * What is required: of each generic competency the position's own level or that of its level of position; of others what
     * the position says itself. In the order of the rule set, then by code.
     *
     * @param generic the nine by their codes
     * @param own the position's own standards of the day, at most one of a competency
     */
    static List<Required> required(JpmBody law, PositionLevel level, Map<String, Facts> generic, List<Own> own) {
        var required = new ArrayList<Required>();
        for (var code : law.competencies()) {
            var competency = generic.get(code.name());
            var byLevel = law.requiredLevels().get(level);
            var said = own.stream()
                    .filter(standard -> standard.competency().national()
                            && standard.competency().code().equals(code.name()))
                    .findFirst();
            if (said.isPresent()) {
                required.add(own(said.get()));
            } else if (competency != null && byLevel != null) {
                required.add(new Required(competency.ref(), byLevel, StandardBasis.POSITION_LEVEL, null, null));
            }
        }
        own.stream()
                .filter(standard -> required.stream()
                        .noneMatch(r ->
                                r.competency().id().equals(standard.competency().id())))
                .sorted(Comparator.comparing(standard -> standard.competency().code()))
                .forEach(standard -> required.add(own(standard)));
        return List.copyOf(required);
    }

    private static Required own(Own standard) {
        return new Required(
                standard.competency().ref(), standard.level(), StandardBasis.OWN, standard.id(), standard.since());
    }
}
