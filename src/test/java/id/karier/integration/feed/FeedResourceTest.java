package id.karier.integration.feed;

import static id.karier.history.Office.rank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectRegistry;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the feed tells, to whom, and in what words. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FeedResourceTest {
    private static final String PENALTY = """
            {"level": "SEDANG", "penalty": "S1", "startsOn": "2024-05-11", "endsOn": "2024-11-10",
             "reason": "alasan-rahasia", "decreeNumber": "862/1", "decreeDate": "2024-05-10"}""";

    @Inject
    ObjectRegistry kinds;

    private final Office office = Office.called("feed");
    private UUID person;

    @BeforeEach
    void somebody_with_a_history() {
        person = office.person();
        office.add(person, "ranks", rank("III/a", "2005-01-01"));
        office.add(person, "disciplines", PENALTY);
        office.add(person, "positions", Office.holding(office.analyst, "2020-01-01", ""));
        office.agency.awaitSequencing();
    }

    @Test
    void nobody_is_told_of_a_kind_that_she_may_not_read() {
        var wrong = new ArrayList<String>();
        for (var kind : told()) {
            for (var role : Role.values()) {
                boolean feed = AccessTable.reach(role, Resource.CHANGE, Action.READ) != Reach.NONE;
                var far = AccessTable.reach(role, kind.guard(), Action.READ);
                // in a feed of every agency what may be read of one's own cannot be told apart
                boolean reads = role == Role.NASIONAL ? far == Reach.NATION : far != Reach.NONE;
                ask(wrong, kind, role.name(), office.agency.as(person, role), feed, reads);
            }
            for (var resource : Resource.values()) {
                boolean reads = resource == kind.guard() && resource != Resource.ME;
                var scope = resource.scope() + ":read";
                var machine = machine(scope);
                ask(wrong, kind, scope, machine, true, reads || kind.guard() == Resource.CHANGE);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void ask(
            List<String> wrong, ObjectKind kind, String who, RequestSpecification asker, boolean feed, boolean reads) {
        var named = asker.get("/api/v1/changes?types=" + kind.name());
        int expected = feed && reads ? 200 : 403;
        if (named.statusCode() != expected) {
            wrong.add("%s as %s: %d instead of %d".formatted(kind, who, named.statusCode(), expected));
        }
        if (named.statusCode() == 200) {
            Set<String> types = new HashSet<>(named.jsonPath().getList("items.objectType", String.class));
            types.remove(kind.name());
            if (!types.isEmpty()) {
                wrong.add("%s as %s: told of %s too".formatted(kind, who, types));
            }
        }
    }

    @Test
    void what_is_not_named_holds_only_what_may_be_read_and_goes_on() {
        for (var resource : Resource.values()) {
            var scope = resource.scope() + ":read";
            var seen = new HashSet<String>();
            long last = 0;
            boolean more = true;
            while (more) {
                var page = machine(scope)
                        .get("/api/v1/changes?limit=7&after=" + last)
                        .then()
                        .statusCode(200)
                        .extract();
                seen.addAll(page.jsonPath().getList("items.objectType", String.class));
                assertThat(page.body().asString().contains("alasan-rahasia"))
                        .as("the reason of a penalty with " + scope)
                        .isEqualTo(resource == Resource.DISCIPLINE
                                && seen.contains("employee-discipline")
                                && page.body().asString().contains("\"employee-discipline\""));
                last = page.jsonPath().getLong("last");
                more = page.path("more");
            }
            var allowed = told().stream()
                    .filter(kind -> kind.guard() == resource)
                    .map(ObjectKind::name)
                    .toList();
            assertThat(allowed).as(scope).containsAll(seen);
            assertThat(last).as(scope).isEqualTo(end());
        }
    }

    @Test
    void a_machine_that_may_read_nothing_else_gets_nothing_and_goes_on() {
        var only = office.agency.asClient("changes:read");
        only.get("/api/v1/changes")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("more", is(false))
                .body("last", equalTo((int) end()));
        office.agency
                .asClient("changes:read")
                .header("Accept-Language", "en")
                .get("/api/v1/changes?types=employee,employee-discipline")
                .then()
                .statusCode(403)
                .body("errors.pointer", contains("types"));
    }

    @Test
    void members_are_called_as_the_contract_calls_them() {
        var ranks = officer("employee-rank");
        assertThat(ranks).hasSize(1);
        Map<String, Map<String, Object>> fields = fields(ranks.get(0));
        assertThat(fields.get("rank")).containsEntry("after", "III/a");
        assertThat(fields)
                .containsKeys("startsOn", "decreeNumber")
                .doesNotContainKeys("rankCode", "rankOrder", "employeeId");
        var employee = officer("employee").stream()
                .filter(change -> change.get("action").equals("UPDATED"))
                .map(FeedResourceTest::fields)
                .toList();
        assertThat(employee).anySatisfy(f -> assertThat(f.get("rank.code")).containsEntry("after", "III/a"));
        assertThat(employee).noneSatisfy(f -> assertThat(f).containsKey("ledUnits"));
    }

    @Test
    void pages_of_one_tell_what_one_page_tells() {
        var whole = read(() -> office.agency.as(Role.SDM), 200);
        assertThat(read(() -> office.agency.as(Role.SDM), 1)).isEqualTo(whole);
        assertThat(whole).doesNotHaveDuplicates();
    }

    @Test
    void a_person_is_told_of_herself_and_of_what_is_about_nobody() {
        var other = office.person();
        office.patchUnitName();
        office.agency.awaitSequencing();
        var mine = read(() -> office.agency.as(person, Role.ASN), 50);
        assertThat(mine).extracting(change -> change.get("employeeId")).contains(person.toString());
        assertThat(mine).extracting(change -> change.get("employeeId")).doesNotContain(other.toString());
        assertThat(mine).extracting(change -> change.get("objectType")).contains("unit");
    }

    @Test
    void another_agency_is_not_told() {
        var stranger = Office.called("feed").agency;
        assertThat(read(() -> stranger.as(Role.SDM), 50)).isEmpty();
    }

    @Test
    void a_position_beyond_the_end_is_refused_and_the_end_can_be_asked_for() {
        office.agency
                .as(Role.SDM)
                .get("/api/v1/changes?after=" + (end() + 1_000_000))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("after"));
        long end = office.agency
                .as(Role.SDM)
                .get("/api/v1/changes?end=true")
                .then()
                .statusCode(200)
                .body("items", empty())
                .extract()
                .jsonPath()
                .getLong("last");
        assertThat(end).isGreaterThanOrEqualTo(end());
    }

    @Test
    void whoever_reaches_otherwise_than_before_begins_anew_once() {
        var own = page(office.agency.as(person, Role.ASN), 0, null, "");
        var view = own.get("view");
        assertThat(page(office.agency.as(person, Role.ASN), 1, view, ""))
                .containsEntry("view", view)
                .containsEntry("reset", false);

        var auditor = page(office.agency.as(person, Role.ASN, Role.AUDITOR), end(), view, "");
        assertThat(auditor)
                .as("a role more")
                .containsEntry("reset", true)
                .containsEntry("last", 0)
                .containsEntry("more", true)
                .containsEntry("items", List.of());
        assertThat(page(office.agency.as(person, Role.ASN, Role.AUDITOR), 0, auditor.get("view"), ""))
                .as("under the new view")
                .containsEntry("reset", false);
        assertThat(page(office.agency.as(office.person(), Role.ASN), 1, view, ""))
                .as("the view of somebody else")
                .containsEntry("reset", true);
        assertThat(page(office.agency.as(person, Role.ASN), 1, view, "&types=employee-rank"))
                .as("other types")
                .containsEntry("reset", true);
        assertThat(page(office.agency.as(person, Role.ASN), 1, view, "&end=true"))
                .as("the end")
                .containsEntry("view", view);
    }

    @Test
    void a_leader_of_another_unit_begins_anew() {
        var leader = office.person();
        office.add(leader, "positions", Office.holding(office.head, "2020-01-01", ""));
        var before = page(office.agency.as(leader, Role.ATASAN), 0, null, "").get("view");
        office.add(leader, "positions", Office.holding(office.otherHead, "2021-01-01", ", \"closesPrevious\": true"));
        assertThat(page(office.agency.as(leader, Role.ATASAN), 1, before, "")).containsEntry("reset", true);
    }

    @Test
    void a_log_that_was_set_back_and_written_on_is_not_followed() {
        var view = String.valueOf(page(office.agency.as(Role.SDM), 0, null, "").get("view"));
        assertThat(view).matches("[\\w-]{16}\\.[0-9a-z]+\\.[\\w-]{8}");
        assertThat(page(office.agency.as(Role.SDM), 1, view, "")).containsEntry("reset", false);
        // as the view of a change that has another change at its position now
        var other = view.substring(0, view.length() - 1) + (view.endsWith("A") ? 'B' : 'A');
        assertThat(page(office.agency.as(Role.SDM), 1, other, ""))
                .containsEntry("reset", true)
                .containsEntry("last", 0);
        var beyond = view.substring(0, 17) + "zzzzzz" + view.substring(view.lastIndexOf('.'));
        assertThat(page(office.agency.as(Role.SDM), 1, beyond, "")).containsEntry("reset", true);
        assertThat(page(office.agency.as(Role.SDM), 1, view.substring(0, 16), ""))
                .as("a view of an older version")
                .containsEntry("reset", false);
    }

    @Test
    void what_is_masked_is_named_when_it_changes_and_nothing_of_it_is_told() {
        long before = end();
        office.agency
                .as(Role.SDM)
                .header("If-Match", "*")
                .contentType(Office.MERGE_PATCH)
                .body("{\"phone\": \"081200000009\", \"email\": \"b@example.id\"}")
                .patch("/api/v1/employees/" + person + "/personal-data")
                .then()
                .statusCode(200);
        office.agency.awaitSequencing();
        var body = office.agency
                .as(Role.SDM)
                .get("/api/v1/changes?after=" + before)
                .asString();
        assertThat(body).contains("\"phone\":{}", "\"email\":{}").doesNotContain("0812", "b@example", "***");
    }

    private static Map<String, Object> page(RequestSpecification asker, long after, Object view, String more) {
        var request = view == null ? asker : asker.queryParam("view", view);
        return Device.body(request.get("/api/v1/changes?after=" + after + more));
    }

    @Test
    void a_kind_that_is_not_there_is_refused() {
        office.agency.as(Role.SDM).get("/api/v1/changes?types=account").then().statusCode(400);
        office.agency.as(Role.SDM).get("/api/v1/changes?types=unknown").then().statusCode(400);
    }

    @Test
    void a_word_of_a_list_is_named_once() {
        for (var twice : List.of(
                "changes?types=employee,employee",
                "changes?types=employee,unit,employee",
                "employees/" + office.person() + "?expand=ranks,ranks")) {
            var answer = office.agency.as(Role.SDM).get("/api/v1/" + twice);
            assertThat(answer.statusCode()).as(twice).isEqualTo(400);
            assertThat(answer.jsonPath().getString("errors[0].code")).isEqualTo("PARAMETER_WORD_TWICE");
        }
        var import2 = office.agency
                .as(Role.SDM)
                .contentType("text/csv")
                .body("nip_baru;nama")
                .post("/api/v1/imports?kind=employees&create=units,units");
        assertThat(import2.statusCode()).isEqualTo(400);
        assertThat(import2.jsonPath().getString("errors[0].pointer")).isEqualTo("create");
    }

    @Test
    void every_member_that_is_told_stands_in_the_contract() {
        var wrong = new ArrayList<String>();
        for (var kind : told()) {
            for (var member : kind.told()) {
                if (!ContractSchema.has(kind.schema(), member)) {
                    wrong.add(kind + " tells " + member + ", which " + kind.schema() + " does not have");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private RequestSpecification machine(String scope) {
        return office.agency.asClient(
                Stream.of("changes:read", scope).distinct().toArray(String[]::new));
    }

    private List<ObjectKind> told() {
        return kinds.all().stream().filter(ObjectKind::isTold).toList();
    }

    private List<Map<String, Object>> officer(String type) {
        return read(() -> office.agency.as(Role.SDM), 50).stream()
                .filter(change -> change.get("objectType").equals(type))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> fields(Map<String, Object> change) {
        return (Map<String, Map<String, Object>>) change.get("fields");
    }

    /** The whole feed of somebody, page by page. */
    static List<Map<String, Object>> read(Supplier<RequestSpecification> asker, int limit) {
        var changes = new ArrayList<Map<String, Object>>();
        long last = 0;
        boolean more = true;
        while (more) {
            var answer = asker.get().get("/api/v1/changes?limit=" + limit + "&after=" + last);
            assertThat(answer.statusCode()).isEqualTo(200);
            var page = Device.body(answer);
            changes.addAll(Device.items(page));
            long next = ((Number) page.get("last")).longValue();
            assertThat(next).isGreaterThanOrEqualTo(last);
            last = next;
            more = Boolean.TRUE.equals(page.get("more"));
        }
        return changes;
    }

    private static long end() {
        return Long.parseLong(id.karier.testing.TestAgency.query("select last_position from change_sequence"));
    }
}
