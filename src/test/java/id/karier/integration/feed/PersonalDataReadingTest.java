package id.karier.integration.feed;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.karier.identity.Accounts;
import id.karier.identity.SignIn;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever asks who read her data is told a name, and not an id that she cannot look up. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PersonalDataReadingTest {
    @Inject
    Accounts accounts;

    private final TestAgency agency = TestAgency.called("baca");

    @Test
    void a_reader_is_told_by_name_and_role() {
        var person = SignIn.employee(agency, "Nia", false);
        var username = "sdm." + agency.code;
        accounts.ensure(
                List.of(new Accounts.NewAccount(
                        username, agency.code, null, Set.of(Role.SDM, Role.AUDITOR), "Siti Rahmawati")),
                List.of(),
                SignIn.SECRET);
        String token = SignIn.fromOwnAddress()
                .password(username, SignIn.SECRET)
                .statusCode(200)
                .extract()
                .path("access_token");
        var address = "/api/v1/employees/" + person + "/personal-data";
        SignIn.bearer(token).get(address).then().statusCode(200);
        agency.awaitSequencing();
        agency.as(person, Role.ASN)
                .get(address + "/readings")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].readerName", equalTo("Siti Rahmawati"))
                .body("items[0].readerRoles", contains("AUDITOR", "SDM"));
    }
}
