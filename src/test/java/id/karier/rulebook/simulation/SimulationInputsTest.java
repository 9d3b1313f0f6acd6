package id.karier.rulebook.simulation;

import static id.karier.history.Office.holding;
import static id.karier.history.Office.rank;
import static id.karier.history.Office.until;
import static id.karier.rulebook.simulation.Simulations.TODAY;
import static id.karier.rulebook.simulation.Simulations.changes;
import static id.karier.rulebook.simulation.Simulations.counts;
import static id.karier.rulebook.simulation.Simulations.draft;
import static id.karier.rulebook.simulation.Simulations.member;
import static id.karier.rulebook.simulation.Simulations.run;
import static id.karier.rulebook.simulation.Simulations.skipped;
import static id.karier.rulebook.simulation.Simulations.transitions;
import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.sql;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.history.Office;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the registers hold for the other kinds. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SimulationInputsTest {
    private final Office office = Office.called("inputs");

    {
        office.room(9, office.analyst, office.senior);
    }

    private UUID since(UUID position, LocalDate from) {
        var person = office.person();
        office.add(person, "positions", holding(position, from.toString(), ""));
        return person;
    }

    @Test
    void transfer_goes_by_the_unbroken_stay_in_the_unit() {
        var moved = office.person();
        office.add(
                moved,
                "positions",
                holding(
                        office.analyst,
                        TODAY.minusYears(4).toString(),
                        until(TODAY.minusMonths(30).minusDays(1).toString())));
        office.add(
                moved, "positions", holding(office.head, TODAY.minusMonths(30).toString(), ""));
        since(office.senior, TODAY.minusMonths(30));
        since(office.otherHead, TODAY.minusYears(1));
        office.person();

        var view = run(
                office.agency,
                "TRANSFER",
                draft(member("TRANSFER", "minimumYears", body -> body.put("minimumYears", 3)), ""));

        assertThat(counts(view)).containsExactly(4, 3, 0, 3);
        assertThat(transitions(view))
                .containsExactly("ELIGIBLE>ELIGIBLE: 1", "ELIGIBLE>TOO_EARLY: 1", "TOO_EARLY>TOO_EARLY: 1");
        assertThat(skipped(view)).containsExactly("POSITION_MISSING: 1");
        assertThat(view.<String>getList("beyondChoice")).containsExactly("/body/minimumYears");
        var changed = changes(office.agency, view, "");
        assertThat(changed.getString("items[0].employeeId")).isEqualTo(moved.toString());
        assertThat(changed.getString("items[0].from.figures.eligibleFrom"))
                .isEqualTo(TODAY.minusYears(4).plusYears(2).toString());
        assertThat(changed.getString("items[0].to.figures.eligibleFrom"))
                .isEqualTo(TODAY.minusYears(4).plusYears(3).toString());
    }

    private void trained(UUID person, String form, String on, int days, String hours) {
        sql("insert into employee_trainings (id, agency, employee_id, form, name, starts_on, ends_on, hours, source)"
                + " values (x'" + hex(UUID.randomUUID()) + "', '" + office.agency.code + "', x'" + hex(person) + "', '"
                + form + "', 'Seminar', '" + on + "', '" + LocalDate.parse(on).plusDays(days - 1) + "', " + hours
                + ", 'LOCAL')");
    }

    @Test
    void learning_hours_are_those_of_the_year_of_the_day() {
        var seminar = office.person();
        trained(seminar, "KL_SEMINAR", "2025-03-01", 5, "40");
        trained(seminar, "KL_SEMINAR", "2024-12-30", 2, "40");
        trained(seminar, "KL_TEKNIS", "2025-12-01", 2, "30");
        var course = office.person();
        trained(course, "KL_TEKNIS", "2025-05-01", 3, "24");
        office.person();
        office.person("PPPK", LocalDate.of(1990, 1, 1), LocalDate.of(2021, 1, 1));
        trained(office.person(), "KL_LAMA", "2025-05-01", 1, "8");

        var view = run(
                office.agency,
                "LEARNING_HOURS",
                draft(
                        member(
                                "LEARNING_HOURS",
                                "entitlements",
                                body -> ((ObjectNode) body.at("/entitlements/PNS")).put("jp", 24)),
                        ", \"asOf\": \"2025-06-30\""));

        assertThat(counts(view)).containsExactly(5, 3, 0, 3);
        assertThat(transitions(view))
                .containsExactly(
                        "FULFILLED>FULFILLED: 1", "FULFILLED>NOT_FULFILLED: 1", "NOT_FULFILLED>NOT_FULFILLED: 1");
        assertThat(skipped(view)).containsExactly("ONLY_PNS: 1", "REFUSED_NOW: 1");
        assertThat(view.<String>getList("beyondChoice")).containsExactly("/body/entitlements/PNS/jp");
        var changed = changes(office.agency, view, "");
        assertThat(changed.getString("items[0].employeeId")).isEqualTo(seminar.toString());
        assertThat(changed.getInt("items[0].from.figures.jp")).isEqualTo(20);
        assertThat(changed.getInt("items[0].to.figures.missing")).isEqualTo(4);
    }

    @Test
    void who_only_the_draft_cannot_take_is_told_apart() {
        trained(office.person(), "KL_SEMINAR", "2025-03-01", 1, "8");

        var view = run(
                office.agency,
                "LEARNING_HOURS",
                draft(
                        member("LEARNING_HOURS", "forms", body -> {
                            var forms = (ArrayNode) body.path("forms");
                            for (int i = forms.size() - 1; i >= 0; i--) {
                                if (forms.get(i).path("code").asText().equals("KL_SEMINAR")) {
                                    forms.remove(i);
                                }
                            }
                        }),
                        ", \"asOf\": \"2025-06-30\""));

        assertThat(skipped(view)).containsExactly("REFUSED_BY_DRAFT: 1");
        assertThat(counts(view)).containsExactly(1, 0, 0, 0);
    }

    private void credited(UUID person, String level, String basis, String from, String to, String credit) {
        sql("insert into employee_credits (id, agency, employee_id, level, basis, starts_on, ends_on, credit, source)"
                + " values (x'" + hex(UUID.randomUUID()) + "', '" + office.agency.code + "', x'" + hex(person) + "', "
                + (level == null ? "null" : "'" + level + "'") + ", '" + basis + "', '" + from + "', '" + to + "', "
                + credit + ", 'LOCAL')");
    }

    private UUID analyst(String rank) {
        var person = since(office.analyst, LocalDate.of(2020, 1, 1));
        office.add(person, "ranks", rank(rank, "2020-01-01"));
        return person;
    }

    @Test
    void credit_points_are_the_balance_within_the_level() {
        var almost = analyst("III/a");
        credited(almost, "JF_AHLI_PERTAMA", "CONVENTIONAL", "2021-01-01", "2021-12-31", "130");
        credited(almost, "JF_AHLI_PERTAMA", "INTEGRATION", "2022-01-01", "2022-12-31", "30");
        credited(almost, null, "CONVERSION", "2023-01-01", "2023-12-31", "12.5");
        credited(almost, "JF_TERAMPIL", "CONVERSION", "2018-01-01", "2018-12-31", "50");
        var first = analyst("III/a");
        credited(first, "JF_AHLI_PERTAMA", "CONVERSION", "2023-01-01", "2023-12-31", "12.5");
        var old = analyst("III/a");
        credited(old, "JF_AHLI_PERTAMA", "CONVENTIONAL", "2021-01-01", "2021-12-31", "130");
        analyst("III/a");
        since(office.analyst, LocalDate.of(2020, 1, 1));
        since(office.head, LocalDate.of(2020, 1, 1));
        office.person();

        var view = run(
                office.agency,
                "CREDIT_POINTS",
                draft(
                        member(
                                "CREDIT_POINTS",
                                "levels",
                                body -> body.path("levels").forEach(level -> {
                                    if (level.path("level").asText().equals("AHLI_PERTAMA")) {
                                        ((ObjectNode) level.at("/ranks/0")).put("nextRankAt", 40);
                                        ((ObjectNode) level.at("/ranks/1")).put("from", 40);
                                    }
                                })),
                        ""));

        assertThat(counts(view)).containsExactly(7, 2, 0, 2);
        assertThat(transitions(view)).containsExactly("NOT_YET>NEXT_RANK: 1", "NOT_YET>NOT_YET: 1");
        assertThat(skipped(view))
                .containsExactly(
                        "POSITION_MISSING: 1",
                        "NOT_FUNCTIONAL: 1",
                        "RANK_MISSING: 1",
                        "CREDITS_MISSING: 1",
                        "CREDITS_NOT_INTEGRATED: 1");
        var changed = changes(office.agency, view, "");
        assertThat(changed.getString("items[0].employeeId")).isEqualTo(almost.toString());
        assertThat(changed.getFloat("items[0].from.figures.balance")).isEqualTo(42.5f);
        assertThat(changed.getInt("items[0].from.figures.nextRankAt")).isEqualTo(50);
        assertThat(changed.getInt("items[0].to.figures.nextRankAt")).isEqualTo(40);
    }

    @Test
    void identity_numbers_are_read_again_and_never_shown() {
        office.person();
        office.person("PPPK", LocalDate.of(1990, 1, 1), LocalDate.of(2021, 1, 1));

        var view = run(
                office.agency,
                "IDENTITY_NUMBER",
                draft(
                        member("IDENTITY_NUMBER", "readings", body -> ((ArrayNode) body.path("readings")).remove(0)),
                        ""));

        assertThat(counts(view)).containsExactly(2, 2, 0, 2);
        assertThat(transitions(view)).containsExactly("PNS>VALID: 1", "PPPK>INVALID: 1");
        var changed = changes(office.agency, view, "");
        assertThat(changed.prettify()).doesNotContain("19800229").doesNotContain("19900101");
        assertThat(changed.<String>getList("items.find { it.to.label == 'INVALID' }.to.figures.reasons"))
                .containsExactly("APPOINTMENT_INVALID");
    }
}
