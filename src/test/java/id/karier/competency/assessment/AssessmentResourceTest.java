package id.karier.competency.assessment;

import static id.karier.competency.assessment.Round.ROUNDS;
import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.sql;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AssessmentResourceTest {
    private static ValidatableResponse plan(Office office, String more) {
        return office.agency
                .as(Role.SDM)
                .contentType(JSON)
                .body("{\"name\": \"Putaran\", \"purpose\": \"SELEKSI\", \"startsOn\": \"%s\"%s}"
                        .formatted(Round.today(), more))
                .post(ROUNDS)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"endsOn\": \"2026-01-01\" | 422 | /endsOn | END_BEFORE_START",
                "\"endsOn\": \"2099-01-01\", \"weights\": {\"SELF\": 0.5, \"PEER\": 0.4} | 422 | /weights | WEIGHTS_NOT_ONE",
                "\"endsOn\": \"2099-01-01\", \"weights\": {\"SELF\": 1.5, \"PEER\": -0.5} | 422 | /weights/PEER | WEIGHT_NOT_POSITIVE",
                "\"endsOn\": \"2099-01-01\", \"unitId\": \"01980a52-7c1e-7000-8000-0000000009aa\" | 422 | /unitId | UNKNOWN_ID",
                "\"endsOn\": \"2099-01-01\", \"employees\": [\"01980a52-7c1e-7000-8000-0000000009aa\"] | 422 | /employees/0 | UNKNOWN_ID",
                "\"endsOn\": \"2099-01-01\", \"employees\": [] | 400 | /employees | SIZE"
            })
    void what_no_round_can_be_is_refused_with_its_place(String said, int status, String pointer, String code) {
        plan(Office.called("rencana"), ", " + said)
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @Test
    void a_round_is_changed_until_its_participants_are_looked_for() {
        var round = new Round("ubah", 2).planned();
        var office = round.office;
        office.patch(ROUNDS + "/" + round.id, 0, "{\"name\": \"Lain\", \"positionLevels\": [\"ADMINISTRATOR\"]}")
                .statusCode(200)
                .body("name", is("Lain"));
        round.step(Role.SDM, "opening").statusCode(409).body("errors.code", hasItem("NO_PARTICIPANTS"));
        round.prepared();
        office.agency
                .as(Role.ASESOR)
                .get(ROUNDS + "/" + round.id + "/participants")
                .then()
                .body("items.employeeId", contains(round.head.toString()));
        office.patch(ROUNDS + "/" + round.id, 99, "{\"name\": \"Lagi\"}").statusCode(412);
        long version = office.agency
                .as(Role.SDM)
                .get(ROUNDS + "/" + round.id)
                .then()
                .extract()
                .<Integer>path("version");
        office.patch(ROUNDS + "/" + round.id, version, "{\"name\": \"Lagi\"}")
                .statusCode(409)
                .body("errors.code", hasItem("ASSESSMENT_FIXED"));
        round.step(Role.SDM, "preparation").statusCode(409);
        round.step(Role.SDM, "closing").statusCode(409).body("errors.code", hasItem("ASSESSMENT_STATE"));
    }

    @Test
    void a_round_without_anybody_ends_its_job_with_a_sentence() {
        var office = Office.called("kosong");
        var id = plan(office, ", \"endsOn\": \"2099-01-01\"")
                .statusCode(201)
                .extract()
                .<String>path("id");
        var job = office.agency
                .as(Role.SDM)
                .post(ROUNDS + "/" + id + "/preparation")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        String status;
        do {
            status = office.agency
                    .as(Role.SDM)
                    .get("/api/v1/jobs/" + job)
                    .then()
                    .extract()
                    .path("status");
        } while (!status.equals("FAILED") && !status.equals("SUCCEEDED"));
        assertThat(status).isEqualTo("FAILED");
        office.agency
                .as(Role.SDM)
                .get("/api/v1/jobs/" + job + "/problems")
                .then()
                .body("items.code", contains("NO_PARTICIPANTS"));
    }

    @Test
    void somebody_whom_only_she_herself_rates_keeps_the_round_shut() {
        var round = new Round("sepi", 0);
        var alone = round.seated(
                round.office.position("STAF", "Staf", "PELAKSANA", round.office.otherDivision, false), "PELAKSANA");
        sql("delete from employee_positions where employee_id in (x'" + hex(round.chief) + "')");
        sql("update employees set status = 'RETIRED' where id = x'" + hex(round.chief) + "'");
        var id = plan(round.office, ", \"endsOn\": \"2099-01-01\", \"employees\": [\"" + alone + "\"]")
                .statusCode(201)
                .extract()
                .<String>path("id");
        round.id = id;
        round.prepared();
        round.step(Role.SDM, "opening")
                .statusCode(422)
                .body("errors.pointer", contains("/participants/" + alone))
                .body("errors.code", contains("NO_RATERS"));
        round.office
                .agency
                .as(Role.SDM)
                .contentType(JSON)
                .body("{\"employeeId\": \"%s\", \"relation\": \"SUPERIOR\"}".formatted(round.head))
                .post(ROUNDS + "/" + id + "/participants/" + round.participant(alone) + "/raters")
                .then()
                .statusCode(201);
        round.step(Role.SDM, "opening").statusCode(200).body("ruleSet", is("KARIER_2026"));
    }

    @Test
    void a_form_says_everything_that_is_wrong_with_it() {
        var round = new Round("formulir", 3).planned().prepared().opened();
        var person = round.colleagues.get(0);
        var rater = round.colleagues.get(1);
        var form = round.form(rater, person);
        var questions = round.questions(rater, form);
        var other = UUID.randomUUID();
        round.submit(
                        rater,
                        form,
                        List.of(
                                "{\"competencyId\": \"" + questions.get(0) + "\", \"level\": 6}",
                                "{\"competencyId\": \"" + questions.get(0) + "\", \"level\": 3}",
                                "{\"competencyId\": \"" + other + "\", \"level\": 3}"),
                        null)
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder("LEVEL_OUT_OF_SCALE", "ANSWERED_TWICE", "NOT_ASKED", "ANSWERS_MISSING"))
                .body("errors.pointer", hasItem("/answers/2/competencyId"));
        round.answer(rater, person, i -> null, null).statusCode(422).body("errors.code", contains("NOTHING_JUDGED"));
        assertThat(round.rows("assessment_submissions")).isEqualTo("0");
        round.answer(rater, person, i -> 5, "x".repeat(501)).statusCode(400);
        round.answer(rater, person, i -> 1, "\u4e00".repeat(500)).statusCode(200);
    }

    @Test
    void who_has_not_answered_is_reminded_once_a_day() {
        var round = new Round("ingat", 3).planned().prepared().opened();
        var agency = round.office.agency;
        round.answer(round.head, round.head, 3).statusCode(200);
        // head: herself answered, chief, three colleagues; each colleague: herself, the head, two others
        agency.as(round.assessor, Role.SDM)
                .post(ROUNDS + "/" + round.id + "/reminders")
                .then()
                .statusCode(200)
                .body("raters", is(4 + 3 * 4));
        agency.as(round.assessor, Role.SDM)
                .post(ROUNDS + "/" + round.id + "/reminders")
                .then()
                .body("raters", is(0));
        agency.awaitSequencing();
        agency.as(round.chief, Role.ASN)
                .get("/api/v1/changes?types=assessment-rater")
                .then()
                .statusCode(200)
                .body("items.fields.remindedOn.after", hasItem(Round.today().toString()));
    }

    @Test
    void a_round_that_is_withdrawn_forgets_what_was_said() {
        var round = new Round("tarik", 3).planned().prepared().opened();
        round.answer(round.head, round.head, 3).statusCode(200);
        assertThat(round.rows("assessment_submissions")).isEqualTo("1");
        round.office
                .agency
                .as(Role.ASESOR)
                .contentType(JSON)
                .body("{\"reason\": \"Struktur berubah\"}")
                .post(ROUNDS + "/" + round.id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", is("WITHDRAWN"));
        assertThat(round.rows("assessment_submissions")).isEqualTo("0");
        assertThat(round.rows("assessment_keys")).isEqualTo("0");
        round.step(Role.SDM, "closing").statusCode(409);
    }

    @Test
    void many_who_answer_at_once_leave_one_form_each() throws Exception {
        var round = new Round("serentak", 6).planned().prepared().opened();
        var work = new ArrayList<Callable<Integer>>();
        for (var rated : round.colleagues) {
            for (var rater : round.colleagues) {
                var form = round.form(rater, rated);
                if (form != null) {
                    var answers = round.questions(rater, form).stream()
                            .map(question -> "{\"competencyId\": \"" + question + "\", \"level\": 3}")
                            .toList();
                    work.add(() ->
                            round.submit(rater, form, answers, null).extract().statusCode());
                    work.add(() ->
                            round.submit(rater, form, answers, null).extract().statusCode());
                }
            }
        }
        var pool = Executors.newFixedThreadPool(8);
        try {
            var statuses = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(work)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).hasSize(2 * (6 + 6 * 5)).containsOnly(200);
        } finally {
            pool.shutdownNow();
        }
        assertThat(round.rows("assessment_submissions")).isEqualTo("36");
        round.answer(round.head, round.colleagues.get(0), 3).statusCode(200);
        round.closed();
        round.findings(round.assessor, Role.ASESOR, round.colleagues.get(0))
                .statusCode(200)
                .body("levels", hasSize(9))
                .body("levels.level", everyItem(is(3)));
    }

    @Test
    void another_agency_sees_nothing_of_it() {
        var round = new Round("lain", 2).planned().prepared();
        var stranger = Office.called("asing").agency;
        for (var path : List.of("", "/participants", "/raters")) {
            stranger.as(Role.ASESOR).get(ROUNDS + "/" + round.id + path).then().statusCode(404);
        }
        stranger.as(Role.ASESOR)
                .get(ROUNDS + "/" + round.id + "/participants/" + round.participant(round.head) + "/findings")
                .then()
                .statusCode(404);
    }
}
