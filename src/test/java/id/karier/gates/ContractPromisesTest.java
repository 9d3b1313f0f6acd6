package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A change that breaks a client of the last release fails, unless the major version moves with it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ContractPromisesTest {
    private static final Path TODAY = Path.of("target/openapi/promises.txt");
    private static final Path RELEASED = Path.of("openapi/promises.txt");

    @Test
    void no_client_of_the_last_release_breaks() throws IOException {
        var today = ContractPromises.today();
        var version = Contract.document().path("info").path("version").asText();
        var page = new ArrayList<>(List.of("version " + version));
        page.addAll(today);
        Files.write(TODAY, page);
        var released = Files.readAllLines(RELEASED);
        boolean sameMajor = released.get(0).startsWith("version " + version.replaceFirst("\\..*", "."));
        var broken = ContractPromises.broken(new TreeSet<>(released.subList(1, released.size())), today);
        assertThat(sameMajor ? broken : List.of())
                .as("This breaks clients of the last release; openapi/README.md says what to do")
                .isEmpty();
    }

    @Test
    void a_lost_promise_and_a_new_demand_break_and_an_addition_does_not() {
        var released = Set.of("Unit gives code: string", "NewUnit takes code: string", "Kind knows DINAS");
        var today = Set.of(
                "Unit gives name: string",
                "NewUnit takes code: string",
                "NewUnit takes name: string",
                "NewUnit demands name",
                "NewPost demands name",
                "Kind knows DINAS",
                "Kind knows BIRO");
        assertThat(ContractPromises.broken(released, today))
                .containsExactly("no longer: Unit gives code: string", "new: NewUnit demands name");
    }

    @Test
    void the_lines_say_what_clients_lean_on() {
        assertThat(ContractPromises.today())
                .contains(
                        "GET /api/v1/employees is listEmployees",
                        "GET /api/v1/employees opens to employees:read",
                        "GET /api/v1/employees takes query unit: UUID",
                        "GET /api/v1/employees answers 200 application/json: EmployeePage",
                        "PATCH /api/v1/employees/{id} demands header If-Match",
                        "EmployeePage always gives next",
                        "EmployeePage gives next: string|null",
                        "EmployeePage gives items: array of EmployeeSummary",
                        "EmployeeProfilePatch takes backTitles: null",
                        "NewUnit demands code",
                        "Sex knows F");
    }
}
