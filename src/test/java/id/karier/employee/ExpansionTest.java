package id.karier.employee;

import static id.karier.history.Office.below;
import static id.karier.history.Office.holding;
import static id.karier.history.Office.rank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ExpansionTest {
    private static final String EVERYTHING =
            Arrays.stream(Expansion.values()).map(Enum::name).collect(Collectors.joining(","));
    private static final String TRAINING = """
            {"form": "KL_STRUKTURAL", "name": "Pelatihan %d", "startsOn": "2020-01-%02d", "endsOn": "2020-01-%02d",
             "hours": 8}""";

    private Office office;
    private UUID person;

    @BeforeEach
    void own_agency() {
        office = Office.called("expand");
        person = office.person();
    }

    private ValidatableResponse get(RequestSpecification who, String expand) {
        return who.queryParam("expand", expand)
                .get("/api/v1/employees/" + person)
                .then();
    }

    private ValidatableResponse get(String expand) {
        return get(office.agency.as(Role.SDM), expand);
    }

    private void live() {
        office.add(person, "positions", holding(office.analyst, "2015-01-01", Office.until("2019-12-31")));
        office.add(person, "positions", holding(office.senior, "2020-01-01", ""));
        office.add(person, "ranks", rank("III/a", "2005-01-01"));
        office.add(person, "ranks", rank("III/b", "2009-01-01"));
        office.add(
                person,
                "educations",
                "{\"level\": \"S1\", \"field\": \"Matematika\", \"graduatedOn\": \"2003-08-01\"}");
        office.add(person, "trainings", TRAINING.formatted(1, 1, 1));
        office.add(
                person,
                "awards",
                "{\"name\": \"Satyalancana\", \"grantedOn\": \"2015-08-17\", \"decreeNumber\": \"71/TK\","
                        + " \"decreeDate\": \"2015-08-04\"}");
        office.add(
                person,
                "disciplines",
                "{\"level\": \"RINGAN\", \"penalty\": \"R1\", \"startsOn\": \"2018-01-01\","
                        + " \"decreeNumber\": \"8/2018\", \"decreeDate\": \"2018-01-01\"}");
        office.add(
                person,
                "credits",
                "{\"basis\": \"CONVERSION\", \"level\": \"JF_AHLI_MUDA\", \"startsOn\": \"2024-01-01\","
                        + " \"endsOn\": \"2024-12-31\", \"credit\": 12.5}");
        office.add(
                person,
                "statuses",
                "{\"status\": \"UNPAID_LEAVE\", \"startsOn\": \"2016-01-01\", \"endsOn\": \"2017-12-31\","
                        + " \"decreeNumber\": \"851/1\", \"decreeDate\": \"2015-12-10\"}");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "unitPath")
    void each_is_what_its_own_address_answers(Expansion expansion) {
        live();
        var address = below(person, expansion == Expansion.identityNumbers ? "identity-numbers" : expansion.name());
        var itself = office.agency
                .as(Role.SDM)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
        var expanded = get(expansion.name())
                .statusCode(200)
                .body("expanded", aMapWithSize(1))
                .body("fullName", equalTo("Sari Widuri"))
                .extract()
                .jsonPath()
                .getMap("expanded." + expansion.name());
        assertThat(expanded).isEqualTo(itself);
        assertThat(expanded.get(expansion == Expansion.timeline ? "points" : "items"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isNotEmpty();
    }

    @Test
    void the_unit_path_begins_at_the_top() {
        get("unitPath").body("expanded.unitPath", hasSize(0));
        live();
        get("unitPath")
                .body("expanded.unitPath.name", contains("Dinas Komunikasi dan Informatika", "Bidang Statistik"))
                .body("expanded.unitPath[1].id", equalTo(office.otherDivision.toString()));
    }

    @Test
    void nothing_comes_along_unasked() {
        live();
        office.agency
                .as(Role.SDM)
                .get("/api/v1/employees/" + person)
                .then()
                .statusCode(200)
                .body("expanded", nullValue());
        get("").statusCode(400).body("errors.code", contains("PARAMETER_EMPTY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "RANKS", "ranks,", "ranks;awards", "ranks, awards", "personalData"})
    void what_is_not_on_the_list_is_refused(String expand) {
        get(office.agency.as(Role.SDM).header("Accept-Language", "en"), expand)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_PARAMETER"))
                .body("errors.pointer", contains("expand"))
                .body("errors.code", contains("EXPANSION_UNKNOWN"))
                .body("errors[0].detail", containsString("unitPath, identityNumbers, ranks"));
    }

    @Test
    void a_long_history_goes_on_at_its_address() {
        for (int i = 1; i <= 52; i++) {
            int day = (i + 1) / 2;
            office.add(person, "trainings", TRAINING.formatted(i, day, day));
        }
        var next = get("trainings")
                .body("expanded.trainings.items", hasSize(50))
                .body("expanded.trainings.items[0].startsOn", equalTo("2020-01-26"))
                .body("expanded.trainings.next", notNullValue())
                .extract()
                .<String>path("expanded.trainings.next");
        office.agency
                .as(Role.SDM)
                .queryParam("cursor", next)
                .get(below(person, "trainings"))
                .then()
                .statusCode(200)
                .body("items.startsOn", contains("2020-01-01", "2020-01-01"))
                .body("next", nullValue());
    }

    @Test
    void what_a_role_may_not_read_is_left_out() {
        live();
        get(office.agency.as(Role.ASESOR), "ranks,disciplines")
                .statusCode(200)
                .body("expanded", aMapWithSize(1))
                .body("expanded.ranks.items", hasSize(2));
        get(office.agency.as(Role.ASESOR), "timeline")
                .body("expanded.timeline.points.kind", not(hasItem("DISCIPLINE")));
        get(office.agency.as(Role.ADMIN), EVERYTHING).body("expanded", aMapWithSize(1));
        get(office.agency.as(Role.ADMIN), "ranks").statusCode(200).body("expanded", anEmptyMap());
        get(office.agency.as(person, Role.ASN), EVERYTHING).body("expanded", aMapWithSize(11));
        get(office.agency.as(Role.ASN), EVERYTHING).statusCode(404);
        get(TestAgency.called("expand").as(Role.SDM), EVERYTHING).statusCode(404);
        get(TestAgency.called("expand").as(Role.NASIONAL), EVERYTHING).body("expanded", aMapWithSize(11));
    }

    /** Two roles reach differently far: all careers of the agency, but only the own penalties. */
    @Test
    void each_expansion_has_a_reach_of_its_own() {
        live();
        get(office.agency.as(person, Role.ASN, Role.PELATIHAN), "awards,disciplines")
                .body("expanded", aMapWithSize(2));
        get(office.agency.as(office.person(), Role.ASN, Role.PELATIHAN), "awards,disciplines")
                .body("expanded", aMapWithSize(1))
                .body("expanded.awards.items", hasSize(1));
        var head = office.person();
        office.add(head, "positions", holding(office.otherHead, "2020-01-01", ""));
        get(office.agency.as(head, Role.ATASAN, Role.PELATIHAN), "awards,disciplines")
                .body("expanded.disciplines.items", hasSize(1));
        get(TestAgency.called("expand").as(UUID.randomUUID(), Role.NASIONAL, Role.ASN), "disciplines")
                .body("expanded", aMapWithSize(1));
    }

    @Test
    void a_machine_needs_the_scope_of_each() {
        live();
        get(office.agency.asClient("employees:read"), EVERYTHING)
                .statusCode(200)
                .body("expanded", anEmptyMap());
        get(office.agency.asClient("employees:read", "disciplines:read", "units:read"), EVERYTHING)
                .body("expanded", aMapWithSize(2))
                .body("expanded.disciplines.items", hasSize(1))
                .body("expanded.unitPath", hasSize(2));
    }

    @Test
    void the_tag_knows_what_came_along() {
        live();
        var plain =
                office.agency.as(Role.SDM).get("/api/v1/employees/" + person).header("ETag");
        var trainings = get("trainings").extract().header("ETag");
        assertThat(trainings).startsWith(plain.replaceAll("\"$", "-"));
        assertThat(get("awards").extract().header("ETag")).isNotEqualTo(trainings);
        get(office.agency.as(Role.SDM).header("If-None-Match", trainings), "trainings")
                .statusCode(304);
        office.add(person, "trainings", TRAINING.formatted(2, 2, 2));
        get(office.agency.as(Role.SDM).header("If-None-Match", trainings), "trainings")
                .statusCode(200)
                .body("expanded.trainings.items", hasSize(2));
        assertThat(office.agency.as(Role.SDM).get("/api/v1/employees/" + person).header("ETag"))
                .isEqualTo(plain);
        office.agency
                .as(Role.SDM)
                .contentType(Office.MERGE_PATCH)
                .header("If-Match", trainings)
                .body("{\"religion\": \"HINDU\"}")
                .patch("/api/v1/employees/" + person)
                .then()
                .statusCode(200);
    }

    /** One statement each, and two for the timeline: entries, and the paths of the units. */
    @Test
    void each_costs_one_query() {
        live();
        assertThat(statements(EVERYTHING) - statements(null)).isEqualTo(12);
    }

    /** What a request needs; the least of some, because jobs ask the database too. */
    private long statements(String expand) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 12; i++) {
            long before = executed();
            (expand == null
                            ? office.agency
                                    .as(Role.SDM)
                                    .get("/api/v1/employees/" + person)
                                    .then()
                            : get(expand))
                    .statusCode(200);
            least = Math.min(least, executed() - before);
        }
        return least;
    }

    private static long executed() {
        return Long.parseLong(TestAgency.query("show global status like 'Com_select'", 2));
    }
}
