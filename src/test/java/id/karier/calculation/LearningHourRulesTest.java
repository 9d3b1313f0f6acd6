package id.karier.calculation;

import static id.karier.calculation.TestCalculators.assertRefused;
import static id.karier.calculation.TestCalculators.call;
import static id.karier.calculation.TestCalculators.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LearningHourRulesTest {
    private static JsonNode hours(String kind, String... activities) {
        return call(
                "learning-hours",
                json("{'employeeKind': '%s', 'year': 2026, 'activities': [%s]}"
                        .formatted(kind, String.join(",", activities))));
    }

    private static BigDecimal jp(String... activities) {
        return hours("PNS", activities).path("jp").decimalValue();
    }

    private static String cap(JsonNode answer, int line) {
        return answer.path("lines").path(line).path("cappedBy").asText("");
    }

    @ParameterizedTest
    @CsvSource({
        "KL_STRUKTURAL, 30, 30",
        "KL_MANAJERIAL, 30, 36",
        "KL_TEKNIS, 30, 36",
        "KL_FUNGSIONAL, 30, 36",
        "KL_SOSKUL, 30, 36",
        "KL_KURSUS, 30, 30",
        "KL_PENATARAN, 30, 30",
        "KL_BIMTEK, 30, 30",
        "KL_SOSIALISASI, 30, 30",
        "NK_ELEARNING, 30, 30",
        "NK_PJJ, 30, 30",
        "NK_OUTBOUND, 30, 30",
        "NK_LAIN, 30, 30",
    })
    void a_certificate_states_its_hours(String form, BigDecimal national, BigDecimal international) {
        assertThat(jp("{'form': '%s', 'certificateJp': 30}".formatted(form))).isEqualByComparingTo(national);
        assertThat(jp("{'form': '%s', 'scope': 'NATIONAL', 'certificateJp': 30}".formatted(form)))
                .isEqualByComparingTo(national);
        assertThat(jp("{'form': '%s', 'scope': 'INTERNATIONAL', 'certificateJp': 30}".formatted(form)))
                .isEqualByComparingTo(international);
    }

    @ParameterizedTest
    @CsvSource({
        "KL_SEMINAR, 4, 6",
        "KL_WORKSHOP, 5, 7",
        "KL_KURSUS, 5, 7",
        "KL_PENATARAN, 5, 7",
        "KL_BIMTEK, 5, 7",
        "KL_SOSIALISASI, 5, 7",
    })
    void a_day_counts_by_form_and_scope(String form, BigDecimal national, BigDecimal international) {
        assertThat(jp("{'form': '%s', 'days': 1}".formatted(form))).isEqualByComparingTo(national);
        assertThat(jp("{'form': '%s', 'scope': 'INTERNATIONAL', 'days': 1}".formatted(form)))
                .isEqualByComparingTo(international);
        assertThat(jp("{'form': '%s', 'days': 3}".formatted(form)))
                .isEqualByComparingTo(national.multiply(BigDecimal.valueOf(3)));
    }

    @ParameterizedTest
    @CsvSource({
        "KL_PENDIDIKAN, 20",
        "NK_COACHING, 2",
        "NK_MENTORING, 2",
        "NK_DETASERING, 20",
        "NK_BENCHMARKING, 10",
        "NK_PERTUKARAN, 20",
        "NK_BIMBINGAN, 2",
        "NK_MAGANG, 20",
    })
    void a_session_counts_by_form(String form, BigDecimal each) {
        assertThat(jp("{'form': '%s', 'month': 3}".formatted(form))).isEqualByComparingTo(each);
        assertThat(jp("{'form': '%s', 'month': 3, 'sessions': 2}".formatted(form)))
                .isEqualByComparingTo(each.multiply(BigDecimal.valueOf(2)));
        assertThat(jp("{'form': '%s', 'scope': 'INTERNATIONAL', 'month': 3}".formatted(form)))
                .isEqualByComparingTo(each);
    }

    @ParameterizedTest
    @CsvSource({"NK_COACHING", "NK_MENTORING"})
    void two_sessions_a_month_count_however_they_are_split(String form) {
        var march = "{'form': '%s', 'sessions': %d, 'date': '2026-03-%02d'}";
        var answer =
                hours("PNS", march.formatted(form, 1, 2), march.formatted(form, 2, 9), march.formatted(form, 1, 30));
        assertThat(answer.path("jp").decimalValue()).isEqualByComparingTo("4");
        assertThat(cap(answer, 0)).isEmpty();
        assertThat(cap(answer, 1)).isEqualTo("SESSIONS_PER_MONTH");
        assertThat(answer.path("lines").path(1).path("claimed").decimalValue()).isEqualByComparingTo("4");
        assertThat(answer.path("lines").path(1).path("counted").decimalValue()).isEqualByComparingTo("2");
        assertThat(answer.path("lines").path(2).path("counted").decimalValue()).isEqualByComparingTo("0");
        assertThat(jp(march.formatted(form, 3, 31), "{'form': '%s', 'sessions': 3, 'month': 4}".formatted(form)))
                .isEqualByComparingTo("8");
        assertThat(jp(march.formatted(form, 2, 31), "{'form': '%s', 'sessions': 2, 'month': 3}".formatted(form)))
                .isEqualByComparingTo("4");
    }

    @Test
    void coaching_and_mentoring_have_a_cap_each() {
        assertThat(jp(
                        "{'form': 'NK_COACHING', 'sessions': 2, 'month': 3}",
                        "{'form': 'NK_MENTORING', 'sessions': 2, 'month': 3}"))
                .isEqualByComparingTo("8");
    }

    @ParameterizedTest
    @CsvSource({"NK_BELAJAR_MANDIRI", "NK_KOMUNITAS"})
    void two_hours_a_day_count_however_they_are_split(String form) {
        var on = "{'form': '%s', 'certificateJp': %s, 'date': '2026-03-%02d'}";
        var answer =
                hours("PNS", on.formatted(form, "1.5", 4), on.formatted(form, "1.5", 4), on.formatted(form, "1", 5));
        assertThat(answer.path("jp").decimalValue()).isEqualByComparingTo("3");
        assertThat(cap(answer, 0)).isEmpty();
        assertThat(cap(answer, 1)).isEqualTo("JP_PER_DAY");
        assertThat(cap(answer, 2)).isEmpty();
        assertThat(jp("{'form': '%s', 'certificateJp': 5}".formatted(form))).isEqualByComparingTo("2");
        assertThat(jp("{'form': '%s', 'certificateJp': 2}".formatted(form))).isEqualByComparingTo("2");
        assertThat(jp("{'form': '%s', 'certificateJp': 9, 'days': 3}".formatted(form)))
                .isEqualByComparingTo("6");
        assertThat(jp(
                        "{'form': '%s', 'certificateJp': 9, 'days': 3, 'date': '2026-03-04'}".formatted(form),
                        on.formatted(form, "2", 9)))
                .isEqualByComparingTo("8");
    }

    @ParameterizedTest
    @CsvSource({"NK_BELAJAR_MANDIRI", "NK_KOMUNITAS"})
    void a_day_that_two_activities_touch_counts_once(String form) {
        var on = "{'form': '%s', 'certificateJp': %s, 'days': %d, 'date': '2026-03-%02d'}";
        var overlapping = hours("PNS", on.formatted(form, "5", 3, 4), on.formatted(form, "9", 3, 5));
        assertThat(overlapping.path("lines").path(0).path("counted").decimalValue())
                .isEqualByComparingTo("5");
        assertThat(overlapping.path("lines").path(1).path("counted").decimalValue())
                .isEqualByComparingTo("3");
        assertThat(cap(overlapping, 1)).isEqualTo("JP_PER_DAY");
        assertThat(jp(on.formatted(form, "6", 3, 4), on.formatted(form, "2", 1, 6), on.formatted(form, "2", 1, 7)))
                .isEqualByComparingTo("8");
        assertThat(jp(on.formatted(form, "9", 1, 4), on.formatted(form, "9", 2, 4)))
                .isEqualByComparingTo("4");
    }

    @Test
    void a_form_that_counts_by_the_day_heeds_no_certificate_and_a_month_may_repeat_the_date() {
        assertThat(jp("{'form': 'KL_SEMINAR', 'days': 1, 'certificateJp': 90}")).isEqualByComparingTo("4");
        assertThat(jp("{'form': 'NK_COACHING', 'sessions': 1, 'date': '2026-03-05', 'month': 3}"))
                .isEqualByComparingTo("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'form': 'KL_SEMINAR', 'days': 2}|JP_DAYS JP_SUM JP_MINIMUM",
                "{'form': 'KL_TEKNIS', 'certificateJp': 2}|JP_CERTIFICATE JP_SUM JP_MINIMUM",
                "{'form': 'NK_MAGANG'}|JP_SESSIONS JP_SUM JP_MINIMUM",
                "{'form': 'NK_COACHING', 'sessions': 3, 'month': 3}|JP_SESSIONS JP_CAPPED_SESSIONS_PER_MONTH JP_SUM JP_MINIMUM",
                "{'form': 'NK_KOMUNITAS', 'certificateJp': 3}|JP_CERTIFICATE JP_CAPPED_JP_PER_DAY JP_SUM JP_MINIMUM",
            })
    void the_explanation_says_how_it_was_counted(String activity, String steps) {
        assertThat(hours("PNS", activity).path("steps"))
                .extracting(step -> step.path("code").asText())
                .containsExactly(steps.split(" "));
    }

    @Test
    void a_cap_is_told_with_its_limit() {
        var sessions = hours("PPPK", "{'form': 'NK_COACHING', 'sessions': 3, 'month': 3}")
                .path("steps");
        assertThat(sessions.path(1).path("figures").path("limit").asInt()).isEqualTo(2);
        assertThat(sessions.path(3).path("code").asText()).isEqualTo("JP_MAXIMUM");
        var daily = hours("PNS", "{'form': 'NK_KOMUNITAS', 'certificateJp': 3}").path("steps");
        assertThat(daily.path(1).path("figures").path("limit").asInt()).isEqualTo(2);
    }

    @Test
    void self_learning_and_community_have_a_cap_each() {
        assertThat(jp(
                        "{'form': 'NK_BELAJAR_MANDIRI', 'certificateJp': 2, 'date': '2026-03-04'}",
                        "{'form': 'NK_KOMUNITAS', 'certificateJp': 2, 'date': '2026-03-04'}"))
                .isEqualByComparingTo("4");
    }

    @Test
    void a_half_hundredth_is_rounded_up() {
        assertThat(jp("{'form': 'KL_TEKNIS', 'certificateJp': 28.125}")).isEqualByComparingTo("28.13");
        assertThat(jp("{'form': 'KL_TEKNIS', 'scope': 'INTERNATIONAL', 'certificateJp': 10.0125}"))
                .isEqualByComparingTo("12.02");
    }

    @Test
    void a_permanent_civil_servant_has_a_minimum() {
        var under = hours("PNS", "{'form': 'KL_TEKNIS', 'certificateJp': 19.99}");
        assertThat(under.path("target").asInt()).isEqualTo(20);
        assertThat(under.path("targetKind").asText()).isEqualTo("MINIMUM");
        assertThat(under.path("fulfilled").asBoolean(true)).isFalse();
        assertThat(under.path("missing").decimalValue()).isEqualByComparingTo("0.01");
        var over = hours("PNS", "{'form': 'KL_TEKNIS', 'certificateJp': 120}");
        assertThat(over.path("jp").decimalValue()).isEqualByComparingTo("120");
        assertThat(over.path("fulfilled").asBoolean()).isTrue();
        assertThat(over.path("missing").decimalValue()).isEqualByComparingTo("0");
        assertThat(hours("PNS").path("missing").decimalValue()).isEqualByComparingTo("20");
    }

    @Test
    void a_contract_civil_servant_has_a_maximum_and_no_leadership_training() {
        var answer = hours(
                "PPPK",
                "{'form': 'KL_TEKNIS', 'certificateJp': 30}",
                "{'form': 'KL_STRUKTURAL', 'certificateJp': 900}");
        assertThat(answer.path("jp").decimalValue()).isEqualByComparingTo("24");
        assertThat(answer.path("target").asInt()).isEqualTo(24);
        assertThat(answer.path("targetKind").asText()).isEqualTo("MAXIMUM");
        assertThat(cap(answer, 1)).isEqualTo("NOT_FOR_EMPLOYEE_KIND");
        assertThat(answer.path("lines").path(1).path("counted").decimalValue()).isEqualByComparingTo("0");
        var few = hours("PPPK", "{'form': 'KL_TEKNIS', 'certificateJp': 4}");
        assertThat(few.path("jp").decimalValue()).isEqualByComparingTo("4");
        assertThat(few.path("fulfilled").asBoolean()).isTrue();
        assertThat(few.path("missing").decimalValue()).isEqualByComparingTo("0");
    }

    /** PP 49/2018 art. 40(2): the maximum is not for JPT utama and madya. */
    @ParameterizedTest
    @CsvSource({
        "PPPK, JPT_UTAMA, 30, JP_WITHOUT_MAXIMUM",
        "PPPK, JPT_MADYA, 30, JP_WITHOUT_MAXIMUM",
        "PPPK, JPT_PRATAMA, 24, JP_MAXIMUM",
        "PPPK, , 24, JP_MAXIMUM",
        "PPPK_PARUH_WAKTU, , 24, JP_MAXIMUM",
        "PPPK_PARUH_WAKTU, JPT_MADYA, 30, JP_WITHOUT_MAXIMUM",
        "PNS, JPT_MADYA, 30, JP_MINIMUM",
    })
    void the_maximum_of_a_contract_spares_the_highest_posts(String kind, String level, int jp, String step) {
        var request = TestCalculators.json(
                "{'employeeKind': '%s', 'year': 2026, 'activities': [{'form': 'KL_TEKNIS', 'certificateJp': 30}]}"
                        .formatted(kind));
        if (level != null) {
            request.put("postLevel", level);
        }
        var answer = TestCalculators.call("learning-hours", request);
        assertThat(answer.path("jp").asInt()).isEqualTo(jp);
        assertThat(answer.path("steps"))
                .anyMatch(found -> found.path("code").asText().equals(step));
    }

    @Test
    void part_time_contracts_are_told_like_contracts() {
        var answer = hours("PPPK_PARUH_WAKTU", "{'form': 'KL_STRUKTURAL', 'certificateJp': 900}");
        assertThat(cap(answer, 0)).isEqualTo("NOT_FOR_EMPLOYEE_KIND");
    }

    @Test
    void an_activity_of_another_year_does_not_count() {
        var answer = hours(
                "PNS",
                "{'form': 'KL_TEKNIS', 'certificateJp': 30, 'date': '2025-12-31'}",
                "{'form': 'KL_TEKNIS', 'certificateJp': 3, 'date': '2026-01-01'}",
                "{'form': 'KL_TEKNIS', 'certificateJp': 4, 'date': '2026-12-31'}");
        assertThat(answer.path("jp").decimalValue()).isEqualByComparingTo("7");
        assertThat(cap(answer, 0)).isEqualTo("OTHER_YEAR");
    }

    @Test
    void a_past_year_is_counted_by_its_own_law() {
        var request = json("{'employeeKind': 'PNS', 'year': 2018, 'activities': []}");
        assertRefused("/asOf", "NO_RULE_SET_IN_FORCE", () -> call("learning-hours", request));
        assertThat(call("learning-hours", json("{'employeeKind': 'PNS', 'year': 2019, 'activities': []}"))
                        .path("jp")
                        .decimalValue())
                .isEqualByComparingTo("0");
        assertThat(call(
                                "learning-hours",
                                json("{'employeeKind': 'PNS', 'year': 2018, 'asOf': '2026-01-01', 'activities': []}"))
                        .path("ruleSet")
                        .path("version")
                        .asText())
                .isEqualTo("LAN_10_2018");
    }

    @ParameterizedTest
    @MethodSource("id.karier.calculation.Seeds#all")
    void lines_add_up_and_never_count_more_than_was_claimed(long seed) {
        var random = Seeds.random(seed);
        var forms = new String[] {"KL_SEMINAR", "KL_TEKNIS", "NK_COACHING", "NK_BELAJAR_MANDIRI", "NK_MAGANG"};
        var activities = new ArrayList<String>();
        for (int i = 0; i < random.nextInt(12); i++) {
            activities.add("{'form': '%s', 'days': %d, 'certificateJp': %s, 'date': '2026-%02d-%02d', 'sessions': %d}"
                    .formatted(
                            Seeds.pick(random, forms),
                            1 + random.nextInt(5),
                            BigDecimal.valueOf(random.nextInt(5000), 2),
                            1 + random.nextInt(2),
                            1 + random.nextInt(3),
                            1 + random.nextInt(4)));
        }
        var answer = hours("PNS", activities.toArray(String[]::new));
        var sum = BigDecimal.ZERO;
        for (var line : answer.path("lines")) {
            var counted = line.path("counted").decimalValue();
            assertThat(counted).isBetween(BigDecimal.ZERO, line.path("claimed").decimalValue());
            sum = sum.add(counted);
        }
        assertThat(answer.path("jp").decimalValue()).isEqualByComparingTo(sum);
    }

    @Test
    void input_that_no_rule_can_take_is_refused() {
        assertRefused("/employeeKind", "MEMBER_REQUIRED", "learning-hours", "{'year': 2026, 'activities': []}");
        assertRefused("/year", "MEMBER_REQUIRED", "learning-hours", "{'employeeKind': 'PNS', 'activities': []}");
        assertRefused(
                "/year",
                "NUMBER_OUT_OF_RANGE",
                "learning-hours",
                "{'employeeKind': 'PNS', 'year': 0, 'activities': []}");
        assertRefused("/activities", "MEMBER_REQUIRED", "learning-hours", "{'employeeKind': 'PNS', 'year': 2026}");
        assertRefused("/activities/0", "MEMBER_REQUIRED", () -> jp("null"));
        assertRefused("/activities/0/form", "MEMBER_REQUIRED", () -> jp("{}"));
        assertRefused("/activities/1/form", "CODE_UNKNOWN", () -> jp("{'form': 'NK_MAGANG'}", "{'form': 'X'}"));
        assertRefused("/activities/0/certificateJp", "MEMBER_REQUIRED", () -> jp("{'form': 'KL_TEKNIS'}"));
        assertRefused(
                "/activities/0/certificateJp",
                "NUMBER_NEGATIVE",
                () -> jp("{'form': 'KL_TEKNIS', 'certificateJp': -1}"));
        assertRefused("/activities/0/days", "MEMBER_REQUIRED", () -> jp("{'form': 'KL_SEMINAR'}"));
        assertRefused("/activities/0/days", "NUMBER_OUT_OF_RANGE", () -> jp("{'form': 'KL_SEMINAR', 'days': 0}"));
        assertRefused("/activities/0/days", "NUMBER_OUT_OF_RANGE", () -> jp("{'form': 'KL_SEMINAR', 'days': 366}"));
        assertRefused(
                "/activities/0/days",
                "NUMBER_OUT_OF_RANGE",
                () -> jp("{'form': 'NK_KOMUNITAS', 'certificateJp': 1, 'days': -1}"));
        assertRefused(
                "/activities/0/sessions", "NUMBER_OUT_OF_RANGE", () -> jp("{'form': 'NK_MAGANG', 'sessions': 0}"));
        assertRefused("/activities/0/month", "ONE_OF_REQUIRED", () -> jp("{'form': 'NK_COACHING'}"));
        assertRefused("/activities/0/month", "NUMBER_OUT_OF_RANGE", () -> jp("{'form': 'NK_COACHING', 'month': 13}"));
        assertRefused("/activities/0/month", "NUMBER_OUT_OF_RANGE", () -> jp("{'form': 'NK_COACHING', 'month': 0}"));
        assertRefused(
                "/activities/0/month",
                "MONTH_NOT_OF_DATE",
                () -> jp("{'form': 'NK_COACHING', 'month': 4, 'date': '2026-03-01'}"));
    }
}
