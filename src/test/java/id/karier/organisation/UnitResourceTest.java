package id.karier.organisation;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UnitResourceTest {
    private static final String UNITS = "/api/v1/units";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private TestAgency agency;
    private Tree tree;

    @BeforeEach
    void own_agency() {
        agency = TestAgency.called("units");
        tree = Tree.in(agency);
    }

    private String body(String code, UUID parent) {
        return """
                {"code": "%s", "name": "Bidang %s", "kind": "BIDANG", "parentId": %s, "openedOn": "2021-01-01"}""".formatted(code, code, parent == null ? "null" : '"' + parent.toString() + '"');
    }

    @Nested
    class Opening {
        @Test
        void a_unit_opens_under_a_parent_and_is_read_back_with_its_path() {
            var created = agency.as(Role.SDM)
                    .contentType(JSON)
                    .body(body("D.01.09", tree.field))
                    .post(UNITS)
                    .then()
                    .statusCode(201)
                    .header("ETag", "\"0\"")
                    .extract();
            agency.as(Role.ASN)
                    .get(created.header("Location"))
                    .then()
                    .statusCode(200)
                    .body("code", equalTo("D.01.09"))
                    .body("agency", equalTo(agency.code))
                    .body("parent.name", equalTo("Bidang Aplikasi Informatika"))
                    .body("path.kind", contains("DINAS", "BIDANG"))
                    .body("closedOn", nullValue())
                    .body("head", nullValue());
            assertThat(TestAgency.query("select count(*) from change_log where agency = '" + agency.code
                            + "' and operation = 'createUnit'"))
                    .isEqualTo("2");
        }

        @Test
        void the_same_key_opens_it_once() {
            var key = UUID.randomUUID().toString();
            var first = agency.as(Role.SDM)
                    .header("Idempotency-Key", key)
                    .contentType(JSON)
                    .body(body("D.02", null))
                    .post(UNITS)
                    .then()
                    .statusCode(201)
                    .extract();
            agency.as(Role.SDM)
                    .header("Idempotency-Key", key)
                    .contentType(JSON)
                    .body(body("D.02", null))
                    .post(UNITS)
                    .then()
                    .statusCode(201)
                    .header("Idempotent-Replayed", "true")
                    .header("Location", first.header("Location"));
            agency.as(Role.SDM)
                    .header("Idempotency-Key", key)
                    .contentType(JSON)
                    .body(body("D.03", null))
                    .post(UNITS)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("IDEMPOTENCY_MISMATCH"));
        }

        @Test
        void wrong_members_are_named() {
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body("{\"code\": \"kode dengan spasi\", \"kind\": \"BIDANG\", \"openedOn\": \"2021-01-01\"}")
                    .post(UNITS)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/code", "/name"))
                    .body("errors.code", contains("PATTERN", "NOT_BLANK"));
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body(body("D.04", null).replace("\"BIDANG\"", "\"ISTANA\""))
                    .post(UNITS)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/kind"))
                    .body("errors.code", contains("NOT_IN_LIST"));
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body(body("D.04", null).replace("2021-01-01", "2021-02-31"))
                    .post(UNITS)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/openedOn"));
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body(body("D.04", null).replace("\"code\"", "\"kode\": 1, \"code\""))
                    .post(UNITS)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("UNKNOWN_MEMBER"));
        }

        @Test
        void a_day_beyond_the_calendar_of_the_database_is_a_wrong_value() {
            for (var day : List.of("+12026-01-01", "-0001-01-01", "0000-01-01")) {
                agency.as(Role.SDM)
                        .contentType(JSON)
                        .body(body("D.05", null).replace("2021-01-01", day))
                        .post(UNITS)
                        .then()
                        .statusCode(400)
                        .body("errors.pointer", contains("/openedOn"));
            }
        }

        @Test
        void a_code_is_used_once() {
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body(body("D.01", null))
                    .post(UNITS)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("ALREADY_EXISTS"))
                    .body("errors.pointer", contains("/code"));
        }

        @Test
        void the_parent_must_be_of_the_same_agency() {
            var other = Tree.in(TestAgency.called("units"));
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body(body("D.06", other.top))
                    .post(UNITS)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("REFERENCE_NOT_FOUND"))
                    .body("errors.pointer", contains("/parentId"));
        }

        @Test
        void only_an_officer_may() {
            agency.as(Role.PELATIHAN)
                    .contentType(JSON)
                    .body(body("D.07", null))
                    .post(UNITS)
                    .then()
                    .statusCode(403);
            TestAgency.anonymous()
                    .contentType(JSON)
                    .body(body("D.07", null))
                    .post(UNITS)
                    .then()
                    .statusCode(401);
        }
    }

    @Nested
    class Reading {
        @Test
        void another_agencys_unit_is_not_there() {
            var other = TestAgency.called("units");
            for (var path : List.of("", "/subtree", "/placements")) {
                other.as(Role.SDM).get(UNITS + "/" + tree.top + path).then().statusCode(404);
            }
            other.as(Role.NASIONAL).get(UNITS + "/" + tree.top).then().statusCode(200);
        }

        @Test
        void an_unchanged_unit_is_not_sent_again() {
            var tag = agency.as(Role.ASN).get(UNITS + "/" + tree.section).header("ETag");
            agency.as(Role.ASN)
                    .header("If-None-Match", tag)
                    .get(UNITS + "/" + tree.section)
                    .then()
                    .statusCode(304);
            tree.holder("198001012005011001", LocalDate.of(2020, 1, 1), null);
            agency.as(Role.ASN)
                    .header("If-None-Match", tag)
                    .get(UNITS + "/" + tree.section)
                    .then()
                    .statusCode(200);
        }

        @Test
        void the_head_holds_the_leading_position_definitively_else_acting() {
            var since = LocalDate.of(2020, 1, 1);
            tree.holder("198001012005011002", tree.head, tree.section, "PLT", since, null);
            agency.as(Role.ASN)
                    .get(UNITS + "/" + tree.section)
                    .then()
                    .body("head.assignment", equalTo("PLT"))
                    .body("head.name", equalTo("Sari Widuri, S.Kom."))
                    .body("head.positionName", equalTo("Kepala Seksi Tata Kelola"));
            var definitive = tree.holder("198001012005011003", since, null);
            agency.as(Role.ASN)
                    .get(UNITS + "/" + tree.section)
                    .then()
                    .body("head.assignment", equalTo("DEFINITIVE"))
                    .body("head.employeeId", equalTo(definitive.toString()));
        }

        @Test
        void lists_narrow_by_parent_subtree_kind_name_and_day() {
            var closed = tree.unit("D.01.99", "Bidang Persandian", "BIDANG", tree.top);
            TestAgency.sql("update units set closed_on = '2022-12-31' where id = x'" + TestAgency.hex(closed) + "'");
            names("").hasSize(3);
            names("?asOf=2022-12-31").hasSize(4);
            names("?asOf=2019-12-31").isEmpty();
            names("?top=true").containsExactly("Dinas Komunikasi dan Informatika");
            names("?parent=" + tree.top).containsExactly("Bidang Aplikasi Informatika");
            names("?under=" + tree.field).containsExactly("Bidang Aplikasi Informatika", "Seksi Tata Kelola");
            names("?kind=SEKSI").containsExactly("Seksi Tata Kelola");
            names("?q=bidang apl").containsExactly("Bidang Aplikasi Informatika");
            names("?q=%").isEmpty();
            names("?sort=-code").startsWith("Seksi Tata Kelola");
            names("?agency=elsewhere").isEmpty();
        }

        private org.assertj.core.api.ListAssert<String> names(String filter) {
            return assertThat(agency.as(Role.ASN)
                    .get(UNITS + filter)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("items.name", String.class));
        }

        @Test
        void a_wrong_filter_is_named() {
            for (var wrong : List.of(
                    "under=abc",
                    "asOf=2026-02-31",
                    "asOf=+12026-01-01",
                    "top=maybe",
                    "limit=0",
                    "limit=201",
                    "sort=height")) {
                agency.as(Role.ASN)
                        .get(UNITS + "?" + wrong)
                        .then()
                        .statusCode(400)
                        .body("errors.pointer", contains(wrong.substring(0, wrong.indexOf('='))));
            }
        }

        @Test
        void pages_give_every_unit_once_in_order() {
            for (int i = 0; i < 25; i++) {
                tree.unit("K." + i, "Kelurahan " + (char) ('A' + i % 5), "KELURAHAN", tree.top);
            }
            var all = pages(UNITS, 7, 28);
            assertThat(all).hasSize(28).doesNotHaveDuplicates();
        }

        @Test
        void a_subtree_comes_level_by_level() {
            for (int i = 0; i < 12; i++) {
                tree.unit("S." + i, "Seksi " + i, "SEKSI", tree.field);
            }
            var all = pages(UNITS + "/" + tree.top + "/subtree", 5, 15);
            assertThat(all).hasSize(15).doesNotHaveDuplicates().startsWith(tree.top.toString(), tree.field.toString());
            agency.as(Role.ASN)
                    .get(UNITS + "/" + tree.top + "/subtree?depth=1")
                    .then()
                    .body("items.depth", contains(0, 1))
                    .body("items[1].parentId", equalTo(tree.top.toString()));
        }

        private List<String> pages(String list, int limit, int total) {
            var all = new ArrayList<String>();
            String cursor = null;
            do {
                var request = agency.as(Role.ASN).queryParam("limit", limit).queryParam("total", true);
                var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                        .get(list)
                        .then()
                        .statusCode(200)
                        .body("total", equalTo(total))
                        .extract()
                        .jsonPath();
                all.addAll(page.getList("items.id", String.class));
                cursor = page.getString("next");
            } while (cursor != null);
            return all;
        }

        @Test
        void the_nation_sees_every_agency() {
            agency.as(Role.NASIONAL)
                    .get(UNITS + "?agency=" + agency.code)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(3))
                    .body("items.agency", contains(agency.code, agency.code, agency.code));
        }
    }

    @Nested
    class Changing {
        private io.restassured.response.ValidatableResponse patch(String tag, String body) {
            var request = agency.as(Role.SDM).contentType(MERGE_PATCH).body(body);
            return (tag == null ? request : request.header("If-Match", tag))
                    .patch(UNITS + "/" + tree.field)
                    .then();
        }

        @Test
        void a_unit_gets_another_name() {
            var tag = agency.as(Role.SDM).get(UNITS + "/" + tree.field).header("ETag");
            patch(tag, "{\"name\": \"Bidang Layanan Digital\"}")
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("name", equalTo("Bidang Layanan Digital"))
                    .body("code", equalTo("D.01.01"));
            patch(tag, "{\"name\": \"Bidang Lain\"}").statusCode(412);
            assertThat(TestAgency.query("select json_extract(fields, '$.name.after') from change_log where agency = '"
                            + agency.code + "' and operation = 'patchUnit'"))
                    .isEqualTo("\"Bidang Layanan Digital\"");
        }

        @Test
        void without_if_match_nothing_is_overwritten() {
            patch(null, "{\"name\": \"Bidang Lain\"}").statusCode(428);
        }

        @Test
        void what_cannot_be_patched_is_unknown_or_invalid() {
            patch("\"0\"", "{\"parentId\": null, \"closedOn\": \"2026-01-01\"}").statusCode(400);
            patch("\"0\"", "{\"name\": null}").statusCode(400).body("errors.pointer", contains("/name"));
            patch("\"0\"", "{\"kind\": \"ISTANA\"}").statusCode(400).body("errors.pointer", contains("/kind"));
            patch("\"0\"", "{\"code\": \"D.01\"}").statusCode(409).body("errors.pointer", contains("/code"));
        }

        @Test
        void another_agencys_unit_is_not_there() {
            TestAgency.called("units")
                    .as(Role.SDM)
                    .contentType(MERGE_PATCH)
                    .header("If-Match", "\"0\"")
                    .body("{\"name\": \"Bidang Lain\"}")
                    .patch(UNITS + "/" + tree.field)
                    .then()
                    .statusCode(404);
        }
    }

    @Nested
    class Closing {
        private io.restassured.response.ValidatableResponse close(UUID unit, String body) {
            return agency.as(Role.SDM)
                    .contentType(JSON)
                    .body(body)
                    .post(UNITS + "/" + unit + "/closure")
                    .then();
        }

        @Test
        void a_unit_with_people_positions_or_subunits_stays_open() {
            tree.holder("198001012005011004", LocalDate.of(2020, 1, 1), null);
            close(tree.section, "{}")
                    .statusCode(409)
                    .body("code", equalTo("IN_USE"))
                    .body("errors.code", contains("UNIT_HAS_PEOPLE", "UNIT_HAS_POSITIONS"));
            close(tree.top, "{}").statusCode(409).body("errors.code", contains("UNIT_HAS_SUBUNITS"));
        }

        @Test
        void an_empty_unit_ends_and_takes_nothing_any_more() {
            var empty = tree.unit("D.01.77", "Bidang Persandian", "BIDANG", tree.top);
            close(empty, "{\"closedOn\": \"2026-01-31\"}").statusCode(200).body("closedOn", equalTo("2026-01-31"));
            close(empty, "{}").statusCode(409).body("errors.code", contains("UNIT_CLOSED"));
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body(body("D.01.78", empty).replace("2021-01-01", "2026-06-01"))
                    .post(UNITS)
                    .then()
                    .statusCode(422)
                    .body("errors.code", contains("PARENT_NOT_OPEN"));
            assertThat(TestAgency.query(
                            "select ends_on from unit_placements where unit_id = x'" + TestAgency.hex(empty) + "'"))
                    .isEqualTo("2026-01-31");
        }

        @Test
        void not_with_a_day_that_is_to_come() {
            var empty = tree.unit("D.01.79", "Bidang Persandian", "BIDANG", tree.top);
            close(empty, "{\"closedOn\": \"2199-01-01\"}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/closedOn"));
        }
    }
}
