package id.karier.employee;

import static id.karier.testing.TestAgency.hex;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a list of people says, what it may be narrowed by, and how people are found. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EmployeeListTest {
    private static final String EMPLOYEES = "/api/v1/employees";

    private final Office office = Office.called("daftar");
    private final TestAgency agency = office.agency;

    private UUID register(String name) {
        return UUID.fromString(agency.as(Role.SDM)
                .contentType(JSON)
                .body(EmployeeFixtures.body(EmployeeFixtures.number(), name))
                .post(EMPLOYEES)
                .then()
                .statusCode(201)
                .body("name", equalTo(name))
                .extract()
                .path("id"));
    }

    private ValidatableResponse search(String q) {
        return agency.as(Role.SDM)
                .contentType(JSON)
                .body("{\"q\": \"" + q + "\"}")
                .post(EMPLOYEES + "/search")
                .then();
    }

    private ValidatableResponse list(String query, Role... roles) {
        return agency.as(roles).get(EMPLOYEES + query).then();
    }

    @Test
    void a_row_says_what_a_copy_needs() {
        var id = register("Sari Widuri");
        var single = agency.as(Role.SDM).get(EMPLOYEES + "/" + id).jsonPath();
        var row = list("", Role.SDM).statusCode(200).extract().jsonPath();
        for (var member : List.of(
                "identityNumber",
                "backTitles",
                "birthDate",
                "sex",
                "firstAppointmentOn",
                "source",
                "updatedAt",
                "version")) {
            assertThat(row.getString("items[0]." + member)).as(member).isEqualTo(single.getString(member));
        }
        assertThat(row.getString("items[0].nik")).isNull();
    }

    @Test
    void only_what_has_changed_since_comes_in_the_order_of_changing() {
        var first = register("Zaki");
        var second = register("Ani");
        TestAgency.sql("update employees set updated_at = '2026-01-01 00:00:00.123' where id = x'" + hex(first) + "'");
        TestAgency.sql("update employees set updated_at = '2026-02-01 00:00:00.456' where id = x'" + hex(second) + "'");
        list("?updatedSince=2026-01-01T00:00:00.123Z", Role.SDM)
                .body("items.id", contains(first.toString(), second.toString()));
        list("?updatedSince=2026-01-01T00:00:00.124Z", Role.SDM).body("items.id", contains(second.toString()));
        var page = list("?updatedSince=2026-01-01T00:00:00Z&limit=1", Role.SDM)
                .body("items.id", contains(first.toString()))
                .extract();
        agency.as(Role.SDM)
                .queryParam("updatedSince", "2026-01-01T00:00:00Z")
                .queryParam("limit", 1)
                .queryParam("cursor", page.<String>path("next"))
                .get(EMPLOYEES)
                .then()
                .body("items.id", contains(second.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "rank, rank=V/z",
        "retiringUntil, retiringFrom=2030-01-01&retiringUntil=2029-12-31",
        "updatedSince, updatedSince=kemarin",
        "updatedSince, updatedSince=%2B1000000-01-01T00:00:00Z",
        "directReports, directReports=ya"
    })
    void a_filter_that_cannot_be_is_refused_by_its_name(String name, String query) {
        list("?" + query, Role.SDM).statusCode(400).body("errors.pointer", contains(name));
    }

    @Test
    void a_search_names_the_place_of_such_a_filter() {
        agency.as(Role.SDM)
                .contentType(JSON)
                .body("{\"filter\": {\"rank\": \"V/z\"}}")
                .post(EMPLOYEES + "/search")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/filter/rank"));
    }

    @Test
    void kinds_of_units_and_agencies_are_of_their_lists() {
        agency.as(Role.SDM)
                .get("/api/v1/units?kind=NOPE")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("kind"));
        agency.as(Role.SDM)
                .get("/api/v1/agencies?kind=NOPE")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("kind"));
        agency.as(Role.SDM)
                .get("/api/v1/competencies?jobFamily=NOPE")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("jobFamily"));
    }

    @Test
    void who_has_no_day_of_retirement_retires_in_no_window() {
        register("Sari");
        TestAgency.sql("update employees set retirement_on = '9999-12-31' where agency = '" + agency.code + "'");
        list("?retiringFrom=2090-01-01", Role.SDM).body("items", empty());
        list("?retiringFrom=2090-01-01&retiringUntil=9999-12-31&total=true", Role.SDM)
                .body("total", equalTo(0));
        list("", Role.SDM).body("items", hasSize(1));
    }

    @Test
    void a_leader_sees_whom_she_leads_directly_and_not_herself() {
        var chief = office.person();
        var deputy = office.person();
        var worker = office.person();
        var clerk = office.person();
        var top = office.position("KADIS", "Kepala Dinas", "JPT_PRATAMA", office.department, true);
        var secretary = office.position("SEK", "Analis Dinas", "PELAKSANA", office.department, false);
        office.add(chief, "positions", Office.holding(top, "2020-01-01", ""));
        office.add(clerk, "positions", Office.holding(secretary, "2020-01-01", ""));
        office.add(deputy, "positions", Office.holding(office.head, "2020-01-01", ""));
        office.add(worker, "positions", Office.holding(office.analyst, "2020-01-01", ""));
        agency.as(chief, Role.ATASAN).get(EMPLOYEES).then().body("items", hasSize(4));
        agency.as(chief, Role.ATASAN)
                .get(EMPLOYEES + "?withoutMe=true")
                .then()
                .body("items", hasSize(3))
                .body("items.id", not(hasItem(chief.toString())));
        agency.as(chief, Role.ATASAN)
                .get(EMPLOYEES + "?directReports=true")
                .then()
                .body("items.id", containsInAnyOrder(deputy.toString(), clerk.toString()));
        agency.as(deputy, Role.ATASAN)
                .get(EMPLOYEES + "?directReports=true")
                .then()
                .body("items.id", contains(worker.toString()));
        list("?directReports=true", Role.SDM).body("items", empty());
    }

    @Test
    void me_says_how_she_is_called_what_she_is_and_when_she_retires() {
        var id = register("Sari Widuri");
        var account = agency.account(id.toString(), Role.ASN.name());
        TestAgency.sql(
                "insert into accounts (id, agency, username, display_name, employee_id, password_hash, updated_at)"
                        + " values (x'" + hex(account) + "', '" + agency.code + "', 'saya-" + agency.code
                        + "', 'Sari', x'"
                        + hex(id) + "', '-', now())");
        TestAgency.sql("update employees set retirement_on = '2054-09-01' where id = x'" + hex(id) + "'");
        agency.as(id, Role.ASN)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("employee.fullName", equalTo("Sari Widuri, S.Kom."))
                .body("employee.kind", equalTo("PNS"))
                .body("employee.status", equalTo("ACTIVE"))
                .body("employee.retirementOn", equalTo("2054-09-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nur'aini", "nur\u2019aini", "NUR\u02bcAINI", "nur`aini", "Nur\u2018"})
    void every_apostrophe_finds_every_apostrophe(String typed) {
        var straight = register("Nur'aini");
        var curly = register("Nur\u2019aini Hasanah");
        search(typed).body("items.id", containsInAnyOrder(straight.toString(), curly.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maruf|Maruf Amin|Ma'ruf Amin",
                "ma'ruf amin|Maruf Amin|Ma'ruf Amin",
                "amin'|Maruf Amin|Ma'ruf Amin",
                "amin\u2019 |Maruf Amin|Ma'ruf Amin",
                "nuraini|Nuraini Sari|Nur-Aini Sari",
                "nur-aini sari|Nuraini Sari|Nur-Aini Sari",
                "nur-aini|Nur Aini|Nur\u2010Aini",
                "aini|Nur Aini|Nur-Aini",
                "sa'adah-nur|Saadah-Nur|Sa'adah Nur"
            })
    void one_name_is_found_however_it_is_written(String typed, String one, String other) {
        var found = List.of(register(one).toString(), register(other).toString());
        register("Orang Lain");
        search(typed).body("items.id", containsInAnyOrder(found.toArray()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr. Siti Aminah, S.Kom., M.T.",
                "Prof. Dr. Ir. Hj. Siti Aminah, S.Kom, MT",
                "dr siti aminah",
                "Dra.Siti Aminah",
                "Siti Aminah S.Kom. M.T.",
                "SITI AMINAH, S. Kom., M. T.",
                "Aminah, Siti",
                "H. Siti",
                "siti am"
            })
    void titles_that_are_pasted_with_a_name_do_not_hide_it(String typed) {
        var id = register("Siti Aminah").toString();
        register("Siti Rahayu Lain");
        register("Drajat Irawan");
        search(typed).body("items.id", hasItem(id));
        if (typed.contains("minah")) {
            search(typed).body("items", hasSize(1));
        }
    }

    @Test
    void what_is_typed_so_far_may_look_like_a_title() {
        var id = register("Drajat Mahendra").toString();
        search("dr").body("items.id", contains(id));
        search("drajat ma").body("items.id", contains(id));
        search("Dr.").body("items.id", contains(id));
    }

    @Test
    void words_that_were_stored_before_are_mended_by_the_migration() throws IOException {
        var id = register("Ma'ruf Nur-Aini, H");
        TestAgency.sql("delete from employee_name_words where employee_id = x'" + hex(id) + "'");
        for (var word : List.of("ma''ruf", "nur", "aini", "h")) {
            TestAgency.sql("insert into employee_name_words (agency, word, employee_id) values ('" + agency.code
                    + "', '" + word + "', x'" + hex(id) + "')");
        }
        search("maruf").body("items", empty());
        var migration = Path.of("src/main/resources/db/migration/V1185__names_without_signs.sql");
        for (var statement : Files.readString(migration).split(";\n")) {
            TestAgency.sql(statement);
        }
        search("maruf nuraini").body("items.id", contains(id.toString()));
        assertThat(TestAgency.query("select group_concat(word order by word) from employee_name_words where"
                        + " employee_id = x'" + hex(id) + "'"))
                .isEqualTo("aini,h,maruf,nur,nuraini");
    }

    @ParameterizedTest
    @ValueSource(strings = {"units", "positions"})
    void names_of_places_too(String list) {
        var unit = office.unit("J", "Bidang Jum\u2019at", null);
        office.position("JUM", "Petugas Jum\u2019at", "PELAKSANA", unit, false);
        agency.as(Role.SDM)
                .queryParam("q", list.equals("units") ? "Bidang Jum'" : "Petugas Jum'a")
                .get("/api/v1/" + list)
                .then()
                .body("items", hasSize(1));
        agency.as(Role.SDM)
                .queryParam("q", list.equals("units") ? "Bidang Jum\u2019at'" : "Petugas Jum\u2019at\u2018")
                .get("/api/v1/" + list)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void a_number_is_found_as_it_is_written_on_paper() {
        var number = EmployeeFixtures.number();
        agency.as(Role.SDM)
                .contentType(JSON)
                .body(EmployeeFixtures.body(number, "Sari"))
                .post(EMPLOYEES);
        for (var between : List.of(" ", ".", "-", "\u00a0")) {
            search(number.substring(0, 8)
                            + between
                            + number.substring(8, 14)
                            + between
                            + number.substring(14, 15)
                            + between
                            + number.substring(15))
                    .body("items.identityNumber", contains(number));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "%", "_", "'", "\u2019", ".", "!!", "\ud83d\ude00", "\u0301", "- -"})
    void signs_alone_find_nobody_in_any_list(String signs) {
        register("Sari");
        search(signs).statusCode(200).body("items", empty());
        for (var list : List.of("units", "positions", "competencies")) {
            var answer = agency.as(Role.SDM)
                    .queryParam("q", signs)
                    .get("/api/v1/" + list)
                    .then();
            if (answer.extract().statusCode() != 400) {
                answer.statusCode(200).body("items", empty());
            }
        }
        agency.as(Role.ADMIN)
                .contentType(JSON)
                .body(Map.of("q", signs))
                .post("/api/v1/accounts/search")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void what_nobody_sees_is_refused() {
        search("\u200b").statusCode(400).body("code", notNullValue());
    }
}
