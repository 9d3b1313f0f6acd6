package id.karier.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever tries Karier out needs one port. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ManagementTest {
    @ParameterizedTest
    @ValueSource(strings = {"/q/health/ready", "/q/health/live", "/q/metrics", "/q/openapi", "/q/info"})
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
                .body(containsString("DownloadUrl, EmptyFields"));
        given().get("/q/" + ManagementRoutes.SWAGGER_PLUGIN)
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .body(containsString("const EmptyFields ="));
    }

    @Test
    void the_contract_is_served_as_it_is_committed_line_by_line() throws IOException {
        var served = given().header("Accept-Encoding", "identity")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract();
        assertThat(served.asByteArray()).isEqualTo(Files.readAllBytes(Path.of("openapi/karier.yaml")));
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"));
    }

    @Test
    void it_says_which_version_runs() {
        given().get("/q/info").then().statusCode(200).body("build.artifact", equalTo("karier"));
    }

    @Test
    void the_bare_address_leads_to_something_to_read() {
        given().redirects().follow(false).get("/").then().statusCode(303).header("Location", "/q/swagger-ui/");
        given().get("/").then().statusCode(200).contentType("text/html");
    }
}
