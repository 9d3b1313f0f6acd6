package id.karier.history.entry;

import static id.karier.history.Office.below;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Educations, trainings, awards, penalties and credits, as far as they differ from ranks. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RecordResourceTest {
    static final String EDUCATION = """
            {"level": "S1", "field": "Hukum", "institution": "Universitas Contoh", "graduatedOn": "2003-08-30",
             "certificateNumber": "014/S1/2003", "backTitles": "S.H.", "atAppointment": true}""";
    static final String TRAINING = """
            {"form": "KL_STRUKTURAL", "programme": "PKA", "name": "Pelatihan Kepemimpinan Administrator",
             "provider": "BPSDM Provinsi Contoh", "startsOn": "2017-03-06", "endsOn": "2017-07-21", "hours": 360.5}""";
    static final String AWARD = """
            {"code": "201", "name": "Satyalancana Karya Satya X Tahun", "grantedOn": "2015-08-17",
             "decreeNumber": "71/TK/2015", "decreeDate": "2015-08-04"}""";
    static final String DISCIPLINE = """
            {"level": "SEDANG", "penalty": "S1", "startsOn": "2024-05-11", "endsOn": "2024-11-10",
             "reason": "Tidak masuk kerja", "regulation": "PP 94/2021", "decreeNumber": "862/031/2024",
             "decreeDate": "2024-05-10"}""";
    static final String CREDIT = """
            {"level": "JF_AHLI_MUDA", "basis": "CONVERSION", "startsOn": "2024-01-01", "endsOn": "2024-12-31",
             "credit": 25.125, "decreeNumber": "800/PAK/2025", "decreeDate": "2025-01-20"}""";

    private Office office;
    private UUID person;

    @BeforeEach
    void own_agency() {
        office = Office.called("record");
        person = office.person();
    }

    private static String body(String path) {
        return switch (path) {
            case "educations" -> EDUCATION;
            case "trainings" -> TRAINING;
            case "awards" -> AWARD;
            case "disciplines" -> DISCIPLINE;
            default -> CREDIT;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "educations, field, Hukum, {\"field\": \"Ilmu Hukum\"}, Ilmu Hukum",
        "trainings, form, KL_STRUKTURAL, {\"form\": \"KL_TEKNIS\"}, KL_TEKNIS",
        "awards, code, 201, {\"code\": \"202\"}, 202",
        "disciplines, penalty, S1, '{\"penalty\": \"S2\", \"endsOn\": \"2025-02-10\"}', S2",
        "credits, basis, CONVERSION, {\"basis\": \"INTEGRATION\"}, INTEGRATION"
    })
    void an_entry_is_recorded_read_listed_changed_and_removed(
            String path, String member, String before, String patch, String after) {
        var address = office.post(person, path, body(path))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("source", equalTo("LOCAL"))
                .extract()
                .header("Location");
        assertThat(address).startsWith(below(person, path));
        office.agency
                .as(Role.AUDITOR)
                .get(address)
                .then()
                .statusCode(200)
                .body(member, equalTo(before))
                .body("version", equalTo(0));
        office.agency
                .as(person, Role.ASN)
                .get(below(person, path))
                .then()
                .statusCode(200)
                .body("items." + member, contains(before))
                .body("next", nullValue());
        office.patch(address, 9, patch).statusCode(412);
        office.patch(address, 0, patch).statusCode(200).header("ETag", "\"1\"").body(member, equalTo(after));
        office.delete(address, 0).statusCode(412);
        office.delete(address, 1).statusCode(204);
        office.agency.as(Role.SDM).get(address).then().statusCode(404);
        var type = "employee-" + path.substring(0, path.length() - 1);
        assertThat(office.changes(person, type, "CREATED")).isOne();
        assertThat(office.changes(person, type, "UPDATED")).isOne();
        assertThat(office.changes(person, type, "DELETED")).isOne();
    }

    @ParameterizedTest
    @CsvSource({"educations", "trainings", "awards", "disciplines", "credits"})
    void nobody_reaches_what_is_not_hers(String path) {
        var address = office.add(person, path, body(path));
        TestAgency.anonymous().get(address).then().statusCode(401);
        office.agency.as(Role.ADMIN).get(address).then().statusCode(403);
        office.agency
                .as(Role.PIMPINAN)
                .contentType(JSON)
                .body(body(path))
                .post(below(person, path))
                .then()
                .statusCode(403);
        TestAgency.called("record-other").as(Role.SDM).get(address).then().statusCode(404);
        office.agency.as(office.person(), Role.ASN).get(address).then().statusCode(404);
        office.agency
                .as(Role.SDM)
                .contentType(Office.MERGE_PATCH)
                .body("{}")
                .patch(address)
                .then()
                .statusCode(428);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "educations; \"S1\"; \"S9\"; 400; /level",
                "educations; \"Hukum\"; \" \"; 400; /field",
                "educations; 2003-08-30; 1984-01-01; 422; /graduatedOn",
                "trainings; KL_STRUKTURAL; KL_APA; 400; /form",
                "trainings; 360.5; 0; 400; /hours",
                "trainings; 360.5; 360.555; 400; /hours",
                "trainings; 360.5; 99999; 422; /hours",
                "trainings; 2017-07-21; 2017-03-05; 422; /endsOn",
                "awards; \"71/TK/2015\"; null; 400; /decreeNumber",
                "awards; 2015-08-17; 2999-08-17; 422; /grantedOn",
                "disciplines; \"S1\"; \"B1\"; 422; /penalty",
                "disciplines; \"S1\"; \"X9\"; 400; /penalty",
                "disciplines; \"2024-05-10\"; null; 400; /decreeDate",
                "disciplines; \"SEDANG\"; \"NONE\"; 422; /level",
                "credits; 25.125; -1; 400; /credit",
                "credits; \"CONVERSION\"; \"GIFT\"; 400; /basis",
                "credits; JF_AHLI_MUDA; PENGAWAS; 422; /level",
                "credits; 2024-12-31; 2023-12-31; 422; /endsOn"
            })
    void what_is_wrong_is_named(String path, String good, String bad, int status, String pointer) {
        office.post(person, path, body(path).replace(good, bad))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void the_highest_education_is_the_current_one() {
        office.add(person, "educations", EDUCATION);
        office.add(person, "educations", EDUCATION.replace("S1", "S2").replace("2003-08", "2010-08"));
        office.add(person, "educations", EDUCATION.replace("S1", "D3").replace("2003-08", "2015-08"));
        assertThat(office.column(person, "education_level")).isEqualTo("S2");
    }

    @Test
    void of_equal_educations_the_latest_is_the_current_one() {
        office.add(person, "educations", EDUCATION);
        office.add(
                person,
                "educations",
                EDUCATION.replace("S1", "D4").replace("Hukum", "Statistik").replace("2003-08", "2010-08"));
        assertThat(office.column(person, "concat(education_level, ' ', education_name)"))
                .isEqualTo("D4 Statistik");
    }

    @Nested
    class Penalties {
        @Test
        void training_managers_see_histories_but_no_penalties() {
            office.add(person, "disciplines", DISCIPLINE);
            office.agency
                    .as(Role.PELATIHAN)
                    .get(below(person, "trainings"))
                    .then()
                    .statusCode(200);
            office.agency
                    .as(Role.PELATIHAN)
                    .get(below(person, "disciplines"))
                    .then()
                    .statusCode(403);
            office.agency
                    .as(Role.PIMPINAN)
                    .get(below(person, "disciplines"))
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1));
        }

        @Test
        void a_cancellation_is_written_into_the_entry() {
            var address = office.add(person, "disciplines", DISCIPLINE);
            office.patch(address, 0, "{\"cancelledBy\": \"862/077/2024\"}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/cancelledOn"));
            office.patch(address, 0, "{\"cancelledBy\": \"862/077/2024\", \"cancelledOn\": \"2024-08-01\"}")
                    .statusCode(200)
                    .body("cancelledOn", equalTo("2024-08-01"));
        }
    }
}
