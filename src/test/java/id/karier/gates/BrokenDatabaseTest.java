package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.gates.Contract.Operation;
import id.karier.gates.MatrixWorld.Target;
import id.karier.gates.WriteRequests.Sending;
import id.karier.gates.WriteRequests.Write;
import id.karier.testing.Faults;
import id.karier.testing.Faults.Kind;
import id.karier.testing.SmallNumbers;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database that breaks in the middle, for every operation of the contract: who was the victim of a deadlock, or lost the
 * server before the commit, ends like who was not; who lost it for longer is told to come back; and who lost the answer to
 * the commit is told what became of it, or that this is not known. Nothing is an error of ours, and nothing is done twice.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallNumbers.class)
class BrokenDatabaseTest {
    /** Is there for the one account that kept it; read by the same means as the others. */
    private static final String KEPT = "/api/v1/calculations/{calculator}/results/{";

    private static final String STREAM = "text/event-stream";
    private static final int MOST_STATEMENTS = 1000;

    /** Tried at each of their statements; the others at the first and at the last two, of which one is the commit. */
    private static final Set<String> EVERY_STATEMENT = Set.of("patchEmployee", "createEmployeePosition", "moveUnit");

    private static MatrixWorld world;

    static Stream<Write> writes() {
        return WriteRequests.writes();
    }

