package id.karier.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TokenTest {
    @Inject
    Accounts accounts;

    private final TestAgency agency = TestAgency.called("masuk");
    private final SignIn from = SignIn.fromOwnAddress();

    private String person(String word, UUID employee, Role... roles) {
        var username = word + "." + agency.code;
        accounts.ensure(
                List.of(new Accounts.NewAccount(username, agency.code, employee, Set.of(roles), "Siti Rahmawati")),
                List.of(),
                SignIn.SECRET);
        return username;
    }

    private String machine(String... scopes) {
        var id = "integrasi-" + agency.code;
        accounts.ensure(List.of(), List.of(new Accounts.NewClient(id, agency.code, Set.of(scopes))), SignIn.SECRET);
        return id;
    }

    private static JsonNode claims(String token) {
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void a_person_signs_in_with_her_password() {
        var username = person("sdm", null, Role.SDM, Role.ASN);
        var answer = from.password(username, SignIn.SECRET)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(600))
                .body("scope", nullValue())
                .extract();
        var claims = claims(answer.path("access_token"));
        assertThat(claims.get("agency").asText()).isEqualTo(agency.code);
        assertThat(claims.get("groups")).extracting(JsonNode::asText).containsExactlyInAnyOrder("SDM", "ASN");
        assertThat(claims.get("iss").asText()).isEqualTo("https://karier.example.id");
        assertThat(claims.get("aud").asText()).isEqualTo("karier");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(600);
        assertThat(claims.hasNonNull("jti")).isTrue();
        assertThat(claims.get("sub").asText()).isNotEqualTo(username);
        assertThat((String) answer.path("refresh_token")).hasSize(43);
    }
}
