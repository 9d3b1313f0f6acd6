package id.karier.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
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

    /** The page names the plugin by an address and by a word; both must be what is served. */
    @Test
    void swagger_ui_finds_its_plugin() {
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .body(containsString("/q/" + ManagementRoutes.SWAGGER_PLUGIN))
                .body(containsString("DownloadUrl,EmptyFields"));
        given().get("/q/" + ManagementRoutes.SWAGGER_PLUGIN)
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .body(containsString("const EmptyFields ="));
    }
}
