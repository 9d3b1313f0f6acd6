package id.karier.history.entry;

import static id.karier.history.Office.below;
import static id.karier.history.Office.holding;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody closes a position or a unit while somebody else puts a person into it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClosingRaceTest {
    private static final int ROUNDS = 15;

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private Office office;
    private UUID person;

    @BeforeEach
    void own_agency() {
        office = Office.called("race");
        person = office.person();
    }

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    private Callable<Response> puttingInto(UUID position) {
        var request = office.agency.as(Role.SDM).contentType(JSON).body(holding(position, "2020-01-01", ""));
        return () -> request.post(below(person, "positions"));
    }

    private Callable<Response> closing(UUID position) {
        var request = office.agency.as(Role.SDM).contentType(JSON).body("{}");
        return () -> request.post("/api/v1/positions/" + position + "/closure");
    }

    @Test
    void who_comes_while_a_position_is_being_closed_waits_and_comes_too_late() throws Exception {
        var answer = whileOpen(
                "update positions set closed_on = '2019-12-31' where id = x'%s'"
                        .formatted(TestAgency.hex(office.analyst)),
                puttingInto(office.analyst));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.code")).containsExactly("POSITION_CLOSED");
        assertThat(office.column(person, "position_id")).isNull();
    }

    @Test
    void who_comes_while_a_unit_is_being_closed_waits_and_comes_too_late() throws Exception {
        var request = office.agency.as(Role.SDM).contentType(JSON).body("""
                {"assignment": "DEFINITIVE", "title": "Staf", "level": "PELAKSANA", "unitId": "%s",
                 "startsOn": "2020-01-01", "decreeNumber": "821/1", "decreeDate": "2020-01-01"}""".formatted(office.division));
        var answer = whileOpen(
                "update units set closed_on = '2019-12-31' where id = x'%s'".formatted(TestAgency.hex(office.division)),
                () -> request.post(below(person, "positions")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.code")).containsExactly("UNIT_CLOSED");
    }

    @Test
    void a_position_that_somebody_is_being_put_into_is_not_closed() throws Exception {
        var answer = whileOpen(
                """
                    insert into employee_positions (id, agency, employee_id, assignment, position_id, title, level,
                        starts_on, source)
                    values (x'%s', '%s', x'%s', 'DEFINITIVE', x'%s', 'Lama', 'JF_AHLI_PERTAMA', '2020-01-01', 'LOCAL')""".formatted(
                                TestAgency.hex(UUID.randomUUID()),
                                office.agency.code,
                                TestAgency.hex(person),
                                TestAgency.hex(office.analyst)),
                closing(office.analyst));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getList("errors.code")).containsExactly("POSITION_HELD");
    }

    @Test
    void of_closing_and_coming_at_once_one_wins() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            person = office.person();
            var position = office.position("RACE-" + i, "Analis", "PELAKSANA", office.division, false);
            var statuses = atOnce(puttingInto(position), closing(position));
            assertThat(statuses).as("round %d: put in, closed", i).isIn(List.of(201, 409), List.of(422, 200));
        }
    }

    @Test
    void who_comes_while_a_position_is_renamed_bears_its_new_name() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            person = office.person();
            var position = office.position("NAME-" + i, "Analis", "PELAKSANA", office.division, false);
            var renaming = office.agency
                    .as(Role.SDM)
                    .contentType(Office.MERGE_PATCH)
                    .header("If-Match", "\"0\"")
                    .body("{\"name\": \"Analis Utama\"}");
            var statuses = atOnce(puttingInto(position), () -> renaming.patch("/api/v1/positions/" + position));
            assertThat(statuses).as("round %d: put in, renamed", i).containsExactly(201, 200);
            assertThat(office.column(person, "position_title")).isEqualTo("Analis Utama");
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

    /** Sends a request into an open transaction, which is committed when the request has had time to meet it. */
    private Response whileOpen(String statement, Callable<Response> request) throws Exception {
        Future<Response> answer;
        try (var connection = connection();
                var open = connection.createStatement()) {
            connection.setAutoCommit(false);
            open.executeUpdate(statement);
            answer = pool.submit(request);
            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(answer.isDone()).as("the request waits").isFalse();
            connection.commit();
        }
        return answer.get(30, TimeUnit.SECONDS);
    }

    private static Connection connection() throws SQLException {
        return Arc.container().instance(DataSource.class).get().getConnection();
    }
}
