package id.karier.kernel.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that ends takes nothing new, and says so in a way that clients can act on. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DrainingTest {
    @Inject
    Draining draining;

    @Inject
    Event<ShutdownDelayInitiatedEvent> ending;

    private final TestAgency agency = TestAgency.called("usai");

    @AfterEach
    void the_node_goes_on() {
        ClientProxy.unwrap(draining).since = null;
    }

    @Test
    void new_requests_are_refused_and_their_connections_closed() {
        agency.as(Role.SDM).get("/api/v1/units").then().statusCode(200);
        ending.fire(new ShutdownDelayInitiatedEvent());
        assertThat(draining.hasBegun()).isTrue();
        for (var path : new String[] {"/api/v1/units", "/api/v1/nothing"}) {
            var refused = agency.as(Role.SDM).get(path).then().statusCode(503).body("code", equalTo("UNAVAILABLE"));
            assertThat(refused.extract().header("Retry-After")).isEqualTo("5");
            assertThat(refused.extract().header("Connection")).isEqualToIgnoringCase("close");
        }
        var write = given().body("{}").contentType("application/json").post("/api/v1/units");
        assertThat(write.statusCode()).isEqualTo(503);
    }

    @Test
    void the_balancer_has_a_notice_in_which_requests_are_still_taken() {
        var later = new Draining(Duration.ofMinutes(1));
        later.begin(new ShutdownDelayInitiatedEvent());
        assertThat(later.hasBegun()).isTrue();
        assertThat(later.refuses()).isFalse();
    }
}
