package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.bytes;
import static id.karier.integration.bulk.Imports.count;
import static id.karier.integration.bulk.Imports.counts;
import static id.karier.integration.bulk.Imports.employees;
import static id.karier.integration.bulk.Imports.file;
import static id.karier.integration.bulk.Imports.problems;
import static id.karier.integration.bulk.Imports.row;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.testing.Faults;
import id.karier.testing.Faults.Kind;
import id.karier.testing.SmallNumbers;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports at the borders of their batches, and batches that the database throws back. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallNumbers.class)
class SmallBatchTest {
    private static final int MOST_STATEMENTS = 400;
    private static final List<String> TABLES = List.of(
            "employees",
            "employee_name_words",
            "employee_identity_numbers",
            "employee_ranks",
            "employee_positions",
            "employee_educations",
            "units",
            "unit_ancestors",
            "unit_placements",
            "positions",
            "change_log");

    /** The last row of a batch and the first of the next, and further apart. */
    @ParameterizedTest
    @CsvSource({"2, 3", "3, 4", "1, 8"})
    void a_person_twice_is_told_whatever_lies_between(int first, int second) {
        for (var again : List.of(
                Map.of("pns_id", "", "nama", "ORANG KEDUA"),
                Map.of("nip_baru", "199001012015011999", "jenis_kelamin", "M", "nama", "ORANG KEDUA"))) {
            for (var query : List.of("&partial=true", "&dryRun=true", "")) {
                var agency = TestAgency.called("batas");
                var rows = new ArrayList<String>();
                for (int line = 1; line <= 8; line++) {
                    rows.add(line == second ? row(first, again) : row(line, Map.of()));
                }
                var job = employees(agency, query, file(rows.toArray(String[]::new)));
                var told = problems(agency, job);
                assertThat(told.getList("items.code", String.class))
                        .as("rows %d and %d, %s", first, second, query)
                        .containsExactly("ROW_TWICE");
                assertThat(told.getLong("items[0].line")).isEqualTo(second + 1L);
                if (query.contains("partial")) {
                    assertThat(counts(job)).containsExactly(7L, 0L, 0L, 1L);
                }
            }
        }
    }

    /** Whichever statement is the victim: the import ends with the same rows, counts and log. */
    @ParameterizedTest
    @ValueSource(strings = {"&partial=true", ""})
    void an_import_that_was_a_victim_once_ends_like_any_other(String query) {
        var file = file(
                row(1, Map.of("unor_id", "s1", "unor_nama", "BIDANG SATU")),
                row(2, Map.of("unor_id", "s1", "unor_nama", "BIDANG SATU")),
                row(3, Map.of()),
                row(4, Map.of("unor_id", "s2", "unor_nama", "BIDANG DUA")),
                row(5, Map.of("unor_id", "s1", "unor_nama", "BIDANG SATU")));
        var calm = TestAgency.called("damai");
        var peaceful = ending(calm, worked(calm, query, file));
        boolean struck = true;
        int nth = 1;
        while (struck) {
            assertThat(nth).isLessThan(MOST_STATEMENTS);
            var agency = TestAgency.called("korban");
            String job;
            try (var fault = Faults.at(agency.code, Kind.DEADLOCK, nth)) {
                job = worked(agency, query, file);
                struck = fault.struck();
            }
            assertThat(ending(agency, job)).as("victim at statement %d", nth).isEqualTo(peaceful);
            nth += query.isEmpty() ? 3 : 1;
        }
        assertThat(nth).as("statements that were tried").isGreaterThan(10);
    }

    /** Orders an import and waits for its end beside the application, so that the waiting asks nothing in its name. */
    private static String worked(TestAgency agency, String query, String file) {
        var id = Imports.order(agency, "kind=employees" + query, "text/csv", bytes(file))
                .getString("id");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (TestAgency.query("select ended_at from jobs where id = x'" + id.replace("-", "") + "'") == null) {
            assertThat(System.nanoTime()).as("a minute of waiting").isLessThan(deadline);
            Thread.onSpinWait();
        }
        return id;
    }

    private static List<String> ending(TestAgency agency, String id) {
        var job = Imports.ended(agency, id);
        var ending = new ArrayList<String>();
        ending.add(job.getString("status"));
        ending.add(job.getString("outcome"));
        ending.add(String.valueOf(problems(agency, job).getList("items")));
        for (var table : TABLES) {
            ending.add(table + " " + count(agency, table));
        }
        return ending;
    }
}
