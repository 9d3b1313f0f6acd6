package id.karier.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.employee.EmployeeFixtures;
import id.karier.kernel.Role;
import id.karier.testing.SmallNumbers;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as they are called outside, behind a proxy that gives us a part of its own host. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallNumbers.class)
class ProxyPrefixTest {
    private final TestAgency agency = TestAgency.called("prefix");

    @Test
    void links_and_locations_begin_with_the_prefix_of_the_proxy() {
        var made = agency.as(Role.SDM)
                .header("X-Forwarded-Prefix", "/karier/")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .contentType(ContentType.JSON)
                .body(EmployeeFixtures.body(EmployeeFixtures.number(), "Sari"))
                .post("/api/v1/employees");
        assertThat(made.header("Location")).startsWith("/karier/api/v1/employees/");
        EmployeeFixtures.register(agency, "Sari");
        var page = agency.as(Role.SDM)
                .header("X-Forwarded-Prefix", "/kepegawaian/karier")
                .get("/api/v1/employees?limit=1");
        assertThat(page.header("Link"))
                .startsWith("</kepegawaian/karier/api/v1/employees?")
                .endsWith("rel=\"next\"");
        assertThat(agency.as(Role.SDM)
                        .header("X-Forwarded-Prefix", "/karier")
                        .get("/api/v1/nothing")
                        .jsonPath()
                        .getString("type"))
                .isEqualTo("/karier/problems#NOT_FOUND");
        assertThat(agency.as(Role.SDM).get("/api/v1/employees?limit=1").header("Link"))
                .startsWith("</api/v1/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/a b", "/a>;rel=x", "karier", "/../x\t"})
    void what_is_no_path_is_passed_over(String prefix) {
        EmployeeFixtures.register(agency, "Sari");
        EmployeeFixtures.register(agency, "Sari");
        var page = agency.as(Role.SDM).header("X-Forwarded-Prefix", prefix).get("/api/v1/employees?limit=1");
        assertThat(page.header("Link")).startsWith("</api/v1/employees?");
    }
}
