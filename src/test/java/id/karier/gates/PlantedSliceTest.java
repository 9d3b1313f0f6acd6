package id.karier.gates;

import static id.karier.testing.TestAgency.sql;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.karier.employee.EmployeeFixtures;
import id.karier.gates.AccessMatrix.Endpoint;
import id.karier.kernel.Role;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The slice of {@code id.karier.sample}, made by following the guide, passes the gates; its neighbours, each of which
 * forgets a step, are caught by name.
 */
@QuarkusTest
@TestProfile(PlantedSliceTest.Planted.class)
@QuarkusTestResource(TestDatabase.class)
class PlantedSliceTest {
    private static final String SECRET = "catatan-yang-tidak-diceritakan";
    private static final String KEYS =
            "id binary(16) not null primary key, agency varchar(40) character set ascii collate ascii_bin not null,"
                    + " version bigint not null default 0, ";

    private static MatrixWorld world;

    /** The application with the planted slices, and a contract of its own. */
    public static class Planted implements QuarkusTestProfile {
        static final String CONTRACT = "target/openapi-planted";

        @Override
        public String getConfigProfile() {
            return "test,planted";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.smallrye-openapi.store-schema-directory", CONTRACT);
        }
    }

    @BeforeAll
    static void tables() {
        drop();
        sql("create table sample_cases (" + KEYS
                + "mentee_id binary(16) not null, mentor_id binary(16) not null, topic varchar(200) not null,"
                + " starts_on date not null, key ix_sample_cases_mentee (agency, mentee_id, starts_on, id),"
                + " key ix_sample_cases_mentor (agency, mentor_id, starts_on, id),"
                + " key ix_sample_cases_starts (agency, starts_on, id))");
        sql("create table silent_samples (" + KEYS + "employee_id binary(16) not null, note varchar(200) not null,"
                + " key ix_silent_samples_employee (agency, employee_id))");
    }

    /** Other tests look at every table that is there. */
    @AfterAll
    static void drop() {
        sql("drop table if exists sample_cases");
        sql("drop table if exists silent_samples");
    }

