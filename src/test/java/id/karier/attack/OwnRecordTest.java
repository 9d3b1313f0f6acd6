package id.karier.attack;

import static id.karier.history.Office.MERGE_PATCH;
import static id.karier.history.Office.below;
import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import id.karier.competency.Texts;
import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.kernel.access.ObjectRegistry;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An officer of human resources who would like to have another career. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OwnRecordTest {
    private static final String BELOW = "/api/v1/employees/{employeeId}/";

    /** A number is replaced by the next one, a result is annulled. */
    private static final Set<String> NEVER_CHANGED = Set.of("identity-numbers", "competency-results");

    @Inject
    ObjectRegistry kinds;

    private final Office office = Office.called("own");
    private final TestAgency agency = office.agency;
    private UUID self;

    @BeforeEach
    void register() {
        self = office.person();
    }

    private RequestSpecification officer() {
        return agency.as(self, Role.SDM);
    }

    /** What she would add, by what stands below a person. */
    private Map<String, String> wishes() {
        return Map.of(
                "ranks", Office.rank("IV/e", "2020-04-01"),
                "positions", Office.holding(office.head, "2020-01-01", ""),
                "educations",
                        "{\"level\": \"S3\", \"field\": \"Ilmu Pemerintahan\", \"graduatedOn\": \"2015-08-30\","
                                + " \"atAppointment\": false}",
                "trainings",
                        "{\"form\": \"KL_STRUKTURAL\", \"name\": \"Pelatihan\", \"startsOn\": \"2017-03-06\","
                                + " \"endsOn\": \"2017-07-21\", \"hours\": 360}",
                "awards",
                        "{\"name\": \"Satyalancana\", \"grantedOn\": \"2018-08-17\", \"decreeNumber\": \"71/TK\","
                                + " \"decreeDate\": \"2018-08-04\"}",
                "disciplines",
                        "{\"level\": \"RINGAN\", \"penalty\": \"R1\", \"startsOn\": \"2019-05-11\","
                                + " \"decreeNumber\": \"862/1\", \"decreeDate\": \"2019-05-10\"}",
                "credits",
                        "{\"basis\": \"CONVERSION\", \"startsOn\": \"2024-01-01\", \"endsOn\": \"2024-12-31\","
                                + " \"credit\": 25}",
                "statuses",
                        "{\"status\": \"STUDY_ASSIGNMENT\", \"startsOn\": \"2018-01-01\", \"endsOn\": \"2019-12-31\","
                                + " \"decreeNumber\": \"892/1\", \"decreeDate\": \"2017-12-10\"}",
                "competency-results",
                        "{\"competencyId\": \"%s\", \"level\": 5, \"evidence\": \"ASSESSMENT_CENTRE\", \"foundOn\": \"2026-02-16\"}"
                                .formatted(Texts.generic("INT")),
                "identity-numbers",
                        "{\"number\": \"%s\", \"kind\": \"PNS\", \"startsOn\": \"2024-03-01\", \"decreeNumber\": \"01/K\", \"decreeDate\": \"2024-02-20\"}"
                                .formatted(office.number("PNS", LocalDate.of(1980, 2, 29), LocalDate.of(2005, 1, 1))));
    }

    @Test
    void nobody_adds_to_her_own_file_whatever_stands_below_a_person() {
        var told = new TreeSet<String>();
        kinds.all().forEach(kind -> {
            if (kind.address() != null && kind.address().startsWith(BELOW)) {
                told.add(kind.address().substring(BELOW.length()));
            }
        });
        assertThat(wishes().keySet())
                .as("a new kind about people is wished for here too")
                .isEqualTo(told);
        wishes().forEach((path, wish) -> {
            officer()
                    .contentType("application/json")
                    .body(wish)
                    .post(below(self, path))
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("OWN_RECORD"));
            var other = office.person();
            officer()
                    .contentType("application/json")
                    .body(wish)
                    .post(below(other, path))
                    .then()
                    .statusCode(201);
        });
        assertThat(query("select count(*) from change_log where agency = '" + agency.code + "' and employee_id = x'"
                        + hex(self) + "' and operation not in ('registerEmployee', 'createEmployee')"))
                .isEqualTo("0");
    }

    @Test
    void nobody_changes_or_drops_what_others_have_written_about_her() {
        var wishes = wishes();
        wishes.keySet().stream().filter(path -> !NEVER_CHANGED.contains(path)).forEach(path -> {
            var address = office.add(self, path, wishes.get(path));
            officer()
                    .contentType(MERGE_PATCH)
                    .header("If-Match", "\"0\"")
                    .body("{\"decreeNumber\": \"999/2026\"}")
                    .patch(address)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("OWN_RECORD"));
            officer()
                    .header("If-Match", "\"0\"")
                    .delete(address)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("OWN_RECORD"));
            officer().get(address).then().statusCode(200).body("version", equalTo(0));
        });
    }

    @Test
    void nobody_changes_who_she_is_or_her_own_personal_data() {
        for (var change : Map.of(
                        "", "{\"name\": \"Prof. Sari\"}",
                        "/personal-data", "{\"nik\": \"9999990101900002\"}")
                .entrySet()) {
            var address = "/api/v1/employees/" + self + change.getKey();
            officer()
                    .contentType(MERGE_PATCH)
                    .header("If-Match", "\"" + office.column(self, "version") + "\"")
                    .body(change.getValue())
                    .patch(address)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("OWN_RECORD"));
        }
        officer().get("/api/v1/employees/" + self).then().body("name", equalTo("Sari Widuri"));
    }

    @Test
    void what_follows_from_a_write_on_the_registers_is_no_write_about_herself() {
        office.add(self, "positions", Office.holding(office.head, "2020-01-01", ""));
        var address = "/api/v1/units/" + office.division;
        officer()
                .contentType(MERGE_PATCH)
                .header("If-Match", agency.as(Role.SDM).get(address).header("ETag"))
                .body("{\"name\": \"Bidang Aplikasi dan Data\"}")
                .patch(address)
                .then()
                .statusCode(200);
        assertThat(office.column(self, "unit_name")).isEqualTo("Bidang Aplikasi dan Data");
    }

    private static String row(String number, String name) {
        return "nip_baru;nama;tanggal_lahir;jenis_kelamin;tmt_cpns;gol_akhir_nama;tmt_golongan\n%s;%s;29-02-1980;F;01-01-2005;IV/a;01-04-2020\n"
                .formatted(number, name);
    }

    private String ended(String query, String csv) {
        var id = officer()
                .contentType("text/csv")
                .body(csv)
                .post("/api/v1/imports?kind=employees" + query)
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        for (int i = 0; i < 600; i++) {
            var status = officer().get("/api/v1/imports/" + id).then().extract().<String>path("status");
            if (!status.equals("QUEUED") && !status.equals("RUNNING")) {
                return id;
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

    @Test
    void an_import_refuses_and_reports_the_row_about_whoever_ordered_it() {
        var other = office.person();
        var file = row(office.column(self, "identity_number"), "SARI WIDURI")
                + row(office.column(other, "identity_number"), "SARI WIDURI").split("\n")[1] + "\n";

        var dry = ended("&dryRun=true", file);
        officer().get("/api/v1/imports/" + dry + "/problems").then().body("items[0].code", equalTo("OWN_RECORD"));
        var whole = ended("", file);
        officer().get("/api/v1/imports/" + whole).then().body("status", equalTo("FAILED"));
        assertThat(office.column(other, "rank_code")).isNull();

        var partial = ended("&partial=true", file);
        officer()
                .get("/api/v1/imports/" + partial + "/problems")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].code", equalTo("OWN_RECORD"))
                .body("items[0].detail", not(equalTo("")));
        assertThat(office.column(other, "rank_code")).isEqualTo("IV/a");
        assertThat(office.column(self, "rank_code")).isNull();
    }

    @Test
    void a_row_about_herself_that_says_nothing_new_stops_no_import() {
        var file = row(office.column(self, "identity_number"), "SARI WIDURI");
        agency.as(Role.SDM)
                .contentType("text/csv")
                .body(file)
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(202);
        for (int i = 0; i < 400 && office.column(self, "rank_code") == null; i++) {
            pause();
        }
        assertThat(office.column(self, "rank_code")).isEqualTo("IV/a");

        officer()
                .get("/api/v1/imports/" + ended("", file))
                .then()
                .body("status", equalTo("SUCCEEDED"))
                .body("outcome.unchanged", equalTo(1));
    }

    @Test
    void an_import_needs_the_rights_for_all_that_it_writes() {
        var file = row(office.column(office.person(), "identity_number"), "SARI WIDURI");
        String[] all = {
            "imports:write",
            "employees:write",
            "personal-data:write",
            "histories:write",
            "units:write",
            "positions:write"
        };
        for (int missing = 1; missing < all.length; missing++) {
            var scopes = new TreeSet<>(List.of(all));
            scopes.remove(all[missing]);
            agency.asClient(scopes.toArray(String[]::new))
                    .contentType("text/csv")
                    .body(file)
                    .post("/api/v1/imports?kind=employees&dryRun=true")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("FORBIDDEN"))
                    .body("errors[0].code", equalTo("RIGHT_MISSING"));
        }
        agency.asClient(all)
                .contentType("text/csv")
                .body(file)
                .post("/api/v1/imports?kind=employees&dryRun=true")
                .then()
                .statusCode(202);
        agency.asClient(all)
                .contentType("application/json")
                .body("{\"data-utama\": {}}")
                .post("/api/v1/imports?kind=siasn-employee&dryRun=true")
                .then()
                .statusCode(403);
    }
}
