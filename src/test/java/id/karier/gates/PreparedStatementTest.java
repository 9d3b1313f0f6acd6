package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * MySQL answers wrongly through a statement that it keeps prepared and had to prepare again because a table changed
 * (decision 0009): the two persons in "this one, who is me" became one.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PreparedStatementTest {
    private static final List<String> READ =
            List.of("", "/ranks", "/positions", "/trainings", "/disciplines", "/timeline");

    private final Office office = Office.called("prepared");

    @Test
    void nobody_reads_a_colleague_after_a_migration() {
        var self = office.person();
        var colleague = office.person();
        for (int round = 0; round < 4; round++) {
            for (var path : READ) {
                assertThat(status(self, self, path)).as("own %s", path).isEqualTo(200);
                assertThat(status(self, colleague, path))
                        .as("a colleague's %s, round %d", path, round)
                        .isEqualTo(404);
            }
            List.of("employees", "employee_ranks", "employee_positions", "employee_trainings")
                    .forEach(table -> TestAgency.sql("alter table " + table + " comment = ''"));
        }
    }

    private int status(UUID asker, UUID asked, String path) {
        return office.agency
                .as(asker, Role.ASN)
                .get("/api/v1/employees/" + asked + path)
                .statusCode();
    }
}
