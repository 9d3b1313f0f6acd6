package id.karier.kernel.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import id.karier.employee.EmployeeFixtures;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal says what would be taken, so that nobody has to look for an example elsewhere. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ExpectedTest {
    private final TestAgency agency = TestAgency.called("pesan");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/employees?status=AKTIF|status|ACTIVE, ",
                "/api/v1/employees?retiringFrom=2027-13-01|retiringFrom|2026-04-01",
                "/api/v1/employees?unit=dinas|unit|01980a52-7c1e-7000-8000-000000000001",
                "/api/v1/employees?total=ya|total|true atau false",
                "/api/v1/changes?after=satu|after|bilangan bulat"
            })
    void a_parameter_that_cannot_be_read_says_what_can(String address, String name, String told) {
        agency.as(Role.SDM)
                .get(address)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(name))
                .body("errors.code", hasItem("PARAMETER_UNREADABLE"))
                .body("errors.detail", hasItem(containsString(told)));
    }

    @Test
    void a_member_that_is_not_known_is_told_those_that_are() {
        post("{\"kode\": \"D.01\"}")
                .body("code", equalTo("UNKNOWN_MEMBER"))
                .body("errors.pointer", hasItem("/kode"))
                .body("errors.detail", hasItem(containsString("code, decreeDate, decreeNumber, kind, name")));
    }

    @Test
    void all_members_that_are_not_known_are_told_at_once_each_with_its_place() {
        var body = EmployeeFixtures.body(EmployeeFixtures.number(), "Sari")
                .replace("\"kind\": \"PNS\"", "\"kind\": \"PNS\", \"zodiak\": {\"a\": [1]}, \"hobi\": \"catur\"")
                .replace("\"status\"", "\"shoe~size\": 39, \"status\"")
                .replace("\"phone\"", "\"fax\": null, \"phone\"");
        agency.as(Role.SDM)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/employees")
                .then()
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_MEMBER"))
                .body("errors.pointer", contains("/hobi", "/personalData/fax", "/profile/shoe~0size", "/zodiak"))
                .body("errors[0].detail", containsString("birthDate, identityNumber, kind"))
                .body("errors[1].detail", containsString("nik, npwp, phone"));
        var id = EmployeeFixtures.register(agency, "Sari Lain");
        agency.as(Role.SDM)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"hobi\": 1, \"zodiak\": \"x\", \"religion\": \"HINDU\"}")
                .patch("/api/v1/employees/" + id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/hobi", "/zodiak"));
    }

    @Test
    void a_member_that_cannot_be_read_is_told_how_it_is_written() {
        unit("D.01", "2021-02-31").body("errors.detail", hasItem(containsString("2026-04-01")));
        post("{\"code\": [\"D.01\"]}").body("errors.detail", hasItem("Isi dengan teks dalam tanda kutip."));
        agency.as(Role.ADMIN)
                .contentType("application/json")
                .body("{\"username\": \"uji\", \"displayName\": \"Uji\", \"roles\": [\"RAJA\"]}")
                .post("/api/v1/accounts")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/roles/0"))
                .body("errors.detail", hasItem(containsString("ASN, ATASAN, SDM")));
    }

    @Test
    void a_text_of_another_form_is_shown_one_of_the_right_form() {
        unit("kode dengan spasi", "2021-01-01")
                .body("errors.code", hasItem("PATTERN"))
                .body("errors.detail", hasItem("Bentuknya tidak sesuai; tulis seperti 2.16.01.03."));
    }

    @Test
    void it_is_told_in_english_too() {
        agency.as(Role.SDM)
                .header("Accept-Language", "en")
                .get("/api/v1/employees?status=AKTIF")
                .then()
                .statusCode(400)
                .body("errors.detail", hasItem(containsString("Send one of: ACTIVE, ")));
    }

    private ValidatableResponse unit(String code, String openedOn) {
        return post("{\"code\": \"" + code + "\", \"name\": \"Dinas\", \"kind\": \"DINAS\", \"openedOn\": \"" + openedOn
                + "\"}");
    }

    private ValidatableResponse post(String body) {
        return agency.as(Role.SDM)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/units")
                .then()
                .statusCode(400);
    }
}
