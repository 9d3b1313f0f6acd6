package id.karier.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import id.karier.kernel.Messages;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RuleSetResourceTest {
    private static final String PATH = "/api/v1/rule-sets";
    private static final String JPM = "{\"required\": 3, \"achieved\": [4,2,3,3,3,3,3,3,3] %s}";

    private final TestAgency agency = TestAgency.called("rules");
    private final TestAgency other = TestAgency.called("rules");
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    private ValidatableResponse propose(String kind, String name, LocalDate from, String body) {
        return agency.as(Role.ADMIN)
                .contentType("application/json")
                .body(
                        "{\"version\": \"%s\", \"effectiveFrom\": \"%s\", \"legalBasis\": [{\"regulation\": \"Pergub 7/2026\"}], \"body\": %s}"
                                .formatted(name, from, body))
                .post(PATH + "/" + kind)
                .then();
    }

    private ValidatableResponse decide(String kind, String name, String decision) {
        return agency.as(Role.PIMPINAN)
                .post(PATH + "/" + kind + "/" + name + "/" + decision)
                .then();
    }

    private static ValidatableResponse jpm(TestAgency by, String more) {
        return by.as(Role.ASN)
                .contentType("application/json")
                .body(JPM.formatted(more))
                .post("/api/v1/calculations/jpm")
                .then()
                .statusCode(200);
    }

    @Test
    void national_versions_are_listed_by_kind_and_day() {
        agency.as(Role.ASN).get(PATH).then().statusCode(200).body("items.size()", greaterThan(18));
        agency.as(Role.ASN)
                .get(PATH + "?kind=RANK_PROMOTION")
                .then()
                .body(
                        "items.version",
                        equalTo(java.util.List.of("BKN_4_2025", "BKN_2_2025", "BKN_4_2023", "PP_12_2002")));
        agency.as(Role.ASN)
                .get(PATH + "?kind=RANK_PROMOTION&asOf=2025-09-30")
                .then()
                .body("items.version", equalTo(java.util.List.of("BKN_2_2025")));
        agency.as(Role.ASN).get(PATH + "?kind=X").then().statusCode(400);
    }

    @Test
    void a_version_is_read_whole_with_its_schema() {
        agency.as(Role.ASN)
                .get(PATH + "/TRANSFER/BKN_5_2019")
                .then()
                .statusCode(200)
                .body("body.minimumYears", equalTo(2))
                .body("agency", nullValue())
                .body("legalBasis[0].regulation", equalTo("BKN 5/2019"));
        agency.as(Role.ASN)
                .get(PATH + "/TRANSFER/schema")
                .then()
                .statusCode(200)
                .body("properties.kind.const", equalTo("TRANSFER"));
        agency.as(Role.ASN).get(PATH + "/TRANSFER/UNKNOWN").then().statusCode(404);
    }

    @Test
    void an_own_version_counts_for_its_agency_once_it_is_approved() {
        var choice = "{\"capModes\": [\"PER_COMPETENCY\", \"TOTAL\"]}";
        propose("JPM", "OWN_CAP", today, choice).statusCode(201).body("status", equalTo("PROPOSED"));
        jpm(agency, "").body("capMode", equalTo("TOTAL"));
        agency.as(Role.ADMIN).post(PATH + "/JPM/OWN_CAP/approval").then().statusCode(403);
        decide("JPM", "OWN_CAP", "approval").statusCode(200).body("status", equalTo("APPROVED"));
        jpm(agency, "")
                .body("capMode", equalTo("PER_COMPETENCY"))
                .body("ruleSet.version", equalTo("OWN_CAP"))
                .body("ruleSet.agency", equalTo(agency.code));
        jpm(agency, ", \"asOf\": \"%s\"".formatted(today.minusDays(1))).body("ruleSet.version", equalTo("BKN_26_2019"));
        jpm(other, "").body("ruleSet.version", equalTo("BKN_26_2019"));
        other.as(Role.ASN).get(PATH + "/JPM/OWN_CAP").then().statusCode(404);
        other.as(Role.ASN).get(PATH + "?kind=JPM").then().body("items.version", not(hasItem("OWN_CAP")));
        decide("JPM", "OWN_CAP", "rejection").statusCode(409);
    }

    @Test
    void a_rejected_version_never_counts() {
        propose("JPM", "OWN_REJECTED", today, "{\"capModes\": [\"NONE\"]}").statusCode(201);
        decide("JPM", "OWN_REJECTED", "rejection").statusCode(200).body("status", equalTo("REJECTED"));
        jpm(agency, "").body("capMode", equalTo("TOTAL"));
    }

    /** Nothing was calculated by it yet, so a version that was approved too early need not be waited for. */
    @Test
    void an_approved_version_is_withdrawn_until_it_is_in_force() {
        propose("JPM", "OWN_LATER", today.plusDays(1), "{\"capModes\": [\"NONE\"]}")
                .statusCode(201);
        decide("JPM", "OWN_LATER", "approval").statusCode(200);
        var coming = ", \"asOf\": \"%s\"".formatted(today.plusDays(1));
        jpm(agency, coming).body("ruleSet.version", equalTo("OWN_LATER"));
        decide("JPM", "OWN_LATER", "approval")
                .statusCode(409)
                .body("code", equalTo("STATE_CONFLICT"))
                .body("detail", startsWith("Versi ini sudah disetujui dan berlaku mulai " + today.plusDays(1)));
        decide("JPM", "OWN_LATER", "rejection").statusCode(200).body("status", equalTo("REJECTED"));
        jpm(agency, coming).body("ruleSet.version", equalTo("BKN_26_2019"));
        decide("JPM", "OWN_LATER", "approval").statusCode(409);
    }

    @Test
    void what_the_law_fixes_is_not_for_an_agency() {
        propose("JPM", "OWN_X", today, "{\"ceiling\": 120}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/body/ceiling"))
                .body("errors[0].code", equalTo("NOT_AN_AGENCY_CHOICE"));
        propose(
                        "TALENT_SCORE",
                        "OWN_X",
                        today,
                        "{\"y\": {\"predicate\": 0.5, \"award\": 0.25, \"team\": 0.15, \"feedback360\": 0.1}}")
                .statusCode(422)
                .body("errors.pointer", contains("/body/y/predicate"));
        propose(
                        "TALENT_SCORE",
                        "OWN_AWARDS",
                        today,
                        "{\"y\": {\"predicate\": 0.60, \"award\": 0.2, \"team\": 0.1, \"feedback360\": 0.1}}")
                .statusCode(201);
        propose("RANK_PROMOTION", "OWN_X", today, "{\"periodMonths\": [1]}").statusCode(422);
        propose("JPM", "OWN_X", today, "{}").statusCode(422);
    }

    @Test
    void a_schema_speaks_the_language_of_its_reader() {
        for (var wrong : List.of(
                "{\"capModes\": \"NONE\"}",
                "{\"capModes\": []}",
                "{\"capModes\": [\"SOMETIMES\"]}",
                "{\"validYears\": \"tiga\"}",
                "{\"functionalTest\": {}}",
                "{\"functionalTest\": 1}",
                "{\"requiredLevels\": {\"RAJA\": 1}}",
                "{\"requiredLevels\": {\"PELAKSANA\": \"a\"}}",
                "{\"categories\": 5}")) {
            for (var language : List.of("id", "en")) {
                var answer = agency.as(Role.ADMIN)
                        .contentType("application/json")
                        .header("Accept-Language", language)
                        .body(
                                "{\"version\": \"OWN_X\", \"effectiveFrom\": \"%s\", \"legalBasis\": [{\"regulation\": \"Pergub 7/2026\"}], \"body\": %s}"
                                        .formatted(today, wrong))
                        .post(PATH + "/JPM");
                assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
                for (var error : answer.jsonPath().<Map<String, String>>getList("errors")) {
                    if (error.get("code").equals("SCHEMA")) {
                        assertThat(error.get("pointer")).startsWith("/body/");
                        assertThat(Messages.patterns(Locale.forLanguageTag(language), "calculation").entrySet().stream()
                                        .filter(one -> one.getKey().startsWith("schema."))
                                        .map(one -> one.getValue().split("[{]")[0]))
                                .as(wrong + ": " + error.get("detail"))
                                .anyMatch(error.get("detail")::startsWith);
                    }
                }
                assertThat(answer.jsonPath().getList("errors.code", String.class))
                        .as(answer.asString())
                        .contains("SCHEMA");
            }
        }
    }

    @Test
    void an_unsound_version_is_refused_with_its_place() {
        propose(
                        "TALENT_SCORE",
                        "OWN_X",
                        today,
                        "{\"y\": {\"predicate\": 0.6, \"award\": 0.2, \"team\": 0.2, \"feedback360\": 0.2}}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/body/y"))
                .body("errors[0].code", equalTo("WEIGHTS_NOT_ONE"));
        propose("JPM", "OWN_X", today, "{\"capModes\": [\"SOMETIMES\"]}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/body/capModes/0"))
                .body("errors[0].code", equalTo("SCHEMA"))
                .body("errors[0].detail", startsWith("Isi dengan salah satu dari "));
        propose("JPM", "OWN_X", today.minusDays(1), "{\"capModes\": [\"NONE\"]}")
                .statusCode(422)
                .body("errors[0].code", equalTo("EFFECTIVE_IN_PAST"));
        propose("JPM", "BKN_26_2019", today, "{\"capModes\": [\"NONE\"]}")
                .statusCode(422)
                .body("errors[0].code", equalTo("VERSION_TAKEN"));
        propose("JPM", "lower case", today, "{\"capModes\": [\"NONE\"]}").statusCode(400);
    }

    @Test
    void a_name_is_given_once() {
        propose("JPM", "OWN_TWICE", today, "{\"capModes\": [\"NONE\"]}").statusCode(201);
        propose("JPM", "OWN_TWICE", today, "{\"capModes\": [\"NONE\"]}").statusCode(409);
    }

    @Test
    void a_kept_result_stays_what_it_was_when_the_rules_change() {
        var results = "/api/v1/calculations/jpm/results";
        var id = agency.as(Role.ASN)
                .contentType("application/json")
                .body(JPM.formatted(""))
                .post(results)
                .then()
                .statusCode(201)
                .body("answer.capMode", equalTo("TOTAL"))
                .extract()
                .<String>path("id");
        propose("JPM", "OWN_LATER", today, "{\"capModes\": [\"PER_COMPETENCY\"]}")
                .statusCode(201);
        decide("JPM", "OWN_LATER", "approval").statusCode(200);
        jpm(agency, "").body("capMode", equalTo("PER_COMPETENCY"));
        agency.as(Role.ASN)
                .get(results + "/" + id + "/explanation")
                .then()
                .statusCode(200)
                .body("agrees", equalTo(true))
                .body("answer.capMode", equalTo("TOTAL"))
                .body("answer.steps[0].text", not(equalTo("")));
        agency.as(Role.ASN).get(results + "/" + id).then().statusCode(200).body("calculator", equalTo("jpm"));
        agency.as(Role.SDM).get(results + "/" + id).then().statusCode(404);
        other.as(Role.ASN).get(results + "/" + id + "/explanation").then().statusCode(404);
    }

    @Test
    void a_result_by_an_own_version_is_explained_by_that_version() {
        propose("JPM", "OWN_KEPT", today, "{\"capModes\": [\"NONE\"]}").statusCode(201);
        decide("JPM", "OWN_KEPT", "approval").statusCode(200);
        var results = "/api/v1/calculations/jpm/results";
        var id = agency.as(Role.ASN)
                .contentType("application/json")
                .body(JPM.formatted(""))
                .post(results)
                .then()
                .statusCode(201)
                .body("answer.ruleSet.version", equalTo("OWN_KEPT"))
                .extract()
                .<String>path("id");
        agency.as(Role.ASN)
                .get(results + "/" + id + "/explanation")
                .then()
                .body("agrees", equalTo(true))
                .body("answer.ruleSet.agency", equalTo(agency.code));
        agency.as(Role.ASN)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/calculations/nothing/results")
                .then()
                .statusCode(404);
        agency.as(Role.ASN)
                .contentType("application/json")
                .body("{\"required\": 3, \"achieved\": []}")
                .post(results)
                .then()
                .statusCode(422);
    }
}
