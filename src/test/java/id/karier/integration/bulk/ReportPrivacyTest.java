package id.karier.integration.bulk;

import static id.karier.testing.TestAgency.query;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The refused rows of a file hold personal data: they are shown to who may read these, and whom they name sees it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReportPrivacyTest {
    private static final List<String> WRITER = List.of(
            "imports:write",
            "imports:read",
            "employees:write",
            "personal-data:write",
            "histories:write",
            "units:write",
            "positions:write");

    private final TestAgency agency = TestAgency.called("rahasia");

    private String report(RequestSpecification who, String job) {
        return who.get("/api/v1/imports/" + job + "/report")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String viewed() {
        return query("select count(*) from change_log where action = 'VIEWED' and object_type = 'personal-data'"
                + " and agency = '" + agency.code + "'");
    }

    @Test
    void personal_cells_are_empty_for_who_may_not_read_them_and_read_by_who_may() {
        Imports.employees(agency, "", Imports.file(Imports.row(1, Map.of())));
        var wrong = Imports.employees(
                agency, "&partial=true", Imports.file(Imports.row(1, Map.of("tmt_golongan", "32-13-2023"))));
        var job = wrong.getString("id");
        var masked = report(agency.asClient(WRITER.toArray(String[]::new)), job);
        assertThat(masked)
                .contains("tmt_golongan", "32-13-2023", "CONTOH PEGAWAI")
                .doesNotContain("9999990101000001", "081200000001", "Jl. Melati");
        assertThat(viewed()).isEqualTo("0");

        assertThat(report(agency.as(Role.SDM), job)).contains("9999990101000001", "Jl. Melati");
        assertThat(viewed()).isEqualTo("1");
        var reader = new TreeSet<>(WRITER);
        reader.add("personal-data:read");
        assertThat(report(agency.asClient(reader.toArray(String[]::new)), job)).contains("9999990101000001");
        assertThat(viewed()).isEqualTo("2");
    }
}
