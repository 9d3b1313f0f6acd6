package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.terms.Competency;
import id.karier.rules.terms.FunctionalLevel;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Job–person match (PermenPANRB 38/2017, BKN 26/2019; DOMAIN 3.3–3.4).
 *
 * @param competencies the competencies of a list of levels, in order
 * @param level the scale of levels
 * @param requiredLevels level that a position asks for when it has no standard of its own
 * @param jptMadyaLevels the conflicting readings for JPT madya, the default first
 * @param capModes the readings of the cap, the default first
 * @param ceiling highest match when capped, in per cent
 * @param categories bands of the match by purpose
 * @param functionalTest weighing of technical against managerial and socio-cultural match
 * @param scale decimals of a match, rounded half-up
 * @param validYears how long an assessment counts
 */
public record JpmBody(
        List<Competency> competencies,
        Range level,
        Map<PositionLevel, Integer> requiredLevels,
        List<Integer> jptMadyaLevels,
        List<CapMode> capModes,
        BigDecimal ceiling,
        Map<Purpose, List<Band>> categories,
        FunctionalTest functionalTest,
        int scale,
        int validYears)
        implements RuleBody {
    public JpmBody {
        competencies = List.copyOf(competencies);
        requiredLevels = Tables.copy(requiredLevels);
        jptMadyaLevels = List.copyOf(jptMadyaLevels);
        capModes = List.copyOf(capModes);
        categories = Tables.copy(categories);
    }

    /** What the match is measured for. */
    public enum Purpose {
        SELEKSI,
        PEMETAAN
    }

    /** Where a level above the standard stops counting. */
    public enum CapMode {
        NONE,
        TOTAL,
        PER_COMPETENCY
    }

    /** Shares of the two matches in a functional test, summing to 1. */
    public record Weights(BigDecimal technical, BigDecimal managerialSocial) {}

    /**
     * @param passAt lowest passing match, in per cent
     * @param purpose whose categories label the result
     * @param weights by level of the functional post
     * @param posts functional posts whose instansi pembina has set a test of its own; null for none
     */
    public record FunctionalTest(
            BigDecimal passAt,
            Purpose purpose,
            Map<FunctionalLevel, Weights> weights,
            @Nullable List<PostTest> posts) {
        public FunctionalTest {
            weights = Tables.copy(weights);
            posts = posts == null ? null : List.copyOf(posts);
        }

        /** The test of a post: of its level, else of every level. */
        public Optional<PostTest> of(String post, FunctionalLevel level) {
            return tests(post)
                    .filter(test -> test.level() == level)
                    .findFirst()
                    .or(() -> tests(post).filter(test -> test.level() == null).findFirst());
        }

        private Stream<PostTest> tests(String post) {
            return posts == null
                    ? Stream.empty()
                    : posts.stream().filter(test -> test.post().equals(post));
        }
    }

    /**
     * The test of one functional post.
     *
     * @param post code of the post, such as {@code ANALIS_KEBIJAKAN}
     * @param level the level that it is for; null for every level
     * @param passAt lowest passing score
     * @param weights shares of the two matches; null where the test gives one score
     * @param validYears how long a certificate counts; null where that is not known
     * @param clause the clause of law
     */
    public record PostTest(
            String post,
            @Nullable FunctionalLevel level,
            BigDecimal passAt,
            @Nullable Weights weights,
            @Nullable Integer validYears,
            String clause) {}

    @Override
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        found.addAll(level.violations("/body/level"));
        found.addAll(Tables.totalViolations("/body/requiredLevels", requiredLevels.keySet(), PositionLevel.class));
        requiredLevels.forEach((position, required) -> {
            if (!level.holds(BigDecimal.valueOf(required))) {
                found.add(Violation.at("/body/requiredLevels/" + position, "LEVEL_OUT_OF_SCALE", required));
            }
        });
        found.addAll(Tables.totalViolations("/body/categories", categories.keySet(), Purpose.class));
        categories.forEach((purpose, bands) ->
                found.addAll(Band.violations("/body/categories/" + purpose, bands, BigDecimal.ZERO)));
        functionalTest
                .weights()
                .forEach((functional, weights) -> found.addAll(Tables.weightViolations(
                        "/body/functionalTest/weights/" + functional,
                        List.of(weights.technical(), weights.managerialSocial()))));
        var posts = functionalTest.posts() == null ? List.<PostTest>of() : functionalTest.posts();
        for (int i = 0; i < posts.size(); i++) {
            var weights = posts.get(i).weights();
            if (weights != null) {
                found.addAll(Tables.weightViolations(
                        "/body/functionalTest/posts/" + i + "/weights",
                        List.of(weights.technical(), weights.managerialSocial())));
            }
        }
        found.addAll(Tables.readingViolations(
                "/body/functionalTest",
                posts.stream().map(test -> test.post() + " " + test.level()).toList()));
        return found;
    }
}
