package id.karier.competency.assessment;

import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.query;
import static id.karier.testing.TestAgency.sql;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.history.Office;
import id.karier.kernel.Role;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * A department with its chief, and a division with its head and colleagues of one level; and a round over the division. Each
 * colleague is rated by herself, the head and the others; the head by herself, the chief and the colleagues.
 */
final class Round {
    static final String ROUNDS = "/api/v1/assessments";
    static final String FORMS = "/api/v1/me/assessment-forms";

    final Office office;
    final UUID chief;
    final UUID head;
    final List<UUID> colleagues = new ArrayList<>();
    final UUID assessor = UUID.randomUUID();
    String id;

    Round(String word, int people) {
        office = Office.called(word);
        chief = seated(office.position("KADIS", "Kepala Dinas", "JPT_PRATAMA", office.department, true), "JPT_PRATAMA");
        head = seated(office.head, "ADMINISTRATOR");
        for (int i = 0; i < people; i++) {
            colleagues.add(seated(office.analyst, "JF_AHLI_PERTAMA"));
        }
    }

    /** A new person who holds a position since 2020. */
    UUID seated(UUID position, String level) {
        var person = office.person();
        var place = "x'" + hex(position) + "'";
        sql("insert into employee_positions (id, agency, employee_id, assignment, position_id, title, level, unit_id,"
                + " starts_on, source) select x'" + hex(UUID.randomUUID()) + "', p.agency, x'" + hex(person)
                + "', 'DEFINITIVE', p.id, p.name, p.level, p.unit_id, '2020-01-01', 'LOCAL' from positions p where p.id = "
                + place);
        sql("update employees e join positions p on p.id = " + place
                + " set e.unit_id = p.unit_id, e.position_id = p.id," + " e.position_level = p.level where e.id = x'"
                + hex(person) + "'");
        return person;
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Jakarta"));
    }

    /** Plans a round over the division that is open today. */
    Round planned() {
        return planned("\"purpose\": \"PEMETAAN\"");
    }

    Round planned(String more) {
        id = office.agency
                .as(Role.SDM)
                .contentType(JSON)
                .body("{\"name\": \"Pemetaan\", \"unitId\": \"%s\", \"startsOn\": \"%s\", \"endsOn\": \"%s\", %s}"
                        .formatted(office.division, today().minusDays(1), today().plusDays(10), more))
                .post(ROUNDS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return this;
    }

    Round prepared() {
        job(Role.SDM, "preparation");
        return this;
    }

    Round opened() {
        step(Role.SDM, "opening").statusCode(200);
        return this;
    }

    ValidatableResponse step(Role role, String step) {
        return office.agency
                .as(assessor, role)
                .post(ROUNDS + "/" + id + "/" + step)
                .then();
    }

    /** Orders long work, and waits until it has ended well. */
    void job(Role role, String step) {
        var job = step(role, step).statusCode(202).extract().<String>path("id");
        var until = Instant.now().plus(Duration.ofSeconds(60));
        String status;
        do {
            assertThat(Instant.now()).as("end of " + step).isBefore(until);
            status = office.agency
                    .as(assessor, Role.SDM)
                    .get("/api/v1/jobs/" + job)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("status");
        } while (!status.equals("SUCCEEDED") && !status.equals("FAILED"));
        assertThat(status).as(step).isEqualTo("SUCCEEDED");
    }

    String participant(UUID person) {
        return office.agency
                .as(Role.ASESOR)
                .get(ROUNDS + "/" + id + "/participants?employee=" + person)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    /** The form of a rater about a person. */
    String form(UUID rater, UUID rated) {
        return office.agency
                .as(rater, Role.ASN)
                .get(FORMS)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.ratedId == '%s' }.id".formatted(rated));
    }

    String formAddress(String form) {
        return ROUNDS + "/" + id + "/raters/" + form + "/form";
    }

    List<String> questions(UUID rater, String form) {
        return office.agency
                .as(rater, Role.ASN)
                .get(formAddress(form))
                .then()
                .statusCode(200)
                .extract()
                .path("questions.competency.id");
    }

    /** Answers each question of a form with the level that a test says. */
    ValidatableResponse answer(UUID rater, UUID rated, IntFunction<Integer> level, String strength) {
        var form = form(rater, rated);
        var questions = questions(rater, form);
        var answers = new ArrayList<String>();
        for (int i = 0; i < questions.size(); i++) {
            var given = level.apply(i);
            answers.add("{\"competencyId\": \"%s\"%s}"
                    .formatted(questions.get(i), given == null ? "" : ", \"level\": " + given));
        }
        return submit(rater, form, answers, strength);
    }

    ValidatableResponse answer(UUID rater, UUID rated, int level) {
        return answer(rater, rated, i -> level, null);
    }

    ValidatableResponse submit(UUID rater, String form, List<String> answers, String strength) {
        var words = strength == null ? "" : ", \"strength\": \"" + strength + "\"";
        return office.agency
                .as(rater, Role.ASN)
                .contentType(JSON)
                .body("{\"answers\": [" + answers.stream().collect(Collectors.joining(", ")) + "]" + words + "}")
                .post(formAddress(form) + "/submission")
                .then();
    }

    void closed() {
        job(Role.SDM, "closing");
    }

    ValidatableResponse findings(UUID reader, Role role, UUID person) {
        return office.agency
                .as(reader, role)
                .get(ROUNDS + "/" + id + "/participants/" + participant(person) + "/findings")
                .then();
    }

    /** How many rows of a table belong to the agency. */
    String rows(String table) {
        return query("select count(*) from " + table + " where agency = '" + office.agency.code + "'");
    }
}
