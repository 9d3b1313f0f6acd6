package id.karier.calculation;

import static id.karier.calculation.TestCalculators.CASE;
import static id.karier.calculation.TestCalculators.assertRefused;
import static id.karier.calculation.TestCalculators.calculators;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.calculation.explain.Step;
import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.calculation.person.NipJson.Reason;
import id.karier.calculation.person.NipJson.Warning;
import id.karier.rules.terms.EmployeeKind;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NipRulesTest {
    private static NipAnswer read(String number) {
        return calculators().nip(new NipRequest(number, null, null, null), CASE);
    }

    private static NipAnswer readAsYearAndMonth(String number) {
        return calculators().nip(new NipRequest(number, "YEAR_MONTH", null, null), CASE);
    }

    @ParameterizedTest
    @CsvSource({
        "198609262015051001, 1986-09-26, 2015-05-01, M, 1",
        "198012302010012005, 1980-12-30, 2010-01-01, F, 5",
        "196804111993031009, 1968-04-11, 1993-03-01, M, 9",
        "200002292023121999, 2000-02-29, 2023-12-01, M, 999",
    })
    void a_number_of_a_permanent_civil_servant_is_read(
            String number, LocalDate birthDate, LocalDate appointment, String sex, int sequence) {
        var answer = read(number);
        assertThat(answer.valid()).isTrue();
        assertThat(answer.kind()).isEqualTo(EmployeeKind.PNS);
        assertThat(answer.birthDate()).isEqualTo(birthDate);
        assertThat(answer.firstAppointment()).isEqualTo(appointment);
        assertThat(answer.firstAppointmentYear()).isEqualTo(appointment.getYear());
        assertThat(answer.contractCode()).isNull();
        assertThat(answer.sex()).isEqualTo(sex);
        assertThat(answer.sequence()).isEqualTo(sequence);
        assertThat(answer.reasons()).isEmpty();
        assertThat(answer.warnings()).isEmpty();
    }

    @Test
    void a_number_of_a_contract_civil_servant_names_a_year_and_a_contract() {
        var answer = read("199504082023211012");
        assertThat(answer.valid()).isTrue();
        assertThat(answer.kind()).isEqualTo(EmployeeKind.PPPK);
        assertThat(answer.firstAppointment()).isNull();
        assertThat(answer.firstAppointmentYear()).isEqualTo(2023);
        assertThat(answer.contractCode()).isEqualTo(21);
        assertThat(answer.sequence()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({"198609262015051001, NIP_MONTH", "199504082023211012, NIP_CONTRACT", "199005102019131001, NIP_MONTH"})
    void the_explanation_says_what_the_two_digits_were_taken_for(String number, String step) {
        assertThat(read(number).steps())
                .extracting(Step::code)
                .containsExactly("NIP_BIRTH_DATE", step, "NIP_SEX", "NIP_SEQUENCE", "NIP_READING");
    }

    @ParameterizedTest
    @CsvSource({
        "131110468, LENGTH_INVALID",
        "1986092620150510012, LENGTH_INVALID",
        "19860926201505100X, LENGTH_INVALID",
        "'', LENGTH_INVALID",
        "199502302020121001, BIRTH_DATE_INVALID",
        "199902292020121001, BIRTH_DATE_INVALID",
        "199513012020121001, BIRTH_DATE_INVALID",
        "202611232026121001, BIRTH_DATE_INVALID",
        "199005102019131001, APPOINTMENT_INVALID",
        "199005102019001001, APPOINTMENT_INVALID",
        "199005102019201001, APPOINTMENT_INVALID",
        "199005101990051001, APPOINTMENT_INVALID",
        "199005102027121001, APPOINTMENT_INVALID",
        "199005102028211001, APPOINTMENT_INVALID",
        "199005102019120001, SEX_DIGIT_INVALID",
        "199005102019123001, SEX_DIGIT_INVALID",
        "199005102019121000, SEQUENCE_ZERO",
    })
    void a_wrong_number_is_refused_for_its_reason(String number, Reason reason) {
        var answer = read(number);
        assertThat(answer.valid()).isFalse();
        assertThat(answer.kind()).isNull();
        assertThat(answer.reasons()).containsExactly(reason);
        assertThat(answer.warnings()).isEmpty();
    }

    @Test
    void every_reason_is_told_and_the_rest_is_still_read() {
        var answer = read("199005102019133001");
        assertThat(answer.reasons()).containsExactly(Reason.APPOINTMENT_INVALID, Reason.SEX_DIGIT_INVALID);
        assertThat(answer.birthDate()).isEqualTo(LocalDate.of(1990, 5, 10));
        assertThat(answer.sex()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"199005102019011001", "199005102019121001", "199005102019211001", "199005102019991001"})
    void months_and_contract_codes_reach_to_their_ends(String number) {
        assertThat(read(number).valid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"200411222027111001", "200411222027211001"})
    void an_appointment_may_lie_one_year_ahead(String number) {
        assertThat(read(number).valid()).isTrue();
    }

    @Test
    void one_born_today_can_be_read_but_not_one_born_tomorrow() {
        assertThat(read("202611222027111001").reasons()).isEmpty();
        assertThat(read("202611232027111001").reasons()).containsExactly(Reason.BIRTH_DATE_INVALID);
    }

    @Test
    void spaces_and_dots_are_ignored() {
        assertThat(read("19860926 201505 1 001").valid()).isTrue();
        assertThat(read("19860926.201505.1.001").valid()).isTrue();
    }

    @Test
    void other_scripts_have_no_digits_here() {
        assertThat(read("١٩٨٦٠٩٢٦٢٠١٥٠٥١٠٠١").reasons()).containsExactly(Reason.LENGTH_INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "199005022008041001, true",
        "199005022008051001, true",
        "199005022008061001, false",
        "199005022009211001, true",
        "199005022010211001, false",
    })
    void an_early_appointment_is_odd_but_valid(String number, boolean odd) {
        var answer = read(number);
        assertThat(answer.valid()).isTrue();
        assertThat(answer.warnings().contains(Warning.AGE_AT_APPOINTMENT_LOW)).isEqualTo(odd);
    }

    /** DOMAIN 1.2, check 7: a PPPK at most one year short of the retirement age of the post; 59 when it is not known. */
    @ParameterizedTest
    @CsvSource({
        "196311302024212004, , true",
        "196401022024212004, , false",
        "196401012024212004, , true",
        "196311302024212004, JF_AHLI_UTAMA, false",
        "195901012024212004, JF_AHLI_UTAMA, true",
        "196601012024212004, PELAKSANA, true",
        "196601022024212004, PELAKSANA, false",
        "196601012024212004, , false",
        "196311302024012004, , false",
    })
    void a_contract_ends_before_the_post_does(String number, PositionLevel level, boolean odd) {
        var answer = TestCalculators.calculators()
                .nip(new NipRequest(number, null, level, null, null), TestCalculators.CASE);
        assertThat(answer.valid()).isTrue();
        assertThat(answer.warnings().contains(Warning.AGE_AT_APPOINTMENT_HIGH)).isEqualTo(odd);
        assertThat(answer.alsoUsed() == null).isEqualTo(level == null);
        var unreadable = TestCalculators.calculators()
                .nip(new NipRequest("131110468", null, level, null, null), TestCalculators.CASE);
        assertThat(unreadable.alsoUsed() == null).isEqualTo(level == null);
    }

    @Test
    void the_ages_that_are_usual_are_told() {
        var answer = TestCalculators.call(
                "nip", TestCalculators.json("{'number': '196311302024212004', 'postLevel': 'JF_AHLI_MADYA'}"));
        assertThat(answer.path("steps"))
                .anyMatch(step -> step.path("code").asText().equals("NIP_AGE")
                        && step.path("value").asInt() == 60
                        && step.path("figures").path("minimum").asInt() == 20
                        && step.path("figures").path("maximum").asInt() == 59);
    }

    @Test
    void the_other_reading_takes_months_only_and_cannot_name_the_kind() {
        var month = readAsYearAndMonth("199504082023121012");
        assertThat(month.valid()).isTrue();
        assertThat(month.kind()).isNull();
        assertThat(month.reading()).isEqualTo("YEAR_MONTH");
        assertThat(readAsYearAndMonth("199504082023211012").reasons()).containsExactly(Reason.APPOINTMENT_INVALID);
        assertThat(read("199504082023211012").reading()).isEqualTo("CONTRACT_COUNT");
    }

    @Test
    void an_unknown_reading_or_an_absent_number_is_refused() {
        assertRefused("/reading", "CODE_UNKNOWN", "nip", "{'number': '1', 'reading': '?'}");
        assertRefused("/number", "MEMBER_REQUIRED", "nip", "{}");
    }
}
