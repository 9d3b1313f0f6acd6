package id.karier.organisation;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tree of units through its dated moves. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UnitMovesTest {
    private static final String UNITS = "/api/v1/units";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    @Inject
    Caller caller;

    @Inject
    UnitService service;

    private TestAgency agency;
    private Tree tree;

    @BeforeEach
    void own_agency() {
        agency = TestAgency.called("moves");
        tree = Tree.in(agency);
    }

    private ValidatableResponse move(UUID unit, UUID parent, LocalDate startsOn) {
        var under = parent == null ? "null" : '"' + parent.toString() + '"';
        return agency.as(Role.SDM)
                .contentType(JSON)
                .body("""
                        {"parentId": %s, "startsOn": "%s", "decreeNumber": "060/88/SK/2026", "decreeDate": "2026-01-05"}""".formatted(under, startsOn))
                .post(UNITS + "/" + unit + "/moves")
                .then();
    }

    private List<String> under(UUID unit) {
        return agency.as(Role.ASN)
                .get(UNITS + "/" + unit + "/subtree?limit=200")
                .jsonPath()
                .getList("items.code", String.class);
    }

    private int arrive(LocalDate day) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            caller.actForJob(agency.code, UUID.randomUUID(), "applyUnitMoves");
            return service.applyDueMoves(day);
        } finally {
            context.terminate();
        }
    }

    /** What the table of ancestors would be if it were made from the parents anew. */
    private void the_tree_agrees_with_the_parents() {
        var differences = TestAgency.query("""
                with recursive up (unit_id, ancestor_id, depth) as (
                    select id, id, 0 from units where agency = '%1$s'
                    union all
                    select up.unit_id, u.parent_id, up.depth + 1 from up join units u on u.id = up.ancestor_id
                    where u.parent_id is not null
                )
                select (select count(*) from up left join unit_ancestors a on a.unit_id = up.unit_id
                            and a.ancestor_id = up.ancestor_id and a.depth = up.depth where a.unit_id is null)
                    + abs((select count(*) from up) - (select count(*) from unit_ancestors where agency = '%1$s'))""".formatted(agency.code));
        assertThat(differences).isEqualTo("0");
    }

    @Test
    void a_move_of_today_changes_the_tree_at_once() {
        var other = tree.unit("D.02", "Dinas Kesehatan", "DINAS", null);
        move(tree.field, other, TODAY)
                .statusCode(201)
                .header("Location", UNITS + "/" + tree.field + "/placements")
                .body("parent.name", equalTo("Dinas Kesehatan"))
                .body("planned", equalTo(false));

        assertThat(under(tree.top)).containsExactly("D.01");
        assertThat(under(other)).containsExactly("D.02", "D.01.01", "D.01.02");
        agency.as(Role.ASN)
                .get(UNITS + "/" + tree.section)
                .then()
                .body("path.name", contains("Dinas Kesehatan", "Bidang Aplikasi Informatika"));
        agency.as(Role.ASN)
                .get(UNITS + "/" + tree.field + "/placements")
                .then()
                .body("items", hasSize(2))
                .body("items.startsOn", contains("2020-01-01", TODAY.toString()))
                .body("items[0].endsOn", equalTo(TODAY.minusDays(1).toString()))
                .body("items[1].decreeNumber", equalTo("060/88/SK/2026"));
        the_tree_agrees_with_the_parents();
    }

    @Test
    void a_unit_moves_to_the_top_and_back() {
        move(tree.field, null, TODAY.minusDays(3)).statusCode(201);
        assertThat(under(tree.top)).containsExactly("D.01");
        assertThat(under(tree.field)).containsExactly("D.01.01", "D.01.02");
        move(tree.field, tree.top, TODAY).statusCode(201);
        assertThat(under(tree.top)).containsExactly("D.01", "D.01.01", "D.01.02");
        the_tree_agrees_with_the_parents();
    }

    @Test
    void a_planned_move_waits_for_its_day() {
        var other = tree.unit("D.02", "Dinas Kesehatan", "DINAS", null);
        var day = TODAY.plusDays(10);
        move(tree.field, other, day).statusCode(201).body("planned", equalTo(true));
        assertThat(under(tree.top)).hasSize(3);
        assertThat(arrive(day.minusDays(1))).isZero();
        assertThat(under(tree.top)).hasSize(3);
        assertThat(arrive(day)).isEqualTo(1);
        assertThat(under(other)).containsExactly("D.02", "D.01.01", "D.01.02");
        assertThat(arrive(day)).isZero();
        the_tree_agrees_with_the_parents();
    }

    @Test
    void a_planned_move_is_corrected_by_one_of_the_same_day() {
        var other = tree.unit("D.02", "Dinas Kesehatan", "DINAS", null);
        var third = tree.unit("D.03", "Dinas Pendidikan", "DINAS", null);
        var day = TODAY.plusDays(10);
        move(tree.field, other, day).statusCode(201);
        move(tree.field, third, day).statusCode(201);
        arrive(day);
        assertThat(under(third)).containsExactly("D.03", "D.01.01", "D.01.02");
        agency.as(Role.ASN).get(UNITS + "/" + tree.field + "/placements").then().body("items", hasSize(2));
    }

    @Test
    void moves_of_one_day_exchange_two_units_in_any_order() {
        var day = TODAY.plusDays(5);
        move(tree.section, tree.top, day).statusCode(201);
        move(tree.field, tree.section, day).statusCode(201);
        assertThat(arrive(day.plusDays(3))).isEqualTo(2);
        assertThat(under(tree.top)).containsExactly("D.01", "D.01.02", "D.01.01");
        the_tree_agrees_with_the_parents();
    }

    @Test
    void of_several_moves_that_were_missed_the_last_counts() {
        var other = tree.unit("D.02", "Dinas Kesehatan", "DINAS", null);
        var third = tree.unit("D.03", "Dinas Pendidikan", "DINAS", null);
        move(tree.field, third, TODAY.plusDays(9)).statusCode(201);
        move(tree.field, other, TODAY.plusDays(5))
                .statusCode(201)
                .body("endsOn", equalTo(TODAY.plusDays(8).toString()));
        assertThat(arrive(TODAY.plusDays(20))).isEqualTo(1);
        assertThat(under(third)).containsExactly("D.03", "D.01.01", "D.01.02");
        the_tree_agrees_with_the_parents();
    }

    @Test
    void a_unit_does_not_stand_under_itself_or_below() {
        move(tree.top, tree.top, TODAY)
                .statusCode(422)
                .body("code", equalTo("RULE_REFUSED"))
                .body("errors.pointer", contains("/parentId"))
                .body("errors.code", contains("UNIT_UNDER_ITSELF"));
        move(tree.top, tree.section, TODAY).statusCode(422).body("errors.code", contains("UNIT_UNDER_ITSELF"));
        the_tree_agrees_with_the_parents();
    }

    @Test
    void also_not_on_a_later_day_through_a_planned_move() {
        var other = tree.unit("D.02", "Dinas Kesehatan", "DINAS", null);
        move(other, tree.section, TODAY.plusDays(30)).statusCode(201);
        move(tree.top, other, TODAY).statusCode(422).body("errors.code", contains("UNIT_UNDER_ITSELF"));
        move(tree.top, other, TODAY.plusDays(31)).statusCode(422);
    }

    @Test
    void two_officers_who_move_two_units_under_each_other_at_once_cannot_both() throws Exception {
        for (int round = 0; round < 5; round++) {
            var left = tree.unit("L." + round, "Dinas Kiri", "DINAS", null);
            var right = tree.unit("R." + round, "Dinas Kanan", "DINAS", null);
            var both = Executors.newFixedThreadPool(2);
            try {
                List<Callable<Integer>> moves = List.of(
                        () -> move(left, right, TODAY).extract().statusCode(),
                        () -> move(right, left, TODAY).extract().statusCode());
                var answers = both.invokeAll(moves).stream()
                        .map(answer -> {
                            try {
                                return answer.get();
                            } catch (Exception failed) {
                                throw new IllegalStateException(failed);
                            }
                        })
                        .toList();
                assertThat(answers).containsExactlyInAnyOrder(201, 422);
            } finally {
                both.shutdown();
            }
        }
        the_tree_agrees_with_the_parents();
    }

    @Test
    void the_past_is_not_moved() {
        move(tree.field, null, LocalDate.of(2019, 12, 31))
                .statusCode(422)
                .body("errors.pointer", contains("/startsOn"))
                .body("errors.code", contains("MOVE_BEFORE_PLACEMENT"));
    }

    @Test
    void a_move_to_where_it_stands_is_a_conflict() {
        move(tree.field, tree.top, TODAY).statusCode(409).body("errors.code", contains("ALREADY_THERE"));
    }

    @Test
    void a_decree_is_required() {
        agency.as(Role.SDM)
                .contentType(JSON)
                .body("{\"startsOn\": \"2026-01-01\"}")
                .post(UNITS + "/" + tree.field + "/moves")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/decreeDate", "/decreeNumber"));
    }

    @Test
    void another_agencys_units_neither_move_nor_receive() {
        var stranger = Tree.in(TestAgency.called("moves"));
        move(stranger.field, null, TODAY).statusCode(404);
        move(tree.field, stranger.top, TODAY).statusCode(422).body("code", equalTo("REFERENCE_NOT_FOUND"));
    }

    @Test
    void a_unit_with_a_planned_move_does_not_close() {
        var empty = tree.unit("D.09", "Bidang Persandian", "BIDANG", tree.top);
        move(empty, null, TODAY.plusDays(3)).statusCode(201);
        agency.as(Role.SDM)
                .contentType(JSON)
                .body("{}")
                .post(UNITS + "/" + empty + "/closure")
                .then()
                .statusCode(409)
                .body("errors.code", contains("UNIT_HAS_PLANNED_MOVES"));
        var target = tree.unit("D.10", "Bidang Statistik", "BIDANG", tree.top);
        move(tree.section, target, TODAY.plusDays(3)).statusCode(201);
        agency.as(Role.SDM)
                .contentType(JSON)
                .body("{}")
                .post(UNITS + "/" + target + "/closure")
                .then()
                .statusCode(409)
                .body("errors.code", contains("UNIT_HAS_SUBUNITS"));
    }

    @Test
    void a_tree_of_two_hundred_levels_is_read_and_moved() {
        var above = tree.section;
        UUID middle = null;
        for (int level = 0; level < 200; level++) {
            above = tree.unit("T." + level, "Tingkat " + level, "LAINNYA", above);
            middle = level == 100 ? above : middle;
        }
        agency.as(Role.ASN).get(UNITS + "/" + above).then().statusCode(200).body("path", hasSize(202));
        assertThat(under(middle)).hasSize(100).first().isEqualTo("T.100");
        move(tree.top, above, TODAY).statusCode(422).body("errors.code", contains("UNIT_UNDER_ITSELF"));
        move(middle, tree.top, TODAY).statusCode(201);
        agency.as(Role.ASN).get(UNITS + "/" + above).then().body("path", hasSize(100));
        the_tree_agrees_with_the_parents();
    }
}
