package id.karier.integration.feed;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectRegistry;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Whoever applies the feed holds what a full reading shows, as each role, after any number of moves of people and units,
 * changes of leaders, corrections and removals: followed from position 0 at the end, or bit by bit on the way.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DeviceTest {
    private static final long SEED = 20261128;
    private static final List<String> ABOUT_PEOPLE = List.of(
            "employee",
            "identity-number",
            "employee-rank",
            "employee-position",
            "employee-education",
            "employee-training",
            "employee-award",
            "employee-discipline",
            "employee-credit",
            "employee-status");

    @Inject
    ObjectRegistry kinds;

    @ConfigProperty(name = "karier.test.device-steps", defaultValue = "1000")
    int steps;

    private final Random random = new Random(SEED);
    private final Office office = Office.called("device");
    private final Office elsewhere = Office.called("device");
    private final List<UUID> people = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private final Map<UUID, LocalDate> days = new TreeMap<>();
    private UUID leader;
    private UUID otherLeader;

    @Test
    void whoever_applies_the_feed_holds_what_she_may_read() {
        leader = newcomer(office);
        otherLeader = newcomer(office);
        for (int i = 0; i < 5; i++) {
            newcomer(office);
        }
        office.room(20, office.analyst, office.senior);
        hold(leader, office.head);
        hold(otherLeader, office.otherHead);
        var devices = devices();
        for (int step = 1; step <= steps; step++) {
            perform(step);
            if (random.nextInt(25) == 0) {
                office.agency.awaitSequencing();
                devices.get(random.nextInt(devices.size())).follow();
            }
            if (step == steps / 2) {
                compare(devices, "followed half of the way");
            }
        }
        compare(devices, "followed all the way");
        stepDownAndLeadAgain(devices);
        assertThat(devices)
                .as("leaders who lead other units begin anew, nobody else")
                .allMatch(device -> device.name.endsWith("ATASAN") ? device.resets > 0 : device.resets == 0);
        compare(devices(), "applied from position 0");
    }

    private List<Device> devices() {
        return List.of(
                new Device("ASN", 7, () -> office.agency.as(people.get(3), Role.ASN)),
                new Device("ATASAN", 11, () -> office.agency.as(leader, Role.ASN, Role.ATASAN)),
                new Device("other ATASAN", 200, () -> office.agency.as(otherLeader, Role.ASN, Role.ATASAN)),
                new Device("SDM", 50, () -> office.agency.as(Role.SDM)),
                new Device("AUDITOR", 200, () -> office.agency.as(Role.AUDITOR)),
                new Device("machine", 50, () -> office.agency.asClient("changes:read", "employees:read")),
                new Device("penalties", 50, () -> office.agency.asClient("changes:read", "disciplines:read")));
    }

    private UUID newcomer(Office where) {
        var person = where.person();
        if (where == office) {
            people.add(person);
            days.put(person, LocalDate.of(2005, 1, 2));
        }
        return person;
    }

    private LocalDate nextDay(UUID person) {
        var day = days.get(person).plusDays(1 + random.nextInt(4));
        days.put(person, day);
        return day;
    }

    private void hold(UUID person, UUID position) {
        var day = nextDay(person);
        post(person, "positions", Office.holding(position, day.toString(), ", \"closesPrevious\": true"));
    }

    private void post(UUID person, String path, String body) {
        var answer = office.post(person, path, body).extract();
        assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
        if (answer.statusCode() == 201) {
            entries.add(answer.header("Location").replaceFirst("^https?://[^/]+", ""));
        }
    }

    /** A unit has one head at a time, so both leaders move on from the same day. */
    private void exchangeLeaders() {
        var day = days.get(leader).isAfter(days.get(otherLeader)) ? days.get(leader) : days.get(otherLeader);
        days.put(leader, day);
        days.put(otherLeader, day);
        hold(oneOf(leader, otherLeader), oneOf(office.head, office.otherHead, office.analyst));
    }

    /** Whatever chance has made of them: both lead nothing, are seen so, and lead again. */
    private void stepDownAndLeadAgain(List<Device> devices) {
        for (var position : List.of(List.of(office.analyst, office.analyst), List.of(office.head, office.otherHead))) {
            var day = LocalDate.of(2020, 1, 1).plusYears(position.contains(office.head) ? 1 : 0);
            for (var person : List.of(leader, otherLeader)) {
                days.put(person, day);
                post(person, "ranks", Office.rank("IV/a", day.toString()));
                hold(person, position.get(person.equals(leader) ? 0 : 1));
            }
            compare(devices, "leading " + position);
        }
    }

    private void perform(int step) {
        var person = people.get(random.nextInt(people.size()));
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> hold(person, oneOf(office.analyst, office.senior));
            case 4 -> exchangeLeaders();
            case 5 -> moveUnitSometimes();
            case 6, 7 -> post(person, "awards", award(step));
            case 8 -> post(person, "disciplines", penalty(step));
            case 9 -> post(person, "trainings", training(step));
            case 10 -> remove();
            case 11 -> rename(person, step);
            case 12 -> newcomerSometimes();
            default ->
                post(
                        person,
                        "ranks",
                        Office.rank(
                                "III/" + "abcd".charAt(random.nextInt(4)),
                                nextDay(person).toString()));
        }
    }

    private UUID oneOf(UUID... some) {
        return some[random.nextInt(some.length)];
    }

    private void newcomerSometimes() {
        if (random.nextInt(20) == 0) {
            newcomer(random.nextBoolean() ? office : elsewhere);
        }
    }

    /** Everybody below comes whole to whoever gains her: often enough is enough. */
    private void moveUnitSometimes() {
        if (random.nextInt(8) > 0) {
            return;
        }
        var today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        var parent = oneOf(office.department, office.otherDivision);
        var answer = office.agency
                .as(Role.SDM)
                .contentType(ContentType.JSON)
                .body(
                        "{\"parentId\": \"%s\", \"startsOn\": \"%s\", \"decreeNumber\": \"060/1\", \"decreeDate\": \"%s\"}"
                                .formatted(parent, today, today))
                .post("/api/v1/units/" + office.division + "/moves");
        assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
    }

    private void remove() {
        if (entries.isEmpty()) {
            return;
        }
        var address = entries.remove(random.nextInt(entries.size()));
        var version = Device.body(office.agency.as(Role.SDM).get(address)).get("version");
        var answer = office.agency
                .as(Role.SDM)
                .header("If-Match", "\"" + version + "\"")
                .delete(address);
        assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
    }

    private void rename(UUID person, int step) {
        var address = "/api/v1/employees/" + person;
        var version =
                ((Number) Device.body(office.agency.as(Role.SDM).get(address)).get("version")).longValue();
        office.patch(address, version, "{\"name\": \"Sari Widuri %d\"}".formatted(step))
                .statusCode(200);
    }

    private static String award(int step) {
        return "{\"name\": \"Satyalancana %d\", \"grantedOn\": \"2025-08-17\", \"decreeNumber\": \"71/%d\", \"decreeDate\": \"2025-08-04\"}"
                .formatted(step, step);
    }

    private static String penalty(int step) {
        return "{\"level\": \"SEDANG\", \"penalty\": \"S1\", \"startsOn\": \"2024-05-11\", \"endsOn\": \"2024-11-10\", \"reason\": \"Alasan %d\", \"decreeNumber\": \"862/%d\", \"decreeDate\": \"2024-05-10\"}"
                .formatted(step, step);
    }

    private static String training(int step) {
        return "{\"form\": \"KL_STRUKTURAL\", \"name\": \"Pelatihan %d\", \"startsOn\": \"2017-03-06\", \"endsOn\": \"2017-07-21\", \"hours\": %d}"
                .formatted(step, 10 + step % 300);
    }

    private void compare(List<Device> devices, String when) {
        office.agency.awaitSequencing();
        for (var device : devices) {
            device.follow();
            assertThat(device.objects(ABOUT_PEOPLE))
                    .as(device.name + ", " + when)
                    .isEqualTo(fullReading(device));
        }
    }

    /** Everything about the office's people, asked for at its own address. */
    private Map<String, Map<String, Object>> fullReading(Device device) {
        var all = new TreeMap<String, Map<String, Object>>();
        for (var person : people) {
            for (var type : ABOUT_PEOPLE) {
                var kind = kinds.named(type).orElseThrow();
                if (type.equals("employee")) {
                    var answer = device.asker.get().get("/api/v1/employees/" + person);
                    if (answer.statusCode() == 200) {
                        all.put("employee " + person, members(kind, Device.body(answer)));
                    }
                    continue;
                }
                for (var item : items(device, kind, person)) {
                    all.put(type + " " + item.get("id"), members(kind, item));
                }
            }
        }
        return all;
    }

    private static List<Map<String, Object>> items(Device device, ObjectKind kind, UUID person) {
        var items = new ArrayList<Map<String, Object>>();
        String cursor = null;
        do {
            var request = device.asker.get().queryParam("limit", 200);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var answer = request.get(kind.address().replace("{employeeId}", person.toString()));
            if (answer.statusCode() != 200) {
                assertThat(answer.statusCode()).isIn(403, 404);
                return items;
            }
            var page = Device.body(answer);
            items.addAll(Device.items(page));
            cursor = (String) page.get("next");
        } while (cursor != null);
        return items;
    }

    /** The members that a kind tells, out of an answer; members of members with a dot. */
    private static Map<String, Object> members(ObjectKind kind, Map<String, Object> answer) {
        var members = new TreeMap<String, Object>();
        for (var name : kind.told()) {
            Object value = answer;
            for (var part : name.split("\\.", -1)) {
                value = value instanceof Map<?, ?> map ? map.get(part) : null;
            }
            if (value != null && !Boolean.FALSE.equals(value)) {
                members.put(name, Device.comparable(value));
            }
        }
        return members;
    }
}
