package id.karier.competency.evidence;

import static id.karier.competency.Texts.COMPETENCIES;
import static id.karier.competency.Texts.add;
import static id.karier.competency.Texts.generic;
import static id.karier.competency.Texts.technical;
import static id.karier.history.Office.below;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EvidenceResourceTest {
    private static final String CLAIMS = "/api/v1/competency-claims";

    private Office office;
    private UUID person;

    @BeforeEach
    void own_office() {
        office = Office.called("evidence");
        person = office.person();
    }

    private static String result(UUID competency, int level, String evidence, String foundOn, String more) {
        return "{\"competencyId\": \"%s\", \"level\": %d, \"evidence\": \"%s\", \"foundOn\": \"%s\"%s}"
                .formatted(competency, level, evidence, foundOn, more);
    }

    private ValidatableResponse record(String body) {
        return office.agency
                .as(Role.ASESOR)
                .contentType(JSON)
                .body(body)
                .post(below(person, "competency-results"))
                .then();
    }

    private ValidatableResponse claim(UUID by, UUID about, String body) {
        return office.agency
                .as(by, Role.ASN)
                .contentType(JSON)
                .body(body)
                .post(below(about, "competency-claims"))
                .then();
    }

    private ValidatableResponse decide(UUID assessor, String claim, String body) {
        return office.agency
                .as(assessor, Role.ASESOR)
                .contentType(JSON)
                .body(body)
                .post(CLAIMS + "/" + claim + "/decision")
                .then();
    }

    @Test
    void a_result_of_an_assessment_centre_lasts_as_long_as_the_rule_set_says() {
        record(result(generic("INT"), 3, "ASSESSMENT_CENTRE", "2026-02-16", ", \"assessor\": \"UPT Penilaian\""))
                .statusCode(201)
                .body("competency.code", equalTo("INT"))
                .body("edition", equalTo(1))
                .body("validUntil", equalTo("2029-02-15"))
                .body("ruleSet", equalTo("BKN_26_2019"))
                .body("source", equalTo("LOCAL"));
        office.agency
                .as(person, Role.ASN)
                .get(below(person, "competency-results"))
                .then()
                .statusCode(200)
                .body("items.level", contains(3));
        office.agency
                .as(office.person(), Role.ASN)
                .get(below(person, "competency-results"))
                .then()
                .statusCode(404);
        assertThat(TestAgency.query(
                        "select inputs from competency_results where employee_id = x'" + TestAgency.hex(person) + "'"))
                .contains("\"validYears\":3", "\"foundOn\":\"2026-02-16\"");
    }

    @Test
    void what_proves_nothing_is_refused_with_its_place() {
        refused(result(generic("INT"), 6, "ASSESSMENT_CENTRE", "2026-02-16", ""), "/level", "LEVEL_OUT_OF_SCALE");
        refused(result(generic("INT"), 0, "ASSESSMENT_CENTRE", "2026-02-16", ""), "/level", "LEVEL_OUT_OF_SCALE");
        refused(result(generic("INT"), 3, "ASSESSMENT_CENTRE", "2099-01-01", ""), "/foundOn", "DAY_IN_FUTURE");
        refused(result(generic("INT"), 3, "CLAIM", "2026-02-16", ""), "/evidence", "CLAIM_ONLY_BY_DECISION");
        refused(
                result(generic("INT"), 3, "CERTIFICATE", "2026-02-16", ""),
                "/certificateNumber",
                "CERTIFICATE_NUMBER_MISSING");
        refused(
                result(generic("INT"), 3, "ASSESSMENT_CENTRE", "2026-02-16", ", \"validUntil\": \"2026-02-15\""),
                "/validUntil",
                "END_BEFORE_START");
        record(result(UUID.randomUUID(), 3, "ASSESSMENT_CENTRE", "2026-02-16", ""))
                .statusCode(422)
                .body("errors.pointer", contains("/competencyId"));
    }

    private void refused(String body, String pointer, String code) {
        record(body).statusCode(422).body("errors.pointer", contains(pointer)).body("errors.code", contains(code));
    }

    @Test
    void a_government_affairs_competency_is_proved_by_a_certificate_with_number_and_end() {
        var body = technical("PEM.01").replace("TECHNICAL", "GOVERNMENT_AFFAIRS");
        var affairs = UUID.fromString(
                add(office.agency, body).statusCode(201).extract().path("id"));
        record(result(affairs, 2, "ASSESSMENT_CENTRE", "2026-02-16", ""))
                .statusCode(422)
                .body("errors.code", contains("ONLY_BY_CERTIFICATE", "CERTIFICATE_END_MISSING"));
        record(result(
                        affairs,
                        2,
                        "CERTIFICATE",
                        "2026-02-16",
                        ", \"certificateNumber\": \"KOMP/1\", \"validUntil\": \"2028-02-16\""))
                .statusCode(201)
                .body("validUntil", equalTo("2028-02-16"));
    }

    @Test
    void a_result_keeps_the_edition_of_its_day() {
        var id = technical(office.agency, "TEK.01");
        TestAgency.sql("update competency_editions set since = '2026-01-01' where competency_id = x'"
                + TestAgency.hex(id) + "'");
        office.patch(COMPETENCIES + "/" + id, 0, "{\"name\": {\"id\": \"Analisis belanja\"}}")
                .statusCode(200)
                .body("edition", equalTo(2));
        record(result(id, 3, "ASSESSMENT_CENTRE", "2026-02-16", ""))
                .statusCode(201)
                .body("edition", equalTo(1));
        record(result(
                        id,
                        3,
                        "ASSESSMENT_CENTRE",
                        LocalDate.now(java.time.ZoneId.of("Asia/Jakarta")).toString(),
                        ""))
                .statusCode(201)
                .body("edition", equalTo(2));
        record(result(id, 3, "ASSESSMENT_CENTRE", "2025-02-16", ""))
                .statusCode(201)
                .body("edition", equalTo(1));
    }

    @Test
    void an_annulled_result_stays_and_says_why() {
        String id = record(result(generic("INT"), 3, "ASSESSMENT_CENTRE", "2026-02-16", ""))
                .statusCode(201)
                .extract()
                .path("id");
        annul(id, "{}").statusCode(400).body("errors.pointer", contains("/reason"));
        annul(id, "{\"reason\": \"Tertukar\"}").statusCode(200).body("annulmentReason", equalTo("Tertukar"));
        annul(id, "{\"reason\": \"Tertukar\"}").statusCode(409).body("errors.code", contains("ANNULLED_ALREADY"));
    }

    private ValidatableResponse annul(String id, String body) {
        return office.agency
                .as(Role.ASESOR)
                .contentType(JSON)
                .body(body)
                .post(below(person, "competency-results/" + id + "/annulment"))
                .then();
    }

    @Test
    void nobody_records_a_result_about_herself() {
        office.agency
                .as(person, Role.ASESOR)
                .contentType(JSON)
                .body(result(generic("INT"), 5, "ASSESSMENT_CENTRE", "2026-02-16", ""))
                .post(below(person, "competency-results"))
                .then()
                .statusCode(403)
                .body("code", equalTo("OWN_RECORD"));
    }

    @Test
    void a_claim_is_decided_by_another_and_becomes_a_result() {
        var body = "{\"competencyId\": \"%s\", \"level\": 3, \"description\": \"Menyusun analisis\"}"
                .formatted(generic("KOM"));
        claim(office.person(), person, body).statusCode(404);
        String id = claim(person, person, body)
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .header("Location", containsString(CLAIMS))
                .extract()
                .path("id");
        claim(person, person, body).statusCode(409).body("errors.code", contains("CLAIM_OPEN"));
        toDecide(null, 1);
        toDecide(person, 0);
        decide(person, id, "{\"accepted\": true}").statusCode(403).body("code", equalTo("OWN_RECORD"));
        decide(null, id, "{\"accepted\": true, \"level\": 9}")
                .statusCode(422)
                .body("errors.pointer", contains("/level"));
        decide(null, id, "{\"accepted\": false}").statusCode(422).body("errors.code", contains("REASON_MISSING"));
        decide(null, id, "{\"accepted\": true, \"level\": 2}")
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("decidedLevel", equalTo(2));
        decide(null, id, "{\"accepted\": true}").statusCode(409).body("errors.code", contains("CLAIM_CLOSED"));
        office.agency
                .as(person, Role.ASN)
                .get(below(person, "competency-results"))
                .then()
                .body("items.evidence", contains("CLAIM"))
                .body("items.claimId", contains(id))
                .body("items.level", contains(2));
    }

    private void toDecide(UUID assessor, int number) {
        var account = office.agency.account(String.valueOf(assessor), "ASESOR");
        TestAgency.sql("insert ignore into accounts (id, agency, username, display_name, password_hash) values (x'"
                + TestAgency.hex(account) + "', '" + office.agency.code + "', 'asesor-"
                + account.toString().substring(0, 8) + "', 'Asesor', '-')");
        var me = office.agency.as(assessor, Role.ASESOR).get("/api/v1/me").then();
        assertThat(me.extract().asString()).contains("\"competencyClaimsToDecide\":" + number);
    }

    @Test
    void whoever_submitted_a_claim_for_another_does_not_decide_it() {
        String id = office.agency
                .as(Role.SDM, Role.ASESOR)
                .contentType(JSON)
                .body("{\"competencyId\": \"%s\", \"level\": 3, \"description\": \"Titipan\"}"
                        .formatted(generic("KOM")))
                .post(below(person, "competency-claims"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        office.agency
                .as(Role.SDM, Role.ASESOR)
                .contentType(JSON)
                .body("{\"accepted\": true}")
                .post(CLAIMS + "/" + id + "/decision")
                .then()
                .statusCode(403);
        decide(null, id, "{\"accepted\": true}").statusCode(200);
    }

    @Test
    void a_claim_needs_proof_that_lasts() {
        var start = "{\"competencyId\": \"%s\", \"level\": 3".formatted(generic("KOM"));
        claim(person, person, start + "}").statusCode(422).body("errors.code", contains("EVIDENCE_MISSING"));
        claim(person, person, start + ", \"certificateNumber\": \"1\", \"certificateUntil\": \"2020-01-01\"}")
                .statusCode(422)
                .body("errors.code", contains("CERTIFICATE_EXPIRED"));
        String id = claim(person, person, start + ", \"certificateNumber\": \"1\"}")
                .statusCode(201)
                .extract()
                .path("id");
        TestAgency.sql("update competency_claims set certificate_until = '2020-01-01' where id = x'"
                + id.replace("-", "") + "'");
        decide(null, id, "{\"accepted\": true}").statusCode(422).body("errors.code", contains("CERTIFICATE_EXPIRED"));
        decide(null, id, "{\"accepted\": false, \"reason\": \"Habis masa berlakunya\"}")
                .statusCode(200);
    }

    @Test
    void an_open_claim_is_withdrawn_by_the_person_and_when_she_leaves() {
        var body = "{\"competencyId\": \"%s\", \"level\": 3, \"description\": \"Menyusun\"}";
        String first = claim(person, person, body.formatted(generic("KOM")))
                .statusCode(201)
                .extract()
                .path("id");
        office.agency
                .as(person, Role.ASN)
                .post(CLAIMS + "/" + first + "/withdrawal")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        claim(person, person, body.formatted(generic("PK"))).statusCode(201);
        office.add(person, "statuses", Office.standing("RETIRED", "2020-01-01", ""));
        office.agency
                .as(Role.ASESOR)
                .get(CLAIMS + "?employee=" + person)
                .then()
                .body("items.status", contains("WITHDRAWN", "WITHDRAWN"));
        office.agency.as(Role.ASESOR).get(CLAIMS + "?status=SUBMITTED").then().body("items", hasSize(0));
    }
}
