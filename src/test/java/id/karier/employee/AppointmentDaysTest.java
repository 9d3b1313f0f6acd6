package id.karier.employee;

import static id.karier.history.Office.below;
import static id.karier.history.Office.holding;
import static id.karier.history.Office.rank;
import static id.karier.history.Office.standing;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of the first and the permanent appointment can be true of the person, whichever way they are written. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AppointmentDaysTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));
    private static final LocalDate BORN = LocalDate.of(1980, 2, 29);

    private Office office;

    @BeforeEach
    void own_agency() {
        office = Office.called("days");
    }

    private static String day(String said) {
        return switch (said) {
            case "tomorrow" -> TODAY.plusDays(1).toString();
            case "next year" -> TODAY.plusYears(1).toString();
            case "later" -> TODAY.plusYears(1).plusDays(1).toString();
            default -> said;
        };
    }

    private ValidatableResponse register(String kind, String first, String permanent) {
        return office.agency
                .as(Role.SDM)
                .contentType(JSON)
                .body("""
                    {"identityNumber": "%s", "kind": "%s", "birthDate": "%s", "sex": "F",
                     "profile": {"name": "Ratna", "status": "ACTIVE", "firstAppointmentOn": "%s"%s}}""".formatted(
                                office.number(kind, BORN, LocalDate.of(2005, 1, 1)),
                                kind,
                                BORN,
                                first,
                                permanent == null ? "" : ", \"permanentOn\": \"" + permanent + "\""))
                .post("/api/v1/employees")
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "PNS, 1900-01-01, , firstAppointmentOn, BEFORE_BIRTH",
        "PNS, 1980-02-29, , firstAppointmentOn, BEFORE_BIRTH",
        "PNS, 1998-02-27, , firstAppointmentOn, APPOINTED_TOO_YOUNG",
        "PNS, 1998-02-28, , , ",
        "PPPK, 2000-02-28, , firstAppointmentOn, APPOINTED_TOO_YOUNG",
        "PPPK, 2000-02-29, , , ",
        "PPPK_PARUH_WAKTU, 2000-02-28, , firstAppointmentOn, APPOINTED_TOO_YOUNG",
        "PNS, 2999-01-01, , firstAppointmentOn, TOO_FAR_AHEAD",
        "PNS, later, , firstAppointmentOn, TOO_FAR_AHEAD",
        "PNS, next year, , , ",
        "PNS, 2005-01-01, 1900-01-01, permanentOn, PERMANENT_BEFORE_APPOINTMENT",
        "PNS, 2005-01-01, 2004-12-31, permanentOn, PERMANENT_BEFORE_APPOINTMENT",
        "PNS, 2005-01-01, 2005-01-01, , ",
        "PNS, 2005-01-01, 2999-01-01, permanentOn, DAY_IN_FUTURE",
        "PNS, 2005-01-01, tomorrow, permanentOn, DAY_IN_FUTURE",
        "CPNS, 2005-01-01, 2006-01-01, permanentOn, PERMANENT_BY_DECREE"
    })
    void what_cannot_be_is_refused_at_registration_and_in_a_patch(
            String kind, String first, String permanent, String member, String code) {
        var registered = register(kind, day(first), permanent == null ? null : day(permanent));
        var person = office.person(kind, BORN, LocalDate.of(2005, 1, 1));
        var patched = office.patch(
                "/api/v1/employees/" + person,
                0,
                "{\"firstAppointmentOn\": \"%s\"%s}"
                        .formatted(
                                day(first), permanent == null ? "" : ", \"permanentOn\": \"" + day(permanent) + "\""));
        if (code == null) {
            registered.statusCode(201);
            patched.statusCode(200).body("firstAppointmentOn", equalTo(day(first)));
        } else {
            registered
                    .statusCode(422)
                    .body("errors.code", contains(code))
                    .body("errors.pointer", contains("/profile/" + member));
            patched.statusCode(422).body("errors.code", contains(code)).body("errors.pointer", contains("/" + member));
        }
    }

    /** The number of somebody of long ago may itself name a month before the least age: the number is the witness. */
    @Test
    void a_number_that_names_an_earlier_month_is_believed() {
        var born = LocalDate.of(1950, 6, 1);
        var person = office.person("PNS", born, LocalDate.of(1967, 3, 1));
        office.patch("/api/v1/employees/" + person, 0, "{\"firstAppointmentOn\": \"1967-02-01\"}")
                .statusCode(422)
                .body("errors.code", contains("APPOINTED_TOO_YOUNG"));
    }

    @Test
    void what_was_stored_before_the_rule_does_not_keep_a_name_from_being_corrected() {
        var person = office.person();
        id.karier.testing.TestAgency.sql("update employees set permanent_on = '2999-01-01' where id = x'"
                + id.karier.testing.TestAgency.hex(person) + "'");
        office.patch("/api/v1/employees/" + person, 0, "{\"name\": \"Sari Dewi\"}")
                .statusCode(200);
        office.patch("/api/v1/employees/" + person, 1, "{\"permanentOn\": null}")
                .statusCode(200)
                .body("permanentOn", nullValue());
    }

    private ValidatableResponse patch(UUID person, String body) {
        return office.agency
                .as(Role.SDM)
                .contentType(Office.MERGE_PATCH)
                .header("If-Match", "*")
                .body(body)
                .patch("/api/v1/employees/" + person)
                .then();
    }

    @Test
    void nothing_of_the_service_is_left_before_a_later_first_day() {
        var person = office.person();
        office.add(person, "ranks", rank("III/a", "2005-01-01"));
        office.add(person, "positions", holding(office.analyst, "2010-01-01", ""));
        patch(person, "{\"firstAppointmentOn\": \"2005-01-02\"}")
                .statusCode(422)
                .body("errors.code", contains("ENTRY_BEFORE_APPOINTMENT"))
                .body("errors.pointer", contains("/firstAppointmentOn"));
        patch(person, "{\"firstAppointmentOn\": \"2004-12-01\"}").statusCode(200);
    }

    @Test
    void a_corrected_birth_date_leaves_her_old_enough_at_the_first_appointment() {
        var person = office.person();
        var number = office.number("PNS", LocalDate.of(1990, 5, 17), LocalDate.of(2010, 1, 1));
        office.post(person, "identity-numbers", """
                    {"number": "%s", "kind": "PNS", "startsOn": "2020-03-01", "decreeNumber": "01", "decreeDate": "2020-02-20",
                     "correctsPerson": true}""".formatted(number))
                .statusCode(422)
                .body("errors.code", contains("APPOINTED_TOO_YOUNG"))
                .body("errors.pointer", contains("/number"));
    }

    @ParameterizedTest
    @CsvSource({"startsOn, 2004-12-31", "decreeDate, 1900-01-01"})
    void a_number_is_no_older_than_the_service(String member, String day) {
        var person = office.person();
        office.agency.as(Role.SDM).get(below(person, "identity-numbers"));
        var body = """
                {"number": "%s", "kind": "PNS", "startsOn": "2020-03-01", "decreeNumber": "01", "decreeDate": "2020-02-20"}""".formatted(office.number("PNS", BORN, LocalDate.of(2006, 1, 1)))
                .replaceAll("\"" + member + "\": \"[^\"]*\"", "\"" + member + "\": \"" + day + "\"");
        office.post(person, "identity-numbers", body)
                .statusCode(422)
                .body("errors.code", hasItem("BEFORE_APPOINTMENT"))
                .body("errors.pointer", hasItem("/" + member));
    }

    @Test
    void a_candidate_becomes_permanent_by_a_decree_of_her_service_and_while_she_serves() {
        var candidate = office.person("CPNS", LocalDate.of(1995, 2, 28), LocalDate.of(2020, 2, 1));
        var body = "{\"startsOn\": \"2021-03-01\", \"decreeNumber\": \"821.1/9\", \"decreeDate\": \"%s\"}";
        office.post(candidate, "permanent-appointment", body.formatted("1900-01-01"))
                .statusCode(422)
                .body("errors.code", contains("BEFORE_APPOINTMENT"));
        office.add(candidate, "statuses", standing("DISMISSED", "2021-02-01", ""));
        office.post(candidate, "permanent-appointment", body.formatted("2021-01-20"))
                .statusCode(422)
                .body("errors.code", contains("HAS_LEFT"))
                .body("errors.pointer", contains("/startsOn"));
    }

    @Test
    void who_is_a_candidate_again_by_a_decree_is_not_permanent() {
        UUID person = office.person();
        office.patch("/api/v1/employees/" + person, 0, "{\"permanentOn\": \"2006-03-01\"}")
                .statusCode(200);
        office.post(person, "identity-numbers", """
                    {"number": "%s", "kind": "CPNS", "startsOn": "2020-03-01", "decreeNumber": "01",
                     "decreeDate": "2020-02-20"}""".formatted(office.column(person, "identity_number")))
                .statusCode(201);
        office.agency
                .as(Role.SDM)
                .get("/api/v1/employees/" + person)
                .then()
                .body("kind", equalTo("CPNS"))
                .body("permanentOn", nullValue());
    }
}
