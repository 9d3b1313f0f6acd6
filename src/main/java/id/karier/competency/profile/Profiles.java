package id.karier.competency.profile;

import id.karier.calculation.CalculationTexts;
import id.karier.calculation.Calculators;
import id.karier.calculation.Calculators.Case;
import id.karier.calculation.measure.JpmJson.JpmRequest;
import id.karier.competency.CompetencyLaw;
import id.karier.competency.evidence.ResultQueries;
import id.karier.competency.profile.ProfileJson.Item;
import id.karier.competency.profile.ProfileJson.Match;
import id.karier.competency.profile.ProfileJson.Position;
import id.karier.competency.profile.ProfileJson.Profile;
import id.karier.competency.standard.StandardDirectory;
import id.karier.competency.standard.StandardJson.Required;
import id.karier.history.CareerDirectory;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Messages;
import id.karier.kernel.ProblemException;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.PositionDirectory;
import id.karier.rules.body.JpmBody.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a person's profile together: what her position requires, what she was found to hold, and the match. */
@ApplicationScoped
class Profiles {
    private final ResultQueries results;
    private final StandardDirectory standards;
    private final PositionDirectory positions;
    private final CareerDirectory careers;
    private final Calculators calculators;
    private final CompetencyLaw law;
    private final AgencyDirectory agencies;
    private final Caller caller;

    Profiles(
            ResultQueries results,
            StandardDirectory standards,
            PositionDirectory positions,
            CareerDirectory careers,
            Calculators calculators,
            CompetencyLaw law,
            AgencyDirectory agencies,
            Caller caller) {
        this.results = results;
        this.standards = standards;
        this.positions = positions;
        this.careers = careers;
        this.calculators = calculators;
        this.law = law;
        this.agencies = agencies;
        this.caller = caller;
    }

    /**
     * The profile of a person who is within the caller's reach.
     *
     * @param asked another position to compare with, null for her own
     * @param asOf null for today
     */
    Profile of(UUID person, @Nullable UUID asked, @Nullable LocalDate asOf, Purpose purpose) {
        var day = asOf == null ? today() : asOf;
        var position = asked == null ? own(person, day) : other(asked, person, day);
        var required = position == null
                ? List.<Required>of()
                : standards
                        .of(position.id(), position.name(), position.level(), day)
                        .items();
        var items = ProfileRules.items(required, results.all(person), day).stream()
                .map(this::worded)
                .toList();
        return new Profile(
                person,
                day,
                position,
                items,
                ProfileRules.radar(items),
                position == null ? unmatched() : match(items, day, purpose),
                ProfileRules.nextValidityEnd(items));
    }

    /** Her definitive position of the day; acting in another one asks nothing more of her. */
    private @Nullable Position own(UUID person, LocalDate day) {
        var holding = careers.positions(List.of(person), day).get(person);
        if (holding == null) {
            return null;
        }
        var span = holding.span();
        return new Position(span.positionId(), span.title(), span.level(), true);
    }

    private Position other(UUID asked, UUID person, LocalDate day) {
        var position = positions
                .find(asked)
                .orElseThrow(() ->
                        new ProblemException(ErrorCode.INVALID_PARAMETER, FieldError.of("position", "UNKNOWN_ID")));
        var own = own(person, day);
        return new Position(position.id(), position.name(), position.level(), own != null && asked.equals(own.id()));
    }

    private Item worded(Item item) {
        return switch (item.state()) {
            case ASSESSED -> item;
            case NOT_ASSESSED -> item.withNote(say("state.NOT_ASSESSED"));
            case EXPIRED ->
                item.withNote(say(
                        "state.EXPIRED", String.valueOf(item.history().get(0).validUntil())));
        };
    }

    /** The nine by the calculator, when all nine are known: what is missing is never taken for zero. */
    private Match match(List<Item> items, LocalDate day, Purpose purpose) {
        var rules = law.on(day, caller.agency());
        var byCode = new HashMap<String, Item>();
        items.stream()
                .filter(item -> item.competency().kind().isNational())
                .forEach(item -> byCode.put(item.competency().code(), item));
        var required = new ArrayList<@Nullable Integer>();
        var held = new ArrayList<@Nullable Integer>();
        var missing = new ArrayList<String>();
        for (var code : rules.body().competencies()) {
            var item = byCode.get(code.name());
            if (item == null || item.held() == null) {
                missing.add(code.name());
            } else {
                required.add(item.required());
                held.add(item.held());
            }
        }
        if (!missing.isEmpty()) {
            return new Match(null, missing, say("match.INCOMPLETE", String.join(", ", missing)));
        }
        var request = new JpmRequest(required, held, purpose, null, null, null, day, rules.version());
        var answer = calculators.jpm(request, new Case(today(), caller.agency()));
        return new Match(new CalculationTexts(caller.locale()).word(answer), List.of(), null);
    }

    private Match unmatched() {
        return new Match(null, List.of(), say("match.NO_POSITION"));
    }

    private String say(String sentence, Object... figures) {
        return Messages.text(caller.locale(), "competency." + sentence, figures);
    }

    private LocalDate today() {
        return agencies.today(caller.agency());
    }
}
