package id.karier.attack;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A client may call its request what it likes; the trail does not rest on it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RequestIdTest {
    private final TestAgency agency = TestAgency.called("jejak");

    private String requestId(String given, String word) {
        return agency.as(Role.ADMIN)
                .header("X-Request-Id", given)
                .contentType("application/json")
                .body(Map.of("username", word + "." + agency.code, "displayName", "A", "roles", List.of("ASN")))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .header("X-Request-Id");
    }

    @Test
    void two_requests_of_one_name_are_two_in_the_trail_and_keep_their_name() {
        var first = requestId("12345678", "satu");
        var second = requestId("12345678", "dua");
        assertThat(first).isNotEqualTo(second).endsWith("/12345678");
        assertThat(TestAgency.query("select count(distinct request_id) from change_log where agency = '" + agency.code
                        + "' and request_id like '%/12345678'"))
                .isEqualTo("2");
        assertThat(requestId("a".repeat(64), "tiga")).endsWith("/" + "a".repeat(64));
        assertThat(requestId("buruk!", "empat")).doesNotContain("/");
    }
}
