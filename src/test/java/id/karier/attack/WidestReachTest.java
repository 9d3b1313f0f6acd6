package id.karier.attack;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.identity.Accounts;
import id.karier.identity.SignIn;
import id.karier.identity.SignInRules;
import id.karier.kernel.Role;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The widest that a role can reach by its own writes, without anybody else's word: through roles for herself or for an
 * account that she makes, through a machine, through the ways in to other accounts, and through her own approval.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WidestReachTest {
    /** What an administrator may make of an account alone, and a machine may show her that she sees herself. */
    private static final Set<Role> GIVEN_ALONE = EnumSet.of(Role.ASN, Role.PELATIHAN, Role.ASESOR);

    @Inject
    Accounts accounts;

    private final TestAgency agency = TestAgency.called("luas");
    private final SignIn from = SignIn.fromOwnAddress();

    private String token(String word, Role... roles) {
        var username = word + "." + agency.code;
        accounts.ensure(
                List.of(new Accounts.NewAccount(username, agency.code, null, Set.of(roles), word)),
                List.of(),
                SignIn.SECRET);
        return from.password(username, SignIn.SECRET).statusCode(200).extract().path("access_token");
    }

    private static RequestSpecification by(String token) {
        return SignIn.bearer(token).contentType("application/json");
    }

    /** Every cell of the table that is further than a role's own. */
    private static List<String> beyond(Set<Role> own, Set<Role> got) {
        var wider = new ArrayList<String>();
        for (var resource : Resource.values()) {
            for (var action : Action.values()) {
                var reach = AccessTable.reach(got, resource, action);
                if (reach.compareTo(AccessTable.reach(own, resource, action)) > 0 && reach != Reach.SELF) {
                    wider.add(resource + " " + action);
                }
            }
        }
        return wider;
    }

    @Test
    void an_administrator_makes_no_account_that_reaches_further_than_the_roles_she_gives_alone() {
        var admin = token("admin", Role.ADMIN);
        var asked = Arrays.stream(Role.values())
                .filter(r -> r != Role.ATASAN && r != Role.NASIONAL)
                .toList();
        var made = by(admin)
                .body(Map.of("username", "boneka." + agency.code, "displayName", "Boneka", "roles", asked))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract();
        Set<Role> got = EnumSet.noneOf(Role.class);
        made.<List<String>>path("account.roles").forEach(role -> got.add(Role.valueOf(role)));
        assertThat(got).isEqualTo(GIVEN_ALONE);
        assertThat(beyond(EnumSet.of(Role.ADMIN), got))
                .containsExactly(
                        "CAREER_HISTORY READ",
                        "COMPETENCY WRITE",
                        "COMPETENCY_RESULT READ",
                        "COMPETENCY_RESULT WRITE",
                        "COMPETENCY_CLAIM READ",
                        "COMPETENCY_CLAIM DECIDE",
                        "COMPETENCY_SUMMARY READ",
                        "ASSESSMENT WRITE",
                        "ASSESSMENT DECIDE",
                        "ASSESSMENT_PARTICIPANT READ",
                        "ASSESSMENT_PARTICIPANT WRITE",
                        "ASSESSMENT_PARTICIPANT DECIDE",
                        "ASSESSMENT_RATER READ",
                        "ASSESSMENT_RATER WRITE",
                        "ASSESSMENT_JOB READ",
                        "ASSESSMENT_REVIEW READ",
                        "ASSESSMENT_REVIEW DECIDE");
        for (var proposal : made.<List<String>>path("account.proposals")) {
            assertThat(by(admin)
                            .post("/api/v1/grants/" + proposal + "/approval")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void an_administrators_machine_reaches_no_further_than_she_and_the_roles_she_gives() {
        var admin = token("admin", Role.ADMIN);
        var made = by(admin)
                .body(Map.of(
                        "clientId",
                        "mesin-" + agency.code,
                        "name",
                        "Mesin",
                        "scopes",
                        new TreeSet<>(SignInRules.knownScopes())))
                .post("/api/v1/clients")
                .then()
                .statusCode(201)
                .extract();
        var own = EnumSet.of(Role.ADMIN, Role.PELATIHAN, Role.ASESOR);
        Set<String> scopes = new TreeSet<>(made.<List<String>>path("client.scopes"));
        assertThat(scopes)
                .noneMatch(scope -> scope.endsWith(":decide"))
                .noneMatch(scope ->
                        scope.matches("(accounts|clients|personal-data|audit|disciplines|grants|bindings):.*"));
        for (var resource : Resource.values()) {
            for (var action : Action.values()) {
                if (AccessTable.reachOfScopes(scopes, resource, action) == Reach.AGENCY) {
                    assertThat(AccessTable.reach(own, resource, action))
                            .as(resource + " " + action)
                            .isGreaterThanOrEqualTo(Reach.AGENCY);
                }
            }
        }
        String token = from.client("mesin-" + agency.code, made.path("secret"))
                .extract()
                .path("access_token");
        for (var path : List.of("audit", "accounts", "clients", "changes", "imports", "grants", "bindings")) {
            assertThat(by(token).get("/api/v1/" + path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void a_machine_never_decides_and_never_hands_out_rights_whatever_its_scopes_say() {
        for (var resource : Resource.values()) {
            assertThat(AccessTable.reachOfScopes(Set.of(resource.scope() + ":decide"), resource, Action.DECIDE))
                    .isEqualTo(Reach.NONE);
        }
        for (var resource : List.of("accounts", "clients")) {
            agency.asClient(resource + ":write")
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/v1/" + resource)
                    .then()
                    .statusCode(403);
        }
        agency.asClient("rule-sets:decide")
                .post("/api/v1/rule-sets/JPM/X/approval")
                .then()
                .statusCode(403);
    }

    @Test
    void an_administrator_opens_no_officers_account_alone() {
        var admin = token("admin", Role.ADMIN);
        token("pimpinan", Role.PIMPINAN);
        var at = "/api/v1/accounts/"
                + by(admin)
                        .contentType("application/json")
                        .body(Map.of("q", "pimpinan." + agency.code))
                        .post("/api/v1/accounts/search")
                        .<String>path("items[0].id");
        var reset =
                by(admin).post(at + "/password-reset").then().statusCode(202).extract();
        assertThat(reset.asString()).doesNotContain("temporaryPassword");
        assertThat(by(admin)
                        .post(reset.header("Location").replaceFirst("^https?://[^/]+", "") + "/approval")
                        .statusCode())
                .isEqualTo(403);
        from.password("pimpinan." + agency.code, SignIn.SECRET).statusCode(200);
    }

    @Test
    void an_administrator_becomes_nobody_of_the_register_alone() {
        var admin = token("admin", Role.ADMIN);
        var person = SignIn.employee(agency, "Kepala Dinas", true);
        var account = new HashMap<String, Object>(
                Map.of("username", "palsu." + agency.code, "displayName", "Palsu", "roles", List.of("ASN")));
        account.put("employeeId", person);
        var made = by(admin)
                .body(account)
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract();
        String password = made.path("temporaryPassword");
        String token = from.password("palsu." + agency.code, password).extract().path("access_token");
        by(token)
                .body(Map.of("currentPassword", password, "newPassword", "gajah terbang di way kambas"))
                .post("/api/v1/auth/password")
                .then()
                .statusCode(204);
        String full = from.password("palsu." + agency.code, "gajah terbang di way kambas")
                .extract()
                .path("access_token");
        assertThat(by(full).get("/api/v1/employees/" + person).statusCode()).isEqualTo(404);
        assertThat(by(full).get("/api/v1/employees/" + person + "/personal-data")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_pimpinan_that_an_administrator_made_approves_no_rule_set_of_hers() {
        var admin = token("admin", Role.ADMIN);
        var made = by(admin)
                .body(Map.of("username", "atas." + agency.code, "displayName", "Atas", "roles", List.of("PIMPINAN")))
                .post("/api/v1/accounts")
                .then()
                .extract();
        String proposal = made.path("account.proposals[0]");
        agency.as(Role.PIMPINAN)
                .post("/api/v1/grants/" + proposal + "/approval")
                .then()
                .statusCode(200);
        TestAgency.sql("update accounts a join accounts b on b.username = 'admin." + agency.code
                + "' set a.password_hash = b.password_hash, a.must_change_password = false where a.username = 'atas."
                + agency.code + "'");
        String atas = from.password("atas." + agency.code, SignIn.SECRET)
                .statusCode(200)
                .extract()
                .path("access_token");
        by(admin)
                .body("{\"version\": \"OWN_CAP\", \"effectiveFrom\": \"2099-01-01\", \"legalBasis\": [{\"regulation\":"
                        + " \"Pergub 7/2026\"}], \"body\": {\"capModes\": [\"PER_COMPETENCY\", \"TOTAL\"]}}")
                .post("/api/v1/rule-sets/JPM")
                .then()
                .statusCode(201);
        assertThat(by(atas).post("/api/v1/rule-sets/JPM/OWN_CAP/approval").statusCode())
                .isEqualTo(422);
        agency.as(Role.PIMPINAN)
                .post("/api/v1/rule-sets/JPM/OWN_CAP/approval")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADMIN"})
    void nobody_else_hands_out_rights(Role role) {
        for (var path : List.of("accounts", "clients")) {
            agency.as(role)
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/v1/" + path)
                    .then()
                    .statusCode(403);
        }
    }
}
