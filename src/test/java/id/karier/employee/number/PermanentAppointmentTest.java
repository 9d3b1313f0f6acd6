package id.karier.employee.number;

import static id.karier.history.Office.below;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From candidate to permanent civil servant. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PermanentAppointmentTest {
    private Office office;
    private UUID candidate;

    @BeforeEach
    void a_candidate() {
        office = Office.called("permanent");
        candidate = office.person("CPNS", LocalDate.of(1995, 2, 28), LocalDate.of(2020, 2, 1));
    }

    private ValidatableResponse appoint(UUID person, String startsOn, String reason) {
        return office.post(
                person,
                "permanent-appointment",
                "{\"startsOn\": \"%s\", \"decreeNumber\": \"821.1/9\", \"decreeDate\": \"2021-01-20\"%s}"
                        .formatted(startsOn, reason == null ? "" : ", \"reason\": \"" + reason + "\""));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-31, , /startsOn PROBATION_TOO_SHORT",
        "2021-01-31, Berprestasi, /startsOn PROBATION_TOO_SHORT",
        "2021-02-01, , ",
        "2022-02-01, , ",
        "2022-02-02, , /reason PROBATION_TOO_LONG",
        "2022-02-02, Pelatihan dasar tertunda, ",
        "2099-01-01, Menunggu, /startsOn DAY_IN_FUTURE"
    })
    void probation_lasts_one_to_two_years(String startsOn, String reason, String refusal) {
        var answer = appoint(candidate, startsOn, reason);
        if (refusal == null) {
            answer.statusCode(200).body("kind", equalTo("PNS")).body("permanentOn", equalTo(startsOn));
        } else {
            answer.statusCode(422)
                    .body("errors.pointer", hasItem(refusal.split(" ")[0]))
                    .body("errors.code", hasItem(refusal.split(" ")[1]));
        }
    }

    @Test
    void the_number_stays_and_its_history_has_the_decree() {
        var number = office.column(candidate, "identity_number");
        appoint(candidate, "2021-03-01", null)
                .statusCode(200)
                .body("identityNumber", equalTo(number))
                .header("ETag", "\"1\"");
        office.agency
                .as(Role.SDM)
                .get(below(candidate, "identity-numbers"))
                .then()
                .body("items.kind", contains("PNS", "CPNS"))
                .body("items.number", contains(number, number))
                .body("items.endsOn", contains(nullValue(), equalTo("2021-02-28")))
                .body("items[0].decreeNumber", equalTo("821.1/9"));
        office.agency
                .as(Role.SDM)
                .get(below(candidate, "timeline") + "?asOf=2021-02-28")
                .then()
                .body("kind", equalTo("CPNS"));
        appoint(candidate, "2021-03-01", null).statusCode(422).body("errors.code", hasItem("NOT_A_CANDIDATE"));
    }

    @Test
    void only_a_candidate_is_appointed_and_the_profile_says_where() {
        appoint(office.person(), "2021-03-01", null).statusCode(422).body("errors.code", hasItem("NOT_A_CANDIDATE"));
        office.patch("/api/v1/employees/" + candidate, 0, "{\"permanentOn\": \"2021-03-01\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("PERMANENT_BY_DECREE"))
                .body("errors[0].detail", containsString("/permanent-appointment"));
        office.patch("/api/v1/employees/" + office.person(), 0, "{\"permanentOn\": \"2006-03-01\"}")
                .statusCode(200);
    }

    @Test
    void a_part_time_contract_has_the_ranks_and_the_number_of_a_contract() {
        var contract = office.person("PPPK_PARUH_WAKTU", LocalDate.of(1990, 3, 5), LocalDate.of(2025, 10, 1));
        office.post(contract, "ranks", Office.rank("IX", "2025-10-01")).statusCode(201);
        office.post(contract, "ranks", Office.rank("III/a", "2025-10-02"))
                .statusCode(422)
                .body("errors.code", hasItem("RANK_OF_OTHER_KIND"));
        office.agency
                .as(Role.SDM)
                .get("/api/v1/employees?kind=PPPK_PARUH_WAKTU")
                .then()
                .body("items.id", contains(contract.toString()));
        appoint(contract, "2026-10-01", null)
                .statusCode(422)
                .body("errors.code", contains("NOT_A_CANDIDATE"))
                .body("errors[0].detail", containsString("perjanjian kerja tidak berlanjut menjadi PNS"));
    }
}
