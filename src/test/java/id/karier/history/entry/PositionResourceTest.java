package id.karier.history.entry;

import static id.karier.history.Office.below;
import static id.karier.history.Office.held;
import static id.karier.history.Office.holding;
import static id.karier.history.Office.until;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PositionResourceTest {
    private static final String CLOSES = ", \"closesPrevious\": true";
    private static final String ELSEWHERE = """
            {"assignment": "DEFINITIVE", "title": "Staf", "level": "PELAKSANA", "unitName": "Kabupaten Contoh",
             "startsOn": "2005-01-01", "endsOn": "2010-12-31", "decreeNumber": "821/1", "decreeDate": "2005-01-02"}""";

    private Office office;
    private UUID person;

    @BeforeEach
    void own_agency() {
        office = Office.called("held");
        person = office.person();
    }

    @Nested
    class Where {
        @Test
        void a_position_of_the_registers_brings_its_title_level_and_unit() {
            office.post(person, "positions", holding(office.analyst, "2020-01-01", ""))
                    .statusCode(201)
                    .body("title", equalTo("Pranata Komputer Ahli Pertama"))
                    .body("level", equalTo("JF_AHLI_PERTAMA"))
                    .body("unitId", equalTo(office.division.toString()))
                    .body("unitName", equalTo("Bidang Aplikasi Informatika"))
                    .body("closesPrevious", nullValue());
            assertThat(office.column(
                            person, "concat(position_title, '|', unit_name, '|', position_since, '|', leads_unit)"))
                    .isEqualTo("Pranata Komputer Ahli Pertama|Bidang Aplikasi Informatika|2020-01-01|0");
            assertThat(office.column(person, "retirement_on")).isEqualTo("2038-03-01");
        }

        @Test
        void a_position_elsewhere_is_told_in_words() {
            office.post(person, "positions", ELSEWHERE)
                    .statusCode(201)
                    .body("positionId", nullValue())
                    .body("unitId", nullValue())
                    .body("unitName", equalTo("Kabupaten Contoh"));
        }

        @Test
        void a_unit_of_the_agency_brings_its_name() {
            var body =
                    ELSEWHERE.replace("\"unitName\": \"Kabupaten Contoh\"", "\"unitId\": \"" + office.division + "\"");
            office.post(person, "positions", body)
                    .statusCode(201)
                    .body("unitName", equalTo("Bidang Aplikasi Informatika"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "\"title\": \"Staf\", ; ; REQUIRED_WITHOUT_POSITION; /title",
                    "\"level\": \"PELAKSANA\", ; ; REQUIRED_WITHOUT_POSITION; /level",
                    "\"unitName\"; \"unitId\": \"DIVISION\", \"unitName\"; GIVEN_BY_UNIT; /unitName",
                    "\"unitName\": \"Kabupaten Contoh\"; \"unitId\": \"01980a52-7c1e-7000-8000-000000000999\"; UNKNOWN_ID; /unitId",
                    "\"title\": \"Staf\", \"level\": \"PELAKSANA\", \"unitName\": \"Kabupaten Contoh\"; \"positionId\": \"01980a52-7c1e-7000-8000-000000000999\"; UNKNOWN_ID; /positionId",
                    "\"level\": \"PELAKSANA\", \"unitName\": \"Kabupaten Contoh\"; \"positionId\": \"ANALYST\"; GIVEN_BY_POSITION; /title"
                })
        void members_that_do_not_fit_are_named(String good, String bad, String code, String pointer) {
            var body = ELSEWHERE.replace(
                    good,
                    bad == null
                            ? ""
                            : bad.replace("DIVISION", office.division.toString())
                                    .replace("ANALYST", office.analyst.toString()));
            office.post(person, "positions", body)
                    .statusCode(422)
                    .body("errors.code", contains(code))
                    .body("errors.pointer", contains(pointer));
        }

        @Test
        void the_position_of_another_agency_is_unknown() {
            var foreign = Office.called("held-foreign");
            office.post(person, "positions", holding(foreign.analyst, "2020-01-01", ""))
                    .statusCode(422)
                    .body("code", equalTo("REFERENCE_NOT_FOUND"))
                    .body("errors.pointer", contains("/positionId"));
        }

        @Test
        void a_closed_position_takes_nobody_in() {
            TestAgency.sql("update positions set closed_on = '2019-12-31' where id = x'"
                    + TestAgency.hex(office.analyst) + "'");
            office.post(person, "positions", holding(office.analyst, "2020-01-01", ""))
                    .statusCode(422)
                    .body("errors.code", contains("POSITION_CLOSED"));
            office.add(person, "positions", holding(office.analyst, "2019-12-31", until("2019-12-31")));
        }

        @Test
        void nobody_holds_a_position_or_stands_in_a_unit_longer_than_it_lasts() {
            TestAgency.sql("update positions set closed_on = '2019-12-31' where id = x'"
                    + TestAgency.hex(office.analyst) + "'");
            TestAgency.sql("update units set closed_on = '2010-06-30' where id = x'"
                    + TestAgency.hex(office.otherDivision) + "'");
            for (var end : List.of("", until("2020-01-01"))) {
                office.post(person, "positions", holding(office.analyst, "2015-01-01", end))
                        .statusCode(422)
                        .body("errors.code", contains("OUTLASTS_POSITION"))
                        .body("errors.pointer", contains("/endsOn"))
                        .body("errors[0].detail", containsString("2019-12-31"));
            }
            var inUnit = ELSEWHERE.replace(
                    "\"unitName\": \"Kabupaten Contoh\"", "\"unitId\": \"" + office.otherDivision + "\"");
            office.post(person, "positions", inUnit).statusCode(422).body("errors.code", contains("OUTLASTS_UNIT"));
            var address = office.add(person, "positions", holding(office.analyst, "2015-01-01", until("2019-12-31")));
            office.patch(address, 0, "{\"endsOn\": null}")
                    .statusCode(422)
                    .body("errors.code", contains("OUTLASTS_POSITION"));
            office.patch(address, 0, "{\"startsOn\": \"2014-01-01\"}")
                    .statusCode(200)
                    .body("title", equalTo("Pranata Komputer Ahli Pertama"));
            office.patch(address, 1, "{\"swornInOn\": \"2015-01-02\"}").statusCode(200);
        }

        @Test
        void a_patch_keeps_what_was_copied_until_it_names_another_place() {
            var address = office.add(person, "positions", holding(office.analyst, "2020-01-01", ""));
            TestAgency.sql("update positions set name = 'Lain' where id = x'" + TestAgency.hex(office.analyst) + "'");
            office.patch(address, 0, "{\"swornInOn\": \"2020-01-02\"}")
                    .statusCode(200)
                    .body("title", equalTo("Pranata Komputer Ahli Pertama"));
            office.patch(address, 1, "{\"positionId\": \"" + office.senior + "\"}")
                    .statusCode(200)
                    .body("title", equalTo("Pranata Komputer Ahli Muda"));
            office.patch(address, 2, "{\"positionId\": null, \"title\": \"Staf\", \"level\": \"PELAKSANA\"}")
                    .statusCode(200)
                    .body("title", equalTo("Staf"))
                    .body("unitId", nullValue());
            assertThat(office.column(person, "concat(position_title, '|', coalesce(unit_name, '-'))"))
                    .isEqualTo("Staf|-");
        }
    }

    @Nested
    class Beside {
        @Test
        void one_ends_on_30_june_and_the_next_starts_on_1_july() {
            office.add(person, "positions", holding(office.analyst, "2020-01-01", until("2024-06-30")));
            office.post(person, "positions", holding(office.senior, "2024-06-30", ""))
                    .statusCode(422)
                    .body("errors.code", contains("DEFINITIVE_OVERLAP"))
                    .body("errors.pointer", contains("/startsOn"))
                    .body("errors[0].detail", containsString("821/2020-01-01"));
            office.add(person, "positions", holding(office.senior, "2024-07-01", ""));
            assertThat(office.column(person, "position_title")).isEqualTo("Pranata Komputer Ahli Muda");
        }

        @Test
        void what_helps_against_an_overlap_is_what_is_advised() {
            office.add(person, "positions", holding(office.analyst, "2020-01-01", until("2024-06-30")));
            office.post(person, "positions", holding(office.senior, "2023-01-01", ""))
                    .statusCode(422)
                    .body("errors[0].detail", containsString("Ubah tanggal jabatan itu dahulu"));
            office.post(person, "positions", holding(office.senior, "2019-01-01", CLOSES))
                    .statusCode(422)
                    .body("errors[0].detail", containsString("Isi endsOn paling lambat sehari sebelum 2020-01-01"));
            office.add(person, "positions", holding(office.senior, "2024-07-01", ""));
            office.post(person, "positions", holding(office.analyst, "2025-01-01", ""))
                    .statusCode(422)
                    .body("errors[0].detail", containsString("Kirim closesPrevious"));
        }

        @Test
        void the_oath_is_not_older_than_the_post() {
            office.post(person, "positions", holding(office.analyst, "2020-01-01", ", \"swornInOn\": \"2019-12-31\""))
                    .statusCode(422)
                    .body("errors.pointer", contains("/swornInOn"))
                    .body("errors.code", contains("SWORN_BEFORE_POST"));
            var address = office.add(
                    person, "positions", holding(office.analyst, "2020-01-01", ", \"swornInOn\": \"2020-01-01\""));
            office.patch(address, 0, "{\"startsOn\": \"2020-02-01\"}")
                    .statusCode(422)
                    .body("errors.code", contains("SWORN_BEFORE_POST"));
            TestAgency.sql("update employee_positions set sworn_in_on = '2019-12-31' where employee_id = x'"
                    + TestAgency.hex(person) + "'");
            office.patch(address, 0, "{\"decreeNumber\": \"821/7\"}").statusCode(200);
        }

        @Test
        void an_open_position_is_closed_only_when_the_request_says_so() {
            var first = office.add(person, "positions", holding(office.analyst, "2020-03-01", ""));
            office.post(person, "positions", holding(office.senior, "2024-03-01", ""))
                    .statusCode(422)
                    .body("errors.code", contains("DEFINITIVE_OVERLAP"));
            office.add(person, "positions", holding(office.senior, "2024-03-01", CLOSES));
            office.agency.as(Role.SDM).get(first).then().header("ETag", "\"1\"").body("endsOn", equalTo("2024-02-29"));
            assertThat(office.changes(person, "employee-position", "UPDATED")).isOne();
        }

        @Test
        void what_begins_later_or_has_an_end_is_not_closed() {
            office.add(person, "positions", holding(office.analyst, "2024-01-01", ""));
            office.post(person, "positions", holding(office.senior, "2023-01-01", CLOSES))
                    .statusCode(422);
            office.post(person, "positions", holding(office.senior, "2024-01-01", CLOSES))
                    .statusCode(422);
            office.add(person, "positions", holding(office.senior, "2023-01-01", until("2023-12-31")));
            assertThat(office.column(person, "position_title")).isEqualTo("Pranata Komputer Ahli Pertama");
        }

        @Test
        void acting_duty_goes_beside_a_definitive_position_but_not_twice() {
            office.add(person, "positions", holding(office.analyst, "2020-01-01", ""));
            office.add(person, "positions", held("PLT", office.otherHead, "2024-01-01", ""));
            office.post(person, "positions", held("PLH", office.otherHead, "2024-02-01", ""))
                    .statusCode(422)
                    .body("errors.code", contains("ACTING_TWICE"));
            assertThat(office.column(person, "concat(position_title, '|', leads_unit)"))
                    .isEqualTo("Pranata Komputer Ahli Pertama|1");
        }

        @Test
        void a_patch_may_not_make_an_overlap() {
            office.add(person, "positions", holding(office.analyst, "2020-01-01", until("2023-12-31")));
            var address = office.add(person, "positions", holding(office.senior, "2024-01-01", ""));
            office.patch(address, 0, "{\"startsOn\": \"2023-12-31\"}").statusCode(422);
            office.patch(address, 0, "{\"endsOn\": \"2023-06-30\"}")
                    .statusCode(422)
                    .body("errors.code", contains("ENDS_BEFORE_START"));
            office.agency.as(Role.SDM).get(address).then().header("ETag", "\"0\"");
        }

        @Test
        void of_two_at_once_only_one_wins() throws Exception {
            var start = new CyclicBarrier(2);
            var tries = new ArrayList<Callable<Integer>>();
            for (var position : List.of(office.analyst, office.senior)) {
                var request = office.agency.as(Role.SDM).contentType(JSON).body(holding(position, "2020-01-01", ""));
                tries.add(() -> {
                    start.await();
                    return request.post(below(person, "positions")).statusCode();
                });
            }
            var pool = Executors.newFixedThreadPool(2);
            try {
                var statuses = new ArrayList<Integer>();
                for (var attempt : pool.invokeAll(tries)) {
                    statuses.add(attempt.get());
                }
                assertThat(statuses).containsExactlyInAnyOrder(201, 422);
            } finally {
                pool.shutdown();
            }
        }
    }
}
