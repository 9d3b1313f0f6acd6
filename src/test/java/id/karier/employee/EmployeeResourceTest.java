package id.karier.employee;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(id.karier.testing.TestDatabase.class)
class EmployeeResourceTest {
    private static final String EMPLOYEES = "/api/v1/employees";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private TestAgency agency;

    @BeforeEach
    void own_agency() {
        agency = TestAgency.called("employee");
    }

    @Nested
    class Registering {
        @Test
        void a_person_is_registered_and_read_back_masked() {
            var number = EmployeeFixtures.number();
            var created = agency.as(Role.SDM)
                    .contentType(JSON)
                    .body(EmployeeFixtures.body(number, "Sari Widuri"))
                    .post(EMPLOYEES)
                    .then()
                    .statusCode(201)
                    .header("ETag", "\"0\"")
                    .extract();
            agency.as(Role.PIMPINAN)
                    .get(created.header("Location"))
                    .then()
                    .statusCode(200)
                    .body("identityNumber", equalTo(number))
                    .body("fullName", equalTo("Sari Widuri, S.Kom."))
                    .body("nik", equalTo("***"))
                    .body("email", equalTo("***"))
                    .body("address", nullValue())
                    .body("retirementOn", nullValue());
        }

        @Test
        void the_number_must_say_the_same_birth_date() {
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body(EmployeeFixtures.body("199608192022041001", "Sari"))
                    .post(EMPLOYEES)
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("code", equalTo("RULE_REFUSED"))
                    .body("errors.pointer", contains("/birthDate"))
                    .body("errors.code", contains("NUMBER_CONTRADICTS_BIRTH_DATE"));
            assertThat(TestAgency.query("select count(*) from employees where agency = '" + agency.code + "'"))
                    .isEqualTo("0");
        }

        @Test
        void the_thirty_first_of_february_is_no_date() {
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body(EmployeeFixtures.body(EmployeeFixtures.number(), "Sari")
                            .replace("1996-08-18", "1996-02-31"))
                    .post(EMPLOYEES)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/birthDate"));
        }

        @Test
        void an_unknown_member_is_named() {
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body(EmployeeFixtures.body(EmployeeFixtures.number(), "Sari")
                            .replace("backTitles", "backTitels"))
                    .post(EMPLOYEES)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("UNKNOWN_MEMBER"))
                    .body("errors.pointer", contains("/profile/backTitels"));
        }

