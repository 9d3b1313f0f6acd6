package id.karier.history.entry;

import static id.karier.history.Office.holding;
import static id.karier.history.Office.rank;
import static id.karier.history.Office.standing;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import id.karier.history.Office;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every dated member of every history lies where it can: in her life, in her service, and not after she has left it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ServiceDaysTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));
    private static final String POSITION =
            "{\"assignment\": \"DEFINITIVE\", \"title\": \"Analis\", \"level\": \"PELAKSANA\","
                    + " \"startsOn\": \"2020-01-01\", \"endsOn\": \"2020-12-31\", \"swornInOn\": \"2020-01-01\","
                    + " \"decreeNumber\": \"1\", \"decreeDate\": \"2019-12-01\"}";
    private static final String STATUS = "{\"status\": \"UNPAID_LEAVE\", \"startsOn\": \"2020-01-01\","
            + " \"endsOn\": \"2020-12-31\", \"decreeNumber\": \"1\", \"decreeDate\": \"2019-12-01\"}";
    private static final String OLD_PENALTY = "{\"level\": \"SEDANG\", \"penaltyName\": \"Penurunan pangkat\","
            + " \"startsOn\": \"2010-01-01\", \"endsOn\": \"2010-12-31\", \"cancelledBy\": \"2\","
            + " \"cancelledOn\": \"2010-06-01\", \"decreeNumber\": \"1\", \"decreeDate\": \"2009-12-01\"}";

    private Office office;
    private UUID person;

    @BeforeEach
    void own_agency() {
        office = Office.called("service");
        person = office.person();
    }

    private static String body(String path) {
        return switch (path) {
            case "ranks" -> rank("III/a", "2010-01-01");
            case "positions" -> POSITION;
            case "statuses" -> STATUS;
            case "educations" -> RecordResourceTest.EDUCATION;
            case "trainings" -> RecordResourceTest.TRAINING;
            case "awards" -> RecordResourceTest.AWARD;
            case "disciplines" -> OLD_PENALTY;
            default -> RecordResourceTest.CREDIT;
        };
    }

    /** Born on 29 February 1980, in service since 1 January 2005. */
    @ParameterizedTest
    @CsvSource({
        "ranks, startsOn, 2004-12-31, BEFORE_APPOINTMENT",
        "ranks, startsOn, 2999-01-01, TOO_FAR_AHEAD",
        "ranks, decreeDate, 1900-01-01, BEFORE_BIRTH",
        "ranks, decreeDate, 1998-02-27, DECREE_TOO_EARLY",
        "ranks, decreeDate, 2999-01-01, IN_FUTURE",
        "positions, startsOn, 1900-01-01, BEFORE_APPOINTMENT",
        "positions, endsOn, 2999-12-31, AFTER_SERVICE_AGE",
        "positions, swornInOn, 1900-01-01, BEFORE_APPOINTMENT",
        "positions, swornInOn, 2999-01-01, TOO_FAR_AHEAD",
        "positions, decreeDate, 1990-01-01, DECREE_TOO_EARLY",
        "statuses, startsOn, 1900-01-01, BEFORE_APPOINTMENT",
        "statuses, endsOn, 2999-12-31, AFTER_SERVICE_AGE",
        "statuses, decreeDate, 1990-01-01, DECREE_TOO_EARLY",
        "educations, graduatedOn, 1900-01-01, GRADUATED_TOO_YOUNG",
        "educations, graduatedOn, 2999-01-01, IN_FUTURE",
        "trainings, startsOn, 1900-01-01, BEFORE_BIRTH",
        "trainings, startsOn, 1985-02-27, TRAINED_TOO_YOUNG",
        "trainings, endsOn, 2999-12-31, TOO_FAR_AHEAD",
        "awards, grantedOn, 1998-02-27, BEFORE_EMPLOYABLE",
        "awards, grantedOn, 2999-01-01, TOO_FAR_AHEAD",
        "awards, decreeDate, 1990-01-01, DECREE_TOO_EARLY",
        "disciplines, startsOn, 1900-01-01, BEFORE_APPOINTMENT",
        "disciplines, endsOn, 2999-12-31, AFTER_SERVICE_AGE",
        "disciplines, cancelledOn, 2999-01-01, TOO_FAR_AHEAD",
        "disciplines, decreeDate, 1990-01-01, DECREE_TOO_EARLY",
        "credits, startsOn, 1900-01-01, BEFORE_APPOINTMENT",
        "credits, endsOn, 2999-12-31, IN_FUTURE",
        "credits, decreeDate, 1990-01-01, DECREE_TOO_EARLY"
    })
    void a_day_that_cannot_be_is_refused_in_a_new_row_and_in_a_patch(
            String path, String member, String day, String code) {
        office.post(
                        person,
                        path,
                        body(path).replaceAll("\"" + member + "\": \"[^\"]*\"", "\"" + member + "\": \"" + day + "\""))
                .statusCode(422)
                .body("errors.code", hasItem(code))
                .body("errors.pointer", hasItem("/" + member));
        var address = office.add(person, path, body(path));
        office.patch(address, 0, "{\"" + member + "\": \"" + day + "\"}")
                .statusCode(422)
                .body("errors.code", hasItem(code));
    }

    @Test
    void a_row_that_is_planned_and_a_decree_signed_before_it_are_taken() {
        var ahead = TODAY.plusMonths(6).toString();
        office.add(person, "ranks", rank("III/a", ahead));
        office.add(person, "positions", holding(office.analyst, ahead, ""));
    }

    private static String afterwards(String path) {
        return switch (path) {
            case "ranks" -> rank("III/b", "2024-03-01");
            case "disciplines" ->
                "{\"level\": \"RINGAN\", \"penalty\": \"R2\", \"startsOn\": \"2024-03-01\", \"decreeNumber\": \"1\","
                        + " \"decreeDate\": \"2024-02-01\"}";
            case "credits" -> RecordResourceTest.CREDIT.replace("2024-01-01", "2024-03-01");
            default ->
                "{\"form\": \"KL_TEKNIS\", \"name\": \"Pelatihan\", \"startsOn\": \"2024-03-01\", \"endsOn\":"
                        + " \"2024-03-02\", \"hours\": 8}";
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"ranks", "disciplines", "credits", "trainings"})
    void nothing_of_service_begins_after_it_has_ended(String path) {
        office.add(person, "statuses", standing("RETIRED", "2024-03-01", ""));
        office.post(person, path, afterwards(path))
                .statusCode(422)
                .body("errors.code", contains("HAS_LEFT"))
                .body("errors.pointer", contains("/startsOn"));
        var before = office.add(person, path, afterwards(path).replace("2024-03-01", "2024-02-29"));
        office.patch(before, 0, "{\"startsOn\": \"2024-03-01\"}")
                .statusCode(422)
                .body("errors.code", contains("HAS_LEFT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ranks", "disciplines", "credits", "trainings"})
    void what_has_begun_later_stands_in_the_way_of_leaving(String path) {
        office.add(person, path, afterwards(path));
        office.post(person, "statuses", standing("RETIRED", "2024-03-01", ""))
                .statusCode(422)
                .body("errors.code", contains("ENTRY_AFTER_SERVICE"));
        var address = office.add(person, "statuses", standing("RETIRED", "2024-03-02", ""));
        office.patch(address, 0, "{\"startsOn\": \"2024-02-01\"}")
                .statusCode(422)
                .body("errors.code", contains("ENTRY_AFTER_SERVICE"));
    }

    @Test
    void who_comes_back_is_promoted_again_and_an_award_needs_no_service() {
        office.add(person, "statuses", standing("DISMISSED", "2020-03-01", ""));
        office.add(person, "statuses", standing("ACTIVE", "2022-03-01", ", \"closesPrevious\": true"));
        office.post(person, "ranks", rank("III/b", "2021-03-01"))
                .statusCode(422)
                .body("errors[0].detail", org.hamcrest.Matchers.containsString("2020-03-01"));
        office.add(person, "ranks", rank("III/b", "2022-03-01"));
        office.add(person, "awards", RecordResourceTest.AWARD.replace("2015-08-17", "2021-08-17"));
    }

    @Test
    void the_last_promotion_and_the_dismissal_begin_on_the_day_that_ends_the_service() {
        var promoted = "{\"rank\": \"III/b\", \"promotionKind\": \"%s\", \"startsOn\": \"%s\", \"decreeNumber\": \"1\","
                + " \"decreeDate\": \"2024-02-01\"}";
        office.add(person, "statuses", standing("DECEASED", "2024-03-01", ""));
        office.post(person, "ranks", promoted.formatted("REGULER", "2024-03-01"))
                .statusCode(422)
                .body("errors.code", contains("HAS_LEFT"));
        office.post(person, "ranks", promoted.formatted("ANUMERTA", "2024-03-02"))
                .statusCode(422)
                .body("errors.code", contains("HAS_LEFT"));
        office.add(person, "ranks", promoted.formatted("ANUMERTA", "2024-03-01"));
        var dismissed = office.person();
        office.add(dismissed, "statuses", standing("DISMISSED_WITH_PENSION", "2024-03-01", ""));
        var penalty = "{\"level\": \"BERAT\", \"penalty\": \"B3\", \"startsOn\": \"%s\", \"decreeNumber\": \"1\","
                + " \"decreeDate\": \"2024-02-01\"}";
        office.post(dismissed, "disciplines", penalty.formatted("2024-03-02"))
                .statusCode(422)
                .body("errors[0].code", equalTo("HAS_LEFT"));
        office.add(dismissed, "disciplines", penalty.formatted("2024-03-01"));
    }
}
