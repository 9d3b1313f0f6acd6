package id.karier.calculation.measure;

import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;
import static id.karier.calculation.explain.Refusals.unknown;
import static id.karier.calculation.explain.Refusals.within;

import id.karier.calculation.explain.Step;
import id.karier.calculation.measure.JpmJson.Gap;
import id.karier.calculation.measure.JpmJson.JpmAnswer;
import id.karier.calculation.measure.JpmJson.JpmRequest;
import id.karier.rules.RuleSet;
import id.karier.rules.body.Band;
import id.karier.rules.body.JpmBody;
import id.karier.rules.body.JpmBody.CapMode;
import id.karier.rules.body.JpmBody.Purpose;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Job–person match (PermenPANRB 38/2017, BKN 26/2019; DOMAIN 3.4). */
public final class JpmRules {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private JpmRules() {}

    /** The match of nine achieved levels with what a post requires, and its category for the purpose. */
    public static JpmAnswer match(RuleSet<JpmBody> rules, JpmRequest request) {
        var body = rules.body();
        var needed = neededLevels(body, request);
        var achieved = levels(body, "/achieved", required("/achieved", request.achieved()));
        var purpose = request.purpose() == null ? Purpose.SELEKSI : request.purpose();
        var capMode = capMode(body, request.capMode());
        int neededSum = sum(needed);
        int achievedSum = sum(achieved);
        var raw = percent(body, achievedSum, neededSum);
        var steps = new ArrayList<Step>();
        steps.add(Step.of("JPM_SUM", raw, "achieved", achievedSum, "required", neededSum));
        var jpm = capped(body, capMode, raw, needed, achieved, steps);
        var category = category(body, purpose, jpm);
        steps.add(Step.of("JPM_CATEGORY", category.label(), "jpm", jpm, "from", category.from(), "purpose", purpose));
        return new JpmAnswer(
                raw,
                jpm,
                category.label(),
                gaps(body, needed, achieved),
                purpose,
                capMode,
                rules.ref(),
                List.copyOf(steps));
    }

    /** The category that a match falls into; used by the decisions that ask for a category. */
    public static Band category(JpmBody body, Purpose purpose, BigDecimal jpm) {
        var bands = body.categories().getOrDefault(purpose, List.of());
        return Band.of(bands, jpm).orElseThrow();
    }

    private static BigDecimal capped(
            JpmBody body,
            CapMode capMode,
            BigDecimal raw,
            List<Integer> needed,
            List<Integer> achieved,
            List<Step> steps) {
        if (capMode == CapMode.NONE) {
            return raw;
        }
        if (capMode == CapMode.TOTAL) {
            var jpm = raw.min(body.ceiling()).setScale(body.scale(), RoundingMode.HALF_UP);
            steps.add(Step.of("JPM_CAP_TOTAL", jpm, "jpmRaw", raw, "ceiling", body.ceiling()));
            return jpm;
        }
        int counted = 0;
        for (int i = 0; i < needed.size(); i++) {
            counted += Math.min(needed.get(i), achieved.get(i));
        }
        var jpm = percent(body, counted, sum(needed));
        steps.add(Step.of("JPM_CAP_PER_COMPETENCY", jpm, "counted", counted, "required", sum(needed)));
        return jpm;
    }

    private static List<Integer> neededLevels(JpmBody body, JpmRequest request) {
        int count = body.competencies().size();
        if (request.required() == null) {
            var level = request.postLevel();
            if (level == null) {
                throw refused("/required", "ONE_OF_REQUIRED", "required, postLevel");
            }
            return Collections.nCopies(count, standard(body, level, request.jptMadyaLevel()));
        }
        return request.required().size() == 1
                ? Collections.nCopies(
                        count, level(body, "/required", request.required().get(0)))
                : levels(body, "/required", request.required());
    }

    /** The general standard of a level of position, for posts without one of their own. */
    private static int standard(JpmBody body, PositionLevel level, @Nullable Integer jptMadyaLevel) {
        if (level != PositionLevel.JPT_MADYA || jptMadyaLevel == null) {
            return required("/postLevel", body.requiredLevels().get(level));
        }
        if (!body.jptMadyaLevels().contains(jptMadyaLevel)) {
            throw unknown("/jptMadyaLevel", jptMadyaLevel, body.jptMadyaLevels());
        }
        return jptMadyaLevel;
    }

    private static CapMode capMode(JpmBody body, @Nullable CapMode asked) {
        if (asked != null && !body.capModes().contains(asked)) {
            throw unknown("/capMode", asked, body.capModes());
        }
        return asked == null ? body.capModes().get(0) : asked;
    }

    private static List<Integer> levels(JpmBody body, String pointer, List<@Nullable Integer> given) {
        int count = body.competencies().size();
        if (given.size() != count) {
            throw refused(pointer, "LEVEL_COUNT_INVALID", count, given.size());
        }
        var levels = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            levels.add(level(body, pointer + "/" + i, given.get(i)));
        }
        return levels;
    }

    private static int level(JpmBody body, String pointer, @Nullable Integer level) {
        return within(
                pointer,
                required(pointer, level),
                body.level().from().intValue(),
                body.level().to().intValue());
    }

    private static List<Gap> gaps(JpmBody body, List<Integer> needed, List<Integer> achieved) {
        var gaps = new ArrayList<Gap>();
        for (int i = 0; i < needed.size(); i++) {
            gaps.add(new Gap(
                    body.competencies().get(i), needed.get(i), achieved.get(i), needed.get(i) - achieved.get(i)));
        }
        return List.copyOf(gaps);
    }

    private static BigDecimal percent(JpmBody body, int part, int whole) {
        return BigDecimal.valueOf(part)
                .multiply(PERCENT)
                .divide(BigDecimal.valueOf(whole), body.scale(), RoundingMode.HALF_UP);
    }

    private static int sum(List<Integer> levels) {
        return levels.stream().mapToInt(Integer::intValue).sum();
    }
}
