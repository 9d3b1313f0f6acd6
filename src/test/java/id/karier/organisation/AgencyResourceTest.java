package id.karier.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AgencyResourceTest {
    private static final String AGENCIES = "/api/v1/agencies";

    @Inject
    AgencyDirectory directory;

    private final TestAgency agency = TestAgency.called("agencies");
    private final TestAgency other = TestAgency.called("agencies");

    private ValidatableResponse patch(TestAgency by, Role role, String tag, String body) {
        var request = by.as(role).contentType("application/merge-patch+json").body(body);
        return (tag == null ? request : request.header("If-Match", tag))
                .patch(AGENCIES + "/" + agency.id)
                .then();
    }

    @Test
    void everybody_sees_the_own_agency_and_no_other() {
        agency.as(Role.ASN).get(AGENCIES).then().statusCode(200).body("items.code", contains(agency.code));
        agency.as(Role.ASN)
                .get(AGENCIES + "/" + agency.id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Pemerintah " + agency.code))
                .body("timeZone", equalTo("Asia/Jakarta"));
        agency.as(Role.SDM).get(AGENCIES + "/" + other.id).then().statusCode(404);
        TestAgency.anonymous().get(AGENCIES).then().statusCode(401);
    }

    @Test
    void the_nation_sees_all_page_by_page() {
        agency.as(Role.NASIONAL).get(AGENCIES + "/" + other.id).then().statusCode(200);
        agency.as(Role.NASIONAL)
                .get(AGENCIES + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.code", hasItems(agency.code, other.code));
        var first = agency.as(Role.NASIONAL)
                .get(AGENCIES + "?limit=1&sort=code")
                .then()
                .body("next", notNullValue())
                .extract()
                .jsonPath();
        var second = agency.as(Role.NASIONAL)
                .queryParam("limit", 1)
                .queryParam("sort", "code")
                .queryParam("cursor", first.getString("next"))
                .get(AGENCIES)
                .jsonPath();
        assertThat(second.getString("items[0].code")).isGreaterThan(first.getString("items[0].code"));
    }

    @Test
    void the_administrator_changes_name_zone_and_settings() {
        assertThat(directory.zone(agency.code)).isEqualTo(ZoneId.of("Asia/Jakarta"));
        patch(agency, Role.ADMIN, "\"0\"", """
                {"name": "Pemerintah Provinsi Papua", "timeZone": "Asia/Jayapura",
                 "settings": {"letterhead": "BKD Papua", "mail": {"sender": "bkd@papua.example.id"}}}""")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("settings.mail.sender", equalTo("bkd@papua.example.id"));
        assertThat(directory.zone(agency.code)).isEqualTo(ZoneId.of("Asia/Jayapura"));
        patch(agency, Role.ADMIN, "\"1\"", "{\"settings\": {\"letterhead\": null}}")
                .statusCode(200)
                .body("settings.keySet()", contains("mail"));
        patch(agency, Role.ADMIN, "\"1\"", "{\"name\": \"X\"}").statusCode(412);
        patch(agency, Role.ADMIN, null, "{\"name\": \"X\"}").statusCode(428);
        assertThat(TestAgency.query("select count(*) from change_log where agency = '" + agency.code
                        + "' and object_type = 'agency'"))
                .isEqualTo("2");
    }

    @Test
    void what_is_wrong_is_named() {
        patch(agency, Role.ADMIN, "\"0\"", "{\"timeZone\": \"Europe/Amsterdam\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/timeZone"));
        patch(agency, Role.ADMIN, "\"0\"", "{\"name\": null}")
                .statusCode(400)
                .body("errors.pointer", contains("/name"));
        patch(agency, Role.ADMIN, "\"0\"", "{\"code\": \"x\"}").statusCode(400).body("code", equalTo("UNKNOWN_MEMBER"));
        patch(agency, Role.ADMIN, "\"0\"", "{\"settings\": {\"kunci aneh!\": 1}}")
                .statusCode(400);
        patch(agency, Role.ADMIN, "\"0\"", "{\"settings\": 7}").statusCode(400);
        patch(agency, Role.ADMIN, "\"0\"", "[]").statusCode(400);
    }

    @Test
    void only_its_own_administrator_may() {
        patch(agency, Role.SDM, "\"0\"", "{\"name\": \"X\"}").statusCode(403);
        patch(other, Role.ADMIN, "\"0\"", "{\"name\": \"X\"}").statusCode(404);
    }
}
