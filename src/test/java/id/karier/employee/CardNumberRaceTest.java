package id.karier.employee;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One card number is one person of an agency, also when two write it in the same moment. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CardNumberRaceTest {
    private static final int ROUNDS = 8;
    private static final String NIK = "9999990101900077";

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private Office office;

    @BeforeEach
    void own_agency() {
        office = Office.called("kartu");
    }

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    private Callable<Response> registering(String nik) {
        var born = LocalDate.of(1980, 2, 29);
        var request = office.agency.as(Role.SDM).contentType(JSON).body("""
                {"identityNumber": "%s", "kind": "PNS", "birthDate": "1980-02-29", "sex": "F",
                 "profile": {"name": "Ratna", "status": "ACTIVE", "firstAppointmentOn": "2005-01-01"},
                 "personalData": {"nik": "%s"}}""".formatted(
                        office.number("PNS", born, LocalDate.of(2005, 1, 1)), nik));
        return () -> request.post("/api/v1/employees");
    }

    private Callable<Response> giving(UUID person, String nik) {
        var request = office.agency
                .as(Role.SDM)
                .contentType(Office.MERGE_PATCH)
                .header("If-Match", "*")
                .body("{\"nik\": \"" + nik + "\"}");
        return () -> request.patch("/api/v1/employees/" + person + "/personal-data");
    }

    @Test
    void of_two_who_come_at_once_one_has_it() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            var nik = "99999901019002%02d".formatted(i);
            assertThat(atOnce(registering(nik), registering(nik)))
                    .as("round " + i)
                    .containsExactlyInAnyOrder(201, 409);
            var other = "99999901019003%02d".formatted(i);
            assertThat(atOnce(giving(office.person(), other), giving(office.person(), other)))
                    .as("round " + i)
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    private List<Integer> atOnce(Callable<Response> one, Callable<Response> other) throws Exception {
        var start = new CyclicBarrier(2);
        var first = pool.submit(() -> {
            start.await();
            return one.call().statusCode();
        });
        var second = pool.submit(() -> {
            start.await();
            return other.call().statusCode();
        });
        return List.of(first.get(30, TimeUnit.SECONDS), second.get(30, TimeUnit.SECONDS));
    }

    /** The blind index of {@link #NIK}, as anybody of another agency has it. */
    private static String index() {
        var elsewhere = Office.called("kartu");
        var person = elsewhere.person();
        elsewhere
                .agency
                .as(Role.SDM)
                .contentType(Office.MERGE_PATCH)
                .header("If-Match", "*")
                .body("{\"nik\": \"" + NIK + "\"}")
                .patch("/api/v1/employees/" + person + "/personal-data")
                .then()
                .statusCode(200);
        return elsewhere.column(person, "hex(nik_index)");
    }

    /** Somebody gets the number in a transaction that is open until the others have had time to meet it. */
    private <T> T whileOpen(UUID holder, long millis, Callable<T> meanwhile) throws Exception {
        var index = index();
        try (var connection = Arc.container().instance(DataSource.class).get().getConnection();
                var open = connection.createStatement()) {
            connection.setAutoCommit(false);
            open.executeUpdate(
                    "update employees set nik_index = x'%s' where id = x'%s'".formatted(index, TestAgency.hex(holder)));
            var answer = pool.submit(meanwhile);
            TimeUnit.MILLISECONDS.sleep(millis);
            assertThat(answer.isDone()).as("it waits").isFalse();
            connection.commit();
            return answer.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void who_comes_too_late_is_told_at_the_place_of_the_number() throws Exception {
        var answer = whileOpen(office.person(), 700, registering(NIK));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getList("errors.collect { it.pointer + ' ' + it.code }"))
                .containsExactly("/personalData/nik NIK_TAKEN");
    }

    @Test
    void a_row_of_a_file_that_comes_too_late_is_refused_and_not_the_program() throws Exception {
        var csv = "nip_baru;nama;nik\n199003052015012001;SATU;" + NIK + "\n";
        var job = whileOpen(office.person(), 3000, () -> {
            var id = office.agency
                    .as(Role.SDM)
                    .contentType("text/csv")
                    .body(csv)
                    .post("/api/v1/imports?kind=employees")
                    .then()
                    .statusCode(202)
                    .extract()
                    .jsonPath()
                    .getString("id");
            var until = Instant.now().plus(Duration.ofSeconds(50));
            while (true) {
                var answer =
                        office.agency.as(Role.SDM).get("/api/v1/imports/" + id).jsonPath();
                if (List.of("SUCCEEDED", "FAILED").contains(answer.getString("status"))) {
                    return answer;
                }
                assertThat(Instant.now()).isBefore(until);
                Thread.sleep(50);
            }
        });
        assertThat(job.getString("status")).isEqualTo("FAILED");
        assertThat(office.agency
                        .as(Role.SDM)
                        .get("/api/v1/imports/" + job.getString("id") + "/problems")
                        .jsonPath()
                        .getList("items.code"))
                .containsExactly("NIK_TAKEN");
    }

    /** People of before the key may share a number; one of them can still be given another one. */
    @Test
    void who_shared_a_number_before_is_left_alone_until_it_is_another_one() {
        var index = index();
        var first = office.person();
        var second = office.person();
        TestAgency.sql("update employees set nik_index = x'" + index + "' where id = x'" + TestAgency.hex(first) + "'");
        TestAgency.sql("update employees set nik_doubled = x'" + index + "', nik_index = x'" + index + "' where id = x'"
                + TestAgency.hex(second) + "'");
        office.patch("/api/v1/employees/" + second, 0, "{\"name\": \"Sari Dewi\"}")
                .statusCode(200);
        office.agency
                .as(Role.SDM)
                .contentType(Office.MERGE_PATCH)
                .header("If-Match", "*")
                .body("{\"nik\": \"9999990101900078\"}")
                .patch("/api/v1/employees/" + second + "/personal-data")
                .then()
                .statusCode(200);
        assertThat(office.column(second, "nik_key = nik_index")).isEqualTo("1");
    }
}
