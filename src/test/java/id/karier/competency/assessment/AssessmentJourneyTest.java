package id.karier.competency.assessment;

import static id.karier.competency.assessment.Round.FORMS;
import static id.karier.competency.assessment.Round.ROUNDS;
import static id.karier.history.Office.below;
import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.sql;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.karier.competency.dictionary.CompetencyDirectory;
import id.karier.kernel.Role;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A round from its plan to a decided review, over HTTP as each of those who have a part in it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AssessmentJourneyTest {
    @Test
    void a_round_from_its_plan_to_a_decided_review() {
        var round = new Round("putaran", 5).planned().prepared();
        var agency = round.office.agency;
        agency.as(Role.ASN)
                .get(ROUNDS + "/" + round.id)
                .then()
                .statusCode(200)
                .body("state", equalTo("PREPARED"))
                .body("participants", equalTo(6));
        var person = round.colleagues.get(0);
        var declines = round.colleagues.get(1);
        var participant = round.participant(person);
        agency.as(Role.SDM)
                .get(ROUNDS + "/" + round.id + "/raters?participant=" + participant)
                .then()
                .statusCode(200)
                .body("items.relation", containsInAnyOrder("SELF", "SUPERIOR", "PEER", "PEER", "PEER", "PEER"))
                .body("items.find { it.relation == 'SUPERIOR' }.employeeId", equalTo(round.head.toString()));
        // nothing to answer before it is opened
        agency.as(person, Role.ASN).get(FORMS).then().body("items", hasSize(0));
        round.opened();
        withAccount(round, person);
        agency.as(person, Role.ASN)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("tasks.assessmentFormsToAnswer", equalTo(6));

        // one declines, and another one takes her place midway
        var declined = round.form(declines, person);
        agency.as(declines, Role.ASN)
                .post(round.formAddress(declined) + "/refusal")
                .then()
                .statusCode(204);
        round.submit(
                        declines,
                        declined,
                        List.of("{\"competencyId\": \"" + UUID.randomUUID() + "\", \"level\": 3}"),
                        null)
                .statusCode(409)
                .body("errors.code", hasItem("RATER_NOT_ASKED"));
        var other = round.seated(round.office.senior, "JF_AHLI_MUDA");
        agency.as(round.assessor, Role.SDM)
                .contentType(JSON)
                .body("{\"employeeId\": \"%s\", \"relation\": \"PEER\", \"replaces\": \"%s\"}"
                        .formatted(other, declined))
                .post(ROUNDS + "/" + round.id + "/participants/" + participant + "/raters")
                .then()
                .statusCode(201)
                .body("state", equalTo("INVITED"));

        round.answer(person, person, 4).statusCode(200).body("state", equalTo("ANSWERED"));
        round.answer(round.head, person, 2).statusCode(200);
        round.answer(round.colleagues.get(2), person, i -> 2, "Tekun").statusCode(200);
        round.answer(round.colleagues.get(3), person, i -> 3, "Teliti").statusCode(200);
        round.answer(other, person, i -> i == 0 ? null : 3, "Sabar").statusCode(200);
        // she has thought again
        round.answer(other, person, i -> i == 0 ? null : 2, "Sabar sekali").statusCode(200);

        agency.as(Role.SDM)
                .get(ROUNDS + "/" + round.id + "/raters?state=INVITED&participant=" + participant)
                .then()
                .body(
                        "items.employeeId",
                        equalTo(List.of(round.colleagues.get(4).toString())));
        round.findings(round.assessor, Role.ASESOR, person).statusCode(409);
        round.closed();

        // 0.1 × 4 + 0.4 × 2 + 0.25 × 2.3333, by 0.75; of the first competency two peers only could judge
        round.findings(round.assessor, Role.ASESOR, person)
                .statusCode(200)
                .body("levels", hasSize(9))
                .body("levels[0].formula", equalTo("(0.1 × 4 + 0.4 × 2) ÷ 0.5 = 2.4 → 2"))
                .body("levels[0].parts.find { it.source == 'PEER' }.value", nullValue())
                .body("levels[1].formula", equalTo("(0.1 × 4 + 0.4 × 2 + 0.25 × 2.3333) ÷ 0.75 = 2.38 → 2"))
                .body("levels[1].level", equalTo(2))
                .body("levels[1].required", equalTo(2))
                .body("levels[1].gap", equalTo(0))
                .body("comments.strength", containsInAnyOrder("Tekun", "Teliti", "Sabar sekali"));
        round.findings(person, Role.ASN, person).statusCode(409).body("errors.code", hasItem("NOT_PUBLISHED"));
        assertThat(round.rows("assessment_submissions")).isEqualTo("0");
        assertThat(round.rows("assessment_keys")).isEqualTo("0");

        var competency = CompetencyDirectory.nationalId("KJSM").toString();
        calibrate(round, round.assessor, participant, competency, 4).statusCode(422);
        calibrate(round, person, participant, competency, 3).statusCode(403);
        calibrate(round, round.assessor, participant, competency, 3)
                .statusCode(200)
                .body("levels[1].calibratedLevel", equalTo(3))
                .body("levels[1].computedLevel", equalTo(2))
                .body("levels[1].gap", equalTo(-1));
        round.step(Role.SDM, "calibration").statusCode(403);
        round.step(Role.ASESOR, "calibration").statusCode(200).body("state", equalTo("CALIBRATED"));
        round.job(Role.ASESOR, "publication");

        round.findings(person, Role.ASN, person)
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("comments", hasSize(3));
        round.findings(round.head, Role.ATASAN, person).statusCode(200).body("comments", hasSize(0));
        round.findings(round.colleagues.get(3), Role.ASN, person).statusCode(404);
        agency.as(person, Role.ASN)
                .get(below(person, "competency-results"))
                .then()
                .body("items", hasSize(9))
                .body("items.find { it.competency.code == 'KJSM' }.level", equalTo(3))
                .body("items.evidence", everyItem(equalTo("ROUND")))
                .body("items.assessmentId", everyItem(equalTo(round.id)));

        review(round, round.colleagues.get(2), participant, competency).statusCode(404);
        var review = review(round, person, participant, competency)
                .statusCode(201)
                .extract()
                .<String>path("id");
        review(round, person, participant, competency)
                .statusCode(409)
                .body("errors.code", hasItem("REVIEW_ASKED_ALREADY"));
        decide(round, round.assessor, review, "{\"outcome\": \"CHANGED\", \"level\": 2, \"decision\": \"Ya\"}")
                .statusCode(403);
        var another = UUID.randomUUID();
        decide(round, another, review, "{\"outcome\": \"CHANGED\", \"decision\": \"Ya\"}")
                .statusCode(422);
        decide(round, another, review, "{\"outcome\": \"CHANGED\", \"level\": 4, \"decision\": \"Bukti baru\"}")
                .statusCode(200)
                .body("decidedLevel", equalTo(4));
        decide(round, another, review, "{\"outcome\": \"UPHELD\", \"decision\": \"Tidak\"}")
                .statusCode(409);
        agency.as(person, Role.ASN)
                .get(below(person, "competency-profile"))
                .then()
                .statusCode(200)
                .body("items.find { it.competency.code == 'KJSM' }.held", equalTo(4))
                .body("items.find { it.competency.code == 'KOM' }.held", equalTo(2));
        agency.as(person, Role.ASN)
                .get(below(person, "competency-results"))
                .then()
                .body(
                        "items.findAll { it.competency.code == 'KJSM' }.annulledOn",
                        containsInAnyOrder(is(nullValue()), notNullValue()));
    }

    private static void withAccount(Round round, UUID person) {
        var account = hex(round.office.agency.account(person.toString(), "ASN"));
        sql("insert ignore into accounts (id, agency, username, display_name, password_hash) values (x'" + account
                + "', '" + round.office.agency.code + "', 'penilai-" + account.substring(0, 8) + "', 'Penilai', '-')");
    }

    private static ValidatableResponse calibrate(
            Round round, UUID by, String participant, String competency, int level) {
        return round.office
                .agency
                .as(by, Role.ASESOR)
                .contentType(JSON)
                .body("{\"competencyId\": \"%s\", \"level\": %d, \"reason\": \"Bukti lain\"}"
                        .formatted(competency, level))
                .post(ROUNDS + "/" + round.id + "/participants/" + participant + "/calibrations")
                .then();
    }

    private static ValidatableResponse review(Round round, UUID by, String participant, String competency) {
        return round.office
                .agency
                .as(by, Role.ASN)
                .contentType(JSON)
                .body("{\"competencyId\": \"%s\", \"reason\": \"Kurang\"}".formatted(competency))
                .post(ROUNDS + "/" + round.id + "/participants/" + participant + "/reviews")
                .then();
    }

    private static ValidatableResponse decide(Round round, UUID by, String review, String body) {
        return round.office
                .agency
                .as(by, Role.ASESOR)
                .contentType(JSON)
                .body(body)
                .post("/api/v1/assessment-reviews/" + review + "/decision")
                .then();
    }
}
