package id.karier.demo;

import id.karier.competency.dictionary.CompetencyDirectory;
import id.karier.demo.population.Person;
import id.karier.demo.population.Population;
import id.karier.rules.RuleSet;
import id.karier.rules.body.JpmBody;
import id.karier.rules.terms.Competency;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment centre found of the people of one government, and what the positions of its leaders require beyond their
 * level. Seven of ten were assessed, most of them at the level that is required; the same people get the same levels.
 */
final class DemoResults {
    private static final UUID NOBODY = new UUID(0, 0);

    private final RuleSet<JpmBody> law;
    private final List<@Nullable Object[]> results = new ArrayList<>();
    private final List<@Nullable Object[]> standards = new ArrayList<>();
    private final Set<UUID> leading = new HashSet<>();

    DemoResults(RuleSet<JpmBody> law) {
        this.law = law;
    }

    void add(Person person) {
        var held = person.current().position();
        if (held == null || !person.status().equals("ACTIVE")) {
            return;
        }
        var dice = new SplittableRandom(person.id().getLeastSignificantBits());
        var position = held.positionId();
        if (person.current().leadsUnit() && position != null && leading.add(position)) {
            standards.add(standard(person, position, held.level()));
        }
        if (dice.nextInt(10) < 7) {
            var day = Population.REFERENCE.minusDays(30 + dice.nextInt(1200));
            for (var competency : law.body().competencies()) {
                int level = required(held.level()) + List.of(-1, 0, 0, 1).get(dice.nextInt(4));
                results.add(result(person, competency, inScale(level), day));
            }
        }
    }

    private int required(PositionLevel level) {
        return law.body().requiredLevels().getOrDefault(level, 1);
    }

    private int inScale(int level) {
        var scale = law.body().level();
        return BigDecimal.valueOf(level).max(scale.from()).min(scale.to()).intValue();
    }

    /** Who leads a unit has to manage its changes: a level more than others of her level. */
    private @Nullable Object[] standard(Person person, UUID position, PositionLevel level) {
        return new Object[] {
            id("standard " + position),
            person.agency(),
            position,
            CompetencyDirectory.nationalId(Competency.MP.name()),
            inScale(required(level) + 1),
            LocalDate.of(2026, 1, 1),
            "800/DEMO/2025"
        };
    }

    private @Nullable Object[] result(Person person, Competency competency, int level, LocalDate day) {
        return new Object[] {
            id("result " + person.id() + competency),
            person.agency(),
            person.id(),
            CompetencyDirectory.nationalId(competency.name()),
            1,
            level,
            "ASSESSMENT_CENTRE",
            day,
            day.plusYears(law.body().validYears()).minusDays(1),
            "UPT Penilaian Kompetensi",
            "LOCAL",
            law.version(),
            "{\"demo\": true}",
            NOBODY,
            day.atStartOfDay()
        };
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("demo " + name).getBytes(StandardCharsets.UTF_8));
    }

    List<@Nullable Object[]> results() {
        return results;
    }

    List<@Nullable Object[]> standards() {
        return standards;
    }
}
