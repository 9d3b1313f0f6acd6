package id.karier.organisation;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.karier.kernel.Caller;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where units stood and what they were called on another day, and how what was entered by mistake is mended. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UnitDaysTest {
    private static final String UNITS = "/api/v1/units";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    @Inject
    UnitService service;

    @Inject
    Caller caller;

    private TestAgency agency;
    private Tree tree;
    private UUID other;

    @BeforeEach
    void own_agency() {
        agency = TestAgency.called("unit-days");
        tree = Tree.in(agency);
        other = tree.unit("D.02", "Dinas Kesehatan", "DINAS", null);
    }

    private ValidatableResponse post(String address, String body) {
        return agency.as(Role.SDM).contentType(JSON).body(body).post(address).then();
    }

    private ValidatableResponse move(UUID unit, UUID parent, String startsOn) {
        return post(UNITS + "/" + unit + "/moves", """
                {"parentId": "%s", "startsOn": "%s", "decreeNumber": "060/88", "decreeDate": "2023-01-05"}""".formatted(parent, startsOn));
    }

    private ValidatableResponse rename(UUID unit, String name, String startsOn) {
        return post(UNITS + "/" + unit + "/names", """
                {"name": "%s", "startsOn": "%s", "decreeNumber": "060/99", "decreeDate": "2023-01-05"}""".formatted(name, startsOn));
    }

    private ValidatableResponse read(String address) {
        return agency.as(Role.ASN).get(address).then().statusCode(200);
    }

    private List<String> children(UUID parent, String day) {
        return read(UNITS + "?asOf=" + day + "&parent=" + parent)
                .extract()
                .jsonPath()
                .getList("items.code", String.class);
    }

    private ValidatableResponse delete(String address, long version) {
        return agency.as(Role.SDM)
                .header("If-Match", "\"" + version + "\"")
                .delete(address)
                .then();
    }

    private ValidatableResponse patch(UUID unit, String body) {
        var version = read(UNITS + "/" + unit).extract().jsonPath().getLong("version");
        return agency.as(Role.SDM)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch(UNITS + "/" + unit)
                .then();
    }

    private void arrive(LocalDate day) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            caller.actForJob(agency.code, UUID.randomUUID(), "applyUnitMoves");
            service.applyDueMoves(day);
        } finally {
            context.terminate();
        }
    }

    @Test
    void the_tree_of_a_day_has_each_unit_where_it_was_on_that_day() {
        move(tree.field, other, "2023-05-01").statusCode(201);

        assertThat(children(tree.top, "2023-04-30")).containsExactly("D.01.01");
        assertThat(children(other, "2023-04-30")).isEmpty();
        assertThat(children(tree.top, "2023-05-01")).isEmpty();
        assertThat(children(other, "2023-05-01")).containsExactly("D.01.01");
        read(UNITS + "?asOf=2023-04-30&under=" + tree.top)
                .body("items.code", contains("D.01.01", "D.01", "D.01.02"))
                .body("items[0].parentId", equalTo(tree.top.toString()));
        read(UNITS + "?asOf=2023-04-30&top=true").body("items.code", contains("D.02", "D.01"));
        read(UNITS + "?asOf=2019-12-31").body("items", empty());
        read(UNITS + "/" + tree.top + "/subtree?asOf=2023-04-30")
                .body("items.code", contains("D.01", "D.01.01", "D.01.02"))
                .body("items.depth", contains(0, 1, 2));
        read(UNITS + "/" + tree.top + "/subtree?asOf=2023-05-01").body("items.code", contains("D.01"));
        read(UNITS + "/" + tree.top + "/subtree?asOf=2023-04-30&depth=1").body("items", hasSize(2));
        read(UNITS + "/" + tree.section + "?asOf=2023-04-30")
                .body("path.code", hasSize(2))
                .body("path.name", contains("Dinas Komunikasi dan Informatika", "Bidang Aplikasi Informatika"));
        read(UNITS + "/" + tree.section + "?asOf=2023-05-01")
                .body("path.name", contains("Dinas Kesehatan", "Bidang Aplikasi Informatika"));
        agency.as(Role.ASN)
                .get(UNITS + "/" + tree.section + "?asOf=2019-12-31")
                .then()
                .statusCode(404);
    }

    @Test
    void pages_of_a_past_day_go_on_from_where_they_stopped() {
        move(tree.field, other, "2023-05-01").statusCode(201);
        var address = UNITS + "?asOf=2023-04-30&limit=1&sort=name";
        var seen = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            var page = read(address).extract();
            seen.addAll(page.jsonPath().getList("items.code", String.class));
            var next = page.jsonPath().getString("next");
            if (next == null) {
                break;
            }
            address = UNITS + "?asOf=2023-04-30&limit=1&sort=name&cursor=" + next;
        }
        assertThat(seen).containsExactly("D.01.01", "D.02", "D.01", "D.01.02");
    }

    @Test
    void a_unit_is_called_as_on_the_day_that_is_asked_about() {
        rename(tree.field, "Bidang Aplikasi dan Data", "2024-02-29")
                .statusCode(201)
                .body("planned", equalTo(false));

        read(UNITS + "/" + tree.field).body("name", equalTo("Bidang Aplikasi dan Data"));
        read(UNITS + "/" + tree.field + "?asOf=2024-02-28").body("name", equalTo("Bidang Aplikasi Informatika"));
        read(UNITS + "/" + tree.field + "?asOf=2024-02-29").body("name", equalTo("Bidang Aplikasi dan Data"));
        read(UNITS + "/" + tree.section + "?asOf=2024-02-28").body("path.name", hasItem("Bidang Aplikasi Informatika"));
        read(UNITS + "?asOf=2024-02-28&q=Bidang").body("items.name", contains("Bidang Aplikasi Informatika"));
        read(UNITS + "?asOf=2024-02-29&q=Bidang").body("items.name", contains("Bidang Aplikasi dan Data"));
        read(UNITS + "/" + tree.field + "/names")
                .body("items.name", contains("Bidang Aplikasi Informatika", "Bidang Aplikasi dan Data"))
                .body("items[0].endsOn", equalTo("2024-02-28"))
                .body("items[1].decreeNumber", equalTo("060/99"));
    }

    @Test
    void a_name_of_a_coming_day_waits_for_it() {
        var day = TODAY.plusDays(40);
        rename(tree.field, "Bidang Transformasi Digital", day.toString())
                .statusCode(201)
                .body("planned", equalTo(true));
        read(UNITS + "/" + tree.field).body("name", equalTo("Bidang Aplikasi Informatika"));
        read(UNITS + "/" + tree.field + "?asOf=" + day).body("name", equalTo("Bidang Transformasi Digital"));

        arrive(day.minusDays(1));
        read(UNITS + "/" + tree.field).body("name", equalTo("Bidang Aplikasi Informatika"));
        arrive(day);
        read(UNITS + "/" + tree.field).body("name", equalTo("Bidang Transformasi Digital"));
    }

    @Test
    void a_patch_of_the_name_keeps_the_former_one() {
        patch(tree.field, "{\"name\": \"Bidang Aplikasi dan Data\"}")
                .statusCode(200)
                .body("name", equalTo("Bidang Aplikasi dan Data"));
        read(UNITS + "/" + tree.field + "?asOf=" + TODAY.minusDays(1))
                .body("name", equalTo("Bidang Aplikasi Informatika"));
        patch(tree.field, "{\"name\": \"Bidang Aplikasi & Data\"}").statusCode(200);
        read(UNITS + "/" + tree.field + "/names").body("items", hasSize(2));
    }

    @Test
    void a_name_that_was_entered_by_mistake_is_taken_back() {
        rename(tree.field, "Bidang Salah", "2024-01-01").statusCode(201);
        var names = read(UNITS + "/" + tree.field + "/names").extract().jsonPath();
        var address = UNITS + "/" + tree.field + "/names/";

        delete(address + names.getString("items[0].id"), names.getLong("items[0].version"))
                .statusCode(409)
                .body("errors.code", contains("FIRST_NAME"));
        delete(address + names.getString("items[1].id"), names.getLong("items[1].version") + 7)
                .statusCode(412);
        delete(address + names.getString("items[1].id"), names.getLong("items[1].version"))
                .statusCode(204);

        read(UNITS + "/" + tree.field).body("name", equalTo("Bidang Aplikasi Informatika"));
        read(UNITS + "/" + tree.field + "/names").body("items", hasSize(1)).body("items[0].endsOn", nullValue());
        rename(tree.field, "Terlalu Awal", "2019-12-31")
                .statusCode(422)
                .body("errors.code", contains("BEFORE_OPENING"));
    }

    @Test
    void a_move_that_was_entered_by_mistake_is_taken_back() {
        move(tree.field, other, "2023-05-01").statusCode(201);
        var places = read(UNITS + "/" + tree.field + "/placements").extract().jsonPath();
        var address = UNITS + "/" + tree.field + "/placements/";

        delete(address + places.getString("items[0].id"), places.getLong("items[0].version"))
                .statusCode(409)
                .body("errors.code", contains("FIRST_PLACEMENT"));
        delete(address + places.getString("items[1].id"), places.getLong("items[1].version"))
                .statusCode(204);

        read(UNITS + "/" + tree.field).body("parent.id", equalTo(tree.top.toString()));
        read(UNITS + "/" + tree.top + "/subtree").body("items.code", contains("D.01", "D.01.01", "D.01.02"));
        read(UNITS + "/" + other + "/subtree").body("items.code", contains("D.02"));
        read(UNITS + "/" + tree.field + "/placements").body("items", hasSize(1)).body("items[0].endsOn", nullValue());
    }

    @Test
    void a_place_is_not_given_back_when_the_unit_would_stand_under_itself() {
        move(tree.field, other, "2023-05-01").statusCode(201);
        move(tree.top, tree.field, TODAY.toString()).statusCode(201);
        var places = read(UNITS + "/" + tree.field + "/placements").extract().jsonPath();

        delete(
                        UNITS + "/" + tree.field + "/placements/" + places.getString("items[1].id"),
                        places.getLong("items[1].version"))
                .statusCode(422)
                .body("errors.code", contains("UNIT_UNDER_ITSELF"));
        read(UNITS + "/" + tree.field).body("parent.id", equalTo(other.toString()));
    }

    @Test
    void a_unit_opened_by_mistake_goes_while_nothing_has_stood_in_it() {
        var mistake = post(UNITS, """
                {"code": "D.09", "name": "Keliru", "kind": "BIDANG", "parentId": "%s", "openedOn": "2028-01-01"}""".formatted(tree.top))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        delete(UNITS + "/" + mistake, 5).statusCode(412);
        delete(UNITS + "/" + mistake, 0).statusCode(204);
        agency.as(Role.SDM).get(UNITS + "/" + mistake).then().statusCode(404);
        assertThat(TestAgency.query(
                        "select count(*) from unit_placements where unit_id = x'" + mistake.replace("-", "") + "'"))
                .isEqualTo("0");

        delete(UNITS + "/" + tree.field, 0)
                .statusCode(409)
                .body("code", equalTo("IN_USE"))
                .body("errors.code", contains("UNIT_EVER_HAD_SUBUNITS"));
        tree.holder("198001012005012001", LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31));
        delete(UNITS + "/" + tree.section, 0)
                .statusCode(409)
                .body("errors.code", contains("UNIT_EVER_HAD_PEOPLE", "UNIT_EVER_HAD_POSITIONS"));
    }

    @Test
    void the_opening_day_is_mended_up_to_the_first_day_of_use() {
        tree.holder("198001012005012002", LocalDate.of(2021, 3, 1), null);
        patch(tree.section, "{\"openedOn\": \"2021-03-02\"}")
                .statusCode(422)
                .body("errors.code", contains("OPENED_AFTER_USE"))
                .body("errors[0].detail", containsString("2021-03-01"));
        patch(tree.section, "{\"openedOn\": \"2021-03-01\"}").statusCode(200).body("openedOn", equalTo("2021-03-01"));
        read(UNITS + "/" + tree.section + "/placements").body("items[0].startsOn", equalTo("2021-03-01"));
        patch(tree.section, "{\"openedOn\": \"2019-12-31\"}")
                .statusCode(422)
                .body("errors.code", contains("PARENT_NOT_OPEN"));
        patch(tree.top, "{\"openedOn\": \"2010-01-01\"}").statusCode(200);
        read(UNITS + "?asOf=2010-01-01").body("items.code", contains("D.01"));
    }

    @Test
    void a_position_made_by_mistake_goes_while_nobody_has_held_it() {
        var mistake = tree.position("SALAH", "Analis Keliru", "PELAKSANA", tree.section, 1, false);
        delete("/api/v1/positions/" + mistake, 1).statusCode(412);
        delete("/api/v1/positions/" + mistake, 0).statusCode(204);
        agency.as(Role.SDM).get("/api/v1/positions/" + mistake).then().statusCode(404);

        tree.holder("198001012005012003", LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31));
        delete("/api/v1/positions/" + tree.head, 0)
                .statusCode(409)
                .body("code", equalTo("IN_USE"))
                .body("errors.code", contains("POSITION_EVER_HELD"));
    }

    private ValidatableResponse close(UUID unit, String lastDay) {
        return post(UNITS + "/" + unit + "/closure", "{\"closedOn\": \"" + lastDay + "\"}");
    }

    @Test
    void a_closed_unit_gets_no_other_name_and_what_was_entered_wrongly_is_mended() {
        close(other, "2024-06-30").statusCode(200);
        patch(other, "{\"name\": \"Dinas Lain\"}").statusCode(409).body("errors.code", contains("UNIT_CLOSED"));
        rename(other, "Dinas Lain", "2024-07-01").statusCode(409).body("errors.code", contains("UNIT_CLOSED"));
        read(UNITS + "/" + other).body("name", equalTo("Dinas Kesehatan"));
        patch(other, "{\"code\": \"D.02.X\"}").statusCode(200).body("code", equalTo("D.02.X"));
        rename(other, "Dinas Kesehatan Daerah", "2024-01-01").statusCode(201);
        read(UNITS + "/" + other).body("name", equalTo("Dinas Kesehatan Daerah"));
    }

    @Test
    void a_unit_is_not_closed_before_a_name_that_it_is_to_bear() {
        rename(other, "Dinas Kesehatan Daerah", TODAY.plusDays(40).toString()).statusCode(201);
        close(other, TODAY.toString())
                .statusCode(409)
                .body("code", equalTo("IN_USE"))
                .body("errors.code", contains("UNIT_HAS_LATER_NAMES"));
        var names = read(UNITS + "/" + other + "/names").extract().jsonPath();
        delete(UNITS + "/" + other + "/names/" + names.getString("items[1].id"), names.getLong("items[1].version"))
                .statusCode(204);
        close(other, TODAY.toString()).statusCode(200);
        arrive(TODAY.plusDays(40));
        read(UNITS + "/" + other).body("name", equalTo("Dinas Kesehatan"));
    }

    @Test
    void the_decree_of_an_opening_a_name_or_a_move_has_been_signed() {
        var tomorrow = TODAY.plusDays(1);
        var decree = ", \"startsOn\": \"" + TODAY.plusDays(9) + "\", \"decreeNumber\": \"060/1\", \"decreeDate\": \"";
        var name = "{\"name\": \"Dinas Lain\"" + decree;
        var place = "{\"parentId\": \"" + other + "\"" + decree;
        for (var ahead : List.of(
                post(UNITS + "/" + other + "/names", name + tomorrow + "\"}"),
                post(UNITS + "/" + tree.field + "/moves", place + tomorrow + "\"}"),
                post(UNITS, """
                        {"code": "D.10", "name": "Dinas Baru", "kind": "DINAS", "openedOn": "2028-01-01",
                         "decreeNumber": "060/1", "decreeDate": "%s"}""".formatted(tomorrow)))) {
            ahead.statusCode(422)
                    .body("errors.pointer", contains("/decreeDate"))
                    .body("errors.code", contains("DECREE_IN_FUTURE"));
        }
        post(UNITS, """
                {"code": "D.10", "name": "Dinas Baru", "kind": "DINAS", "openedOn": "2028-01-01",
                 "decreeNumber": "060/1"}""").statusCode(422).body("errors.code", contains("DECREE_INCOMPLETE"));
        post(UNITS + "/" + other + "/names", name + TODAY + "\"}").statusCode(201);
        post(UNITS + "/" + tree.field + "/moves", place + TODAY + "\"}").statusCode(201);
    }
}
