package id.karier.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.Role;
import id.karier.organisation.reference.ReferenceList;
import id.karier.organisation.reference.ReferenceLists;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PositionLevel;
import id.karier.rules.terms.Rank;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReferenceResourceTest {
    private static final String REFERENCE = "/api/v1/reference";

    @Inject
    ReferenceLists lists;

    private final TestAgency agency = TestAgency.called("reference");

    @Test
    void a_list_comes_whole_in_the_readers_language() {
        agency.as(Role.ASN)
                .get(REFERENCE + "/ranks")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=86400"))
                .header("Content-Language", "id")
                .body("items", hasSize(34))
                .body("items[10].code", equalTo("III/c"))
                .body("items[10].name", equalTo("Penata"))
                .body("items[10].order", equalTo(11))
                .body("items[33].group", equalTo("PPPK"));
        agency.as(Role.ASN)
                .header("Accept-Language", "en")
                .get(REFERENCE + "/marital-statuses")
                .then()
                .header("Content-Language", "en")
                .body("items.name", hasItems("Single", "Married"));
    }

    @Test
    void error_codes_and_those_of_wrong_places_are_lists_too() {
        agency.as(Role.ASN)
                .get(REFERENCE + "/error-codes")
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        equalTo(Arrays.stream(ErrorCode.values())
                                .map(Enum::name)
                                .toList()))
                .body("items.find { it.code == 'STALE_VERSION' }.group", equalTo("412"));
        agency.as(Role.ASN)
                .header("Accept-Language", "en")
                .get(REFERENCE + "/error-place-codes")
                .then()
                .body("items.code", hasItems("PARAMETER_UNKNOWN", "NOT_IN_LIST", "NOT_NULL", "DIGITS_LOST"))
                .body("items.find { it.code == 'LIMIT_OUT_OF_RANGE' }.name", containsString("{0}"))
                .body("items.find { it.code == 'LIMIT_OUT_OF_RANGE' }.group", equalTo("problem"));
    }

    @Test
    void an_unchanged_list_is_not_sent_again_but_in_another_language_it_is() {
        var tag = agency.as(Role.ASN).get(REFERENCE + "/religions").header("ETag");
        agency.as(Role.ASN)
                .header("If-None-Match", tag)
                .get(REFERENCE + "/religions")
                .then()
                .statusCode(304)
                .header("ETag", tag);
        agency.as(Role.ASN)
                .header("If-None-Match", tag)
                .header("Accept-Language", "en")
                .get(REFERENCE + "/religions")
                .then()
                .statusCode(200);
    }

    @Test
    void there_is_an_overview_and_nothing_else() {
        agency.as(Role.ASN)
                .get(REFERENCE)
                .then()
                .statusCode(200)
                .body("items.list", hasItems("ranks", "position-levels", "education-levels", "training-forms"));
        agency.as(Role.ASN).get(REFERENCE + "/colours").then().statusCode(404);
        agency.as(Role.ASN).get(REFERENCE + "/..%2Frules").then().statusCode(404);
        TestAgency.anonymous().get(REFERENCE + "/ranks").then().statusCode(401);
    }

    /** What counts by the hour can be recorded. */
    @Test
    void every_form_of_training_that_the_law_counts_is_in_the_list() {
        var codes = lists.find(ReferenceLists.TRAINING_FORMS).orElseThrow().items().stream()
                .map(ReferenceList.Item::code)
                .toList();
        agency.as(Role.ASN)
                .get("/api/v1/rule-sets/LEARNING_HOURS/LAN_10_2018")
                .then()
                .statusCode(200)
                .body("body.forms.code", everyItem(is(in(codes))));
    }

    @Test
    void the_lists_say_what_the_terms_of_the_law_say() {
        assertThat(lists.find(ReferenceLists.POSITION_LEVELS).orElseThrow().items())
                .extracting(ReferenceList.Item::code)
                .containsExactlyElementsOf(
                        Arrays.stream(PositionLevel.values()).map(Enum::name).toList());
        assertThat(lists.find(ReferenceLists.EDUCATION_LEVELS).orElseThrow().items())
                .extracting(ReferenceList.Item::code)
                .containsExactlyElementsOf(
                        Arrays.stream(EducationLevel.values()).map(Enum::name).toList());
        for (var rank : Rank.values()) {
            assertThat(lists.rankOrder(rank.grade())).contains(rank.ordinal() + 1);
        }
        for (var list : lists.all()) {
            assertThat(list.items())
                    .isNotEmpty()
                    .extracting(ReferenceList.Item::code)
                    .doesNotHaveDuplicates();
            assertThat(list.items()).allSatisfy(item -> {
                assertThat(item.name().id()).isNotBlank();
                assertThat(item.name().en()).isNotBlank();
            });
        }
    }
}
