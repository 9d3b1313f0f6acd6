package id.karier.app;

import static io.restassured.RestAssured.given;

import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever tries Karier out needs one port. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ManagementTest {
    @ParameterizedTest
    @ValueSource(strings = {"/q/health/ready", "/q/health/live", "/q/metrics", "/q/openapi"})
    void health_metrics_and_contract_are_beside_the_api_too(String path) {
        given().get(path).then().statusCode(200);
    }
}