    static Stream<Operation> readings() {
        return Contract.operations().stream()
                .filter(o -> o.method().equals("GET") && o.says().has("x-access"))
                .filter(o -> !o.path().startsWith(KEPT))
                .filter(o -> !o.response("200").path("content").has(STREAM));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_victim_of_a_deadlock_ends_like_any_other(Write write) {
        Ending peaceful;
        int commit;
        try (var counting = Faults.at(world().agency(), Kind.DEADLOCK, MOST_STATEMENTS)) {
            peaceful = ended(sending(write));
            commit = counting.seen();
        }
        boolean everywhere = EVERY_STATEMENT.contains(write.id());
        for (int nth = 1; nth <= commit; nth++) {
            if (!everywhere && nth > 1 && nth < commit - 1) {
                continue;
            }
            try (var fault = Faults.at(world().agency(), Kind.DEADLOCK, nth)) {
                assertThat(ended(sending(write)))
                        .as("%s, victim at statement %d of %d", write, nth, commit)
                        .isEqualTo(peaceful);
            }
        }
        var keyed = sending(write).key(key());
        try (var fault = Faults.at(world().agency(), Kind.DEADLOCK, 3)) {
            assertThat(ended(keyed))
                    .as("%s with a key, victim at statement 3", write)
                    .isEqualTo(peaceful);
            assertThat(fault.struck()).isTrue();
        }
        assertThat(keyed.send().header("Idempotent-Replayed"))
                .as("%s, again", write)
                .isEqualTo("true");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_key_finds_out_what_became_of_a_commit_that_was_lost(Write write) {
        var peaceful = ended(sending(write));
        var sending = sending(write).key(key());
        try (var fault = Faults.at(world().agency(), Kind.LOST_AFTER_COMMIT, 1)) {
            var ended = ended(sending);
            assertThat(fault.struck()).isTrue();
            assertThat(ended).as("%s whose commit was lost", write).isEqualTo(peaceful);
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void without_a_key_a_lost_connection_is_told_as_such(Write write) {
        var sending = sending(write);
        var before = world().content();
        try (var fault = Faults.lasting(world().agency(), Kind.LOST)) {
            expectUnavailable(write.toString(), sending.send());
            assertThat(fault.struck()).isTrue();
        }
        assertThat(world().content())
                .as("what is stored after %s was lost", write)
                .isEqualTo(before);
        assertThat(sending.send().statusCode()).as("%s, again", write).isBetween(200, 299);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_server_that_takes_no_writes_any_more_is_unavailable_and_changes_nothing(Write write) {
        var sending = sending(write);
        var before = world().content();
        try (var fault = Faults.lasting(world().agency(), Kind.READ_ONLY)) {
            expectUnavailable(write.toString(), sending.send());
            assertThat(fault.struck()).isTrue();
            if (EVERY_STATEMENT.contains(write.id())) {
                expectUnavailable(write + " with a key", sending.key(key()).send());
            }
        }
        assertThat(world().content())
                .as("what is stored after %s was refused", write)
                .isEqualTo(before);
        assertThat(sending.send().statusCode()).as("%s, again", write).isBetween(200, 299);
    }

    /** Whatever breaks before the commit has changed nothing, so the work is done again, in the same request. */
    @ParameterizedTest
    @MethodSource("writes")
    void what_breaks_before_the_commit_is_done_again_or_not_at_all(Write write) {
        Ending peaceful;
        int commit;
        try (var counting = Faults.at(world().agency(), Kind.LOST, MOST_STATEMENTS)) {
            peaceful = ended(sending(write));
            commit = counting.seen();
        }
        for (var fault : Map.of(
                        Kind.LOST, Math.max(1, commit - 1),
                        Kind.CLOSED, Math.max(1, commit / 2),
                        Kind.INVALID_STATE, Math.max(1, commit - 2),
                        Kind.READ_ONLY, 1,
                        Kind.PARENT_GONE, 1)
                .entrySet()) {
            try (var planted = Faults.at(world().agency(), fault.getKey(), fault.getValue())) {
                var ended = ended(sending(write));
                // what was read once may be in a cache, so that there are fewer statements than were counted; and a
                // write
                // that finds everything as it should be writes nothing that could have lost its parent
                assertThat(planted.struck() || fault.getValue() > 1 || fault.getKey() == Kind.PARENT_GONE)
                        .as("%s, %s", write, fault)
                        .isTrue();
                if (ended.status() == 503) {
                    assertThat(ended.rows().values())
                            .as("%s, %s: told to come back", write, fault)
                            .containsOnly(0L);
                } else {
                    assertThat(ended).as("%s, %s", write, fault).isEqualTo(peaceful);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void without_a_key_a_commit_whose_answer_was_lost_is_told_as_not_known_and_never_done_twice(Write write) {
        var peaceful = ended(sending(write));
        for (var kind : List.of(Kind.LOST_AFTER_COMMIT, Kind.LOST_BEFORE_COMMIT)) {
            var sending = sending(write);
            var before = world().rows();
            Response answer;
            try (var fault = Faults.at(world().agency(), kind, 1)) {
                answer = sending.send();
                assertThat(fault.struck()).isTrue();
            }
            expectUnavailable(write + ", " + kind, answer);
            assertThat(answer.jsonPath().getString("code"))
                    .as("%s, %s", write, kind)
                    .isEqualTo("OUTCOME_UNKNOWN");
            var rows = new TreeMap<String, Long>();
            world().rows().forEach((table, count) -> rows.put(table, count - before.get(table)));
            if (kind == Kind.LOST_AFTER_COMMIT) {
                assertThat(rows).as("%s was committed once", write).isEqualTo(peaceful.rows());
            } else {
                assertThat(rows.values()).as("%s was rolled back", write).containsOnly(0L);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    void a_reading_without_its_database_is_unavailable(Operation reading) {
        var right = WriteRequests.sending(WriteRequests.write(reading), world(), world().standing(Target.OWN));
        assertThat(right.send().statusCode()).as(reading.toString()).isEqualTo(200);
        try (var fault = Faults.lasting(world().agency(), Kind.LOST)) {
            var answer = right.send();
            if (fault.struck()) {
                expectUnavailable(reading.toString(), answer);
            } else {
                assertThat(answer.statusCode())
                        .as("%s, which asks no database", reading)
                        .isEqualTo(200);
            }
        }
        assertThat(right.send().statusCode()).as("%s, again", reading).isEqualTo(200);
    }

    @Test
    void most_readings_do_ask_the_database() {
        var asking = new ArrayList<String>();
        readings().forEach(reading -> {
            var right = WriteRequests.sending(WriteRequests.write(reading), world(), world().standing(Target.OWN));
            try (var fault = Faults.at(world().agency(), Kind.LOST, MOST_STATEMENTS)) {
                right.send();
                if (fault.seen() > 0) {
                    asking.add(reading.id());
                }
            }
        });
        assertThat(asking).contains("getEmployee", "listEmployees", "listUnits", "listChanges", "getEmployeeTimeline");
    }

    private static void expectUnavailable(String what, Response answer) {
        assertThat(answer.statusCode()).as("%s: %s", what, answer.asString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).as("%s: Retry-After", what).matches("[1-9]\\d*");
        assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
    }

    /** What a client can see of the end, and how many rows of each table it made, changed or not. */
    private record Ending(int status, String tag, boolean located, List<String> members, Map<String, Long> rows) {}

    private static Ending ended(Sending sending) {
        var before = world().rows();
        var answer = sending.send();
        var rows = new TreeMap<String, Long>();
        world().rows().forEach((table, count) -> rows.put(table, count - before.get(table)));
        var members = answer.asString().startsWith("{")
                ? answer.jsonPath().getMap("$").keySet().stream()
                        .map(String::valueOf)
                        .filter(member -> !WriteRequests.SHOWN_ONCE.containsValue(member))
                        .sorted()
                        .toList()
                : List.<String>of();
        // there is one agency, which gets older with every change
        var tag = sending.write().id().equals("patchAgency") ? "" : answer.header("ETag");
        return new Ending(answer.statusCode(), tag, answer.header("Location") != null, members, rows);
    }

    private static Sending sending(Write write) {
        var sending = WriteRequests.sending(write, world(), world().fresh(Target.OWN));
        return write.ofOneself() ? sending : sending.by(UUID.randomUUID());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static synchronized MatrixWorld world() {
        if (world == null) {
            world = new MatrixWorld();
        }
        return world;
    }
}
