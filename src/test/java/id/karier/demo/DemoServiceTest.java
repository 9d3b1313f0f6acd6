package id.karier.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import id.karier.calculation.Calculators;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.demo.DemoService.Outcome;
import id.karier.demo.population.Government;
import id.karier.demo.population.Person;
import id.karier.demo.population.Population;
import id.karier.employee.EmployeeRules;
import id.karier.history.CurrentStates;
import id.karier.kernel.Caller;
import id.karier.kernel.data.FieldCipher;
import id.karier.testing.TestAgency;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(id.karier.testing.TestDatabase.class)
class DemoServiceTest {
    private static final int PEOPLE = 150;
    private static final List<Government> FIVE =
            Government.ALL.stream().map(g -> g.as("demo-" + g.code(), g.slot())).toList();
    private static final List<String> TABLES = List.of(
            "agencies",
            "units",
            "unit_placements",
            "unit_ancestors",
            "positions",
            "employees",
            "employee_name_words",
            "employee_identity_numbers",
            "employee_ranks",
            "employee_positions",
            "employee_educations",
            "employee_trainings",
            "employee_awards",
            "employee_credits",
            "employee_statuses",
            "accounts",
            "clients");

    @Inject
    DemoService service;

    @Inject
    CurrentStates states;

    @Inject
    Caller caller;

    @Inject
    FieldCipher cipher;

    @Inject
    Calculators calculators;

    @BeforeEach
    void five_small_governments() {
        service.load(FIVE, PEOPLE, false);
    }

    @Test
    void loading_again_changes_nothing() {
        var before = counts();
        assertThat(service.load(FIVE, PEOPLE, false)).isEqualTo(Outcome.ALREADY_THERE);
        assertThat(counts()).isEqualTo(before);
        for (var government : FIVE) {
            assertThat(count("employees", government.code())).isEqualTo(String.valueOf(PEOPLE));
        }
    }

    @Test
    void people_were_assessed_and_leaders_have_standards_of_their_own() {
        for (var government : FIVE) {
            assertThat(Integer.parseInt(count("competency_results", government.code())))
                    .isGreaterThan(9 * PEOPLE / 2)
                    .isLessThan(9 * PEOPLE);
            assertThat(Integer.parseInt(count("position_standards", government.code())))
                    .isPositive();
        }
    }

    @Test
    void a_database_with_agencies_of_its_own_is_left_alone() {
        var stranger = Government.called("bandung").as("demo-stranger", 2);
        assertThat(service.load(List.of(stranger), PEOPLE, true)).isEqualTo(Outcome.NOT_EMPTY);
        assertThat(count("agencies", "demo-stranger")).isEqualTo("0");
    }

    @Test
    void a_load_that_breaks_off_leaves_nothing_behind() {
        var first = Government.called("bengkulu").as("demo-first", 3);
        var broken = Government.called("bengkulu").as("a-code-that-is-too-long-for-its-column", 4);
        assertThatThrownBy(() -> service.load(List.of(first, broken), PEOPLE, false))
                .isInstanceOf(RuntimeException.class);
        assertThat(count("agencies", "demo-first")).isEqualTo("0");
        assertThat(count("employees", "demo-first")).isEqualTo("0");
        assertThat(service.load(List.of(first), PEOPLE, false)).isEqualTo(Outcome.LOADED);
        assertThat(count("employees", "demo-first")).isEqualTo(String.valueOf(PEOPLE));
    }

