package id.karier.jobs;

import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.kernel.Role;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class JobResourceTest {
    private static final List<String> BELOW = List.of("", "/problems", "/events");

    @Inject
    JobHandlers handlers;

    private final TestAgency agency = TestAgency.called("job");

    /** A job of every kind that there is, by the name of the kind. */
    private final Map<String, UUID> jobs = new LinkedHashMap<>();

    @BeforeEach
    void one_of_each_kind() {
        handlers.kinds().forEach(kind -> jobs.put(kind.name(), job(kind)));
    }

    private UUID job(JobKind<?, ?> kind) {
        var id = UUID.randomUUID();
        sql("insert into jobs (id, agency, kind, lane, status, ordered_by, settings, done, total, problem_count,"
                + " created_at, ended_at) values (x'" + hex(id) + "', '" + agency.code + "', '" + kind.name() + "', '"
                + kind.lane() + "', 'FAILED', x'" + hex(agency.id) + "', '{}', 3, 5, 2, '2026-01-0"
                + (1 + jobs.size() % 9) + "', '2026-01-09')");
        for (int number = 1; number <= 2; number++) {
            sql("insert into job_problems (job_id, number, line, code, figures) values (x'" + hex(id) + "', " + number
                    + ", " + number + ", 'JOB_FAILED', '[\"" + id + "\"]')");
        }
        if (kind.name().equals("simulation")) {
            sql("insert into simulations (id, agency, kind, as_of, current_document, draft_document) values (x'"
                    + hex(id) + "', '" + agency.code + "', 'RETIREMENT', '2026-01-01', " + rules() + ", " + rules()
                    + ")");
        }
        return id;
    }

    private static String rules() {
        try {
            var document = Files.readString(Path.of("src/main/resources/rules/RETIREMENT/UU_20_2023.json"));
            return "'" + document.replace("\\", "\\\\").replace("'", "''") + "'";
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String address(UUID job) {
        return "/api/v1/jobs/" + job;
    }

    /** The guard of a kind decides, for every role alone, at every address of a job. */
    @Test
    void a_job_is_there_for_whoever_may_read_what_guards_its_kind() {
        var wrong = new ArrayList<String>();
        for (var role : Role.values()) {
            boolean any = AccessTable.reach(role, Resource.JOB, Action.READ) != Reach.NONE;
            for (var kind : handlers.kinds()) {
                boolean readable =
                        AccessTable.reach(role, kind.guard(), Action.READ).compareTo(Reach.AGENCY) >= 0;
                int expected = !any ? 403 : readable ? 200 : 404;
                for (var below : BELOW) {
                    int status = agency.as(role)
                            .get(address(jobs.get(kind.name())) + below)
                            .statusCode();
                    if (status != expected) {
                        wrong.add(role + " " + kind.name() + below + ": " + status + " instead of " + expected);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Whoever may read a kind must get past the door of /jobs. */
    @Test
    void every_reader_of_a_kind_may_read_jobs() {
        for (var kind : handlers.kinds()) {
            for (var role : Role.values()) {
                if (!kind.name().startsWith("test-")
                        && AccessTable.reach(role, kind.guard(), Action.READ) != Reach.NONE) {
                    assertThat(AccessTable.reach(role, Resource.JOB, Action.READ))
                            .as(
                                    "%s may read jobs of the kind %s, so %s needs Resource.JOB in AccessTable",
                                    role, kind.name(), role)
                            .isNotEqualTo(Reach.NONE);
                }
            }
        }
    }

    @Test
    void the_list_holds_what_its_items_addresses_answer() {
        for (var role : Role.values()) {
            if (AccessTable.reach(role, Resource.JOB, Action.READ) == Reach.NONE) {
                agency.as(role).get("/api/v1/jobs").then().statusCode(403);
                continue;
            }
            var readable = jobs.values().stream()
                    .filter(job -> agency.as(role).get(address(job)).statusCode() == 200)
                    .map(UUID::toString)
                    .toList();
            assertThat(readable).as(role.name()).isNotEmpty();
            assertThat(all(agency.as(role), "/api/v1/jobs?limit=1"))
                    .as(role.name())
                    .containsExactlyInAnyOrderElementsOf(readable);
        }
    }

    private static List<String> all(RequestSpecification who, String first) {
        var found = new ArrayList<String>();
        var address = first;
        for (String next = ""; next != null; ) {
            var page = io.restassured.RestAssured.given()
                    .spec(who)
                    .get(address + (next.isEmpty() ? "" : "&cursor=" + next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.id"));
            next = page.getString("next");
        }
        return found;
    }

    @Test
    void a_machine_needs_the_scope_of_the_kind_as_well() {
        var job = address(jobs.get("employees"));
        for (var below : BELOW) {
            agency.asClient("imports:read").get(job + below).then().statusCode(403);
            agency.asClient("jobs:read").get(job + below).then().statusCode(404);
            agency.asClient("jobs:read", "simulations:read")
                    .get(job + below)
                    .then()
                    .statusCode(404);
            agency.asClient("jobs:read", "imports:read").get(job + below).then().statusCode(200);
        }
        agency.asClient("jobs:read", "imports:read")
                .get("/api/v1/jobs?total=true&kind=siasn-employee")
                .then()
                .body("items.id", equalTo(List.of(jobs.get("siasn-employee").toString())))
                .body("total", equalTo(1));
    }

    @Test
    void another_agency_s_job_is_not_there() {
        var other = TestAgency.called("job");
        for (var job : jobs.values()) {
            for (var below : BELOW) {
                other.as(Role.values()).get(address(job) + below).then().statusCode(404);
            }
        }
        other.as(Role.SDM, Role.ADMIN)
                .get("/api/v1/jobs")
                .then()
                .statusCode(200)
                .body("items", empty());
        agency.as(Role.SDM).get(address(UUID.randomUUID())).then().statusCode(404);
    }

    @Test
    void the_list_is_narrowed_by_kind_and_status() {
        agency.as(Role.SDM)
                .get("/api/v1/jobs?kind=employees&status=FAILED")
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("employees")));
        agency.as(Role.SDM)
                .get("/api/v1/jobs?status=RUNNING")
                .then()
                .statusCode(200)
                .body("items", empty());
        for (var kind : List.of("simulation", "payroll")) {
            agency.as(Role.SDM)
                    .get("/api/v1/jobs?kind=" + kind)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("kind"))
                    .body("errors[0].code", equalTo("KIND_UNKNOWN"))
                    .body("errors[0].detail", containsString("employees, siasn-employee"));
        }
    }

    @Test
    void a_job_says_what_was_ordered_and_how_far_it_is() {
        var job = jobs.get("employees");
        agency.as(Role.SDM)
                .get(address(job))
                .then()
                .body("id", equalTo(job.toString()))
                .body("kind", equalTo("employees"))
                .body("status", equalTo("FAILED"))
                .body("settings.dryRun", equalTo(false))
                .body("progress.done", equalTo(3))
                .body("progress.total", equalTo(5))
                .body("problemCount", equalTo(2));
        agency.as(Role.SDM)
                .get(address(job) + "/problems?limit=1")
                .then()
                .body("items.number", equalTo(List.of(1)))
                .body("items[0].detail", containsString(job.toString()));
        agency.as(Role.SDM)
                .get(address(job) + "/events")
                .then()
                .body(containsString("event:end"), containsString("\"problemCount\":2"));
    }

    @Test
    void a_stream_is_held_back_by_no_proxy_and_goes_on_where_it_broke_off() {
        var job = jobs.get("employees");
        var stream = agency.as(Role.SDM).accept("text/event-stream").get(address(job) + "/events");
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(stream.header("Cache-Control")).contains("no-store");
        assertThat(stream.asString())
                .contains("id:FAILED-3-5", "retry:2000", "event:end", "data:{")
                .doesNotContain("content-type");
        // a browser comes again after the end, until it is told to stay away
        agency.as(Role.SDM)
                .header("Last-Event-ID", "FAILED-3-5")
                .get(address(job) + "/events")
                .then()
                .statusCode(204);
        agency.as(Role.SDM)
                .header("Last-Event-ID", "RUNNING-2-5")
                .get(address(job) + "/events")
                .then()
                .statusCode(200)
                .body(containsString("event:end"));
    }

    /** Every address of one kind below which a job is named, as the contract has them. */
    @Test
    void no_address_of_one_kind_shows_a_job_of_another() throws IOException {
        var own = Map.of("/api/v1/imports/{id}", "employees,siasn-employee", "/api/v1/simulations/{id}", "simulation");
        var everybody = Role.values();
        var tried = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        var paths = new ObjectMapper()
                .readTree(Path.of("target/openapi/karier.json").toFile())
                .path("paths");
        for (var path : (Iterable<String>) paths::fieldNames) {
            for (var collection : own.entrySet()) {
                if (!path.equals(collection.getKey()) && !path.startsWith(collection.getKey() + "/")) {
                    continue;
                }
                tried.add(path);
                var kinds = Arrays.asList(collection.getValue().split(","));
                jobs.forEach((kind, job) -> {
                    int expected = kinds.contains(kind) ? 200 : 404;
                    int status = agency.as(everybody)
                            .get(path.replace("{id}", job.toString()))
                            .statusCode();
                    if (status != expected) {
                        wrong.add("%s of the kind %s: %d instead of %d".formatted(path, kind, status, expected));
                    }
                });
            }
        }
        assertThat(tried).hasSizeGreaterThanOrEqualTo(7);
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_list_of_imports_holds_imports() {
        agency.as(Role.values())
                .get("/api/v1/imports")
                .then()
                .body("items.kind.toSet()", equalTo(java.util.Set.of("employees", "siasn-employee")));
    }
}
