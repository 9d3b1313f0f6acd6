package id.karier.history.entry;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.history.entry.HolderRules.Candidate;
import id.karier.history.entry.HolderRules.Days;
import id.karier.history.entry.HolderRules.Holder;
import id.karier.history.entry.HolderRules.Objection;
import id.karier.history.entry.HolderRules.Post;
import id.karier.rules.RuleSets;
import id.karier.rules.Selection;
import id.karier.rules.body.AppointmentBody;
import id.karier.rules.body.AppointmentBody.HolderKind;
import id.karier.rules.body.CreditPointsBody;
import id.karier.rules.body.RankPromotionBody;
import id.karier.rules.terms.PositionLevel;
import id.karier.rules.terms.Rank;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolderRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final RuleSets RULES = RuleSets.national();

    private static HolderLaw law() {
        var selection = Selection.on(TODAY);
        var body = RULES.find(AppointmentBody.class, selection).orElseThrow().body();
        return new HolderLaw(
                body,
                Objects.requireNonNull(body.holders()),
                RULES.find(RankPromotionBody.class, selection).orElseThrow().body(),
                RULES.find(CreditPointsBody.class, selection).orElseThrow().body());
    }

    private static LocalDate day(String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    private static Rank rank(String code) {
        return Appointments.rank(code);
    }

    private static List<String> told(List<Objection> objections) {
        return objections.stream()
                .map(objection -> (objection.isForbidden() ? "no " : "reason ")
                        + objection.error().code())
                .toList();
    }

    private static List<String> told(HolderKind kind, String rank, PositionLevel level, boolean leads) {
        return told(HolderRules.check(
                new Candidate(UUID.randomUUID(), kind, rank(rank)),
                new Post("Jabatan", level, leads, 9),
                new Days(TODAY, null),
                true,
                law(),
                List.of(),
                List.of(),
                TODAY,
                TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "III/d, ADMINISTRATOR, ''",
        "III/c, ADMINISTRATOR, reason RANK_BELOW_POST",
        "III/b, ADMINISTRATOR, no RANK_TOO_LOW",
        "III/a, PENGAWAS, ''",
        "II/d, PENGAWAS, reason RANK_BELOW_POST",
        "II/c, PENGAWAS, no RANK_TOO_LOW",
        "IV/b, JPT_PRATAMA, ''",
        "IV/a, JPT_PRATAMA, reason RANK_BELOW_POST",
        "III/d, JPT_PRATAMA, no RANK_TOO_LOW",
        "IV/e, PENGAWAS, ''",
        "III/c, JF_AHLI_MUDA, ''",
        "III/b, JF_AHLI_MUDA, ''",
        "III/a, JF_AHLI_MUDA, no RANK_TOO_LOW",
        "IV/a, JF_AHLI_MUDA, ''",
        "I/a, PELAKSANA, ''",
        ", ADMINISTRATOR, ''"
    })
    void a_rank_one_step_below_a_managerial_post_needs_a_reason_and_more_is_refused(
            String rank, PositionLevel level, String expected) {
        assertThat(told(HolderKind.PNS, rank, level, false))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "CPNS, ADMINISTRATOR, false, no POST_CLOSED_TO_KIND",
        "CPNS, PELAKSANA, true, no POST_CLOSED_TO_KIND",
        "CPNS, PELAKSANA, false, ''",
        "CPNS, JF_AHLI_PERTAMA, false, reason POST_BEFORE_PNS",
        "CPNS, JF_AHLI_MUDA, false, no POST_CLOSED_TO_KIND",
        "PPPK, PENGAWAS, false, no POST_CLOSED_TO_KIND",
        "PPPK, JPT_PRATAMA, true, no POST_CLOSED_TO_KIND",
        "PPPK, JPT_MADYA, false, ''",
        "PPPK, JF_AHLI_UTAMA, false, ''",
        "PPPK, PELAKSANA, false, ''",
        "PPPK_PARUH_WAKTU, JPT_MADYA, false, no POST_CLOSED_TO_KIND",
        "PNS, PENGAWAS, true, ''"
    })
    void some_posts_are_closed_to_some_kinds(HolderKind kind, PositionLevel level, boolean leads, String expected) {
        assertThat(told(kind, null, level, leads)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    private static Holder holder(String from, String until) {
        return new Holder(UUID.randomUUID(), "Pemangku", new Days(day(from), day(until)));
    }

    private static List<Objection> room(int headcount, boolean leads, String from, String until, Holder... others) {
        var post = new Post("Jabatan", PositionLevel.PENGAWAS, leads, headcount);
        var holders = Arrays.asList(others);
        var days = new Days(day(from), day(until));
        return HolderRules.room(post, days, law(), holders, leads ? holders : List.of(), days.from(), TODAY);
    }

    @Test
    void headcount_is_asked_of_each_day_from_today_on_and_not_of_days_that_are_over() {
        assertThat(told(room(1, false, "2026-11-28", null, holder("2020-01-01", "2026-11-27"))))
                .isEmpty();
        assertThat(told(room(1, false, "2026-11-28", null, holder("2020-01-01", "2026-11-28"))))
                .containsExactly("reason OVER_HEADCOUNT");
        var later = room(1, false, "2026-11-28", null, holder("2027-03-01", null));
        assertThat(told(later)).containsExactly("reason OVER_HEADCOUNT");
        assertThat(later.get(0).error().figures()).contains(day("2027-03-01"));
        assertThat(told(room(1, false, "2026-11-28", "2027-02-28", holder("2027-03-01", null))))
                .isEmpty();
        assertThat(told(room(1, false, "2010-01-01", "2026-11-27", holder("2000-01-01", null))))
                .isEmpty();
        assertThat(told(room(0, false, "2026-11-28", null))).containsExactly("reason OVER_HEADCOUNT");
    }

    @Test
    void two_who_follow_each_other_fill_one_place() {
        var first = holder("2020-01-01", "2027-02-28");
        var second = holder("2027-03-01", null);
        assertThat(told(room(2, false, "2026-11-28", null, first, second))).isEmpty();
        assertThat(told(room(2, false, "2026-11-28", null, first, holder("2027-02-28", null))))
                .containsExactly("reason OVER_HEADCOUNT");
    }

    @Test
    void one_person_with_two_decrees_fills_one_place() {
        var person = UUID.randomUUID();
        var one = new Holder(person, "Pemangku", new Days(day("2020-01-01"), null));
        var other = new Holder(person, "Pemangku", new Days(day("2024-01-01"), null));
        assertThat(told(room(2, false, "2026-11-28", null, one, other))).isEmpty();
    }

    @Test
    void a_unit_has_one_head_on_each_day_also_when_that_day_is_over() {
        assertThat(told(room(1, true, "2024-02-29", "2024-03-01", holder("2020-01-01", "2024-02-29"))))
                .containsExactly("no HEAD_TAKEN");
        assertThat(told(room(1, true, "2024-03-01", "2024-03-02", holder("2020-01-01", "2024-02-29"))))
                .isEmpty();
    }

    /** Which of the discouraged holdings files need not explain is a figure of the law's document. */
    @Test
    void the_entry_levels_of_a_candidate_are_told_in_files_and_a_low_rank_is_not() {
        assertThat(toldInFiles(HolderKind.CPNS, null, PositionLevel.JF_AHLI_PERTAMA))
                .containsExactly(true);
        assertThat(toldInFiles(HolderKind.PNS, "III/c", PositionLevel.ADMINISTRATOR))
                .containsExactly(false);
    }

    private static List<Boolean> toldInFiles(HolderKind kind, String rank, PositionLevel level) {
        var candidate = new Candidate(UUID.randomUUID(), kind, rank(rank));
        var post = new Post("Jabatan", level, false, 9);
        var days = new Days(TODAY, null);
        return HolderRules.check(candidate, post, days, true, law(), List.of(), List.of(), TODAY, TODAY).stream()
                .map(Objection::isToldInFiles)
                .toList();
    }
}
