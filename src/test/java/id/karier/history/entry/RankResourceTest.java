package id.karier.history.entry;

import static id.karier.history.Office.below;
import static id.karier.history.Office.rank;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranks stand for all histories: whatever is the same for every kind is tested here. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RankResourceTest {
    private Office office;
    private UUID person;

    @BeforeEach
    void own_agency() {
        office = Office.called("rank");
        person = office.person();
    }

    @Nested
    class Writing {
        @Test
        void a_rank_is_recorded_and_is_the_current_one() {
            var address = office.post(person, "ranks", rank("III/a", "2005-01-01"))
                    .statusCode(201)
                    .header("ETag", "\"0\"")
                    .body("rank", equalTo("III/a"))
                    .body("source", equalTo("LOCAL"))
                    .body("siasnId", nullValue())
                    .extract()
                    .header("Location");
            office.agency
                    .as(Role.PIMPINAN)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"0\"")
                    .body("startsOn", equalTo("2005-01-01"))
                    .body("decreeNumber", equalTo("823/2005-01-01"))
                    .body("decreeDate", equalTo("2005-01-02"));
            assertThat(office.column(person, "concat(rank_code, ' ', rank_order, ' ', rank_since)"))
                    .isEqualTo("III/a 9 2005-01-01");
        }

        @Test
        void a_reader_with_the_entity_tag_gets_304() {
            var address = office.add(person, "ranks", rank("III/a", "2005-01-01"));
            office.agency
                    .as(Role.SDM)
                    .header("If-None-Match", "\"0\"")
                    .get(address)
                    .then()
                    .statusCode(304);
        }

        @Test
        void a_patch_changes_what_it_names_and_the_current_state() {
            var address = office.add(person, "ranks", rank("III/a", "2005-01-01"));
            office.patch(address, 0, "{\"rank\": \"III/b\", \"serviceYears\": 4}")
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("rank", equalTo("III/b"))
                    .body("serviceYears", equalTo(4))
                    .body("startsOn", equalTo("2005-01-01"));
            assertThat(office.column(person, "concat(rank_code, ' ', rank_order)"))
                    .isEqualTo("III/b 10");
        }

        @Test
        void a_deleted_rank_is_gone_from_the_current_state_and_stays_in_the_log() {
            office.add(person, "ranks", rank("III/a", "2005-01-01"));
            var address = office.add(person, "ranks", rank("III/b", "2009-04-01"));
            office.delete(address, 0).statusCode(204);
            office.agency.as(Role.SDM).get(address).then().statusCode(404);
            assertThat(office.column(person, "rank_code")).isEqualTo("III/a");
            assertThat(office.changes(person, "employee-rank", "DELETED")).isOne();
            assertThat(TestAgency.query("select json_extract(fields, '$.rank.before') from change_log where agency = '"
                            + office.agency.code
                            + "' and object_type = 'employee-rank' and action = 'DELETED'"))
                    .isEqualTo("\"III/b\"");
        }

        @Test
        void a_change_needs_the_version_that_it_was_made_from() {
            var address = office.add(person, "ranks", rank("III/a", "2005-01-01"));
            office.agency
                    .as(Role.SDM)
                    .contentType(Office.MERGE_PATCH)
                    .body("{}")
                    .patch(address)
                    .then()
                    .statusCode(428);
            office.agency.as(Role.SDM).delete(address).then().statusCode(428);
            office.patch(address, 7, "{\"rank\": \"III/b\"}").statusCode(412);
            office.delete(address, 7).statusCode(412);
        }

        @Test
        void the_same_key_answers_the_same() {
            var body = rank("III/a", "2005-01-01");
            for (int i = 0; i < 2; i++) {
                office.agency
                        .as(Role.SDM)
                        .header("Idempotency-Key", "rank-1")
                        .contentType(JSON)
                        .body(body)
                        .post(below(person, "ranks"))
                        .then()
                        .statusCode(201)
                        .header("Idempotent-Replayed", i == 0 ? nullValue() : equalTo("true"));
            }
            office.agency
                    .as(Role.SDM)
                    .header("Idempotency-Key", "rank-1")
                    .contentType(JSON)
                    .body(rank("III/b", "2009-04-01"))
                    .post(below(person, "ranks"))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("IDEMPOTENCY_MISMATCH"));
            office.agency.as(Role.SDM).get(below(person, "ranks")).then().body("items", hasSize(1));
        }
    }

    @Nested
    class Refusing {
        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "\"rank\": \"III/a\"; \"rank\": \"III/e\"; 400; /rank",
                    "\"rank\": \"III/a\"; \"rank\": \"XVIII\"; 400; /rank",
                    "\"rank\": \"III/a\"; \"rank\": \"IX\"; 422; /rank",
                    "\"startsOn\": \"2005-01-01\"; \"startsOn\": \"2005-02-29\"; 400; /startsOn",
                    "\"startsOn\": \"2005-01-01\"; \"startsOn\": \"2004-12-31\"; 422; /startsOn",
                    "\"startsOn\": \"2005-01-01\"; \"startsOn\": \"2999-01-01\"; 422; /startsOn",
                    "\"decreeNumber\"; \"serviceMonths\": 12, \"decreeNumber\"; 400; /serviceMonths",
                    "\"decreeNumber\"; \"decreeNumbr\": 1, \"decreeNumber\"; 400; /decreeNumbr",
                    "\"decreeDate\": \"2005-01-02\"; \"decreeDate\": null; 400; /decreeDate",
                    "\"decreeDate\": \"2005-01-02\"; \"decreeDate\": \"2999-01-01\"; 422; /decreeDate"
                })
        void what_is_wrong_is_named(String good, String bad, int status, String pointer) {
            office.post(person, "ranks", rank("III/a", "2005-01-01").replace(good, bad))
                    .statusCode(status)
                    .contentType("application/problem+json")
                    .body("errors.pointer", contains(pointer));
            assertThat(office.column(person, "rank_code")).isNull();
        }

        @Test
        void two_ranks_on_one_day_collide_by_their_decrees() {
            office.add(person, "ranks", rank("III/a", "2005-01-01"));
            office.post(person, "ranks", rank("III/b", "2005-01-01"))
                    .statusCode(422)
                    .body("code", equalTo("RULE_REFUSED"))
                    .body("errors.pointer", contains("/startsOn"))
                    .body("errors.code", contains("RANK_ON_SAME_DAY"))
                    .body("errors[0].detail", containsString("823/2005-01-01"));
        }

        @Test
        void a_contract_servant_has_golongan_and_no_rank() {
            var contract = office.person("PPPK", LocalDate.of(1995, 4, 8), LocalDate.of(2023, 3, 1));
            office.post(contract, "ranks", rank("III/a", "2023-03-01"))
                    .statusCode(422)
                    .body("errors.code", contains("RANK_OF_OTHER_KIND"));
            office.add(contract, "ranks", rank("IX", "2023-03-01"));
            assertThat(office.column(contract, "concat(rank_code, ' ', rank_order)"))
                    .isEqualTo("IX 9");
        }
    }

    @Nested
    class Reaching {
        @Test
        void who_is_not_signed_in_or_may_not_write_is_refused() {
            TestAgency.anonymous().get(below(person, "ranks")).then().statusCode(401);
            office.agency
                    .as(Role.PIMPINAN)
                    .contentType(JSON)
                    .body(rank("III/a", "2005-01-01"))
                    .post(below(person, "ranks"))
                    .then()
                    .statusCode(403);
            office.agency.as(Role.ADMIN).get(below(person, "ranks")).then().statusCode(403);
        }

        @Test
        void another_agency_knows_nothing_of_it() {
            var address = office.add(person, "ranks", rank("III/a", "2005-01-01"));
            var other = TestAgency.called("rank-other");
            other.as(Role.SDM).get(below(person, "ranks")).then().statusCode(404);
            other.as(Role.SDM).get(address).then().statusCode(404);
            other.as(Role.SDM)
                    .contentType(JSON)
                    .body(rank("III/b", "2009-04-01"))
                    .post(below(person, "ranks"))
                    .then()
                    .statusCode(404);
            other.as(Role.SDM)
                    .header("If-Match", "\"0\"")
                    .delete(address)
                    .then()
                    .statusCode(404);
            other.as(Role.NASIONAL).get(address).then().statusCode(200);
        }

        @Test
        void an_entry_is_found_below_its_own_person_only() {
            var address = office.add(person, "ranks", rank("III/a", "2005-01-01"));
            var colleague = office.person();
            office.agency
                    .as(Role.SDM)
                    .get(address.replace(person.toString(), colleague.toString()))
                    .then()
                    .statusCode(404);
        }

        @Test
        void a_person_sees_her_own_history_and_no_other() {
            office.add(person, "ranks", rank("III/a", "2005-01-01"));
            var colleague = office.person();
            office.agency
                    .as(person, Role.ASN)
                    .get(below(person, "ranks"))
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1));
            office.agency
                    .as(person, Role.ASN)
                    .get(below(colleague, "ranks"))
                    .then()
                    .statusCode(404);
        }

        @Test
        void a_leader_sees_her_team_and_nobody_else() {
            var leader = office.person();
            office.add(leader, "positions", Office.holding(office.head, "2020-01-01", ""));
            var member = office.person();
            office.add(member, "positions", Office.holding(office.analyst, "2020-01-01", ""));
            var outsider = office.person();
            office.add(outsider, "positions", Office.holding(office.senior, "2020-01-01", ""));
            office.agency
                    .as(leader, Role.ASN, Role.ATASAN)
                    .get(below(member, "ranks"))
                    .then()
                    .statusCode(200);
            office.agency
                    .as(leader, Role.ASN, Role.ATASAN)
                    .get(below(outsider, "ranks"))
                    .then()
                    .statusCode(404);
        }

        @Test
        void a_machine_reads_with_its_scope_only() {
            office.agency
                    .asClient("histories:read")
                    .get(below(person, "ranks"))
                    .then()
                    .statusCode(200);
            office.agency
                    .asClient("employees:read")
                    .get(below(person, "ranks"))
                    .then()
                    .statusCode(403);
        }
    }

    @Nested
    class Paging {
        @Test
        void pages_are_newest_first_and_whole() {
            for (int year = 2005; year < 2012; year++) {
                office.add(person, "ranks", rank("III/a", year + "-01-01"));
            }
            var starts = new ArrayList<String>();
            String next = null;
            do {
                var page = office.agency.as(Role.SDM).queryParam("limit", 3).queryParam("total", true);
                var found = (next == null ? page : page.queryParam("cursor", next))
                        .get(below(person, "ranks"))
                        .then()
                        .statusCode(200)
                        .body("total", equalTo(7))
                        .extract()
                        .jsonPath();
                starts.addAll(found.getList("items.startsOn", String.class));
                next = found.getString("next");
            } while (next != null);
            assertThat(starts)
                    .isEqualTo(List.of(
                            "2011-01-01",
                            "2010-01-01",
                            "2009-01-01",
                            "2008-01-01",
                            "2007-01-01",
                            "2006-01-01",
                            "2005-01-01"));
        }

        @Test
        void a_cursor_of_another_person_is_foreign() {
            office.add(person, "ranks", rank("III/a", "2005-01-01"));
            office.add(person, "ranks", rank("III/b", "2009-01-01"));
            var cursor = office.agency
                    .as(Role.SDM)
                    .queryParam("limit", 1)
                    .get(below(person, "ranks"))
                    .then()
                    .header("Link", notNullValue())
                    .extract()
                    .path("next");
            office.agency
                    .as(Role.SDM)
                    .queryParam("cursor", cursor)
                    .get(below(office.person(), "ranks"))
                    .then()
                    .statusCode(400);
            office.agency
                    .as(Role.SDM)
                    .queryParam("limit", 201)
                    .get(below(person, "ranks"))
                    .then()
                    .statusCode(400);
            office.agency
                    .as(Role.SDM)
                    .queryParam("sort", "rank")
                    .get(below(person, "ranks"))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("sort"));
        }
    }
}
