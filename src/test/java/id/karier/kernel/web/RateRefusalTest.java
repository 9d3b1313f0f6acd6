package id.karier.kernel.web;

import static id.karier.testing.TestAgency.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.Role;
import id.karier.testing.SmallNumbers;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Beyond a minute's allowance: whoever asks too much is refused, and nobody else is. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallNumbers.class)
class RateRefusalTest {
    private final TestAgency agency = TestAgency.called("rate");

    @Test
    void an_account_that_asks_too_much_is_refused_and_its_colleagues_are_not() {
        var greedy = UUID.randomUUID();
        var token = agency.token(greedy, Role.ASN);
        // what she may not do counts, too
        int refusedAfter = refusedAfter(
                List.of(
                        () -> bearing(token).get("/api/v1/accounts"),
                        () -> bearing(token).get("/api/v1/units"),
                        () -> bearing(token).get("/api/v1/no-such-thing")),
                SmallNumbers.REQUESTS);
        assertThat(refusedAfter).as("requests that were answered").isGreaterThanOrEqualTo(SmallNumbers.REQUESTS);
        assertThat(agency.as(UUID.randomUUID(), Role.ASN).get("/api/v1/units").statusCode())
                .as("a colleague of the same agency, from the same address")
                .isEqualTo(200);
    }

    @Test
    void an_address_without_a_token_is_refused_and_accounts_that_use_it_are_not() {
        var forged = agency.token(null, Role.SDM) + "x";
        int refusedAfter = refusedAfter(
                List.of(
                        () -> anonymous().get("/api/v1/units"),
                        () -> bearing(forged).get("/api/v1/units"),
                        () -> anonymous().get("/api/v1/no-such-thing")),
                SmallNumbers.ANONYMOUS_REQUESTS);
        assertThat(refusedAfter).isLessThanOrEqualTo(SmallNumbers.ANONYMOUS_REQUESTS + 2);
        assertThat(agency.as(Role.SDM).get("/api/v1/units").statusCode()).isEqualTo(200);
    }

    private static io.restassured.specification.RequestSpecification bearing(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** Asks in turn until it is refused as the contract says; how often it was answered. */
    private static int refusedAfter(List<Supplier<Response>> requests, int limit) {
        for (int asked = 0; asked < 2 * limit + 10; asked++) {
            var answer = requests.get(asked % requests.size()).get();
            assertThat(answer.header("RateLimit-Limit")).isEqualTo(String.valueOf(limit));
            if (answer.statusCode() == 429) {
                assertThat(answer.header("RateLimit-Remaining")).isEqualTo("0");
                assertThat(answer.header("Retry-After"))
                        .matches("[1-9]\\d*")
                        .isEqualTo(answer.header("RateLimit-Reset"));
                assertThat(answer.contentType()).startsWith("application/problem+json");
                assertThat(answer.jsonPath().getString("code")).isEqualTo("RATE_LIMITED");
                return asked;
            }
        }
        throw new AssertionError("never refused within " + (2 * limit + 10) + " requests");
    }
}