    @Test
    void two_nodes_that_start_at_once_load_it_once() throws Exception {
        var twins = List.of(Government.called("lampung").as("demo-twins", 0));
        var nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Outcome> start = () -> service.load(twins, PEOPLE, false);
            var outcomes = new ArrayList<Outcome>();
            for (var outcome : nodes.invokeAll(List.of(start, start))) {
                outcomes.add(outcome.get());
            }
            assertThat(outcomes).containsExactlyInAnyOrder(Outcome.LOADED, Outcome.ALREADY_THERE);
        } finally {
            nodes.shutdown();
        }
        assertThat(count("employees", "demo-twins")).isEqualTo(String.valueOf(PEOPLE));
    }

    @Test
    @ActivateRequestContext
    void the_current_columns_say_what_the_histories_say() {
        for (var government : FIVE) {
            var people = people(government);
            var ids = people.stream().map(Person::id).toList();
            var turns = turns(government);
            caller.actForJob(government.code(), new UUID(0, 0), "test");
            int changed = QuarkusTransaction.requiringNew()
                    .call(() -> states.refresh(government.code(), ids, Population.REFERENCE));
            assertThat(changed).as(government.code()).isZero();
            assertThat(turns(government)).isEqualTo(turns);
        }
    }

    @Test
    void identity_numbers_pass_the_calculator() {
        var today = new Calculators.Case(LocalDate.of(2026, 11, 22), null);
        for (var government : FIVE) {
            for (var person : people(government)) {
                var answer = calculators.nip(new NipRequest(person.identityNumber(), null, null, null), today);
                assertThat(answer.valid()).as(person.identityNumber()).isTrue();
                assertThat(answer.birthDate()).isEqualTo(person.name().birthDate());
                assertThat(answer.sex()).isEqualTo(person.name().sex());
            }
        }
    }

    @Test
    void names_are_split_as_the_search_expects() {
        for (var person : people(FIVE.get(1)).subList(0, 40)) {
            var words = TestAgency.query("select group_concat(word) from employee_name_words where employee_id = x'"
                    + TestAgency.hex(person.id()) + "'");
            assertThat(words.split(","))
                    .containsExactlyInAnyOrderElementsOf(
                            EmployeeRules.nameWords(person.name().name()));
        }
    }

    @Test
    void personal_data_are_sealed_and_found_by_their_index() {
        var person = people(FIVE.get(0)).get(7);
        var where = " from employees where id = x'" + TestAgency.hex(person.id()) + "'";
        var sealed = HexFormat.of().parseHex(TestAgency.query("select hex(nik_sealed)" + where));
        assertThat(cipher.open("employees.nik", person.id(), sealed))
                .isEqualTo(person.hidden().nik());
        var index = TestAgency.query("select hex(nik_index)" + where);
        assertThat(HexFormat.of().parseHex(index))
                .isEqualTo(cipher.blindIndex("employees.nik", person.hidden().nik()));
    }

    @Test
    void everybody_signs_in_and_reads_what_the_role_reads() {
        var agency = FIVE.get(0).code();
        for (var role : SignIns.ROLES) {
            me(role + '.' + agency)
                    .body("agency.code", equalTo(agency))
                    .body("roles", hasItems("ASN", role.toUpperCase(Locale.ROOT)));
        }
        RestAssured.given()
                .header("Authorization", "Bearer " + token("sdm." + agency))
                .get("/api/v1/employees?limit=3&total=true")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("total", equalTo(PEOPLE));
        RestAssured.given()
                .header("Authorization", "Bearer " + token("atasan." + agency))
                .get("/api/v1/employees?limit=200")
                .then()
                .statusCode(200)
                .body("items.size()", greaterThan(1));
        RestAssured.given()
                .header("Authorization", "Bearer " + token("asn." + agency))
                .get("/api/v1/employees")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        assertThat(agencies(token(SignIns.NATIONAL))).contains("demo-lampung", "demo-bandung", "nasional");
    }

    /** The codes of all agencies, page by page. */
    private static List<String> agencies(String token) {
        var codes = new ArrayList<String>();
        String cursor = null;
        do {
            var request = RestAssured.given()
                    .header("Authorization", "Bearer " + token)
                    .queryParam("limit", 200);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/api/v1/agencies")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            codes.addAll(page.getList("items.code"));
            cursor = page.getString("next");
        } while (cursor != null);
        return codes;
    }

    @Test
    void a_machine_reads_with_its_scopes() {
        var token = RestAssured.given()
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "integrasi-demo-bengkulu")
                .formParam("client_secret", "karier-demo")
                .post("/api/v1/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("access_token");
        RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/employees?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void each_load_is_one_note_in_the_log_of_its_agency() {
        for (var government : FIVE) {
            assertThat(TestAgency.query(
                            "select count(*) from change_log where object_type = 'agency' and action = 'LOADED'"
                                    + " and agency = '" + government.code() + "'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void the_welcome_tells_a_command_that_can_be_pasted() {
        assertThat(DemoLoader.welcome("http://127.0.0.1:8080"))
                .contains("http://127.0.0.1:8080/q/swagger-ui", "sdm.lampung", "lhokseumawe", "karier-demo")
                .contains("TOKEN=$(curl -s http://127.0.0.1:8080/api/v1/auth/token")
                .contains("'http://127.0.0.1:8080/api/v1/employees?limit=3'");
    }

    private static ValidatableResponse me(String username) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token(username))
                .get("/api/v1/me")
                .then()
                .statusCode(200);
    }

    private static String token(String username) {
        return RestAssured.given()
                .formParam("grant_type", "password")
                .formParam("username", username)
                .formParam("password", SignIns.PASSWORD)
                .post("/api/v1/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static List<Person> people(Government government) {
        return Population.of(government, Population.SEED, PEOPLE, Population.REFERENCE)
                .people()
                .toList();
    }

    private static List<String> counts() {
        return TABLES.stream()
                .map(table -> TestAgency.query("select count(*) from " + table))
                .toList();
    }

    private static String count(String table, String agency) {
        return TestAgency.query("select count(*) from " + table + " where "
                + (table.equals("agencies") ? "code" : "agency") + " = '" + agency + "'");
    }

    private static String turns(Government government) {
        return TestAgency.query("select group_concat(next_change_on order by id) from employees where agency = '"
                + government.code() + "'");
    }
}
