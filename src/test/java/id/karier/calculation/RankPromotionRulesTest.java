package id.karier.calculation;

import static id.karier.calculation.TestCalculators.assertRefused;
import static id.karier.calculation.TestCalculators.call;
import static id.karier.calculation.TestCalculators.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankPromotionRulesTest {
    private static final String GOOD =
            "'predicates': {'2020': 'BAIK', '2021': 'BAIK', '2022': 'BAIK', '2023': 'BAIK', '2024': 'BAIK', '2025': 'BAIK'}";

    private static JsonNode decide(String members) {
        return call("rank-promotion", json("{" + members + "}"));
    }

    private static JsonNode regular(String rank, String since, String education, String asOf, String more) {
        return decide("'kind': 'REGULER', 'rank': '%s', 'rankSince': '%s', 'education': '%s', 'asOf': '%s', %s"
                .formatted(rank, since, education, asOf, more));
    }

    private static JsonNode structural(String rank, String since, String inPostSince, String asOf) {
        return decide(("'kind': 'STRUKTURAL', 'rank': '%s', 'rankSince': '%s', 'inPostSince': '%s', 'asOf': '%s', "
                        + "'postLevel': 'PENGAWAS', 'postLowestRank': 'III/c', 'postHighestRank': 'III/d', %s")
                .formatted(rank, since, inPostSince, asOf, GOOD));
    }

    private static JsonNode functional(String level, String rank, String balance, String asOf) {
        return decide(
                "'kind': 'FUNGSIONAL', 'level': '%s', 'rank': '%s', 'rankSince': '2023-04-01', 'balance': %s, 'asOf': '%s', %s"
                        .formatted(level, rank, balance, asOf, GOOD));
    }

    private static JsonNode check(JsonNode answer, String code) {
        for (var check : answer.path("checks")) {
            if (check.path("code").asText().equals(code)) {
                return check;
            }
        }
        throw new AssertionError("no check " + code + " in " + answer);
    }

    private static String from(JsonNode answer) {
        return answer.path("eligibleFrom").asText("");
    }

    @ParameterizedTest
    @CsvSource({
        "SD, UMUM, I/d, II/a",
        "SLTP, UMUM, II/b, II/c",
        "SLTP, KEJURUAN, II/c, II/d",
        "SLTA, UMUM, III/a, III/b",
        "SLTA, KEJURUAN, III/a, III/b",
        "SLTA, GURU_PLB, III/b, III/c",
        "D1, UMUM, III/a, III/b",
        "D2, UMUM, III/a, III/b",
        "D3, UMUM, III/b, III/c",
        "D4, UMUM, III/c, III/d",
        "S1, UMUM, III/c, III/d",
        "S1, DOKTER_APOTEKER, III/d, IV/a",
        "S2, UMUM, III/d, IV/a",
        "S3, UMUM, IV/a, IV/b",
        "D3, KEJURUAN, III/b, III/c",
    })
    void education_sets_the_ceiling(String education, String variant, String last, String ceiling) {
        var variantMember = "'educationVariant': '%s', %s".formatted(variant, GOOD);
        var below = regular(last, "2020-01-01", education, "2026-01-01", variantMember);
        assertThat(below.path("eligible").asBoolean()).isTrue();
        assertThat(below.path("to").asText()).isEqualTo(ceiling);
        assertThat(check(below, "EDUCATION_CEILING").path("need").asText()).isEqualTo(ceiling);
        var at = regular(ceiling, "2020-01-01", education, "2026-01-01", variantMember);
        assertThat(at.path("eligible").asBoolean(true)).isFalse();
        assertThat(check(at, "EDUCATION_CEILING").path("met").asBoolean(true)).isFalse();
        assertThat(from(at)).isEmpty();
        assertThat(at.has("to")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2022-02-01, 2026-01-31, false, 2026-02-01", "2022-02-01, 2026-02-01, true, 2026-02-01",
        "2022-02-02, 2026-02-02, false, 2026-03-01", "2022-02-02, 2026-02-28, false, 2026-03-01",
        "2022-02-02, 2026-03-01, true, 2026-03-01", "2022-02-01, 2026-09-17, true, 2026-02-01",
    })
    void four_years_lead_to_the_first_of_a_month(String since, String asOf, boolean eligible, String from) {
        var answer = regular("III/a", since, "S1", asOf, GOOD);
        assertThat(answer.path("eligible").asBoolean()).isEqualTo(eligible);
        assertThat(from(answer)).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource({
        "PP_12_2002, 2022-02-01, 2026-04-01", "PP_12_2002, 2022-04-01, 2026-04-01",
                "PP_12_2002, 2022-04-02, 2026-10-01",
        "BKN_4_2023, 2022-01-01, 2026-02-01", "BKN_4_2023, 2022-02-02, 2026-04-01",
                "BKN_4_2023, 2022-05-01, 2026-06-01",
        "BKN_2_2025, 2022-07-01, 2026-08-01", "BKN_4_2023, 2022-09-01, 2026-10-01",
                "BKN_4_2023, 2022-11-01, 2026-12-01",
        "BKN_4_2025, 2022-01-01, 2026-01-01", "BKN_4_2025, 2022-12-01, 2026-12-01",
    })
    void periods_are_those_of_the_version(String version, String since, String from) {
        var answer = regular("III/a", since, "S1", "2025-12-15", "'ruleSet': '%s', %s".formatted(version, GOOD));
        assertThat(from(answer)).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-31, PP_12_2002",
        "2024-01-01, BKN_4_2023",
        "2025-05-19, BKN_4_2023",
        "2025-05-20, BKN_2_2025",
        "2025-09-30, BKN_2_2025",
        "2025-10-01, BKN_4_2025",
        "2030-01-01, BKN_4_2025",
    })
    void the_day_picks_the_version(String asOf, String version) {
        assertThat(regular("III/a", "2018-02-01", "S1", asOf, GOOD)
                        .path("ruleSet")
                        .path("version")
                        .asText())
                .isEqualTo(version);
    }

    @Test
    void a_superior_binds_before_may_2025_only() {
        var superior = "'superiorRank': 'III/a', " + GOOD;
        var before = regular("III/a", "2019-02-01", "S1", "2025-05-19", superior);
        assertThat(check(before, "SUPERIOR_RANK").path("met").asBoolean(true)).isFalse();
        assertThat(before.path("eligible").asBoolean(true)).isFalse();
        var after = regular("III/a", "2019-02-01", "S1", "2025-05-20", superior);
        assertThat(after.path("eligible").asBoolean()).isTrue();
        assertThat(after.path("checks"))
                .noneMatch(check -> check.path("code").asText().equals("SUPERIOR_RANK"));
        var equal = regular("III/a", "2019-02-01", "S1", "2025-05-19", "'superiorRank': 'III/b', " + GOOD);
        assertThat(check(equal, "SUPERIOR_RANK").path("met").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'2024': 'SANGAT_BAIK'| '2025': 'BAIK'| true", "'2024': 'BAIK'| '2025': 'BUTUH_PERBAIKAN'| false",
                "'2024': 'BUTUH_PERBAIKAN'| '2025': 'BAIK'| false", "'2023': 'BAIK'| '2025': 'BAIK'| false",
                "'2024': 'KURANG'| '2025': 'SANGAT_BAIK'| false", "'2024': 'BAIK'| '2023': 'BAIK'| false",
            })
    void the_last_two_whole_years_must_be_good(String predicates) {
        var parts = predicates.split("\\| ");
        var answer = regular(
                "III/a", "2019-02-01", "S1", "2026-06-01", "'predicates': {%s, %s}".formatted(parts[0], parts[1]));
        assertThat(answer.path("eligible").asBoolean()).isEqualTo(Boolean.parseBoolean(parts[2]));
        assertThat(check(answer, "PERFORMANCE").path("met").asBoolean()).isEqualTo(Boolean.parseBoolean(parts[2]));
    }

    @Test
    void a_year_that_is_not_over_is_taken_to_become_good() {
        var early = regular("III/a", "2023-05-01", "S1", "2025-11-01", "'predicates': {'2024': 'BAIK'}");
        assertThat(from(early)).isEqualTo("2027-05-01");
        var known = regular(
                "III/a",
                "2021-05-01",
                "S1",
                "2026-06-01",
                "'predicates': {'2024': 'BAIK', '2025': 'BAIK', '2026': 'KURANG'}");
        assertThat(known.path("eligible").asBoolean()).isTrue();
        var spoiled = regular(
                "III/a",
                "2022-08-01",
                "S1",
                "2026-06-01",
                "'predicates': {'2024': 'BAIK', '2025': 'KURANG', '2026': 'KURANG'}");
        assertThat(from(spoiled)).isEqualTo("2029-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "RINGAN, 2026-01-01, 2026-12-31, true, 2023-04-01", "SEDANG, 2026-01-01, 2026-12-31, false, 2027-01-01",
        "BERAT, 2026-01-01, 2026-12-30, false, 2027-01-01", "BERAT, 2026-06-02, 2026-12-31, true, 2023-04-01",
        "SEDANG, 2026-06-01, 2026-06-01, false, 2026-07-01", "BERAT, 2025-01-01, 2026-05-31, true, 2026-06-01",
        "BERAT, 2025-01-01,, false,", "NONE, 2026-01-01,, true, 2023-04-01",
    })
    void a_medium_or_heavy_penalty_blocks_to_its_last_day(
            String level, String start, String end, boolean eligible, String from) {
        var penalty = "'penalty': {'level': '%s', 'from': '%s' %s}, 'ruleSet': 'BKN_4_2025', %s"
                .formatted(level, start, end == null ? "" : ", 'to': '" + end + "'", GOOD);
        var answer = regular("III/a", "2019-04-01", "S1", "2026-06-01", penalty);
        assertThat(answer.path("eligible").asBoolean()).isEqualTo(eligible);
        assertThat(from(answer)).isEqualTo(from == null ? "" : from);
    }

    @Test
    void a_penalty_that_begins_after_the_first_of_the_month_still_bars_the_day() {
        var answer = regular(
                "III/a",
                "2019-04-01",
                "S1",
                "2026-06-15",
                "'penalty': {'level': 'BERAT', 'from': '2026-06-10', 'to': '2026-08-31'}, " + GOOD);
        assertThat(answer.path("eligible").asBoolean(true)).isFalse();
        assertThat(from(answer)).isEqualTo("2026-09-01");
        assertThat(check(answer, "PENALTY").path("have").asText()).isEqualTo("BERAT");
    }

    @Test
    void the_predicates_that_were_looked_at_are_told_oldest_first() {
        var answer = regular(
                "III/a",
                "2019-04-01",
                "S1",
                "2026-06-15",
                "'predicates': {'2025': 'BAIK', '2023': 'BAIK', '2024': 'SANGAT_BAIK', '2026': 'BAIK'}");
        assertThat(check(answer, "PERFORMANCE").path("have").toString())
                .isEqualTo("{\"2024\":\"SANGAT_BAIK\",\"2025\":\"BAIK\"}");
        var unknown = regular("III/a", "2019-04-01", "S1", "2026-06-15", "'predicates': {'2025': 'BAIK'}");
        assertThat(check(unknown, "PERFORMANCE").path("have").toString()).isEqualTo("{\"2025\":\"BAIK\"}");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-16, P0D", "2025-05-15, P8M", "2024-12-31, P1Y15D"})
    void years_that_have_not_begun_are_none(String inPostSince, String have) {
        var answer = structural("III/b", "2024-03-01", inPostSince, "2026-01-15");
        assertThat(check(answer, "YEARS_IN_POST").path("have").asText()).isEqualTo(have);
        var rank = regular("III/a", inPostSince, "S1", "2026-01-15", GOOD);
        assertThat(check(rank, "YEARS_IN_RANK").path("have").asText()).isEqualTo(have);
    }

    @Test
    void an_echelon_alone_names_the_post() {
        var answer = decide("'kind': 'STRUKTURAL', 'rank': 'III/b', 'rankSince': '2024-03-01', "
                + "'inPostSince': '2025-05-15', 'echelon': 'IV.a', 'asOf': '2026-06-01', " + GOOD);
        assertThat(answer.path("eligible").asBoolean()).isTrue();
    }

    @Test
    void who_is_under_examination_is_not_promoted() {
        var answer = regular("III/a", "2019-02-01", "S1", "2026-06-01", "'underExamination': true, " + GOOD);
        assertThat(answer.path("eligible").asBoolean(true)).isFalse();
        assertThat(from(answer)).isEmpty();
        assertThat(check(answer, "EXAMINATION").path("met").asBoolean(true)).isFalse();
        assertThat(regular("III/a", "2019-02-01", "S1", "2026-06-01", "'underExamination': false, " + GOOD)
                        .path("eligible")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_service_examination_is_asked_at_two_steps_unless_exempt() {
        var failed = "'serviceExamPassed': false, " + GOOD;
        assertThat(check(regular("II/d", "2019-02-01", "SLTA", "2026-06-01", failed), "SERVICE_EXAM")
                        .path("met")
                        .asBoolean(true))
                .isFalse();
        assertThat(regular("II/d", "2019-02-01", "SLTA", "2026-06-01", "'serviceExamPassed': true, " + GOOD)
                        .path("eligible")
                        .asBoolean())
                .isTrue();
        assertThat(regular("II/d", "2019-02-01", "S1", "2026-06-01", failed)
                        .path("eligible")
                        .asBoolean())
                .isTrue();
        assertThat(regular("III/a", "2019-02-01", "SLTA", "2026-06-01", failed)
                        .path("eligible")
                        .asBoolean())
                .isTrue();
        var silent = regular("II/d", "2019-02-01", "SLTA", "2026-06-01", GOOD);
        assertThat(silent.path("eligible").asBoolean(true)).isFalse();
        assertThat(check(silent, "SERVICE_EXAM").path("met").asBoolean(true)).isFalse();
        assertThat(check(silent, "SERVICE_EXAM").path("have").isNull()).isTrue();
        assertThat(check(silent, "SERVICE_EXAM").path("text").asText()).contains("belum terbukti");
        assertThat(silent.path("steps"))
                .anyMatch(step -> step.path("code").asText().equals("RANK_EXAM")
                        && step.path("value").asText().equals("I"));
    }

    /** DOMAIN 7.1: by the step in every promotion, whoever is not exempt. */
    @ParameterizedTest
    @CsvSource({
        "REGULER, II/d, D3, UMUM, , true",
        "REGULER, II/d, D3, UMUM, PKP, false",
        "REGULER, II/d, D3, UMUM, PKA, true",
        "REGULER, II/d, D4, UMUM, , false",
        "REGULER, II/d, S2, UMUM, , false",
        "REGULER, II/c, SLTA, UMUM, , false",
        "STRUKTURAL, III/d, D4, UMUM, , true",
        "STRUKTURAL, III/d, S1, UMUM, , true",
        "STRUKTURAL, III/d, S2, UMUM, , false",
        "STRUKTURAL, III/d, S3, UMUM, , false",
        "STRUKTURAL, III/d, S1, DOKTER_APOTEKER, , false",
        "STRUKTURAL, III/d, S1, UMUM, PKA, false",
        "STRUKTURAL, III/d, S1, UMUM, PKP, true",
        "STRUKTURAL, III/d, , , , true",
        "STRUKTURAL, III/c, S1, UMUM, , false",
        "FUNGSIONAL, III/d, S1, UMUM, , false",
        "PRESTASI, III/d, S1, UMUM, , false",
        "PRESTASI, II/d, D3, UMUM, , false",
    })
    void a_service_examination_goes_by_the_step(
            String kind, String rank, String education, String variant, String training, boolean asked) {
        var request = json(("{'kind': '%s', 'rank': '%s', 'rankSince': '2019-02-01', 'inPostSince': '2020-01-01', "
                        + "'postLevel': 'ADMINISTRATOR', 'postLowestRank': 'II/c', 'postHighestRank': 'IV/b', "
                        + "'level': 'AHLI_MUDA', 'balance': 200, 'asOf': '2026-06-01', %s}")
                .formatted(kind, rank, GOOD));
        if (education != null) {
            request.put("education", education).put("educationVariant", variant);
        }
        if (training != null) {
            request.putArray("leadershipTraining").add(training);
        }
        var checks = call("rank-promotion", request).path("checks");
        var exam = java.util.stream.StreamSupport.stream(checks.spliterator(), false)
                .filter(check -> check.path("code").asText().equals("SERVICE_EXAM"))
                .toList();
        assertThat(exam).hasSize(asked ? 1 : 0);
        assertThat(exam).allMatch(check -> !check.path("met").asBoolean());
        var passed = call("rank-promotion", request.put("serviceExamPassed", true));
        assertThat(passed.path("checks"))
                .noneMatch(check -> check.path("code").asText().equals("SERVICE_EXAM")
                        && !check.path("met").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({
        "PENYELIA, III/b, true, III/c", "PENYELIA, III/a, false,", "TERAMPIL, II/a, true, II/b",
        "AHLI_MUDA, III/b, true, III/c", "AHLI_MADYA, III/d, true, IV/a", "AHLI_MADYA, III/c, false,",
        "AHLI_UTAMA, IV/c, true, IV/d", "AHLI_MUDA, III/d, false,", "AHLI_PERTAMA, III/d, false,",
    })
    void the_level_goes_before_the_rank(String level, String rank, boolean eligible, String to) {
        var request = json(("{'kind': 'FUNGSIONAL', 'level': '%s', 'rank': '%s', 'rankSince': '2023-04-01', "
                        + "'balance': 8.33, 'asOf': '2026-02-01', %s}")
                .formatted(level, rank, GOOD));
        var answer = call("rank-promotion", request);
        assertThat(answer.path("eligible").asBoolean()).isEqualTo(eligible);
        assertThat(answer.path("to").asText("")).isEqualTo(to == null ? "" : to);
        assertThat(check(answer, "RANK_WITHIN_LEVEL").path("met").asBoolean()).isEqualTo(eligible);
        assertThat(answer.path("balance").decimalValue()).isEqualByComparingTo("8.33");
        if (eligible) {
            assertThat(answer.path("checks"))
                    .noneMatch(check -> check.path("code").asText().equals("CREDIT"));
            request.remove("balance");
            assertThat(call("rank-promotion", request).path("eligible").asBoolean())
                    .isTrue();
            assertThat(check(answer, "RANK_WITHIN_LEVEL").path("need").asText()).isEqualTo(to);
        }
    }

    @ParameterizedTest
    @CsvSource({"2025-11-01, true, 2025-11-01", "2025-11-02, true, 2025-12-01", "2026-03-01, false, 2026-03-01"})
    void nobody_rises_by_a_level_before_it_is_held(String since, boolean eligible, String from) {
        var answer = decide(("'kind': 'FUNGSIONAL', 'level': 'PENYELIA', 'rank': 'III/b', 'rankSince': '2020-04-01', "
                        + "'inPostSince': '%s', 'asOf': '2026-02-01', %s")
                .formatted(since, GOOD));
        assertThat(answer.path("eligible").asBoolean()).isEqualTo(eligible);
        assertThat(from(answer)).isEqualTo(from);
        assertThat(check(answer, "LEVEL_SINCE").path("met").asBoolean()).isEqualTo(eligible);
    }

    @Test
    void times_at_the_level_before_the_present_post_add_up() {
        var start = "'kind': 'STRUKTURAL', 'rank': 'III/b', 'rankSince': '2024-03-01', 'inPostSince': '2026-02-15', "
                + "'postLevel': 'PENGAWAS', 'echelon': 'IV.a', 'asOf': '2026-06-01', " + GOOD;
        assertThat(from(decide(start))).isEqualTo("2027-03-01");
        var before = ", 'previousPosts': [{'level': '%s', 'from': '2024-05-01', 'to': '2025-01-31'}]";
        var added = decide(start + before.formatted("PENGAWAS"));
        assertThat(from(added)).isEqualTo("2026-06-01");
        assertThat(check(added, "YEARS_IN_POST").path("have").asText()).isEqualTo("P1Y17D");
        assertThat(from(decide(start + before.formatted("PELAKSANA")))).isEqualTo("2027-03-01");
        assertRefused(
                "/postLevel",
                "MEMBER_REQUIRED",
                () -> decide(start.replace("'postLevel': 'PENGAWAS', ", "") + before.formatted("PENGAWAS")));
    }

    @Test
    void a_part_time_contract_has_no_ranks_either() {
        var answer = regular("III/a", "2019-02-01", "S1", "2026-06-01", "'employeeKind': 'PPPK_PARUH_WAKTU', " + GOOD);
        assertThat(check(answer, "EMPLOYEE_KIND").path("met").asBoolean(true)).isFalse();
    }

    @Test
    void nobody_rises_above_the_top_rank() {
        var answer = decide("'kind': 'PRESTASI', 'rank': 'IV/e', 'rankSince': '2019-02-01', 'asOf': '2026-06-01', "
                + "'predicates': {'2025': 'SANGAT_BAIK'}");
        assertThat(check(answer, "NEXT_RANK").path("met").asBoolean(true)).isFalse();
        assertThat(answer.path("eligible").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "III/b, 2024-03-01, 2025-05-15, 2026-05-31, false, 2026-06-01",
        "III/b, 2024-03-01, 2025-05-15, 2026-06-01, true, 2026-06-01",
        "III/b, 2025-08-01, 2025-05-15, 2026-06-01, false, 2026-08-01",
        "III/b, 2021-03-01, 2026-05-15, 2026-06-01, true, 2026-06-01",
        "III/b, 2021-03-01, 2026-06-01, 2026-06-01, false, 2026-07-01",
        "III/b, 2022-09-01, 2026-05-15, 2026-06-01, false, 2026-09-01",
        "III/c, 2022-06-01, 2026-05-15, 2026-06-01, true, 2026-06-01",
        "III/c, 2022-06-02, 2020-05-15, 2026-06-01, false, 2026-07-01",
        "III/d, 2015-06-01, 2020-05-15, 2026-06-01, false,",
        "III/a, 2015-06-01, 2020-05-15, 2026-06-01, false,",
    })
    void a_leader_rises_by_rank_and_post(
            String rank, String since, String inPostSince, String asOf, boolean eligible, String from) {
        var answer = structural(rank, since, inPostSince, asOf);
        assertThat(answer.path("eligible").asBoolean()).isEqualTo(eligible);
        assertThat(from(answer)).isEqualTo(from == null ? "" : from);
    }

    @ParameterizedTest
    @CsvSource({
        "JPT_UTAMA, I.a, IV/d, IV/e",
        "JPT_MADYA, I.a, IV/d, IV/e",
        "JPT_MADYA, I.b, IV/c, IV/e",
        "JPT_PRATAMA, II.a, IV/c, IV/d",
        "PENGAWAS, V, III/a, III/b",
        "JPT_PRATAMA, II.b, IV/b, IV/c",
        "ADMINISTRATOR, III.a, IV/a, IV/b",
        "ADMINISTRATOR, III.b, III/d, IV/a",
        "PENGAWAS, IV.a, III/c, III/d",
        "PENGAWAS, IV.b, III/b, III/c",
    })
    void an_echelon_has_its_ranks(String level, String echelon, String lowest, String highest) {
        var answer =
                decide(("'kind': 'STRUKTURAL', 'rank': 'II/a', 'rankSince': '2019-02-01', 'inPostSince': '2020-01-01', "
                                + "'postLevel': '%s', 'echelon': '%s', 'asOf': '2026-06-01', %s")
                        .formatted(level, echelon, GOOD));
        assertThat(check(answer, "RANK_WITHIN_POST").path("need").asText()).isEqualTo(highest);
        for (var step : answer.path("steps")) {
            if (step.path("code").asText().equals("RANK_POST_RANGE")) {
                assertThat(step.path("figures").path("lowest").asText()).isEqualTo(lowest);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AHLI_PERTAMA, III/a, 50, true",
        "AHLI_PERTAMA, III/a, 49.99, false",
        "AHLI_PERTAMA, III/b, 102, false",
        "AHLI_MUDA, III/c, 100, true",
        "AHLI_MADYA, IV/a, 150, true",
        "AHLI_MADYA, IV/b, 299.99, false",
        "AHLI_MADYA, IV/b, 300, true",
        "AHLI_MADYA, IV/c, 450, false",
        "AHLI_UTAMA, IV/d, 200, true",
        "AHLI_UTAMA, IV/e, 400, false",
        "TERAMPIL, II/b, 20, true",
        "TERAMPIL, II/c, 40, true",
        "MAHIR, III/a, 50, true",
        "PENYELIA, III/c, 100, true",
        "PEMULA, II/a, 15, false",
        "AHLI_MUDA, IV/a, 250, false",
    })
    void a_functional_post_rises_by_credit_within_its_level(
            String level, String rank, String balance, boolean eligible) {
        var answer = functional(level, rank, balance, "2026-02-01");
        assertThat(answer.path("eligible").asBoolean()).isEqualTo(eligible);
        assertThat(answer.path("alsoUsed").path(0).path("kind").asText()).isEqualTo("CREDIT_POINTS");
    }

    @Test
    void credit_enough_for_the_next_level_is_met_although_the_level_must_rise_first() {
        var answer = functional("AHLI_PERTAMA", "III/b", "102", "2026-02-01");
        assertThat(check(answer, "CREDIT").path("met").asBoolean()).isTrue();
        assertThat(check(answer, "RANK_WITHIN_LEVEL").path("met").asBoolean(true))
                .isFalse();
    }

    @Test
    void a_functional_post_waits_two_years_in_rank() {
        assertThat(from(functional("AHLI_MUDA", "III/c", "100", "2025-03-31"))).isEqualTo("2025-04-01");
        var answer = functional("AHLI_MUDA", "III/c", "100", "2024-12-01");
        assertThat(check(answer, "YEARS_IN_RANK").path("need").asText()).isEqualTo("P2Y");
        assertThat(check(answer, "YEARS_IN_RANK").path("have").asText()).isEqualTo("P1Y8M");
    }

    @Test
    void outstanding_performance_needs_one_year_and_the_top_predicate() {
        var start = "'kind': 'PRESTASI', 'rank': 'III/a', 'rankSince': '2025-06-01', ";
        var top = decide(start + "'asOf': '2026-06-01', 'predicates': {'2025': 'SANGAT_BAIK'}");
        assertThat(top.path("eligible").asBoolean()).isTrue();
        assertThat(decide(start + "'asOf': '2026-06-01', 'predicates': {'2025': 'BAIK'}")
                        .path("eligible")
                        .asBoolean(true))
                .isFalse();
        assertThat(from(decide(start + "'asOf': '2026-05-31', 'predicates': {'2025': 'SANGAT_BAIK'}")))
                .isEqualTo("2026-06-01");
    }

    @ParameterizedTest
    @MethodSource("id.karier.calculation.Seeds#all")
    void who_is_eligible_stays_so_and_the_period_agrees(long seed) {
        var random = Seeds.random(seed);
        var since = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(2500));
        var predicates = new StringBuilder();
        for (int year = 2015; year < 2035; year++) {
            predicates.append(predicates.isEmpty() ? "" : ", ").append("'%d': 'BAIK'".formatted(year));
        }
        var more = "'ruleSet': 'BKN_4_2025', 'predicates': {%s}".formatted(predicates);
        var asOf = since.plusDays(random.nextInt(3000));
        var now = regular("III/a", since.toString(), "S1", asOf.toString(), more);
        var later = regular(
                "III/a",
                since.toString(),
                "S1",
                asOf.plusDays(1 + random.nextInt(500)).toString(),
                more);
        var from = LocalDate.parse(from(now));
        assertThat(from.getDayOfMonth()).isEqualTo(1);
        assertThat(from).isBetween(since.plusYears(4), since.plusYears(4).plusDays(31));
        assertThat(now.path("eligible").asBoolean()).isEqualTo(!from.isAfter(asOf));
        assertThat(from(later)).isEqualTo(from(now));
        if (now.path("eligible").asBoolean()) {
            assertThat(later.path("eligible").asBoolean()).isTrue();
        }
    }

    @Test
    void input_that_no_rule_can_take_is_refused() {
        ObjectNode whole =
                json(("{'kind': 'STRUKTURAL', 'rank': 'III/b', 'rankSince': '2024-03-01', 'inPostSince': '2025-05-15', "
                        + "'postLowestRank': 'III/c', 'postHighestRank': 'III/d', 'asOf': '2026-06-01'}"));
        for (var member :
                new String[] {"kind", "rank", "rankSince", "inPostSince", "postLowestRank", "postHighestRank"}) {
            var without = whole.deepCopy();
            without.remove(member);
            assertRefused("/" + member, "MEMBER_REQUIRED", () -> call("rank-promotion", without));
        }
        assertRefused(
                "/education",
                "MEMBER_REQUIRED",
                () -> decide("'kind': 'REGULER', 'rank': 'III/a', 'rankSince': '2020-01-01'"));
        assertRefused(
                "/level",
                "MEMBER_REQUIRED",
                () -> decide("'kind': 'FUNGSIONAL', 'rank': 'III/a', 'rankSince': '2020-01-01', 'balance': 1"));
        assertRefused(
                "/balance",
                "MEMBER_REQUIRED",
                () -> decide("'kind': 'FUNGSIONAL', 'rank': 'III/c', 'rankSince': '2020-01-01', 'level': 'AHLI_MUDA'"));
        assertRefused("/balance", "NUMBER_NEGATIVE", () -> functional("AHLI_MUDA", "III/c", "-1", "2026-01-01"));
        assertRefused(
                "/predicates/25",
                "YEAR_INVALID",
                () -> regular("III/a", "2020-01-01", "S1", "2026-01-01", "'predicates': {'25': 'BAIK'}"));
        assertRefused(
                "/penalty/from",
                "MEMBER_REQUIRED",
                () -> regular("III/a", "2020-01-01", "S1", "2026-01-01", "'penalty': {'level': 'BERAT'}"));
        assertRefused(
                "/penalty/level",
                "MEMBER_REQUIRED",
                () -> regular("III/a", "2020-01-01", "S1", "2026-01-01", "'penalty': {'from': '2026-01-01'}"));
        assertRefused(
                "/penalty/to",
                "DATES_REVERSED",
                () -> regular(
                        "III/a",
                        "2020-01-01",
                        "S1",
                        "2026-01-01",
                        "'penalty': {'level': 'BERAT', 'from': '2026-01-02', 'to': '2026-01-01'}"));
        var post = "'kind': 'STRUKTURAL', 'rank': 'III/b', 'rankSince': '2024-03-01', 'inPostSince': '2025-05-15', ";
        assertRefused("/postLevel", "LEVEL_NOT_COVERED", () -> decide(post + "'postLevel': 'PELAKSANA'"));
        assertRefused("/echelon", "CODE_UNKNOWN", () -> decide(post + "'echelon': 'V.a'"));
        assertRefused(
                "/echelon", "ECHELON_NOT_OF_LEVEL", () -> decide(post + "'postLevel': 'PENGAWAS', 'echelon': 'III.a'"));
        assertRefused(
                "/postHighestRank",
                "RANKS_REVERSED",
                () -> decide(post + "'postLowestRank': 'III/d', 'postHighestRank': 'III/c'"));
        assertRefused("/asOf", "NO_RULE_SET_IN_FORCE", () -> regular("III/a", "1990-01-01", "S1", "2002-04-16", GOOD));
    }
}
