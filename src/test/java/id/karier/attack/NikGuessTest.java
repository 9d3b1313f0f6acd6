package id.karier.attack;

import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.query;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.employee.EmployeeFixtures;
import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A write that is refused because somebody has a NIK tells that she has it: it is guarded as a search by NIK is. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NikGuessTest {
    private static final String HELD = EmployeeFixtures.CARD;
    private static final String FREE = "9999990101908888";
    private static final String[] WRITER = {
        "imports:write",
        "imports:read",
        "employees:read",
        "employees:write",
        "personal-data:write",
        "histories:write",
        "units:write",
        "positions:write"
    };

    private final TestAgency agency = TestAgency.called("guess");
    private UUID holder;
    private UUID other;

    @BeforeEach
    void register() {
        holder = EmployeeFixtures.register(agency, EmployeeFixtures.KNOWN_BY_CARD);
        other = EmployeeFixtures.register(agency, "Bambang Wijaya");
    }

    private Response patch(RequestSpecification who, String nik) {
        return who.contentType(Office.MERGE_PATCH)
                .header("If-Match", "\"" + version() + "\"")
                .body("{\"nik\": \"" + nik + "\"}")
                .patch("/api/v1/employees/" + other + "/personal-data");
    }

    private String version() {
        return query("select version from employees where id = x'" + hex(other) + "'");
    }

    private Response register(RequestSpecification who, String nik) {
        var body = EmployeeFixtures.body(EmployeeFixtures.number(), "Tono Guess")
                .replaceAll("\"nik\": *\"[0-9]+\"", "\"nik\": \"" + nik + "\"");
        assertThat(body).contains(nik);
        return who.contentType(JSON).body(body).post("/api/v1/employees");
    }

    private String viewed() {
        return query("select count(*) from change_log where action = 'VIEWED' and object_type = 'personal-data'"
                + " and employee_id = x'" + hex(holder) + "'");
    }

    /** What an import says of a row that brings a number. */
    private List<String> dry(Supplier<RequestSpecification> who, String nik) {
        var number = query("select identity_number from employees where id = x'" + hex(other) + "'");
        var id = who.get()
                .contentType("text/csv")
                .body("nip_baru;nama;nik\n" + number + ";BAMBANG WIJAYA;" + nik + "\n")
                .post("/api/v1/imports?kind=employees&dryRun=true")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        for (int i = 0; i < 600; i++) {
            var status = who.get().get("/api/v1/imports/" + id).jsonPath().getString("status");
            if (!status.equals("QUEUED") && !status.equals("RUNNING")) {
                return who.get()
                        .get("/api/v1/imports/" + id + "/problems")
                        .jsonPath()
                        .getList("items.code", String.class);
            }
            pause();
        }
        throw new AssertionError("the import did not end");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void same(Response held, Response free, int status, String code) {
        for (var answer : List.of(held, free)) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
            assertThat(answer.jsonPath().getString("errors[0].code")).isEqualTo(code);
        }
        assertThat(held.jsonPath().getString("detail"))
                .isEqualTo(free.jsonPath().getString("detail"));
    }

    @Test
    void a_machine_that_may_not_read_a_number_learns_nothing_by_writing_one() {
        same(patch(agency.asClient(WRITER), HELD), patch(agency.asClient(WRITER), FREE), 403, "NIK_NOT_WRITABLE");
        same(register(agency.asClient(WRITER), HELD), register(agency.asClient(WRITER), FREE), 403, "NIK_NOT_WRITABLE");
        assertThat(dry(() -> agency.asClient(WRITER), HELD)).containsExactly("NIK_NOT_WRITABLE");
        assertThat(dry(() -> agency.asClient(WRITER), FREE)).containsExactly("NIK_NOT_WRITABLE");
        assertThat(viewed()).isEqualTo("0");
    }

    @Test
    void whom_a_refused_write_or_a_trial_of_an_import_has_met_sees_it() {
        var officer = UUID.randomUUID();
        assertThat(patch(agency.as(officer, Role.SDM), HELD).statusCode()).isEqualTo(409);
        assertThat(viewed()).isEqualTo("1");
        assertThat(register(agency.as(officer, Role.SDM), HELD).statusCode()).isEqualTo(409);
        assertThat(viewed()).isEqualTo("2");
        assertThat(dry(() -> agency.as(officer, Role.SDM), HELD)).containsExactly("NIK_TAKEN");
        assertThat(viewed()).isEqualTo("3");
        assertThat(dry(() -> agency.as(officer, Role.SDM), FREE)).isEmpty();
        assertThat(query("select sum(searches) from nik_searches where agency = '" + agency.code + "'"))
                .isEqualTo("3");
    }

    @Test
    void who_has_used_up_her_searches_learns_nothing_by_writing_either() {
        var officer = UUID.randomUUID();
        for (int i = 0; i < 30; i++) {
            agency.as(officer, Role.SDM)
                    .contentType(JSON)
                    .body("{\"nik\": \"99999901018%05d\"}".formatted(i))
                    .post("/api/v1/employees/search")
                    .then()
                    .statusCode(200);
        }
        same(
                patch(agency.as(officer, Role.SDM), HELD),
                patch(agency.as(officer, Role.SDM), FREE),
                429,
                "NIK_COMPARISONS_USED");
        same(
                register(agency.as(officer, Role.SDM), HELD),
                register(agency.as(officer, Role.SDM), FREE),
                429,
                "NIK_COMPARISONS_USED");
        assertThat(dry(() -> agency.as(officer, Role.SDM), HELD)).containsExactly("NIK_COMPARISONS_USED");
        assertThat(dry(() -> agency.as(officer, Role.SDM), FREE)).containsExactly("NIK_COMPARISONS_USED");
        assertThat(viewed()).isEqualTo("0");
        assertThat(patch(agency.as(UUID.randomUUID(), Role.SDM), FREE).statusCode())
                .isEqualTo(200);
    }
}
