package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.counts;
import static id.karier.integration.bulk.Imports.employees;
import static id.karier.integration.bulk.Imports.file;
import static id.karier.integration.bulk.Imports.problems;
import static id.karier.integration.bulk.Imports.row;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same person may be in the files of two agencies: a transfer, or an error of one; neither learns of the other. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportAgenciesTest {
    private static final Map<String, String> AS_IT_IS = Map.of();

    private final TestAgency here = TestAgency.called("sini");
    private final TestAgency there = TestAgency.called("sana");

    @Test
    void a_number_that_another_agency_knows_is_new_here() {
        var file = file(row(501, AS_IT_IS), row(502, AS_IT_IS));
        assertThat(counts(employees(there, "", file))).containsExactly(2L, 0L, 0L, 0L);
        var job = employees(here, "", file);
        assertThat(problems(here, job).getList("items")).isEmpty();
        assertThat(counts(job)).as("made here, whoever is there").containsExactly(2L, 0L, 0L, 0L);
    }

    @Test
    void what_one_agency_corrects_stays_as_it_is_in_another() {
        var file = file(row(503, AS_IT_IS));
        employees(there, "", file);
        employees(here, "", file);
        var job = employees(here, "", file(row(503, Map.of("nama", "NAMA YANG DIPERBAIKI"))));
        assertThat(counts(job)).containsExactly(0L, 1L, 0L, 0L);
        assertThat(name(here)).isEqualTo("NAMA YANG DIPERBAIKI");
        assertThat(name(there)).startsWith("CONTOH PEGAWAI");
        assertThat(counts(employees(there, "", file))).as("there, again").containsExactly(0L, 0L, 1L, 0L);
    }

    @Test
    void a_number_that_somebody_once_had_in_another_agency_is_free_here() {
        employees(there, "", file(row(504, AS_IT_IS)));
        TestAgency.sql(
                "insert into employee_identity_numbers (id, agency, employee_id, number, kind, starts_on, ends_on,"
                        + " source) select unhex(replace(uuid(), '-', '')), agency, id, '199001012015012505', 'PNS',"
                        + " '2015-01-01', '2016-01-31', 'LOCAL' from employees where agency = '" + there.code + "'");
        var job = employees(here, "", file(row(505, AS_IT_IS)));
        assertThat(problems(here, job).getList("items.code")).isEmpty();
        assertThat(counts(job)).containsExactly(1L, 0L, 0L, 0L);

        var refused = employees(there, "", file(row(505, AS_IT_IS)));
        assertThat(problems(there, refused).getList("items.code", String.class))
                .as("there it is somebody's former number")
                .containsExactly("NUMBER_FORMER");
    }

    private static String name(TestAgency agency) {
        return TestAgency.query("select name from employees where agency = '" + agency.code + "'");
    }
}
