package id.karier.calculation;

import static id.karier.calculation.TestCalculators.assertRefused;
import static id.karier.calculation.TestCalculators.call;
import static id.karier.calculation.TestCalculators.callUnder;
import static id.karier.calculation.TestCalculators.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.rules.RuleSetKind;
import java.time.LocalDate;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AppointmentRulesTest {
    private static final String GOOD = "'predicates': {'2024': 'BAIK', '2025': 'BAIK'}";

    private static JsonNode decide(String post, String members) {
        return call("appointment", json("{'postLevel': '%s', 'asOf': '2026-11-22', %s}".formatted(post, members)));
    }

    private static String officer(String birth, String education, String current, String since, String years) {
        return "'birthDate': '%s', 'education': '%s', 'currentLevel': '%s', 'inLevelSince': '%s', 'relatedExperienceYears': %s, %s"
                .formatted(birth, education, current, since, years, GOOD);
    }

    private static boolean met(JsonNode answer, String code) {
        for (var check : answer.path("checks")) {
            if (check.path("code").asText().equals(code)) {
                return check.path("met").asBoolean();
            }
        }
        throw new AssertionError("no check " + code + " in " + answer);
    }

    @ParameterizedTest
    @CsvSource({
        "JPT_UTAMA, JPT_MADYA, 2, 10", "JPT_UTAMA, JF_AHLI_UTAMA, 2, 10", "JPT_MADYA, JPT_PRATAMA, 2, 7",
        "JPT_MADYA, JF_AHLI_UTAMA, 2, 7", "JPT_PRATAMA, ADMINISTRATOR, 2, 5", "JPT_PRATAMA, JF_AHLI_MADYA, 2, 5",
    })
    void a_senior_executive_needs_a_post_before_and_experience(String post, String current, int years, int experience) {
        var since = LocalDate.of(2026, 11, 22).minusYears(years);
        var enough = decide(post, officer("1980-01-01", "D4", current, since.toString(), String.valueOf(experience)));
        assertThat(enough.path("eligible").asBoolean()).isTrue();
        var late = decide(
                post, officer("1980-01-01", "D4", current, since.plusDays(1).toString(), String.valueOf(experience)));
        assertThat(met(late, "YEARS_IN_LEVEL")).isFalse();
        assertThat(late.path("eligibleFrom").asText()).isEqualTo("2026-11-23");
        var young = decide(post, officer("1980-01-01", "D4", current, since.toString(), (experience - 1) + ".5"));
        assertThat(met(young, "EXPERIENCE")).isFalse();
        assertThat(young.path("eligibleFrom").asText()).isEqualTo("2027-05-22");
        assertThat(met(decide(post, officer("1980-01-01", "D3", current, since.toString(), "20")), "EDUCATION"))
                .isFalse();
        var foreign = decide(post, officer("1980-01-01", "S1", "PENGAWAS", "2010-01-01", "20"));
        assertThat(met(foreign, "PREVIOUS_POST")).isFalse();
        assertThat(foreign.has("eligibleFrom")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATOR, PENGAWAS, 3, D4, D3",
        "ADMINISTRATOR, JF_AHLI_MUDA, 3, S1, D3",
        "ADMINISTRATOR, JF_PENYELIA, 3, S1, D3",
        "PENGAWAS, PELAKSANA, 4, D3, D2",
        "PENGAWAS, JF_AHLI_PERTAMA, 4, D3, SLTA",
        "PENGAWAS, JF_MAHIR, 4, D3, D2",
        "PENGAWAS, JF_TERAMPIL, 4, D3, D2",
        "PENGAWAS, JF_PEMULA, 4, D3, D2",
    })
    void an_administrator_or_supervisor_needs_years_and_education(
            String post, String current, int years, String education, String lower) {
        var since = LocalDate.of(2026, 11, 22).minusYears(years);
        var members = "'education': '%s', 'currentLevel': '%s', 'inLevelSince': '%s', 'jpm': 80, %s";
        assertThat(decide(post, members.formatted(education, current, since, GOOD))
                        .path("eligible")
                        .asBoolean())
                .isTrue();
        assertThat(met(decide(post, members.formatted(lower, current, since, GOOD)), "EDUCATION"))
                .isFalse();
        assertThat(met(decide(post, members.formatted(education, current, since.plusDays(1), GOOD)), "YEARS_IN_LEVEL"))
                .isFalse();
        var unproven = decide(post, members.formatted(education, current, since, "'predicates': {'2025': 'BAIK'}"));
        assertThat(met(unproven, "PERFORMANCE")).isFalse();
    }

    @Test
    void operational_staff_need_school_and_competency_only() {
        assertThat(decide("PELAKSANA", "'education': 'SLTA', 'jpm': 68")
                        .path("eligible")
                        .asBoolean())
                .isTrue();
        assertThat(decide("PELAKSANA", "'education': 'SLTP', 'jpm': 68")
                        .path("eligible")
                        .asBoolean(true))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "JPT_PRATAMA, ADMINISTRATOR, 56",
        "JPT_MADYA, JPT_PRATAMA, 58",
        "JPT_UTAMA, JPT_MADYA, 58",
    })
    void the_highest_age_ends_on_the_birthday_or_the_day_before_the_next(String post, String current, int age) {
        var day = LocalDate.of(2026, 11, 22);
        var onBirthday = officer(day.minusYears(age).toString(), "S1", current, "2020-01-01", "20");
        var dayAfter = officer(day.minusYears(age).minusDays(1).toString(), "S1", current, "2020-01-01", "20");
        var beforeNext = officer(day.minusYears(age + 1).plusDays(1).toString(), "S1", current, "2020-01-01", "20");
        var next = officer(day.minusYears(age + 1).toString(), "S1", current, "2020-01-01", "20");
        assertThat(met(decide(post, onBirthday), "AGE")).isTrue();
        assertThat(met(decide(post, dayAfter), "AGE")).isFalse();
        assertThat(decide(post, dayAfter).path("ageReading").asText()).isEqualTo("EXACT");
        var reading = ", 'ageReading': 'COMPLETED_YEARS'";
        assertThat(met(decide(post, beforeNext + reading), "AGE")).isTrue();
        assertThat(met(decide(post, next + reading), "AGE")).isFalse();
        assertThat(decide(post, next + reading).path("ageReading").asText()).isEqualTo("COMPLETED_YEARS");
    }

    @Test
    void who_grows_too_old_before_the_years_are_full_never_becomes_eligible() {
        var answer = decide("JPT_PRATAMA", officer("1971-01-01", "S1", "ADMINISTRATOR", "2025-06-01", "20"));
        assertThat(answer.path("eligible").asBoolean(true)).isFalse();
        assertThat(answer.has("eligibleFrom")).isFalse();
    }

    @Test
    void eligible_since_the_last_condition_was_met() {
        var answer = decide("JPT_PRATAMA", officer("1980-01-01", "S1", "ADMINISTRATOR", "2023-05-10", "6"));
        assertThat(answer.path("eligibleFrom").asText()).isEqualTo("2025-11-22");
        var byLevel = decide("JPT_PRATAMA", officer("1980-01-01", "S1", "ADMINISTRATOR", "2023-05-10", "20"));
        assertThat(byLevel.path("eligibleFrom").asText()).isEqualTo("2025-05-10");
    }

    @Test
    void a_year_below_good_counts_where_it_is_known() {
        var members = "'birthDate': '1980-01-01', 'education': 'S1', 'currentLevel': 'ADMINISTRATOR', "
                + "'inLevelSince': '2020-01-01', 'relatedExperienceYears': 9, 'predicates': {%s}";
        assertThat(decide("JPT_PRATAMA", members.formatted("")).path("eligible").asBoolean())
                .isTrue();
        assertThat(decide("JPT_PRATAMA", members.formatted("'2025': 'BAIK'"))
                        .path("eligible")
                        .asBoolean())
                .isTrue();
        var bad = decide("JPT_PRATAMA", members.formatted("'2025': 'KURANG'"));
        assertThat(bad.path("eligible").asBoolean(true)).isFalse();
        assertThat(bad.path("eligibleFrom").asText()).isEqualTo("2028-01-01");
    }

    @ParameterizedTest
    @CsvSource({"80, true", "68, true", "67.995, true", "67.994, false", "0, false"})
    void a_match_must_reach_the_standard(String jpm, boolean met) {
        var answer = decide("PELAKSANA", "'education': 'SLTA', 'jpm': " + jpm);
        assertThat(met(answer, "COMPETENCY")).isEqualTo(met);
        assertThat(answer.path("eligible").asBoolean()).isEqualTo(met);
        assertThat(answer.path("alsoUsed").path(0).path("kind").asText()).isEqualTo("JPM");
    }

    @Test
    void a_match_that_the_selection_shows_is_said_to_be_open() {
        var answer = decide("JPT_PRATAMA", officer("1980-01-01", "S1", "ADMINISTRATOR", "2020-01-01", "9"));
        assertThat(answer.path("eligible").asBoolean()).isTrue();
        assertThat(answer.path("open").toString())
                .isEqualTo("[\"COMPETENCY\",\"RANK_FLOOR\",\"INTEGRITY\",\"HEALTH\"]");
        assertThat(answer.path("checks"))
                .noneMatch(check -> check.path("code").asText().equals("COMPETENCY"));
        assertThat(answer.path("steps"))
                .anyMatch(step -> step.path("code").asText().equals("APPOINTMENT_COMPETENCY_OPEN"));
        assertThat(answer.path("alsoUsed")).isEmpty();
    }

    @Test
    void a_penalty_blocks_to_its_last_day_and_an_examination_without_end() {
        var penalty = "'education': 'SLTA', 'jpm': 80, 'penalty': {'level': '%s', 'from': '2026-01-01', 'to': '%s'}";
        var blocked = decide("PELAKSANA", penalty.formatted("SEDANG", "2026-11-22"));
        assertThat(blocked.path("eligible").asBoolean(true)).isFalse();
        assertThat(blocked.path("eligibleFrom").asText()).isEqualTo("2026-11-23");
        var over = decide("PELAKSANA", penalty.formatted("SEDANG", "2026-11-21"));
        assertThat(over.path("eligible").asBoolean()).isTrue();
        assertThat(over.path("eligibleFrom").asText()).isEqualTo("2026-11-22");
        assertThat(decide("PELAKSANA", penalty.formatted("RINGAN", "2026-12-31"))
                        .path("eligible")
                        .asBoolean())
                .isTrue();
        var examined = decide("PELAKSANA", "'education': 'SLTA', 'underExamination': true");
        assertThat(examined.path("eligible").asBoolean(true)).isFalse();
        assertThat(examined.has("eligibleFrom")).isFalse();
    }

    @Test
    void a_penalty_without_an_end_blocks_for_good_and_an_examination_that_found_nothing_does_not() {
        var open = decide(
                "PELAKSANA", "'education': 'SLTA', 'jpm': 80, 'penalty': {'level': 'BERAT', 'from': '2026-12-01'}");
        assertThat(open.path("eligible").asBoolean()).isTrue();
        var begun = decide(
                "PELAKSANA", "'education': 'SLTA', 'jpm': 80, 'penalty': {'level': 'BERAT', 'from': '2026-11-22'}");
        assertThat(begun.path("eligible").asBoolean(true)).isFalse();
        assertThat(begun.has("eligibleFrom")).isFalse();
        var cleared = decide("PELAKSANA", "'education': 'SLTA', 'jpm': 80, 'underExamination': false");
        assertThat(met(cleared, "EXAMINATION")).isTrue();
        assertThat(cleared.path("eligible").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PELAKSANA, SLTA", "PENGAWAS, S1", "ADMINISTRATOR, S1"})
    void silence_is_no_proof_of_competency(String post, String education) {
        var members = "'education': '%s', 'currentLevel': '%s', 'inLevelSince': '2015-01-01', %s"
                .formatted(education, post.equals("ADMINISTRATOR") ? "PENGAWAS" : "PELAKSANA", GOOD);
        var silent = decide(post, members);
        assertThat(met(silent, "COMPETENCY")).isFalse();
        assertThat(silent.path("eligible").asBoolean(true)).isFalse();
        assertThat(silent.path("open")).noneMatch(code -> code.asText().equals("COMPETENCY"));
        assertThat(silent.path("checks"))
                .anyMatch(check -> check.path("text").asText().contains("belum terbukti"));
        assertThat(decide(post, members + ", 'jpm': 80").path("eligible").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'predicates': {'2024': 'BAIK', '2025': 'BAIK'} | false", "'predicates': {'2025': 'BAIK'} | true",
                "'predicates': {'2024': 'BAIK'} | true", "'jpm': 80 | true",
            })
    void a_track_record_that_nothing_shows_is_open(String members, boolean open) {
        var answer = decide(
                "JPT_PRATAMA",
                "'birthDate': '1980-01-01', 'education': 'S1', 'currentLevel': 'ADMINISTRATOR', "
                        + "'inLevelSince': '2020-01-01', 'relatedExperienceYears': 9, " + members);
        assertThat(answer.path("eligible").asBoolean()).isTrue();
        assertThat(java.util.stream.StreamSupport.stream(answer.path("open").spliterator(), false)
                        .filter(code -> code.asText().equals("PERFORMANCE"))
                        .count())
                .isEqualTo(open ? 1 : 0);
    }

    private static JsonNode coming(String current, String posts) {
        return decide(
                "JPT_PRATAMA",
                "'birthDate': '1980-01-01', 'education': 'S1', %s 'previousPosts': [%s], 'relatedExperienceYears': 20, %s"
                        .formatted(current, posts, GOOD));
    }

    /** DOMAIN 8.1, "sedang atau pernah": a post that was held counts, spells at one level add up (question 15). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'level': 'ADMINISTRATOR', 'from': '2016-04-01', 'to': '2019-06-30'} | true | 2018-04-01",
                "{'level': 'ADMINISTRATOR', 'from': '2016-04-01', 'to': '2018-03-31'} | true | 2018-04-01",
                "{'level': 'ADMINISTRATOR', 'from': '2016-04-01', 'to': '2018-03-30'} | false |",
                "{'level': 'ADMINISTRATOR', 'from': '2016-04-01', 'to': '2017-03-31'}, {'level': 'ADMINISTRATOR', 'from': '2020-01-01', 'to': '2020-12-31'} | true | 2021-01-01",
                "{'level': 'ADMINISTRATOR', 'from': '2020-01-01', 'to': '2020-12-30'}, {'level': 'ADMINISTRATOR', 'from': '2016-04-01', 'to': '2017-03-31'} | false |",
                "{'level': 'ADMINISTRATOR', 'from': '2016-04-01', 'to': '2017-03-31'}, {'level': 'ADMINISTRATOR', 'from': '2016-09-01', 'to': '2017-09-30'} | false |",
                "{'level': 'ADMINISTRATOR', 'from': '2016-04-01', 'to': '2017-03-31'}, {'level': 'JF_AHLI_MADYA', 'from': '2018-01-01', 'to': '2019-06-30'} | false |",
                "{'level': 'ADMINISTRATOR', 'from': '2016-04-01', 'to': '2017-03-31'}, {'level': 'JF_AHLI_MADYA', 'from': '2018-01-01', 'to': '2020-06-30'} | true | 2020-01-01",
                "{'level': 'ADMINISTRATOR', 'from': '2024-01-01'} | true | 2026-01-01",
                "{'level': 'ADMINISTRATOR', 'from': '2025-01-01'} | false | 2027-01-01",
                "{'level': 'PENGAWAS', 'from': '2010-01-01'} | false |",
            })
    void a_post_that_was_held_counts_like_the_present_one(String posts, boolean eligible, String from) {
        var answer = coming("", posts);
        assertThat(answer.path("eligible").asBoolean()).isEqualTo(eligible);
        assertThat(answer.path("eligibleFrom").asText("")).isEqualTo(from == null ? "" : from);
        assertThat(met(answer, "PREVIOUS_POST")).isEqualTo(!posts.contains("PENGAWAS"));
        assertThat(met(answer, "YEARS_IN_LEVEL") && met(answer, "PREVIOUS_POST"))
                .isEqualTo(eligible);
    }

    @Test
    void an_equal_present_level_bars_nobody() {
        var before = "{'level': 'ADMINISTRATOR', 'from': '2016-04-01', 'to': '2019-06-30'}";
        var answer = coming("'currentLevel': 'JPT_PRATAMA', 'inLevelSince': '2026-02-01',", before);
        assertThat(met(answer, "PREVIOUS_POST")).isTrue();
        assertThat(answer.path("eligible").asBoolean()).isTrue();
        for (var check : answer.path("checks")) {
            if (check.path("code").asText().equals("YEARS_IN_LEVEL")) {
                assertThat(check.path("have").asText()).isEqualTo("P3Y3M");
            }
            if (check.path("code").asText().equals("PREVIOUS_POST")) {
                assertThat(check.path("have").toString()).isEqualTo("[\"ADMINISTRATOR\",\"JPT_PRATAMA\"]");
            }
        }
        assertRefused("/inLevelSince", "MEMBER_REQUIRED", () -> coming("'currentLevel': 'JPT_PRATAMA',", before));
        assertRefused(
                "/previousPosts/0/to",
                "DATES_REVERSED",
                () -> coming("", "{'level': 'ADMINISTRATOR', 'from': '2016-04-01', 'to': '2016-03-31'}"));
        assertRefused("/previousPosts/0/from", "MEMBER_REQUIRED", () -> coming("", "{'level': 'ADMINISTRATOR'}"));
        assertRefused("/previousPosts/0/level", "MEMBER_REQUIRED", () -> coming("", "{'from': '2016-04-01'}"));
    }

    /** DOMAIN 8.1: one below the lowest of the post, by its echelon, else of the level. */
    @ParameterizedTest
    @CsvSource({
        "JPT_PRATAMA, II.a, IV/b, true", "JPT_PRATAMA, II.a, IV/a, false", "JPT_PRATAMA, II.b, IV/a, true",
        "JPT_PRATAMA, , IV/a, true", "JPT_PRATAMA, , III/d, false", "JPT_MADYA, I.a, IV/c, true",
        "JPT_MADYA, I.a, IV/b, false", "JPT_MADYA, I.b, IV/b, true", "JPT_PRATAMA, II.b, IV/e, true",
    })
    void nobody_is_appointed_more_than_one_rank_below_the_post(String post, String echelon, String rank, boolean met) {
        var answer = decide(
                post,
                officer(
                                "1980-01-01",
                                "S2",
                                post.equals("JPT_MADYA") ? "JPT_PRATAMA" : "ADMINISTRATOR",
                                "2015-01-01",
                                "20")
                        + ", 'rank': '%s'".formatted(rank)
                        + (echelon == null ? "" : ", 'echelon': '%s'".formatted(echelon)));
        assertThat(met(answer, "RANK_FLOOR")).isEqualTo(met);
        assertThat(answer.path("eligible").asBoolean()).isEqualTo(met);
        assertThat(answer.path("open")).noneMatch(code -> code.asText().equals("RANK_FLOOR"));
        assertThat(answer.path("alsoUsed").path(0).path("kind").asText()).isEqualTo("RANK_PROMOTION");
    }

    @Test
    void an_echelon_of_another_level_is_refused() {
        var start = officer("1980-01-01", "S2", "ADMINISTRATOR", "2015-01-01", "20") + ", 'rank': 'IV/b'";
        assertRefused("/echelon", "ECHELON_NOT_OF_LEVEL", () -> decide("JPT_PRATAMA", start + ", 'echelon': 'III.a'"));
    }

    @Test
    void a_reading_that_a_version_does_not_offer_is_refused() {
        Function<String, JsonNode> decide = member -> callUnder(
                RuleSetKind.APPOINTMENT,
                body -> body.putArray("ageReadings").add("COMPLETED_YEARS"),
                "appointment",
                "{'postLevel': 'PELAKSANA', 'education': 'SLTA' %s}".formatted(member));
        assertThat(decide.apply("").path("ageReading").asText()).isEqualTo("COMPLETED_YEARS");
        assertThat(decide.apply(", 'ageReading': 'COMPLETED_YEARS'")
                        .path("ageReading")
                        .asText())
                .isEqualTo("COMPLETED_YEARS");
        assertRefused("/ageReading", "CODE_UNKNOWN", () -> decide.apply(", 'ageReading': 'EXACT'"));
    }

    @ParameterizedTest
    @MethodSource("id.karier.calculation.Seeds#all")
    void until_the_highest_age_who_is_eligible_stays_so(long seed) {
        var random = Seeds.random(seed);
        var birth = LocalDate.of(1965, 1, 1).plusDays(random.nextInt(9000));
        var since = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(2000));
        var asOf = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1500));
        var later = asOf.plusDays(random.nextInt(700));
        var members =
                "{'postLevel': 'JPT_PRATAMA', 'birthDate': '%s', 'education': 'S1', 'currentLevel': 'ADMINISTRATOR', "
                        + "'inLevelSince': '%s', 'relatedExperienceYears': 9, 'asOf': '%s'}";
        var now = call("appointment", json(members.formatted(birth, since, asOf)));
        var then = call("appointment", json(members.formatted(birth, since, later)));
        boolean youngEnough = !later.isAfter(birth.plusYears(56));
        if (now.path("eligible").asBoolean() && youngEnough) {
            assertThat(then.path("eligible").asBoolean()).isTrue();
        }
        if (!youngEnough) {
            assertThat(then.path("eligible").asBoolean(true)).isFalse();
        }
        if (now.has("eligibleFrom")) {
            var from = LocalDate.parse(now.path("eligibleFrom").asText());
            assertThat(now.path("eligible").asBoolean()).isEqualTo(!from.isAfter(asOf));
        }
    }

    @Test
    void input_that_no_rule_can_take_is_refused() {
        assertRefused("/postLevel", "MEMBER_REQUIRED", "appointment", "{'education': 'S1'}");
        assertRefused("/postLevel", "LEVEL_NOT_COVERED", () -> decide("JF_AHLI_MUDA", "'education': 'S1'"));
        assertRefused("/education", "MEMBER_REQUIRED", "appointment", "{'postLevel': 'PELAKSANA'}");
        var start = "'education': 'S1', 'currentLevel': 'ADMINISTRATOR', 'inLevelSince': '2020-01-01'";
        assertRefused(
                "/currentLevel",
                "MEMBER_REQUIRED",
                () -> decide("PENGAWAS", "'education': 'S1', 'inLevelSince': '2020-01-01'"));
        assertRefused(
                "/inLevelSince",
                "MEMBER_REQUIRED",
                () -> decide("PENGAWAS", "'education': 'S1', 'currentLevel': 'PELAKSANA'"));
        assertRefused("/relatedExperienceYears", "MEMBER_REQUIRED", () -> decide("JPT_PRATAMA", start));
        assertRefused(
                "/relatedExperienceYears",
                "NUMBER_NEGATIVE",
                () -> decide("JPT_PRATAMA", start + ", 'relatedExperienceYears': -1"));
        assertRefused(
                "/birthDate", "MEMBER_REQUIRED", () -> decide("JPT_PRATAMA", start + ", 'relatedExperienceYears': 9"));
        assertRefused(
                "/birthDate",
                "DATE_IN_FUTURE",
                () -> decide("JPT_PRATAMA", start + ", 'relatedExperienceYears': 9, 'birthDate': '2027-01-01'"));
        assertRefused("/jpm", "NUMBER_NEGATIVE", () -> decide("PELAKSANA", "'education': 'SLTA', 'jpm': -1"));
    }
}