    @Test
    void a_slice_that_follows_the_guide_answers_as_the_access_table_says() {
        assertThat(planted().keySet())
                .contains(
                        "GET /api/v1/samples",
                        "GET /api/v1/samples/{id}",
                        "POST /api/v1/samples",
                        "PATCH /api/v1/samples/{id}");
        var wrong = new ArrayList<String>();
        planted().forEach((name, endpoint) -> {
            if (name.contains("/samples")) {
                wrong.addAll(matrix().wrongAnswers(endpoint));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void its_list_holds_what_its_reader_reaches_and_nothing_else() {
        assertThat(matrix().wrongItems(endpoint("GET /api/v1/samples"))).isEmpty();
    }

    /** The one fault, by the name of the endpoint that has it, and nothing else. */
    @Test
    void a_single_object_that_forgets_the_reach_is_reported() {
        var faulty = faulty(endpoint -> matrix().wrongAnswers(endpoint));
        assertThat(faulty).containsOnlyKeys("GET /api/v1/forgetful-samples/{id}");
        assertThat(faulty.get("GET /api/v1/forgetful-samples/{id}"))
                .anyMatch(fault -> fault.startsWith("ASN on SAME_AGENCY: 200 instead of NOT_FOUND"))
                .anyMatch(fault -> fault.startsWith("ASN on TEAM: 200 instead of NOT_FOUND"))
                .anyMatch(fault -> fault.startsWith("ATASAN on SAME_AGENCY: 200 instead of NOT_FOUND"))
                .noneMatch(fault -> fault.contains("on PARTY") || fault.contains("on OWN"));
    }

    @Test
    void a_list_that_says_it_is_about_nobody_is_reported() {
        var faulty = faulty(endpoint -> endpoint.lists() ? matrix().wrongItems(endpoint) : List.of());
        assertThat(faulty).containsOnlyKeys("GET /api/v1/unreached-samples");
        assertThat(faulty.get("GET /api/v1/unreached-samples"))
                .contains("GET /api/v1/unreached-samples: ASN sees unreached-sample of SAME_AGENCY")
                .contains("GET /api/v1/unreached-samples: ATASAN sees unreached-sample of SAME_AGENCY");
    }

    @Test
    void an_address_without_a_kind_is_refused() {
        var operation = JsonNodeFactory.instance.objectNode();
        var endpoint = new Endpoint("GET", "/api/v1/planted/{id}", Resource.UNIT, Action.READ, operation);
        assertThatThrownBy(() -> matrix().wrongAnswers(endpoint))
                .hasMessage("no kind of object is declared at /api/v1/planted/{id}: say .at(\"/api/v1/planted\") in its"
                        + " ObjectKind");
    }

    /** Its service asks nobody: the change log alone refuses what is about the writer herself. */
    @Test
    void a_service_that_forgets_whose_record_it_is_is_refused_by_the_log() {
        var agency = TestAgency.called("planted");
        var person = EmployeeFixtures.register(agency, "Siti");
        agency.as(person, Role.SDM)
                .contentType(JSON)
                .body("{\"employeeId\": \"" + person + "\", \"note\": \"" + SECRET + "\"}")
                .post("/api/v1/silent-samples")
                .then()
                .statusCode(403)
                .body("code", equalTo("OWN_RECORD"));
        assertThat(TestAgency.query("select count(*) from silent_samples where agency = '" + agency.code + "'"))
                .isEqualTo("0");
    }

    /** Whoever asks, by role and by scope. */
    @Test
    void of_a_kind_that_tells_nothing_no_row_leaves_the_log() {
        var agency = TestAgency.called("planted");
        var person = EmployeeFixtures.register(agency, "Siti");
        agency.as(Role.SDM)
                .contentType(JSON)
                .body("{\"employeeId\": \"" + person + "\", \"note\": \"" + SECRET + "\"}")
                .post("/api/v1/silent-samples")
                .then()
                .statusCode(201);
        agency.awaitSequencing();
        assertThat(TestAgency.query("select count(*) from change_log where agency = '" + agency.code
                        + "' and object_type = 'silent-sample' and position is not null and fields like '%" + SECRET
                        + "%'"))
                .as("it is in the log")
                .isEqualTo("1");

        var told = new ArrayList<String>();
        for (var role : Role.values()) {
            boolean feed = AccessTable.reach(role, Resource.CHANGE, Action.READ) != Reach.NONE;
            listen(told, role.name(), () -> agency.as(person, role), feed);
        }
        for (var resource : Resource.values()) {
            var scope = resource.scope() + ":read";
            var scopes = Stream.of("changes:read", scope).distinct().toArray(String[]::new);
            listen(told, scope, () -> agency.asClient(scopes), true);
        }
        assertThat(told).isEmpty();
    }

    private static void listen(List<String> told, String who, Supplier<RequestSpecification> asker, boolean feed) {
        int refusal = asker.get().get("/api/v1/changes?types=silent-sample").statusCode();
        if (refusal != (feed ? 400 : 403)) {
            told.add("%s asks for silent-sample and is answered %d".formatted(who, refusal));
        }
        long last = 0;
        for (boolean more = feed; more; ) {
            var page = asker.get()
                    .get("/api/v1/changes?limit=200&after=" + last)
                    .then()
                    .statusCode(200)
                    .extract();
            var everything = page.asString();
            if (everything.contains("silent-sample") || everything.contains(SECRET)) {
                told.add(who + " is told of silent-sample");
            }
            last = page.jsonPath().getLong("last");
            more = page.jsonPath().getBoolean("more");
        }
    }

    @Test
    void a_party_is_told_of_her_case_while_she_has_a_part_in_it() {
        var agency = TestAgency.called("planted");
        var mentee = EmployeeFixtures.register(agency, "Siti");
        var first = EmployeeFixtures.register(agency, "Budi");
        var second = EmployeeFixtures.register(agency, "Wayan");
        var id = open(agency, mentee, first);
        var address = "/api/v1/samples/" + id;
        long before = told(agency, mentee, 0).last();

        assertThat(told(agency, mentee, 0).items()).containsExactly("CREATED " + id + " Kepemimpinan " + first);
        assertThat(told(agency, first, 0).items()).containsExactly("CREATED " + id + " Kepemimpinan " + first);
        assertThat(told(agency, second, 0).items()).isEmpty();
        agency.as(first, Role.ASN).get(address).then().statusCode(200);
        agency.as(second, Role.ASN).get(address).then().statusCode(404);

        agency.as(Role.SDM)
                .contentType(JSON)
                .header("If-Match", "\"0\"")
                .body("{\"mentorId\": \"" + second + "\"}")
                .patch(address)
                .then()
                .statusCode(200);
        agency.awaitSequencing();

        assertThat(told(agency, mentee, before).items()).containsExactly("UPDATED " + id + " null " + second);
        assertThat(told(agency, first, before).items()).containsExactly("DELETED " + id + " null null");
        assertThat(told(agency, second, before).items()).containsExactly("CREATED " + id + " Kepemimpinan " + second);
        agency.as(first, Role.ASN).get(address).then().statusCode(404);
        agency.as(second, Role.ASN).get(address).then().statusCode(200);
    }

    private String open(TestAgency agency, UUID mentee, UUID mentor) {
        String id = agency.as(Role.SDM)
                .contentType(JSON)
                .body("{\"menteeId\": \"" + mentee + "\", \"mentorId\": \"" + mentor
                        + "\", \"topic\": \"Kepemimpinan\", \"startsOn\": \"2026-01-01\"}")
                .post("/api/v1/samples")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        agency.awaitSequencing();
        return id;
    }

    private record Told(List<String> items, long last) {}

    /** What somebody is told of cases after a position: action, object, topic and mentor. */
    private static Told told(TestAgency agency, UUID person, long after) {
        var page = agency.as(person, Role.ASN)
                .get("/api/v1/changes?types=sample-case&after=" + after)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var items = new ArrayList<String>();
        for (int i = 0; i < page.getList("items").size(); i++) {
            var item = "items[" + i + "].";
            items.add(page.getString(item + "action")
                    + ' '
                    + page.getString(item + "objectId")
                    + ' '
                    + page.getString(item + "fields.topic.after")
                    + ' '
                    + page.getString(item + "fields.mentorId.after"));
        }
        return new Told(items, page.getLong("last"));
    }

    private interface Check {
        List<String> of(Endpoint endpoint);
    }

    /** The planted endpoints of which a check has something to say, with what it says. */
    private static Map<String, List<String>> faulty(Check check) {
        var faulty = new TreeMap<String, List<String>>();
        planted().forEach((name, endpoint) -> {
            var faults = check.of(endpoint);
            if (!faults.isEmpty()) {
                faulty.put(name, faults);
            }
        });
        return faulty;
    }

    private static Endpoint endpoint(String name) {
        return planted().get(name);
    }

    private static Map<String, Endpoint> planted() {
        return matrix().guarded()
                .filter(endpoint -> endpoint.path().contains("samples"))
                .collect(Collectors.toMap(Endpoint::toString, endpoint -> endpoint));
    }

    private static synchronized AccessMatrix matrix() {
        if (world == null) {
            world = new MatrixWorld();
        }
        return new AccessMatrix(Path.of(Planted.CONTRACT, "karier.json"), world);
    }
}
