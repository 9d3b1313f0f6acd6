package id.karier.competency.dictionary;

import static id.karier.competency.Texts.COMPETENCIES;
import static id.karier.competency.Texts.add;
import static id.karier.competency.Texts.generic;
import static id.karier.competency.Texts.levels;
import static id.karier.competency.Texts.technical;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CompetencyResourceTest {
    @Inject
    NationalDictionary shipped;

    @Inject
    NationalQueries national;

    private TestAgency agency;

    @BeforeEach
    void own_agency() {
        agency = TestAgency.called("dictionary");
    }

    private ValidatableResponse patch(UUID id, long version, String body) {
        return agency.as(Role.SDM)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch(COMPETENCIES + "/" + id)
                .then();
    }

    private List<String> codes(String filter) {
        return agency.as(Role.ASN)
                .get(COMPETENCIES + filter)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.code", String.class);
    }

    @Test
    void every_agency_begins_with_the_nine_of_the_nation() {
        assertThat(codes("")).containsExactly("INT", "KJSM", "KOM", "MP", "OPH", "PB", "PDOL", "PK", "PP");
        agency.as(Role.ASN)
                .get(COMPETENCIES + "/" + generic("INT"))
                .then()
                .statusCode(200)
                .body("code", equalTo("INT"))
                .body("national", equalTo(true))
                .body("kind", equalTo("MANAGERIAL"))
                .body("name.id", equalTo("Integritas"))
                .body("name.en", equalTo("Integrity"))
                .body("levels", hasSize(5))
                .body("levels[0].indicators", hasSize(3))
                .body("levels[4].indicators[2].code", equalTo("INT.5.3"))
                .body("levels[0].indicators[0].text.en", equalTo("Does what was said and says what is true."))
                .body("edition", equalTo(1));
    }

    @Test
    void a_technical_competency_is_added_and_read_back() {
        var id = UUID.fromString(add(agency, technical("TEK.01"))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString(COMPETENCIES))
                .extract()
                .path("id"));
        agency.as(Role.ASN)
                .get(COMPETENCIES + "/" + id)
                .then()
                .statusCode(200)
                .body("national", equalTo(false))
                .body("affair", equalTo("5.02"))
                .body("definition.id", equalTo("Menelaah anggaran."))
                .body("levels[2].indicators.code", contains("TEK.01.3.1", "TEK.01.3.2"))
                .body("retiredOn", nullValue());
        TestAgency.called("dictionary")
                .as(Role.SDM)
                .get(COMPETENCIES + "/" + id)
                .then()
                .statusCode(404);
        var others = TestAgency.called("dictionary");
        others.as(Role.SDM).get(COMPETENCIES).then().body("items.code", not(hasItem("TEK.01")));
    }

    @Test
    void the_dictionary_narrows_by_kind_tree_and_words() {
        technical(agency, "TEK.01");
        add(agency, technical("TEK.02").replace("\"affair\": \"5.02\"", "\"jobFamily\": \"RJF_03\""))
                .statusCode(201);
        assertThat(codes("?kind=TECHNICAL")).containsExactly("TEK.01", "TEK.02");
        assertThat(codes("?kind=SOCIO_CULTURAL")).containsExactly("PB");
        assertThat(codes("?affair=5.02")).containsExactly("TEK.01");
        assertThat(codes("?affair=5")).containsExactly("TEK.01");
        assertThat(codes("?affair=%25")).isEmpty();
        assertThat(codes("?affair=%C3%A9")).isEmpty();
        assertThat(codes("?q=%C3%A9%F0%9F%98%80")).isEmpty();
        assertThat(codes("?jobFamily=RJF_03")).containsExactly("TEK.02");
        assertThat(codes("?q=integ")).containsExactly("INT");
        assertThat(codes("?q=budget")).containsExactly("TEK.01", "TEK.02");
        assertThat(codes("?q=TEK")).containsExactly("TEK.01", "TEK.02");
        assertThat(codes("?kind=TECHNICAL&sort=-code")).containsExactly("TEK.02", "TEK.01");
        agency.as(Role.ASN)
                .get(COMPETENCIES + "?kind=SENI")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("kind"));
    }

    @Test
    void pages_give_the_nation_s_and_the_agency_s_once_each() {
        for (int i = 0; i < 6; i++) {
            technical(agency, "A" + i);
        }
        var all = new ArrayList<String>();
        String cursor = null;
        do {
            var request = agency.as(Role.ASN).queryParam("limit", 4).queryParam("total", true);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(COMPETENCIES)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(15))
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("items.code", String.class));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(all).hasSize(15).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void what_the_law_does_not_let_in_is_refused_with_its_place() {
        refused(technical("X").replace("TECHNICAL", "MANAGERIAL"), "KIND_NATIONAL", "/kind");
        refused(technical("X").replace("\"affair\": \"5.02\",", ""), "PLACE_IN_TREE_MISSING", "/affair");
        refused(technical("X").replace(levels(5), levels(4)), "LEVELS_UNORDERED", "/levels");
        refused(technical("X").replace("\"level\": 2", "\"level\": 3"), "LEVELS_UNORDERED", "/levels/1/level");
        add(agency, technical("X").replace("5.02", "9.99"))
                .statusCode(400)
                .body("errors.code", contains("NOT_IN_LIST"))
                .body("errors.pointer", contains("/affair"));
        add(agency, technical("X").replace("Tingkat 2", " "))
                .statusCode(400)
                .body("errors.pointer", contains("/levels/1/title/id"));
        add(agency, technical("INT")).statusCode(409).body("errors.code", contains("CODE_TAKEN"));
        technical(agency, "X");
        add(agency, technical("X")).statusCode(409).body("errors.code", contains("CODE_TAKEN"));
    }

    private void refused(String body, String code, String pointer) {
        add(agency, body).statusCode(422).body("errors.code", contains(code)).body("errors.pointer", contains(pointer));
    }

    @Test
    void other_texts_make_a_new_edition_and_the_old_one_stays() {
        var id = technical(agency, "TEK.01");
        patch(id, 0, "{\"name\": {\"id\": \"Analisis belanja\"}}")
                .statusCode(200)
                .body("edition", equalTo(2))
                .body("name.id", equalTo("Analisis belanja"))
                .body("name.en", equalTo("Budget analysis"));
        patch(id, 1, "{\"jobFamily\": \"RJF_03\"}").statusCode(200).body("edition", equalTo(2));
        patch(id, 1, "{\"jobFamily\": null}").statusCode(412);
        var editions = agency.as(Role.ASN)
                .get(COMPETENCIES + "/" + id + "/editions")
                .then()
                .statusCode(200)
                .body("items.number", contains(2, 1))
                .body("items.name.id", contains("Analisis belanja", "Analisis anggaran"))
                .extract()
                .jsonPath();
        agency.as(Role.ASN)
                .get(COMPETENCIES + "/" + id + "/editions/" + editions.getString("items[1].id"))
                .then()
                .statusCode(200)
                .body("number", equalTo(1))
                .body("levels[0].indicators[0].code", equalTo("TEK.01.1.1"));
        agency.as(Role.ASN)
                .get(COMPETENCIES + "/" + generic("INT") + "/editions/" + editions.getString("items[1].id"))
                .then()
                .statusCode(404);
    }

    @Test
    void the_nation_s_are_no_agency_s_to_change() {
        patch(generic("INT"), 0, "{\"name\": {\"id\": \"Kejujuran\"}}")
                .statusCode(422)
                .body("code", equalTo("RULE_REFUSED"))
                .body("detail", containsString("kamus nasional"));
        agency.as(Role.SDM)
                .contentType(JSON)
                .body("{}")
                .post(COMPETENCIES + "/" + generic("INT") + "/retirement")
                .then()
                .statusCode(422);
    }

    @Test
    void a_retired_competency_leaves_the_list_and_keeps_its_address() {
        var id = technical(agency, "TEK.01");
        retire(id, "{\"retiredOn\": \"2020-01-01\"}").statusCode(409).body("errors.code", contains("DAY_IN_PAST"));
        retire(id, "{}").statusCode(200);
        retire(id, "{}").statusCode(409).body("errors.code", contains("RETIRED_ALREADY"));
        assertThat(codes("?kind=TECHNICAL")).containsExactly("TEK.01");
        TestAgency.sql("update competencies set retired_on = '2026-01-31' where id = x'" + TestAgency.hex(id) + "'");
        assertThat(codes("?kind=TECHNICAL")).isEmpty();
        assertThat(codes("?kind=TECHNICAL&retired=true")).containsExactly("TEK.01");
        agency.as(Role.ASN).get(COMPETENCIES + "/" + id).then().statusCode(200);
    }

    @Test
    void a_later_version_of_the_nation_makes_editions_of_what_it_says_otherwise() {
        var document = shipped.read("2026-11");
        national.store(document);
        var entry = document.competencies().get(0);
        var probe = new NationalDictionary.Entry(
                "PROBE-" + UUID.randomUUID().toString().substring(0, 8),
                id.karier.competency.CompetencyKind.GOVERNMENT_AFFAIRS,
                entry.name(),
                entry.definition(),
                entry.levels());
        store(LocalDate.of(2020, 1, 1), probe);
        store(LocalDate.of(2021, 1, 1), probe);
        var id = generic(probe.code());
        editions(id).body("items.number", contains(1));
        var changed =
                new NationalDictionary.Entry(probe.code(), probe.kind(), probe.name(), entry.name(), probe.levels());
        store(LocalDate.of(2022, 1, 1), changed);
        store(LocalDate.of(2022, 1, 1), changed);
        store(LocalDate.of(2020, 1, 1), probe);
        editions(id).body("items.number", contains(2, 1)).body("items.since", contains("2022-01-01", "2020-01-01"));
        TestAgency.sql("delete from competency_editions where competency_id = x'" + TestAgency.hex(id) + "'");
        TestAgency.sql("delete from competencies where id = x'" + TestAgency.hex(id) + "'");
        editions(generic("INT")).body("items.number", contains(1));
    }

    private void store(LocalDate since, NationalDictionary.Entry entry) {
        national.store(new NationalDictionary.Document(since, List.of(entry)));
    }

    private ValidatableResponse editions(UUID id) {
        return agency.as(Role.ASN).get(COMPETENCIES + "/" + id + "/editions").then();
    }

    private ValidatableResponse retire(UUID id, String body) {
        return agency.as(Role.SDM)
                .contentType(JSON)
                .body(body)
                .post(COMPETENCIES + "/" + id + "/retirement")
                .then();
    }
}
