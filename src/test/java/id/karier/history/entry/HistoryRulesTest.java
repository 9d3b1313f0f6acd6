package id.karier.history.entry;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.employee.EmployeeKind;
import id.karier.history.entry.HistoryJson.AwardFacts;
import id.karier.history.entry.HistoryJson.CreditFacts;
import id.karier.history.entry.HistoryJson.DisciplineFacts;
import id.karier.history.entry.HistoryJson.EducationFacts;
import id.karier.history.entry.HistoryJson.RankFacts;
import id.karier.history.entry.HistoryJson.TrainingFacts;
import id.karier.history.entry.HistoryOutcome.Refused;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PenaltyLevel;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryRulesTest {
    private static final LocalDate BIRTH = LocalDate.of(1980, 2, 29);
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);
    private static final PersonDates DATES = new PersonDates(
            BIRTH, LocalDate.of(2005, 1, 1), LocalDate.of(1998, 2, 28), LocalDate.of(2051, 2, 28), TODAY);
    private static final LocalDate DECREED = LocalDate.of(2020, 1, 1);

    private static List<String> reasons(HistoryOutcome outcome) {
        return outcome instanceof Refused refused
                ? refused.reasons().stream()
                        .map(r -> r.pointer() + " " + r.code())
                        .toList()
                : List.of();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static RankFacts rank(String code, String startsOn) {
        return new RankFacts(code, null, day(startsOn), null, null, "823/1", DECREED);
    }

    @ParameterizedTest
    @CsvSource({
        "III/a, 2005-01-01, PNS, ''",
        "III/a, 2005-01-01, CPNS, ''",
        "III/a, 2004-12-31, PNS, /startsOn BEFORE_APPOINTMENT",
        "III/a, 2027-02-28, PNS, ''",
        "III/a, 2027-03-01, PNS, /startsOn TOO_FAR_AHEAD",
        "IX, 2020-01-01, PNS, /rank RANK_OF_OTHER_KIND",
        "IX, 2020-01-01, PPPK, ''",
        "III, 2020-01-01, PPPK, ''",
        "III/a, 2020-01-01, PPPK, /rank RANK_OF_OTHER_KIND"
    })
    void a_rank_fits_the_life_and_the_ladder(String code, String startsOn, EmployeeKind kind, String reason) {
        assertThat(reasons(HistoryRules.rank(rank(code, startsOn), DATES, kind, List.of())))
                .isEqualTo(reason.isEmpty() ? List.of() : List.of(reason));
    }

    @Test
    void two_ranks_never_begin_on_one_day() {
        var outcome = HistoryRules.rank(
                rank("III/b", "2020-01-01"), DATES, EmployeeKind.PNS, List.of(rank("III/a", "2020-01-01")));
        assertThat(reasons(outcome)).containsExactly("/startsOn RANK_ON_SAME_DAY");
    }

    @ParameterizedTest
    @CsvSource({"I/a, 1", "II/d, 8", "III/a, 9", "III/c, 11", "IV/e, 17", "I, 1", "IX, 9", "XVII, 17"})
    void a_rank_has_its_place_on_its_ladder(String code, int order) {
        assertThat(RankLadder.order(code)).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({
        "1985-02-28, ''",
        "1985-02-27, /graduatedOn GRADUATED_TOO_YOUNG",
        "2026-02-28, ''",
        "2026-03-01, /graduatedOn IN_FUTURE"
    })
    void nobody_graduates_before_five_or_in_the_future(String graduatedOn, String reason) {
        var education = new EducationFacts(
                EducationLevel.S1, "Hukum", null, day(graduatedOn), null, null, null, null, false, null, null);
        assertThat(reasons(HistoryRules.education(education, DATES)))
                .isEqualTo(reason.isEmpty() ? List.of() : List.of(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01, 2020-01-01, 24, ''",
        "2020-01-01, 2020-01-01, 24.01, /hours HOURS_IMPLAUSIBLE",
        "2020-02-28, 2020-02-29, 48, ''",
        "2020-01-02, 2020-01-01, 8, /endsOn ENDS_BEFORE_START",
        "1980-02-29, 2020-01-01, 8, /startsOn BEFORE_BIRTH"
    })
    void a_training_has_no_more_hours_than_its_days(String from, String until, BigDecimal hours, String reason) {
        var training = new TrainingFacts(
                "KL_TEKNIS", null, "Pelatihan", null, null, day(from), day(until), null, hours, null, null);
        assertThat(reasons(HistoryRules.training(training, DATES)))
                .isEqualTo(reason.isEmpty() ? List.of() : List.of(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "RINGAN, R1, , ''",
        "RINGAN, S1, , /penalty PENALTY_OF_OTHER_LEVEL",
        "SEDANG, S3, , ''",
        "SEDANG, B1, , /penalty PENALTY_OF_OTHER_LEVEL",
        "BERAT, B3, , ''",
        "BERAT, , Penurunan pangkat, ''",
        "BERAT, , , /penalty PENALTY_MISSING",
        "NONE, , Apa saja, /level LEVEL_IS_NO_PENALTY"
    })
    void a_penalty_is_of_its_level(PenaltyLevel level, String penalty, String name, String reason) {
        assertThat(reasons(HistoryRules.discipline(discipline(level, penalty, name, null, null), DATES)))
                .isEqualTo(reason.isEmpty() ? List.of() : List.of(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "862/2, , /cancelledOn CANCELLATION_INCOMPLETE",
        ", 2024-06-01, /cancelledBy CANCELLATION_INCOMPLETE",
        "862/2, 2024-05-10, /cancelledOn CANCELLED_BEFORE_START",
        "862/2, 2024-05-11, ''"
    })
    void a_cancellation_has_a_decree_and_a_day(String by, String on, String reason) {
        var discipline = discipline(PenaltyLevel.SEDANG, "S1", null, by, on == null ? null : day(on));
        assertThat(reasons(HistoryRules.discipline(discipline, DATES)))
                .isEqualTo(reason.isEmpty() ? List.of() : List.of(reason));
    }

    private static DisciplineFacts discipline(
            PenaltyLevel level, String penalty, String name, String cancelledBy, LocalDate cancelledOn) {
        return new DisciplineFacts(
                level,
                penalty,
                name,
                day("2024-05-11"),
                legalEnd(penalty),
                null,
                null,
                cancelledBy,
                cancelledOn,
                "862/1",
                DECREED);
    }

    private static LocalDate legalEnd(String penalty) {
        return switch (String.valueOf(penalty)) {
            case "S1" -> day("2024-11-10");
            case "S2" -> day("2025-02-10");
            case "S3", "B1", "B2" -> day("2025-05-10");
            default -> null;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "JF_AHLI_MUDA, 2025-01-01, 2025-12-31, ''",
        ", 2025-01-01, 2025-01-01, ''",
        "PENGAWAS, 2025-01-01, 2025-12-31, /level LEVEL_NOT_FUNCTIONAL",
        "JF_AHLI_MUDA, 2025-02-01, 2025-01-31, /endsOn ENDS_BEFORE_START",
        "JF_AHLI_MUDA, 2026-01-01, 2026-03-01, /endsOn IN_FUTURE"
    })
    void credit_is_for_time_served_at_a_functional_level(
            PositionLevel level, String from, String until, String reason) {
        var credit = new CreditFacts(
                level, null, CreditBasis.CONVERSION, day(from), day(until), BigDecimal.TEN, "800/1", DECREED);
        assertThat(reasons(HistoryRules.credit(credit, DATES)))
                .isEqualTo(reason.isEmpty() ? List.of() : List.of(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "71/TK, , /decreeDate DECREE_INCOMPLETE",
        ", 2025-01-01, /decreeNumber DECREE_INCOMPLETE",
        "71/TK, 2026-03-01, /decreeDate IN_FUTURE",
        "71/TK, 1980-02-29, /decreeDate BEFORE_BIRTH",
        "71/TK, 2026-02-28, ''"
    })
    void a_decree_is_whole_and_signed(String number, String date, String reason) {
        var award = new AwardFacts(null, "Satyalancana", day("2025-08-17"), number, date == null ? null : day(date));
        assertThat(reasons(HistoryRules.award(award, DATES))).isEqualTo(reason.isEmpty() ? List.of() : List.of(reason));
    }
}
