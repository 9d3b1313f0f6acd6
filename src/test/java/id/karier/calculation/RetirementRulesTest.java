package id.karier.calculation;

import static id.karier.calculation.TestCalculators.CASE;
import static id.karier.calculation.TestCalculators.assertRefused;
import static id.karier.calculation.TestCalculators.calculators;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.calculation.explain.Step;
import id.karier.calculation.person.RetirementJson.RetirementAnswer;
import id.karier.calculation.person.RetirementJson.RetirementRequest;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetirementRulesTest {
    private static RetirementAnswer of(LocalDate birthDate, PositionLevel level) {
        return calculators().retirement(new RetirementRequest(birthDate, level, null, null, null, null), CASE);
    }

    @ParameterizedTest
    @CsvSource({
        "JPT_UTAMA, 60",
        "JPT_MADYA, 60",
        "JPT_PRATAMA, 60",
        "ADMINISTRATOR, 58",
        "PENGAWAS, 58",
        "PELAKSANA, 58",
        "JF_AHLI_UTAMA, 65",
        "JF_AHLI_MADYA, 60",
        "JF_AHLI_MUDA, 58",
        "JF_AHLI_PERTAMA, 58",
        "JF_PENYELIA, 58",
        "JF_MAHIR, 58",
        "JF_TERAMPIL, 58",
        "JF_PEMULA, 58",
    })
    void each_level_has_its_age(PositionLevel level, int age) {
        var answer = of(LocalDate.of(1970, 6, 15), level);
        assertThat(answer.retirementAge()).isEqualTo(age);
        assertThat(answer.reachedOn()).isEqualTo(LocalDate.of(1970 + age, 6, 15));
        assertThat(answer.effectiveOn()).isEqualTo(LocalDate.of(1970 + age, 7, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "1968-04-11, PENGAWAS, 2026-04-11, 2026-05-01",
        "1967-01-31, JPT_PRATAMA, 2027-01-31, 2027-02-01",
        "1968-12-05, JF_AHLI_MADYA, 2028-12-05, 2029-01-01",
        "1968-02-29, PELAKSANA, 2026-02-28, 2026-03-01",
        "1968-02-29, JPT_PRATAMA, 2028-02-29, 2028-03-01",
        "1970-01-01, PELAKSANA, 2028-01-01, 2028-02-01",
        "1970-12-31, PELAKSANA, 2028-12-31, 2029-01-01",
    })
    void retirement_takes_effect_on_the_first_of_the_next_month(
            LocalDate birthDate, PositionLevel level, LocalDate reachedOn, LocalDate effectiveOn) {
        var answer = of(birthDate, level);
        assertThat(answer.reachedOn()).isEqualTo(reachedOn);
        assertThat(answer.effectiveOn()).isEqualTo(effectiveOn);
    }

    @ParameterizedTest
    @CsvSource({"GURU, 60", "DOSEN, 65", "GURU_BESAR, 70", "DOKTER, 60", "APOTEKER, 60"})
    void a_statute_of_its_own_goes_before_the_level(String statute, int age) {
        var request =
                new RetirementRequest(LocalDate.of(1970, 6, 15), PositionLevel.PELAKSANA, null, statute, null, null);
        assertThat(calculators().retirement(request, CASE).retirementAge()).isEqualTo(age);
    }

    @Test
    void the_age_of_the_post_itself_goes_first() {
        var request = new RetirementRequest(LocalDate.of(1970, 6, 15), PositionLevel.PELAKSANA, 62, "GURU", null, null);
        assertThat(calculators().retirement(request, CASE).retirementAge()).isEqualTo(62);
    }

    @ParameterizedTest
    @CsvSource({"62, GURU, OWN_AGE", ", GURU, GURU", ",, PELAKSANA"})
    void the_explanation_names_whose_age_it_is(Integer age, String statute, String source) {
        var request =
                new RetirementRequest(LocalDate.of(1970, 6, 15), PositionLevel.PELAKSANA, age, statute, null, null);
        var steps = calculators().retirement(request, CASE).steps();
        assertThat(steps)
                .extracting(Step::code)
                .containsExactly("RETIREMENT_AGE", "RETIREMENT_REACHED", "RETIREMENT_EFFECTIVE");
        assertThat(steps.get(0).figures()).containsEntry("source", source);
    }

    @Test
    void a_move_to_a_post_whose_age_is_past_is_flagged() {
        var birthDate = LocalDate.of(1967, 11, 22);
        assertThat(of(birthDate, PositionLevel.JPT_PRATAMA).alreadyReached()).isFalse();
        assertThat(of(birthDate, PositionLevel.PELAKSANA).alreadyReached()).isTrue();
        assertThat(of(birthDate, PositionLevel.PELAKSANA).steps())
                .extracting(Step::code)
                .contains("RETIREMENT_PASSED");
    }

    @Test
    void the_age_is_reached_on_the_birthday_itself() {
        assertThat(of(LocalDate.of(1968, 11, 22), PositionLevel.PELAKSANA).alreadyReached())
                .isTrue();
        assertThat(of(LocalDate.of(1968, 11, 23), PositionLevel.PELAKSANA).alreadyReached())
                .isFalse();
    }

    @Test
    void the_law_of_the_day_is_named() {
        var request = new RetirementRequest(
                LocalDate.of(1970, 6, 15), PositionLevel.PELAKSANA, null, null, LocalDate.of(2023, 10, 30), null);
        assertThat(calculators().retirement(request, CASE).ruleSet().version()).isEqualTo("PP_11_2017");
        assertThat(of(LocalDate.of(1970, 6, 15), PositionLevel.PELAKSANA)
                        .ruleSet()
                        .version())
                .isEqualTo("UU_20_2023");
    }

    @Test
    void input_that_no_rule_can_take_is_refused() {
        assertRefused(
                "/birthDate", "DATE_IN_FUTURE", "retirement", "{'birthDate': '2026-11-23', 'postLevel': 'PELAKSANA'}");
        assertRefused("/postLevel", "MEMBER_REQUIRED", "retirement", "{'birthDate': '1970-06-15'}");
        assertRefused("/birthDate", "MEMBER_REQUIRED", "retirement", "{'postLevel': 'PELAKSANA'}");
        assertRefused("/statute", "CODE_UNKNOWN", "retirement", "{'birthDate': '1970-06-15', 'statute': '?'}");
        assertRefused(
                "/retirementAge",
                "NUMBER_OUT_OF_RANGE",
                "retirement",
                "{'birthDate': '1970-06-15', 'retirementAge': 39}");
        assertRefused(
                "/retirementAge",
                "NUMBER_OUT_OF_RANGE",
                "retirement",
                "{'birthDate': '1970-06-15', 'retirementAge': 81}");
        assertRefused(
                "/asOf",
                "NO_RULE_SET_IN_FORCE",
                "retirement",
                "{'birthDate': '1970-06-15', 'postLevel': 'PELAKSANA', 'asOf': '2017-04-06'}");
        assertRefused(
                "/ruleSet",
                "RULE_SET_UNKNOWN",
                "retirement",
                "{'birthDate': '1970-06-15', 'postLevel': 'PELAKSANA', 'ruleSet': 'X'}");
    }
}