        @Test
        void what_is_missing_is_named_in_english() {
            agency.as(Role.SDM)
                    .header("Accept-Language", "en")
                    .contentType(JSON)
                    .body("{\"kind\": \"PNS\", \"profile\": {\"name\": \" \", \"status\": \"ACTIVE\"}}")
                    .post(EMPLOYEES)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("VALIDATION_FAILED"))
                    .body(
                            "errors.pointer",
                            contains(
                                    "/birthDate",
                                    "/identityNumber",
                                    "/profile/firstAppointmentOn",
                                    "/profile/name",
                                    "/sex"))
                    .body("errors.detail", hasItem("Required."));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "{", "null", "\"text\"", "{\"kind\": {}}"})
        void what_is_no_person_is_refused(String body) {
            assertThat(agency.postUnlogged(EMPLOYEES, body, Role.SDM)).isEqualTo(400);
        }

        @Test
        void json_ten_thousand_deep_is_refused() {
            var deep = "{\"profile\":".repeat(10_000) + "1" + "}".repeat(10_000);
            assertThat(agency.postUnlogged(EMPLOYEES, deep, Role.SDM)).isEqualTo(400);
        }

        @Test
        void a_body_over_the_limit_is_refused() {
            var large = "{\"kind\": \"" + "x".repeat(1_100_000) + "\"}";
            assertThat(agency.postUnlogged(EMPLOYEES, large, Role.SDM)).isEqualTo(413);
        }

        @Test
        void the_same_number_twice_is_a_conflict() {
            var body = EmployeeFixtures.body(EmployeeFixtures.number(), "Sari");
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body(body)
                    .post(EMPLOYEES)
                    .then()
                    .statusCode(201);
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body(body)
                    .post(EMPLOYEES)
                    .then()
                    .statusCode(409)
                    .body("errors.code", contains("NUMBER_TAKEN"));
        }

        @Test
        void the_same_key_answers_the_same_and_another_body_is_refused() {
            var body = EmployeeFixtures.body(EmployeeFixtures.number(), "Sari");
            var first = agency.as(Role.SDM)
                    .header("Idempotency-Key", "k-1")
                    .contentType(JSON)
                    .body(body)
                    .post(EMPLOYEES)
                    .then()
                    .statusCode(201)
                    .extract();
            var again = agency.as(Role.SDM)
                    .header("Idempotency-Key", "k-1")
                    .contentType(JSON)
                    .body(body)
                    .post(EMPLOYEES)
                    .then()
                    .statusCode(201)
                    .header("Idempotent-Replayed", "true")
                    .header("ETag", "\"0\"")
                    .extract();
            assertThat(again.asString()).isEqualTo(first.asString());
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            agency.as(Role.SDM)
                    .header("Idempotency-Key", "k-1")
                    .contentType(JSON)
                    .body(EmployeeFixtures.body(EmployeeFixtures.number(), "Budi"))
                    .post(EMPLOYEES)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("IDEMPOTENCY_MISMATCH"));
            assertThat(TestAgency.query("select count(*) from employees where agency = '" + agency.code + "'"))
                    .isEqualTo("1");
        }

        @Test
        void only_an_hr_officer_registers() {
            agency.as(Role.PIMPINAN)
                    .contentType(JSON)
                    .body(EmployeeFixtures.body(EmployeeFixtures.number(), "Sari"))
                    .post(EMPLOYEES)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("FORBIDDEN"));
            TestAgency.anonymous()
                    .contentType(JSON)
                    .body("{}")
                    .post(EMPLOYEES)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", notNullValue());
        }
    }

    @Nested
    class Changing {
        @Test
        void a_merge_patch_changes_what_it_names_and_nothing_else() {
            var id = EmployeeFixtures.register(agency, "Sari Widuri");
            agency.as(Role.SDM)
                    .header("If-Match", "\"0\"")
                    .contentType(MERGE_PATCH)
                    .body("{\"name\": \"Sari Widuri Lestari\", \"backTitles\": null}")
                    .patch(EMPLOYEES + "/" + id)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("name", equalTo("Sari Widuri Lestari"))
                    .body("backTitles", nullValue())
                    .body("status", equalTo("ACTIVE"));
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body("{\"q\": \"lest\"}")
                    .post(EMPLOYEES + "/search")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id.toString()));
        }

        @Test
        void the_change_is_in_the_log_with_before_and_after() {
            var id = EmployeeFixtures.register(agency, "Sari");
            agency.as(Role.SDM)
                    .header("If-Match", "\"0\"")
                    .contentType(MERGE_PATCH)
                    .body("{\"name\": \"Sari Dewi\"}")
                    .patch(EMPLOYEES + "/" + id)
                    .then()
                    .statusCode(200);
            var name = TestAgency.query("select concat_ws(' -> ', json_value(fields, '$.name.before'),"
                    + " json_value(fields, '$.name.after')) from change_log where object_id = x'" + TestAgency.hex(id)
                    + "' and action = 'UPDATED'");
            assertThat(name).isEqualTo("Sari -> Sari Dewi");
        }

        @Test
        void without_if_match_it_is_refused_and_with_a_stale_one_too() {
            var id = EmployeeFixtures.register(agency, "Sari");
            agency.as(Role.SDM)
                    .contentType(MERGE_PATCH)
                    .body("{\"name\": \"X\"}")
                    .patch(EMPLOYEES + "/" + id)
                    .then()
                    .statusCode(428);
            agency.as(Role.SDM)
                    .header("If-Match", "\"7\"")
                    .contentType(MERGE_PATCH)
                    .body("{\"name\": \"X\"}")
                    .patch(EMPLOYEES + "/" + id)
                    .then()
                    .statusCode(412)
                    .body("code", equalTo("STALE_VERSION"));
        }

        @Test
        void a_patch_that_clears_what_is_required_or_adds_what_is_unknown_is_refused() {
            var id = EmployeeFixtures.register(agency, "Sari");
            agency.as(Role.SDM)
                    .header("If-Match", "\"0\"")
                    .contentType(MERGE_PATCH)
                    .body("{\"name\": null}")
                    .patch(EMPLOYEES + "/" + id)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/name"));
            agency.as(Role.SDM)
                    .header("If-Match", "\"0\"")
                    .contentType(MERGE_PATCH)
                    .body("{\"identityNumber\": \"1\"}")
                    .patch(EMPLOYEES + "/" + id)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("UNKNOWN_MEMBER"));
        }

        @Test
        void what_has_not_changed_is_not_sent_again() {
            var id = EmployeeFixtures.register(agency, "Sari");
            agency.as(Role.SDM)
                    .header("If-None-Match", "\"0\"")
                    .get(EMPLOYEES + "/" + id)
                    .then()
                    .statusCode(304);
        }
    }

    @Nested
    class Reach {
        @Test
        void another_agency_finds_nothing() {
            var id = EmployeeFixtures.register(agency, "Sari");
            var other = TestAgency.called("other");
            other.as(Role.SDM).get(EMPLOYEES + "/" + id).then().statusCode(404);
            other.as(Role.SDM)
                    .header("If-Match", "\"0\"")
                    .contentType(MERGE_PATCH)
                    .body("{\"name\": \"X\"}")
                    .patch(EMPLOYEES + "/" + id)
                    .then()
                    .statusCode(404);
            other.as(Role.SDM).get(EMPLOYEES).then().statusCode(200).body("items", hasSize(0));
        }

        @Test
        void a_civil_servant_sees_herself_only() {
            var sari = EmployeeFixtures.register(agency, "Sari");
            var budi = EmployeeFixtures.register(agency, "Budi");
            agency.as(sari, Role.ASN).get(EMPLOYEES + "/" + sari).then().statusCode(200);
            agency.as(sari, Role.ASN).get(EMPLOYEES + "/" + budi).then().statusCode(404);
            agency.as(sari, Role.ASN).get(EMPLOYEES).then().body("items.id", contains(sari.toString()));
        }

        @Test
        void the_nation_sees_every_agency() {
            var id = EmployeeFixtures.register(agency, "Sari");
            var nation = TestAgency.called("nation");
            nation.as(Role.NASIONAL).get(EMPLOYEES + "/" + id).then().statusCode(200);
        }

        @Test
        void a_machine_reads_with_its_scope_only() {
            var id = EmployeeFixtures.register(agency, "Sari");
            agency.asClient("employees:read").get(EMPLOYEES + "/" + id).then().statusCode(200);
            agency.asClient("units:read").get(EMPLOYEES + "/" + id).then().statusCode(403);
        }
    }

    @Nested
    class Personal_data {
        @Test
        void it_is_shown_in_the_clear_to_whom_it_concerns_and_each_reading_is_kept() {
            var id = EmployeeFixtures.register(agency, EmployeeFixtures.KNOWN_BY_CARD);
            agency.as(Role.SDM)
                    .get(EMPLOYEES + "/" + id + "/personal-data")
                    .then()
                    .statusCode(200)
                    .body("nik", equalTo("9999990101900001"))
                    .body("phone", equalTo("081200000000"));
            agency.as(Role.PIMPINAN)
                    .get(EMPLOYEES + "/" + id + "/personal-data")
                    .then()
                    .statusCode(403);
            assertThat(TestAgency.query("select count(*) from change_log where action = 'VIEWED' and employee_id = x'"
                            + TestAgency.hex(id) + "'"))
                    .isEqualTo("1");
            assertThat(TestAgency.query("select count(*) from employees where nik_sealed like '%9999990101%'"))
                    .isEqualTo("0");
        }

        @Test
        void it_never_reaches_the_log() {
            var id = EmployeeFixtures.register(agency, "Sari");
            agency.as(Role.SDM)
                    .header("If-Match", "\"0\"")
                    .contentType(MERGE_PATCH)
                    .body("{\"nik\": \"9999990101900002\"}")
                    .patch(EMPLOYEES + "/" + id + "/personal-data")
                    .then()
                    .statusCode(200);
            assertThat(TestAgency.query("select count(*) from change_log where employee_id = x'" + TestAgency.hex(id)
                            + "' and fields like '%999999010190000%'"))
                    .isEqualTo("0");
        }

        @Test
        void a_person_is_found_by_nik() {
            var id = EmployeeFixtures.register(agency, EmployeeFixtures.KNOWN_BY_CARD);
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body("{\"nik\": \"9999990101900001\"}")
                    .post(EMPLOYEES + "/search")
                    .then()
                    .body("items.id", contains(id.toString()));
        }
    }

    @Nested
    class Listing {
        @Test
        void pages_by_cursor_are_the_whole_list_without_gap_or_repeat() {
            var names = List.of("Ani", "Budi", "Budi", "Citra", "Dewi", "Eko", "Su");
            var expected = new ArrayList<String>();
            for (var name : names) {
                expected.add(EmployeeFixtures.register(agency, name).toString());
            }
            var seen = new ArrayList<String>();
            String cursor = null;
            do {
                var request = agency.as(Role.SDM).queryParam("limit", 2);
                var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                        .get(EMPLOYEES)
                        .then()
                        .statusCode(200)
                        .extract();
                seen.addAll(page.jsonPath().getList("items.id"));
                cursor = page.path("next");
                if (cursor != null) {
                    assertThat(page.header("Link")).contains("rel=\"next\"");
                }
            } while (cursor != null && seen.size() < 50);
            assertThat(seen).hasSameSizeAs(expected).containsExactlyInAnyOrderElementsOf(expected);
        }

        @Test
        void a_window_of_retirement_comes_in_its_own_order_unless_told_otherwise() {
            retiring(EmployeeFixtures.register(agency, "Ani"), "2031-01-01");
            retiring(EmployeeFixtures.register(agency, "Budi"), "2029-01-01");
            retiring(EmployeeFixtures.register(agency, "Citra"), "2029-12-31");
            EmployeeFixtures.register(agency, "Dewi");

            var window = agency.as(Role.SDM).queryParam("retiringUntil", "2031-01-01");
            window.get(EMPLOYEES).then().body("items.name", contains("Budi", "Citra", "Ani"));
            window.queryParam("sort", "name")
                    .get(EMPLOYEES)
                    .then()
                    .body("items.name", contains("Ani", "Budi", "Citra"));
        }

        private static void retiring(UUID person, String day) {
            TestAgency.sql(
                    "update employees set retirement_on = '" + day + "' where id = x'" + TestAgency.hex(person) + "'");
        }

        @Test
        void the_total_is_counted_when_asked() {
            EmployeeFixtures.register(agency, "Ani");
            EmployeeFixtures.register(agency, "Budi");
            agency.as(Role.SDM)
                    .queryParam("total", true)
                    .queryParam("limit", 1)
                    .get(EMPLOYEES)
                    .then()
                    .body("total", equalTo(2))
                    .body("items", hasSize(1));
        }

        @Test
        void an_empty_agency_has_an_empty_list() {
            agency.as(Role.SDM)
                    .get(EMPLOYEES)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0))
                    .body("next", nullValue());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "limit=0",
                    "limit=201",
                    "limit=x",
                    "sort=nik",
                    "cursor=AAAA",
                    "unit=1",
                    "level=BOSS",
                    "retiringFrom=2026-02-31",
                    "total=ja"
                })
        void a_wrong_parameter_is_a_400_that_names_it(String parameter) {
            agency.as(Role.SDM)
                    .get(EMPLOYEES + "?" + parameter)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains(parameter.substring(0, parameter.indexOf('='))));
        }

        @Test
        void a_cursor_of_another_filter_or_agency_is_refused() {
            EmployeeFixtures.register(agency, "Ani");
            EmployeeFixtures.register(agency, "Budi");
            String cursor = agency.as(Role.SDM)
                    .queryParam("limit", 1)
                    .get(EMPLOYEES)
                    .then()
                    .extract()
                    .path("next");
            agency.as(Role.SDM)
                    .queryParam("cursor", cursor)
                    .queryParam("kind", "PPPK")
                    .get(EMPLOYEES)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("INVALID_CURSOR"));
            TestAgency.called("other")
                    .as(Role.SDM)
                    .queryParam("cursor", cursor)
                    .get(EMPLOYEES)
                    .then()
                    .statusCode(400);
        }

        @Test
        void a_name_is_found_by_the_beginning_of_any_word_and_not_by_its_middle() {
            var id = EmployeeFixtures.register(agency, "Dewi 100% Anggun_Sari");
            for (var q : List.of("dew", "ANGGUN", "100", "dewi ang", "Déwi", "dewi_", "a%", "sari")) {
                agency.as(Role.SDM)
                        .contentType(JSON)
                        .body("{\"q\": \"" + q + "\"}")
                        .post(EMPLOYEES + "/search")
                        .then()
                        .statusCode(200)
                        .body("items.id", contains(id.toString()));
            }
            for (var q : List.of("ewi", "nggun", "00", "dewi nggun", "ewi anggun", "d%i", "d_wi", "%ewi", "_ewi")) {
                agency.as(Role.SDM)
                        .contentType(JSON)
                        .body("{\"q\": \"" + q + "\"}")
                        .post(EMPLOYEES + "/search")
                        .then()
                        .body("items", hasSize(0));
            }
        }

        @Test
        void an_id_that_is_none_is_not_found() {
            agency.as(Role.SDM).get(EMPLOYEES + "/abc").then().statusCode(404);
            agency.as(Role.SDM)
                    .get(EMPLOYEES + "/" + UUID.randomUUID())
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("NOT_FOUND"));
        }
    }
}
