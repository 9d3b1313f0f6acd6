package id.karier.rulebook.simulation;

import static id.karier.rulebook.simulation.Simulations.TODAY;
import static id.karier.rulebook.simulation.Simulations.changes;
import static id.karier.rulebook.simulation.Simulations.counts;
import static id.karier.rulebook.simulation.Simulations.draft;
import static id.karier.rulebook.simulation.Simulations.ended;
import static id.karier.rulebook.simulation.Simulations.member;
import static id.karier.rulebook.simulation.Simulations.one;
import static id.karier.rulebook.simulation.Simulations.path;
import static id.karier.rulebook.simulation.Simulations.post;
import static id.karier.rulebook.simulation.Simulations.run;
import static id.karier.rulebook.simulation.Simulations.skipped;
import static id.karier.rulebook.simulation.Simulations.transitions;
import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.query;
import static id.karier.testing.TestAgency.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.history.Office;
import id.karier.kernel.Messages;
import id.karier.kernel.Role;
import id.karier.rules.RuleSetKind;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import id.karier.testing.Victims;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A draft of RETIREMENT over small invented populations. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SimulationResourceTest {
    private static final String KIND = "RETIREMENT";

    @Inject
    InputsByKind inputs;

    private final Office office = Office.called("simulate");
    private final TestAgency agency = office.agency;

    {
        office.room(9, office.analyst, office.senior);
    }

    /** Administrators retire at 60 instead of 58. */
    private static String older() {
        return member(KIND, "ages", body -> ((ObjectNode) body.path("ages")).put("ADMINISTRATOR", 60));
    }

    private UUID holding(UUID position) {
        var person = office.person();
        office.add(person, "positions", Office.holding(position, "2020-01-01", ""));
        return person;
    }

    /** One whose position is in no register, only its title and level. */
    private UUID administratorByTitle() {
        var person = office.person();
        sql("insert into employee_positions (id, agency, employee_id, assignment, title, level, starts_on, source)"
                + " values (x'" + hex(UUID.randomUUID()) + "', '" + agency.code + "', x'" + hex(person)
                + "', 'DEFINITIVE', 'Kepala Bagian Umum', 'ADMINISTRATOR', '2020-01-01', 'LOCAL')");
        return person;
    }

    @Test
    void counts_who_would_retire_at_another_age_and_names_them() {
        var head = holding(office.head);
        holding(office.analyst);
        sql("update positions set retirement_age = 60 where id = x'" + hex(office.senior) + "'");
        holding(office.senior);
        office.person();
        var gone = office.person();
        sql("update employees set status = 'RETIRED' where id = x'" + hex(gone) + "'");
        var byTitle = administratorByTitle();

        var view = run(agency, KIND, draft(older(), ""));

        assertThat(view.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(counts(view)).containsExactly(6, 4, 2, 2);
        assertThat(transitions(view)).containsExactly("58>60: 2");
        assertThat(skipped(view)).containsExactly("NOT_IN_SERVICE: 1", "POSITION_MISSING: 1");
        assertThat(view.getString("result.skipped[1].text")).startsWith("Tidak memegang jabatan");
        assertThat(view.getInt("progress.done")).isEqualTo(6);
        assertThat(view.getInt("progress.total")).isEqualTo(6);
        assertThat(view.getString("asOf")).isEqualTo(TODAY.toString());
        assertThat(view.getString("current.version")).isEqualTo("UU_20_2023");
        assertThat(view.getInt("draft.body.ages.ADMINISTRATOR")).isEqualTo(60);
        assertThat(view.<String>getList("beyondChoice")).containsExactly("/body/ages/ADMINISTRATOR");
        var changed = changes(agency, view, "?total=true");
        assertThat(changed.getInt("total")).isEqualTo(2);
        assertThat(changed.<String>getList("items.employeeId")).containsExactly(head.toString(), byTitle.toString());
        assertThat(changed.getString("items[0].name")).isEqualTo("Sari Widuri");
        assertThat(changed.getString("items[0].from.label")).isEqualTo("58");
        assertThat(changed.getString("items[0].from.figures.effectiveOn")).isEqualTo("2038-03-01");
        assertThat(changed.getString("items[0].to.figures.reachedOn")).isEqualTo("2040-02-29");
        assertThat(changed.getString("items[0].to.figures.effectiveOn")).isEqualTo("2040-03-01");
    }

    @Test
    void a_draft_of_the_same_figures_changes_nobody() {
        holding(office.head);
        holding(office.analyst);

        var view = run(agency, KIND, "{\"version\": \"UU_20_2023\"}");

        assertThat(counts(view)).containsExactly(2, 2, 2, 0);
        assertThat(transitions(view)).isEmpty();
        assertThat(view.<String>getList("beyondChoice")).isEmpty();
        assertThat(changes(agency, view, "").getList("items")).isEmpty();
    }

    @Test
    void registers_are_asked_of_the_day_that_is_named() {
        holding(office.head);

        var view = run(agency, KIND, draft(older(), ", \"asOf\": \"2019-12-31\""));

        assertThat(view.getString("current.version")).isEqualTo("PP_11_2017");
        assertThat(skipped(view)).containsExactly("POSITION_MISSING: 1");
    }

    @Test
    void a_version_that_was_proposed_is_simulated_by_its_name_and_stays_a_proposal() {
        holding(office.analyst);
        var forms = member(
                "LEARNING_HOURS", "forms", body -> ((ObjectNode) body.at("/forms/1")).put("internationalFactor", 1.5));
        agency.as(Role.ADMIN)
                .contentType("application/json")
                .body(
                        "{\"version\": \"OWN_FORMS\", \"effectiveFrom\": \"%s\", \"legalBasis\": [{\"regulation\": \"Pergub 7/2026\"}], \"body\": %s}"
                                .formatted(TODAY, forms))
                .post("/api/v1/rule-sets/LEARNING_HOURS")
                .then()
                .statusCode(201);

        var view = run(agency, "LEARNING_HOURS", "{\"version\": \"OWN_FORMS\"}");

        assertThat(view.getString("draft.version")).isEqualTo("OWN_FORMS");
        assertThat(view.getFloat("draft.body.forms[1].internationalFactor")).isEqualTo(1.5f);
        assertThat(view.<String>getList("beyondChoice")).isEmpty();
        assertThat(counts(view)).containsExactly(1, 1, 1, 0);
        agency.as(Role.ADMIN)
                .get("/api/v1/rule-sets/LEARNING_HOURS/OWN_FORMS")
                .then()
                .body("status", equalTo("PROPOSED"));
    }

    @Test
    void a_simulation_stores_no_rule_set_and_is_logged() {
        holding(office.head);
        var before = office.column(office.person(), "retirement_on");

        run(agency, KIND, draft(older(), ""));

        assertThat(query("select count(*) from agency_rule_sets where agency = '" + agency.code + "'"))
                .isEqualTo("0");
        assertThat(query("select count(*) from employees where agency = '" + agency.code
                        + "' and retirement_on = '2038-03-01'"))
                .isEqualTo("1");
        assertThat(before).isEqualTo("9999-12-31");
        assertThat(query("select group_concat(action, ' ', operation) from change_log where agency = '" + agency.code
                        + "' and object_type = 'simulation'"))
                .isEqualTo("CREATED simulateRuleSet");
    }

    @Test
    void a_draft_that_is_not_sound_is_refused_with_its_place() {
        post(agency, KIND, draft("{\"ages\": {\"ADMINISTRATOR\": 60}}", ""))
                .statusCode(422)
                .body("code", equalTo("RULE_REFUSED"))
                .body("errors[0].pointer", equalTo("/draft/body/ages"))
                .body("errors[0].code", equalTo("SCHEMA"));
        post(agency, KIND, draft("{\"plausibleAges\": {\"from\": 80, \"to\": 40}}", ""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/draft/body/plausibleAges"))
                .body("errors[0].code", equalTo("RANGE_EMPTY"));
        post(agency, KIND, draft("{}", ""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/draft/body"))
                .body("errors[0].code", equalTo("MEMBER_REQUIRED"));
        post(agency, KIND, draft(older(), "").replace(TODAY.toString(), "2020-01-01"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/draft/effectiveFrom"))
                .body("errors[0].code", equalTo("EFFECTIVE_IN_PAST"));
        assertThat(query("select count(*) from jobs where agency = '" + agency.code + "'"))
                .isEqualTo("0");
    }

    @Test
    void an_order_that_says_too_much_or_too_little_is_refused() {
        post(agency, KIND, "{}").statusCode(422).body("errors[0].code", equalTo("ONE_OF_REQUIRED"));
        post(agency, KIND, draft(older(), ", \"version\": \"UU_20_2023\""))
                .statusCode(422)
                .body("errors[0].code", equalTo("ONLY_ONE_OF"));
        post(agency, KIND, "{\"version\": \"NOBODY_S\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/version"))
                .body("errors[0].code", equalTo("RULE_SET_UNKNOWN"));
        post(agency, KIND, "{\"version\": \"UU_20_2023\", \"asOf\": \"1990-01-01\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/asOf"))
                .body("errors[0].code", equalTo("NO_RULE_SET_IN_FORCE"));
        post(agency, KIND, "{\"version\": \"UU_20_2023\", \"asOf\": \"2026-02-31\"}")
                .statusCode(400);
        post(agency, KIND, "{\"versions\": \"UU_20_2023\"}").statusCode(400).body("code", equalTo("UNKNOWN_MEMBER"));
        post(agency, KIND, "{\"draft\": {\"version\": \"lower\"}}")
                .statusCode(400)
                .body("errors.pointer", org.hamcrest.Matchers.hasItem("/draft/version"));
    }

    @Test
    void a_kind_whose_inputs_no_register_holds_is_refused_in_the_reader_s_language() {
        post(agency, "NINE_BOX", "{\"version\": \"KEPKA_411_2025\"}")
                .statusCode(422)
                .body("code", equalTo("RULE_REFUSED"))
                .body("errors[0].code", equalTo("SIMULATION_WITHOUT_INPUTS"))
                .body("errors[0].detail", containsString("sumbu kinerja dan potensi"));
        agency.as(Role.PIMPINAN)
                .contentType("application/json")
                .header("Accept-Language", "en")
                .body("{\"version\": \"BKN_4_2025\"}")
                .post(path("RANK_PROMOTION"))
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("performance predicates"));
        post(agency, "NOTHING", "{\"version\": \"X\"}").statusCode(404);
    }

    @Test
    void every_kind_has_inputs_or_says_which_are_missing() {
        for (var kind : RuleSetKind.values()) {
            if (inputs.of(kind).isEmpty()) {
                assertThat(Messages.text(Messages.INDONESIAN, "simulation.missing." + kind))
                        .contains("register belum memuat");
            }
        }
        for (var reason : SkipReason.values()) {
            assertThat(Messages.text(Messages.INDONESIAN, "simulation.skipped." + reason))
                    .endsWith(".");
        }
    }

    @Test
    void administrators_and_the_appointing_authority_only() {
        for (var role : List.of(Role.ASN, Role.ATASAN, Role.SDM, Role.AUDITOR, Role.NASIONAL)) {
            agency.as(role)
                    .contentType("application/json")
                    .body("{\"version\": \"UU_20_2023\"}")
                    .post(path(KIND))
                    .then()
                    .statusCode(403);
        }
        var id = run(agency, KIND, "{\"version\": \"UU_20_2023\"}").getString("id");
        agency.as(Role.ASN).get(one(id)).then().statusCode(403);
        agency.as(Role.SDM).get(one(id) + "/changes").then().statusCode(403);
        agency.asClient("simulations:read").get(one(id)).then().statusCode(200);
        agency.asClient("simulations:read").get(one(id) + "/changes").then().statusCode(403);
        for (var scope : List.of("employees:read", "histories:read")) {
            agency.asClient("simulations:read", scope)
                    .get(one(id) + "/changes")
                    .then()
                    .statusCode(403);
        }
        agency.asClient("simulations:read", "employees:read", "histories:read")
                .get(one(id) + "/changes")
                .then()
                .statusCode(200);
        agency.as(Role.ADMIN).get(one(id) + "/changes").then().statusCode(403);
    }

    @Test
    void another_agency_s_simulation_is_not_there() {
        var id = run(agency, KIND, "{\"version\": \"UU_20_2023\"}").getString("id");
        var other = TestAgency.called("simulate");
        for (var below : List.of("", "/changes", "/problems", "/events")) {
            other.as(Role.PIMPINAN).get(one(id) + below).then().statusCode(404);
        }
        agency.as(Role.ADMIN).get(one(UUID.randomUUID())).then().statusCode(404);
    }

    @Test
    void the_same_key_orders_once() {
        var order = draft(older(), "");
        var key = UUID.randomUUID().toString();
        var first = keyed(key, order).header("Location", containsString(one("")));
        var again = keyed(key, order).header("Idempotent-Replayed", equalTo("true"));
        assertThat(again.extract().<String>path("id")).isEqualTo(first.extract().<String>path("id"));
        assertThat(query("select count(*) from simulations where agency = '" + agency.code + "'"))
                .isEqualTo("1");
        agency.as(Role.ADMIN)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"version\": \"UU_20_2023\"}")
                .post(path(KIND))
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_MISMATCH"));
    }

    private io.restassured.response.ValidatableResponse keyed(String key, String order) {
        return agency.as(Role.ADMIN)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(order)
                .post(path(KIND))
                .then()
                .statusCode(202);
    }

    @Test
    void thousands_go_through_in_batches_and_are_listed_page_by_page() {
        people(700);

        var view = run(agency, KIND, draft(older(), ""));

        assertThat(counts(view)).containsExactly(700, 700, 0, 700);
        assertThat(view.getInt("progress.done")).isEqualTo(700);
        assertThat(view.getInt("progress.total")).isEqualTo(700);
        var seen = new ArrayList<String>();
        String cursor = "";
        int pages = 0;
        while (cursor != null) {
            var page = changes(agency, view, "?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            seen.addAll(page.getList("items.employeeId"));
            cursor = page.getString("next");
            pages++;
        }
        assertThat(pages).isEqualTo(4);
        assertThat(seen).hasSize(700).isSorted();
        assertThat(new HashSet<>(seen)).hasSize(700);
        agency.as(Role.PIMPINAN)
                .get(one(view.getString("id")) + "/changes?cursor=forged")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
        agency.as(Role.PIMPINAN)
                .get(one(view.getString("id")) + "/changes?limit=201")
                .then()
                .statusCode(400);
    }

    /** Administrators without a position in the registers, all at once. */
    private void people(int count) {
        sql("insert into employees (id, agency, identity_number, kind, status, name, birth_date, sex,"
                + " first_appointment_on, source, updated_at)"
                + " with recursive n as (select 1 as i union all select i + 1 from n where i < " + count + ")"
                + " select unhex(replace(uuid(), '-', '')), '" + agency.code
                + "', concat('199001012015031', lpad(i, 3, '0')), 'PNS', 'ACTIVE', 'Sari', '1990-01-01', 'F',"
                + " '2015-03-01', 'LOCAL', '2026-01-01' from n");
        sql("insert into employee_positions (id, agency, employee_id, assignment, title, level, starts_on, source)"
                + " select unhex(replace(uuid(), '-', '')), e.agency, e.id, 'DEFINITIVE', 'Kepala Bagian',"
                + " 'ADMINISTRATOR', '2020-01-01', 'LOCAL' from employees e where e.agency = '" + agency.code + "'");
    }

    /** As another node leaves it that died between two batches. */
    @Test
    void a_worker_goes_on_behind_the_last_committed_person() {
        people(5);
        var ended = run(agency, KIND, draft(older(), ""));
        var done = ended.getString("id");
        var id = UUID.randomUUID();
        var third = query("select hex(id) from employees where agency = '" + agency.code + "' order by id limit 2, 1");
        sql(
                "insert into jobs (id, agency, kind, lane, status, ordered_by, orderer, settings, total, created_at, resume_at, done, outcome)"
                        + " select x'" + hex(id)
                        + "', agency, kind, lane, 'RUNNING', ordered_by, orderer, settings, 5, created_at, 3, 3,"
                        + " '{\"unchanged\": 0, \"skipped\": {\"UNIT_MISSING\": 1},"
                        + " \"transitions\": [{\"from\": \"58\", \"to\": \"60\", \"count\": 2}]}'"
                        + " from jobs where id = x'" + hex(UUID.fromString(done)) + "'");
        sql("insert into simulations (id, agency, kind, as_of, current_document, draft_document, reached)"
                + " select x'" + hex(id) + "', agency, kind, as_of, current_document, draft_document, x'" + third
                + "' from simulations where id = x'" + hex(UUID.fromString(done)) + "'");
        sql("update jobs set status = 'QUEUED' where id = x'" + hex(id) + "'");

        var view = ended(agency, id.toString());

        assertThat(view.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(counts(view)).containsExactly(5, 4, 0, 4);
        assertThat(transitions(view)).containsExactly("58>60: 4");
        assertThat(skipped(view)).containsExactly("UNIT_MISSING: 1");
        assertThat(view.getInt("progress.done")).isEqualTo(5);
        assertThat(changes(agency, view, "").getList("items")).hasSize(2);
    }

    @Test
    void a_batch_that_was_a_deadlock_s_victim_counts_nobody_twice() {
        people(5);
        try (var victims = Victims.next(agency, 2)) {

            var view = run(agency, KIND, draft(older(), ""));

            assertThat(victims.left()).isZero();
            assertThat(view.getString("status")).isEqualTo("SUCCEEDED");
            assertThat(counts(view)).containsExactly(5, 5, 0, 5);
            assertThat(changes(agency, view, "").getList("items")).hasSize(5);
        }
    }

    /** As the release before stored it. */
    @Test
    void an_older_simulation_s_settings_and_outcome_are_converted() throws IOException {
        people(3);
        var id = UUID.fromString(run(agency, KIND, draft(older(), "")).getString("id"));
        var migration = Files.readString(Path.of("src/main/resources/db/migration/V1050__job_orders.sql"));
        QuarkusTransaction.begin();
        try {
            sql("update jobs set settings = '{\"dryRun\": true, \"partial\": false, \"variant\": \"RETIREMENT\"}',"
                    + " outcome = '{\"created\": 0, \"updated\": 3, \"unchanged\": 0, \"failed\": 0, \"details\":"
                    + " {\"skipped\": {}, \"transitions\": [{\"from\": \"58\", \"to\": \"60\", \"count\": 3}]}}'"
                    + " where id = x'" + hex(id) + "'");
            sql(migration.substring(migration.indexOf("update jobs"), migration.indexOf(';')));
            var json = new ObjectMapper();
            assertThat(json.readTree(query("select outcome from jobs where id = x'" + hex(id) + "'")))
                    .isEqualTo(
                            json.readTree(
                                    "{\"unchanged\": 0, \"skipped\": {}, \"transitions\": [{\"from\": \"58\", \"to\": \"60\", \"count\": 3}]}"));
            assertThat(json.readTree(query("select settings from jobs where id = x'" + hex(id) + "'")))
                    .isEqualTo(json.readTree("{\"kind\": \"RETIREMENT\", \"asOf\": \"" + TODAY + "\"}"));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** The stream tells of a simulation's job in the members that it always had. */
    @Test
    void the_stream_keeps_its_shape() {
        people(2);
        var id = run(agency, KIND, draft(older(), "")).getString("id");
        agency.as(Role.PIMPINAN)
                .get(one(id) + "/events")
                .then()
                .statusCode(200)
                .body(containsString("\"kind\":\"simulation\""))
                .body(containsString("\"dryRun\":true,\"partial\":false"))
                .body(containsString("\"created\":0,\"updated\":2,\"unchanged\":0,\"failed\":0"))
                .body(containsString("\"transitions\":[{\"from\":\"58\",\"to\":\"60\",\"count\":2}]"));
    }

    /** An administrator may not read histories, so she sees how many change, and no group of few; by every door. */
    @Test
    void who_may_not_read_the_sources_sees_rounded_counts() {
        people(13);
        holding(office.analyst);
        var view = run(agency, KIND, draft(older(), ""));
        assertThat(counts(view)).containsExactly(14, 14, 1, 13);
        var id = view.getString("id");

        agency.as(Role.ADMIN)
                .get(one(id))
                .then()
                .statusCode(200)
                .body("result.changed", equalTo(10))
                .body("result.unchanged", equalTo(0))
                .body("result.population", equalTo(10))
                .body("result.transitions.count", equalTo(List.of(10)));
        agency.as(Role.ADMIN)
                .get("/api/v1/jobs/" + id)
                .then()
                .statusCode(200)
                .body("outcome.transitions.count", equalTo(List.of(10)));
        agency.as(Role.ADMIN)
                .get(one(id) + "/events")
                .then()
                .statusCode(200)
                .body(containsString("\"updated\":10,\"unchanged\":0"))
                .body(not(containsString("\"count\":13")));
        agency.as(Role.PIMPINAN)
                .get("/api/v1/jobs/" + id)
                .then()
                .body("outcome.transitions.count", equalTo(List.of(13)));
    }

    @Test
    void a_simulation_that_fails_says_so() {
        people(1);
        var id = UUID.fromString(run(agency, KIND, draft(older(), "")).getString("id"));
        sql("delete from simulation_changes where simulation_id = x'" + hex(id) + "'");
        sql("update simulations set reached = null, draft_document = '{}' where id = x'" + hex(id) + "'");
        sql("update jobs set status = 'QUEUED', resume_at = 0, done = 0, outcome = null, ended_at = null where id = x'"
                + hex(id) + "'");
        eventuallyFailed(id);

        agency.as(Role.ADMIN)
                .get(one(id) + "/problems")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of("JOB_FAILED")))
                .body("items[0].detail", containsString(id.toString()));
    }

    private static void eventuallyFailed(UUID id) {
        for (int i = 0; i < 400; i++) {
            if ("FAILED".equals(query("select status from jobs where id = x'" + hex(id) + "'"))) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
        throw new AssertionError("did not fail");
    }

    @Test
    void the_state_has_a_tag_and_a_stream() {
        holding(office.head);
        var address = one(run(agency, KIND, draft(older(), "")).getString("id"));
        var tag = agency.as(Role.ADMIN).get(address).then().extract().header("ETag");
        agency.as(Role.ADMIN).header("If-None-Match", tag).get(address).then().statusCode(304);
        agency.as(Role.ADMIN)
                .get(address + "/events")
                .then()
                .statusCode(200)
                .body(containsString("event:end"), containsString("SUCCEEDED"));
        agency.as(Role.PIMPINAN)
                .header("Accept-Language", "en")
                .get(address)
                .then()
                .body("result.changed", equalTo(1))
                .body("kind", not(equalTo("")));
    }
}
