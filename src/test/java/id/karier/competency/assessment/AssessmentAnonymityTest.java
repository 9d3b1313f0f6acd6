package id.karier.competency.assessment;

import static id.karier.competency.assessment.Round.ROUNDS;
import static id.karier.testing.TestAgency.query;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.karier.kernel.Role;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever wants to know who said what, by any door that there is. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AssessmentAnonymityTest {
    private static final String SECRET = "kalimat yang hanya satu orang tulis";

    private static final String PEERS = "levels[3].parts.find { it.source == 'PEER' }.value";

    /** Everybody but some rates a person. */
    private static void rate(Round round, UUID person, int peers) {
        round.answer(round.head, person, 3).statusCode(200);
        round.colleagues.stream()
                .filter(rater -> !rater.equals(person))
                .limit(peers)
                .forEach(rater -> round.answer(rater, person, i -> 4, SECRET).statusCode(200));
    }

    @Test
    void two_peers_are_not_told_and_do_not_count() {
        var round = new Round("dua", 3).planned().prepared().opened();
        var person = round.colleagues.get(0);
        rate(round, person, 2);
        round.closed();
        round.findings(round.assessor, Role.ASESOR, person)
                .statusCode(200)
                .body(PEERS, nullValue())
                .body("levels[3].formula", is("(0.4 × 3) ÷ 0.4 = 3 → 3"))
                .body("comments", hasSize(0));
    }

    @Test
    void what_was_said_is_in_no_table_of_the_database_in_the_clear_and_in_none_after_the_closing() {
        var round = new Round("isi", 4).planned().prepared().opened();
        var person = round.colleagues.get(0);
        rate(round, person, 3);
        assertThat(query("select count(distinct length(sealed)) from assessment_submissions where agency = '"
                        + round.office.agency.code + "'"))
                .as("a long form is as long as a short one")
                .isEqualTo("1");
        for (var place : List.of(
                "change_log where fields like",
                "idempotency_keys where convert(body using utf8mb4) like",
                "assessment_submissions where convert(sealed using latin1) like",
                "assessment_raters where state like")) {
            assertThat(query("select count(*) from " + place + " '%" + SECRET + "%'"))
                    .as(place)
                    .isEqualTo("0");
        }
        round.closed();
        assertThat(round.rows("assessment_submissions")).isEqualTo("0");
        assertThat(round.rows("assessment_keys")).isEqualTo("0");
        assertThat(query("select count(*) from assessment_comments where convert(sealed using latin1) like '%" + SECRET
                        + "%'"))
                .isEqualTo("0");
        // version 4: an id that carries no time
        assertThat(query("select count(*) from assessment_comments where agency = '" + round.office.agency.code
                        + "' and substr(hex(id), 13, 1) <> '4'"))
                .isEqualTo("0");
        assertThat(query(
                        "select group_concat(column_name) from information_schema.columns where table_schema = database()"
                                + " and table_name in ('assessment_submissions', 'assessment_comments', 'assessment_levels')"
                                + " and (data_type in ('datetime', 'timestamp', 'date') or column_name = 'version')"))
                .as("columns of time")
                .isIn(null, "null", "");
    }

    @Test
    void the_log_and_the_feed_know_that_somebody_has_answered_and_nothing_of_what() {
        var round = new Round("jejak", 4).planned().prepared().opened();
        var agency = round.office.agency;
        var person = round.colleagues.get(0);
        rate(round, person, 3);
        agency.awaitSequencing();
        var said = agency.as(Role.AUDITOR)
                .get("/api/v1/audit?limit=200&sort=-position")
                .then()
                .statusCode(200)
                .extract()
                .<List<Map<String, Object>>>path("items.findAll { it.objectType == 'assessment-rater' }.fields");
        var members = new HashSet<String>();
        said.forEach(fields -> members.addAll(fields.keySet()));
        assertThat(members).containsExactly("state");
        // whom she rates is told nothing of it, and whoever leads the team neither
        agency.as(person, Role.ASN)
                .get("/api/v1/changes?types=assessment-rater&limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.fields.ratedId == '%s' }".formatted(person), hasSize(0));
        agency.as(person, Role.ASN)
                .get(ROUNDS + "/" + round.id + "/raters")
                .then()
                .statusCode(200)
                .body("items.employeeId", everyItem(is(person.toString())));
    }

    @Test
    void one_more_rater_in_the_next_round_is_not_shown_by_the_difference() {
        var round = new Round("beda", 5).planned().prepared().opened();
        var person = round.colleagues.get(0);
        rate(round, person, 3);
        round.closed();
        round.findings(round.assessor, Role.ASESOR, person).body(PEERS, notNullValue());

        round.planned().prepared().opened();
        rate(round, person, 4);
        round.closed();
        round.findings(round.assessor, Role.ASESOR, person).statusCode(200).body(PEERS, nullValue());

        round.planned().prepared().opened();
        rate(round, person, 3);
        round.closed();
        round.findings(round.assessor, Role.ASESOR, person).statusCode(200).body(PEERS, nullValue());
    }

    @Test
    void the_same_raters_again_are_told_again() {
        var round = new Round("sama", 4).planned().prepared().opened();
        var person = round.colleagues.get(0);
        rate(round, person, 3);
        round.closed();
        round.planned().prepared().opened();
        rate(round, person, 3);
        round.closed();
        round.findings(round.assessor, Role.ASESOR, person).statusCode(200).body(PEERS, notNullValue());
    }

    @Test
    void who_leaves_in_the_middle_is_asked_no_more_and_what_she_has_said_counts() {
        var round = new Round("pergi", 5).planned().prepared().opened();
        var person = round.colleagues.get(0);
        rate(round, person, 3);
        var answered = round.colleagues.get(1);
        var silent = round.colleagues.get(4);
        for (var leaver : List.of(answered, silent)) {
            round.office
                    .post(
                            leaver,
                            "statuses",
                            "{\"status\": \"RETIRED\", \"startsOn\": \"%s\", \"decreeNumber\": \"882/1\", \"decreeDate\": \"2026-01-05\"}"
                                    .formatted(Round.today()))
                    .statusCode(201);
        }
        round.office
                .agency
                .as(Role.SDM)
                .get(ROUNDS + "/" + round.id + "/raters?state=LEFT")
                .then()
                .body(
                        "items.findAll { it.ratedId == '%s' }.employeeId".formatted(person),
                        is(List.of(silent.toString())));
        round.closed();
        round.findings(round.assessor, Role.ASESOR, person).statusCode(200).body(PEERS, is(4.0f));
        // she herself is assessed no more
        round.findings(round.assessor, Role.ASESOR, answered)
                .statusCode(200)
                .body("levels.level", everyItem(nullValue()));
    }

    @Test
    void an_answer_after_the_closing_is_refused() {
        var round = new Round("tutup", 3).planned().prepared().opened();
        var person = round.colleagues.get(0);
        var rater = round.colleagues.get(1);
        var form = round.form(rater, person);
        round.closed();
        round.submit(rater, form, List.of("{\"competencyId\": \"" + UUID.randomUUID() + "\", \"level\": 3}"), null)
                .statusCode(409);
        round.office
                .agency
                .as(rater, Role.ASN)
                .get(round.formAddress(form))
                .then()
                .statusCode(404);
    }

    @Test
    void a_form_is_its_raters_alone() {
        var round = new Round("milik", 3).planned().prepared().opened();
        var person = round.colleagues.get(0);
        var rater = round.colleagues.get(1);
        var form = round.form(rater, person);
        for (var other : List.of(person, round.head, round.colleagues.get(2), round.assessor)) {
            round.office
                    .agency
                    .as(other, Role.ASN, Role.SDM, Role.ASESOR, Role.ADMIN)
                    .get(round.formAddress(form))
                    .then()
                    .statusCode(404);
            round.office
                    .agency
                    .as(other, Role.ASN, Role.SDM, Role.ASESOR, Role.ADMIN)
                    .contentType(JSON)
                    .body("{\"answers\": [{\"competencyId\": \"%s\", \"level\": 3}]}".formatted(UUID.randomUUID()))
                    .post(round.formAddress(form) + "/submission")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void an_officer_does_not_choose_her_own_raters() {
        var round = new Round("sendiri", 3).planned().prepared().opened();
        var officer = round.colleagues.get(0);
        var other = round.seated(round.office.senior, "JF_AHLI_MUDA");
        var rater = round.office
                .agency
                .as(Role.SDM)
                .get(ROUNDS + "/" + round.id + "/raters?participant=" + round.participant(officer))
                .then()
                .extract()
                .<String>path("items.find { it.relation == 'PEER' }.id");
        var address = ROUNDS + "/" + round.id + "/participants/" + round.participant(officer) + "/raters";
        var agency = round.office.agency;
        agency.as(officer, Role.ASN, Role.SDM)
                .contentType(JSON)
                .body("{\"employeeId\": \"%s\", \"relation\": \"PEER\", \"replaces\": \"%s\"}".formatted(other, rater))
                .post(address)
                .then()
                .statusCode(403);
        agency.as(officer, Role.ASN, Role.SDM)
                .post(ROUNDS + "/" + round.id + "/raters/" + rater + "/removal")
                .then()
                .statusCode(403);
        // she may propose, and somebody else agrees
        var proposed = agency.as(officer, Role.ASN)
                .contentType(JSON)
                .body("{\"employeeId\": \"%s\", \"relation\": \"PEER\"}".formatted(other))
                .post(address)
                .then()
                .statusCode(201)
                .body("state", is("PROPOSED"))
                .extract()
                .<String>path("id");
        agency.as(officer, Role.ASN, Role.SDM)
                .post(ROUNDS + "/" + round.id + "/raters/" + proposed + "/confirmation")
                .then()
                .statusCode(403);
        agency.as(round.assessor, Role.SDM)
                .post(ROUNDS + "/" + round.id + "/raters/" + proposed + "/confirmation")
                .then()
                .statusCode(200)
                .body("state", is("INVITED"));
    }
}
