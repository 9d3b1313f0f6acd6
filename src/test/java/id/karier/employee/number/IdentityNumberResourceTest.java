package id.karier.employee.number;

import static id.karier.history.Office.below;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class IdentityNumberResourceTest {
    private static final String PATH = "identity-numbers";
    private static final LocalDate BIRTH = LocalDate.of(1980, 2, 29);
    private static final LocalDate APPOINTED = LocalDate.of(2005, 1, 1);

    private Office office;
    private UUID person;
    private String next;

    @BeforeEach
    void own_agency() {
        office = Office.called("number");
        person = office.person();
        next = office.number("PNS", BIRTH, APPOINTED);
    }

    private static String correction(String number, String kind, String startsOn, String more) {
        return "{\"number\": \"%s\", \"kind\": \"%s\", \"startsOn\": \"%s\", \"decreeNumber\": \"01/KONVERSI\", \"decreeDate\": \"2020-02-20\"%s}"
                .formatted(number, kind, startsOn, more);
    }

    @Test
    void a_new_number_ends_the_present_one_and_finds_the_person() {
        var old = office.column(person, "identity_number");
        var address = office.post(person, PATH, correction(next, "PNS", "2020-03-01", ""))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("number", equalTo(next))
                .body("endsOn", nullValue())
                .extract()
                .header("Location");
        office.agency
                .as(Role.PIMPINAN)
                .get(address)
                .then()
                .statusCode(200)
                .body("decreeNumber", equalTo("01/KONVERSI"));
        office.agency
                .as(Role.SDM)
                .get(below(person, PATH))
                .then()
                .statusCode(200)
                .body("items.number", contains(next, old))
                .body("items[1].endsOn", equalTo("2020-02-29"));
        for (var number : new String[] {old, next}) {
            office.agency
                    .as(Role.SDM)
                    .contentType("application/json")
                    .body("{\"identityNumber\": \"" + number + "\"}")
                    .post("/api/v1/employees/search")
                    .then()
                    .body("items.identityNumber", contains(next));
        }
    }

    @Test
    void a_corrected_birth_date_is_taken_over_and_moves_the_retirement() {
        office.add(person, "positions", Office.holding(office.analyst, "2020-01-01", ""));
        var number = office.number("PNS", LocalDate.of(1981, 5, 17), APPOINTED);
        office.post(person, PATH, correction(number, "PNS", "2020-03-01", ""))
                .statusCode(422)
                .body("errors.code", contains("NUMBER_CONTRADICTS_BIRTH_DATE"));
        office.post(person, PATH, correction(number, "PNS", "2020-03-01", ", \"correctsPerson\": true"))
                .statusCode(201);
        assertThat(office.column(person, "concat(birth_date, ' ', retirement_on)"))
                .isEqualTo("1981-05-17 2039-06-01");
    }

    @Test
    void the_same_number_may_change_its_kind_only() {
        var number = office.column(person, "identity_number");
        office.post(person, PATH, correction(number, "PNS", "2020-03-01", ""))
                .statusCode(422)
                .body("errors.code", contains("NUMBER_UNCHANGED"));
        office.post(person, PATH, correction(number, "CPNS", "2020-03-01", "")).statusCode(201);
        assertThat(office.column(person, "kind")).isEqualTo("CPNS");
    }

    @Test
    void the_number_of_a_colleague_is_taken() {
        var colleague = office.person();
        office.post(person, PATH, correction(office.column(colleague, "identity_number"), "PNS", "2020-03-01", ""))
                .statusCode(409)
                .body("errors.pointer", contains("/number"));
    }

    @ParameterizedTest
    @CsvSource({
        "startsOn, 2005-01-01, 422, /startsOn",
        "startsOn, 2999-01-01, 422, /startsOn",
        "startsOn, 2020-02-30, 400, /startsOn",
        "decreeDate, 2999-01-01, 422, /decreeDate",
        "kind, PPPK, 422, /kind",
        "number, 198002292005011, 400, /number",
        "number, 198002302005012001, 422, /number"
    })
    void what_is_wrong_is_named(String member, String value, int status, String pointer) {
        var body = correction(next, "PNS", "2020-03-01", "")
                .replaceAll("\"" + member + "\": \"[^\"]*\"", "\"" + member + "\": \"" + value + "\"");
        office.post(person, PATH, body).statusCode(status).body("errors.pointer", contains(pointer));
        assertThat(office.changes(person, "identity-number", "CREATED")).isOne();
    }

    @Test
    void nobody_reaches_what_is_not_hers() {
        TestAgency.anonymous().get(below(person, PATH)).then().statusCode(401);
        office.agency
                .as(Role.PIMPINAN)
                .contentType("application/json")
                .body(correction(next, "PNS", "2020-03-01", ""))
                .post(below(person, PATH))
                .then()
                .statusCode(403);
        var other = TestAgency.called("number-other");
        other.as(Role.SDM).get(below(person, PATH)).then().statusCode(404);
        other.as(Role.SDM)
                .contentType("application/json")
                .body(correction(next, "PNS", "2020-03-01", ""))
                .post(below(person, PATH))
                .then()
                .statusCode(404);
        office.agency
                .as(office.person(), Role.ASN)
                .get(below(person, PATH))
                .then()
                .statusCode(404);
    }
}
