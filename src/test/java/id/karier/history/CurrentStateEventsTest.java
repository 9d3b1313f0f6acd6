package id.karier.history;

import static id.karier.history.Office.below;
import static id.karier.history.Office.held;
import static id.karier.history.Office.holding;
import static id.karier.history.Office.rank;
import static id.karier.history.Office.until;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestClock;
import id.karier.testing.TestDatabase;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is written, and wherever, the person's own columns say the same as her histories. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CurrentStateEventsTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    private Office office;
    private UUID person;

    @BeforeEach
    void somebody_in_a_position() {
        office = Office.called("events");
        person = office.person();
        office.add(person, "positions", holding(office.analyst, "2020-01-01", ""));
    }

    private ValidatableResponse patch(String kind, UUID id, String body) {
        return office.patch("/api/v1/" + kind + "/" + id, 0, body).statusCode(200);
    }

    private ValidatableResponse read(UUID person) {
        return office.agency
                .as(Role.SDM)
                .get("/api/v1/employees/" + person)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'name': 'Analis Data'}; position.title; Analis Data",
                "{'level': 'JF_AHLI_UTAMA'}; position.level; JF_AHLI_UTAMA",
                "{'level': 'JF_AHLI_UTAMA'}; retirementOn; 2045-03-01",
                "{'retirementAge': 60}; retirementOn; 2040-03-01"
            })
    void a_changed_position_changes_whom_it_holds(String change, String member, String after) {
        patch("positions", office.analyst, change.replace('\'', '"'));
        read(person).header("ETag", "\"2\"").body(member, equalTo(after));
        assertThat(office.changes(person, "employee", "UPDATED")).isEqualTo(2);
    }

    @Test
    void an_age_that_is_taken_back_gives_the_level_s_again() {
        patch("positions", office.analyst, "{\"retirementAge\": 60}");
        office.patch("/api/v1/positions/" + office.analyst, 1, "{\"retirementAge\": null}")
                .statusCode(200);
        read(person).body("retirementOn", equalTo("2038-03-01"));
    }

    @Test
    void a_position_that_leads_from_now_on_makes_leaders_of_whom_it_holds_also_acting() {
        var acting = office.person();
        office.add(acting, "positions", holding(office.senior, "2020-01-01", ""));
        office.add(acting, "positions", held("PLT", office.analyst, "2024-01-01", ""));
        patch("positions", office.head, "{\"leadsUnit\": false}");
        patch("positions", office.analyst, "{\"leadsUnit\": true}");
        read(person).body("position.leadsUnit", equalTo(true));
        read(acting)
                .body("position.title", equalTo("Pranata Komputer Ahli Muda"))
                .body("position.leadsUnit", equalTo(true));
    }

    @Test
    void a_change_of_nothing_that_people_bear_leaves_them_alone() {
        patch("positions", office.analyst, "{\"headcount\": 7, \"jobClass\": 8}");
        patch("units", office.division, "{\"code\": \"D.1.x\"}");
        read(person).header("ETag", "\"1\"");
    }

    @Test
    void a_renamed_unit_is_renamed_for_its_people_and_for_nobody_else() {
        var other = office.person();
        office.add(other, "positions", holding(office.senior, "2020-01-01", ""));
        patch("units", office.division, "{\"name\": \"Bidang Layanan Digital\"}");
        read(person).header("ETag", "\"2\"").body("unit.name", equalTo("Bidang Layanan Digital"));
        read(other).header("ETag", "\"1\"").body("unit.name", equalTo("Bidang Statistik"));
    }

    @Test
    void who_is_in_a_moved_unit_is_found_where_it_stands_now() {
        var before = "/api/v1/employees?unit=" + office.otherDivision;
        office.agency.as(Role.SDM).get(before).then().body("items", hasSize(0));
        office.agency
                .as(Role.SDM)
                .contentType(JSON)
                .body("""
                        {"parentId": "%s", "startsOn": "%s", "decreeNumber": "060/1", "decreeDate": "%s"}""".formatted(office.otherDivision, TODAY, TODAY))
                .post("/api/v1/units/" + office.division + "/moves")
                .then()
                .statusCode(201);
        office.agency.as(Role.SDM).get(before).then().body("items.id", contains(person.toString()));
        read(person).header("ETag", "\"1\"").body("unit.name", equalTo("Bidang Aplikasi Informatika"));
    }

    @Test
    void a_corrected_birth_date_moves_the_retirement() {
        office.agency
                .as(Role.SDM)
                .contentType(JSON)
                .body("""
                        {"number": "%s", "kind": "PNS", "startsOn": "2024-03-01", "decreeNumber": "01/KOREKSI/2024",
                         "decreeDate": "2024-02-20", "correctsPerson": true}""".formatted(office.number("PNS", LocalDate.of(1981, 3, 15), LocalDate.of(2005, 1, 1))))
                .post(below(person, "identity-numbers"))
                .then()
                .statusCode(201);
        read(person).body("birthDate", equalTo("1981-03-15")).body("retirementOn", equalTo("2039-04-01"));
    }

    @Test
    void what_is_deleted_from_a_history_is_gone_from_today() {
        var rank = office.add(person, "ranks", rank("III/a", "2005-01-01"));
        var education = office.add(
                person,
                "educations",
                "{\"level\": \"S1\", \"field\": \"Matematika\", \"graduatedOn\": \"2003-08-01\"}");
        var acting = office.add(person, "positions", held("PLT", office.otherHead, "2024-01-01", ""));
        read(person)
                .body("rank.code", equalTo("III/a"))
                .body("education.level", equalTo("S1"))
                .body("position.leadsUnit", equalTo(true));
        for (var address : new String[] {rank, education, acting}) {
            office.delete(address, 0).statusCode(204);
        }
        read(person)
                .body("rank", nullValue())
                .body("education", nullValue())
                .body("position.leadsUnit", equalTo(false));
    }

    @Test
    void a_patched_entry_is_what_today_says() {
        var held = office.agency.as(Role.SDM).get(below(person, "positions")).path("items[0].id");
        office.patch(below(person, "positions/" + held), 0, "{\"endsOn\": \"2020-12-31\"}")
                .statusCode(200);
        read(person).body("position", nullValue()).body("unit", nullValue()).body("retirementOn", nullValue());
        office.add(
                person,
                "positions",
                holding(office.senior, "2021-01-01", until(TODAY.plusDays(9).toString())));
        read(person).body("position.title", equalTo("Pranata Komputer Ahli Muda"));
        patch("positions", office.senior, "{\"name\": \"Analis Senior\"}");
        read(person).body("position.title", equalTo("Analis Senior"));
    }

    /** No event tells of it: its day comes, or the release that ships it. */
    @Test
    void a_new_law_of_retirement_counts_for_coming_dates_once_it_is_known() throws IOException {
        var comes = TODAY.plusDays(30);
        var before = office.person("PNS", TODAY.minusYears(58).plusDays(10), LocalDate.of(1995, 1, 1));
        office.add(before, "positions", holding(office.senior, "2020-01-01", ""));
        var without = office.person();
        assertThat(retirement(person)).isEqualTo("2038-03-01|1");
        var retires = retirement(before);
        approve("BUP_BARU", comes);

        renewUntilKnown();
        assertThat(retirement(person)).isEqualTo("2041-03-01|2");
        assertThat(retirement(before)).as("reaches her age under the old law").isEqualTo(retires);
        assertThat(retirement(without)).isEqualTo("9999-12-31|0");
        var mark = office.column(person, "retirement_rules");

        renew();
        assertThat(office.column(person, "retirement_rules")).isEqualTo(mark);
        TestClock.on(comes, this::renew);
        assertThat(office.column(person, "retirement_rules"))
                .as("nothing is awaited any more")
                .isNotEqualTo(mark);
        assertThat(retirement(person)).as("no change, no version").isEqualTo("2041-03-01|2");
    }

    /** What another node approved is known within the seconds for which rule sets are remembered. */
    private void renewUntilKnown() {
        var before = retirement(person);
        var until = Instant.now().plusSeconds(30);
        do {
            renew();
        } while (retirement(person).equals(before) && Instant.now().isBefore(until));
    }

    private String retirement(UUID person) {
        return office.column(person, "concat(retirement_on, '|', version)");
    }

    private void renew() {
        Arc.container().instance(CurrentStateService.class).get().renewDue();
    }

    /** An own version of the office's agency, whose age at the analyst's level is 61. */
    private void approve(String version, LocalDate effectiveFrom) throws IOException {
        var document = (ObjectNode) new ObjectMapper()
                .readTree(Path.of("src/main/resources/rules/RETIREMENT/UU_20_2023.json")
                        .toFile());
        document.put("version", version).put("effectiveFrom", effectiveFrom.toString());
        ((ObjectNode) document.path("body").path("ages")).put("JF_AHLI_PERTAMA", 61);
        TestAgency.sql("""
                insert into agency_rule_sets (id, agency, kind, name, based_on, status, effective_from, document, proposed_by)
                values (x'%s', '%s', 'RETIREMENT', '%s', 'UU_20_2023', 'APPROVED', '%s', '%s', x'%s')""".formatted(
                        TestAgency.hex(UUID.randomUUID()),
                        office.agency.code,
                        version,
                        effectiveFrom,
                        document.toString().replace("\\", "\\\\").replace("'", "''"),
                        TestAgency.hex(UUID.randomUUID())));
    }
}
