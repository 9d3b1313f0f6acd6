package id.karier.history;

import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.query;
import static id.karier.testing.TestAgency.sql;
import static io.restassured.http.ContentType.JSON;

import com.github.f4b6a3.uuid.UuidCreator;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** An agency with a department of two divisions, some positions, and people whose histories a test writes. */
public final class Office {
    public static final String MERGE_PATCH = "application/merge-patch+json";

    public final TestAgency agency;
    public final UUID department;
    public final UUID division;
    public final UUID otherDivision;
    public final UUID head;
    public final UUID analyst;
    public final UUID senior;
    public final UUID otherHead;
    private int sequence;

    private Office(TestAgency agency) {
        this.agency = agency;
        department = unit("D", "Dinas Komunikasi dan Informatika", null);
        division = unit("D.1", "Bidang Aplikasi Informatika", department);
        otherDivision = unit("D.2", "Bidang Statistik", department);
        head = position("KABID-1", "Kepala Bidang Aplikasi", "ADMINISTRATOR", division, true);
        analyst = position("PK-PERTAMA", "Pranata Komputer Ahli Pertama", "JF_AHLI_PERTAMA", division, false);
        senior = position("PK-MUDA", "Pranata Komputer Ahli Muda", "JF_AHLI_MUDA", otherDivision, false);
        otherHead = position("KABID-2", "Kepala Bidang Statistik", "ADMINISTRATOR", otherDivision, true);
    }

    public static Office called(String word) {
        return new Office(TestAgency.called(word));
    }

    /** A unit that stands below another since 2000, or on top. */
    public UUID unit(String code, String name, UUID parent) {
        var id = UuidCreator.getTimeOrderedEpoch();
        sql(
                "insert into units (id, agency, code, name, kind, parent_id, opened_on) values (x'%s', '%s', '%s', '%s', 'BIDANG', %s, '2000-01-01')"
                        .formatted(hex(id), agency.code, code, name, binary(parent)));
        place(id, parent, "2000-01-01", null);
        sql("insert into unit_ancestors (agency, ancestor_id, unit_id, depth) values ('%s', x'%s', x'%s', 0)"
                .formatted(agency.code, hex(id), hex(id)));
        if (parent != null) {
            sql(
                    "insert into unit_ancestors (agency, ancestor_id, unit_id, depth) select agency, ancestor_id, x'%s', depth + 1 from unit_ancestors where unit_id = x'%s'"
                            .formatted(hex(id), hex(parent)));
        }
        return id;
    }

    /** Says where a unit stood from a day to a day. */
    public void place(UUID unit, UUID parent, String from, String until) {
        sql(
                "insert into unit_placements (id, agency, unit_id, parent_id, starts_on, ends_on) values (x'%s', '%s', x'%s', %s, '%s', %s)"
                        .formatted(
                                hex(UUID.randomUUID()),
                                agency.code,
                                hex(unit),
                                binary(parent),
                                from,
                                until == null ? "null" : "'" + until + "'"));
    }

    public UUID position(String code, String name, String level, UUID unit, boolean leadsUnit) {
        var id = UuidCreator.getTimeOrderedEpoch();
        sql(
                "insert into positions (id, agency, unit_id, code, name, level, headcount, leads_unit) values (x'%s', '%s', x'%s', '%s', '%s', '%s', 1, %b)"
                        .formatted(hex(id), agency.code, hex(unit), code, name, level, leadsUnit));
        return id;
    }

    /** Gives positions room for as many as a test puts there. */
    public void room(int headcount, UUID... positions) {
        for (var position : positions) {
            sql("update positions set headcount = " + headcount + " where id = x'" + hex(position) + "'");
        }
    }

    /** A PNS, born on 29 February 1980 and appointed on 1 January 2005. */
    public UUID person() {
        return person("PNS", LocalDate.of(1980, 2, 29), LocalDate.of(2005, 1, 1));
    }

    public UUID person(String kind, LocalDate birth, LocalDate appointed) {
        return UUID.fromString(agency.as(Role.SDM)
                .contentType(JSON)
                .body("""
                        {"identityNumber": "%s", "kind": "%s", "birthDate": "%s", "sex": "F",
                         "profile": {"name": "Sari Widuri", "status": "ACTIVE", "firstAppointmentOn": "%s"}}""".formatted(number(kind, birth, appointed), kind, birth, appointed))
                .post("/api/v1/employees")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** The next identity number for such a woman. */
    public String number(String kind, LocalDate birth, LocalDate appointed) {
        var month = kind.startsWith("PPPK") ? "21" : "%02d".formatted(appointed.getMonthValue());
        return birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                + "%d%s2%03d".formatted(appointed.getYear(), month, ++sequence);
    }

    /** The address of a history, or of whatever stands below a person. */
    public static String below(UUID person, String path) {
        return "/api/v1/employees/" + person + "/" + path;
    }

    /** Posts as an HR officer. */
    public ValidatableResponse post(UUID person, String path, String body) {
        return agency.as(Role.SDM)
                .contentType(JSON)
                .body(body)
                .post(below(person, path))
                .then();
    }

    /** Posts what is good, and answers the address of the entry. */
    public String add(UUID person, String path, String body) {
        return post(person, path, body).statusCode(201).extract().header("Location");
    }

    /** Patches as an HR officer. */
    public ValidatableResponse patch(String address, long version, String body) {
        return agency.as(Role.SDM)
                .contentType(MERGE_PATCH)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch(address)
                .then();
    }

    public ValidatableResponse delete(String address, long version) {
        return agency.as(Role.SDM)
                .header("If-Match", "\"" + version + "\"")
                .delete(address)
                .then();
    }

    public static String rank(String code, String startsOn) {
        return "{\"rank\": \"%s\", \"startsOn\": \"%s\", \"decreeNumber\": \"823/%s\", \"decreeDate\": \"%s\"}"
                .formatted(code, startsOn, startsOn, signed(startsOn));
    }

    /** When a decree was signed: on the first day of what it says, the oldest on 2 January 2005, the latest today. */
    private static String signed(String startsOn) {
        var oldest = LocalDate.of(2005, 1, 2);
        var day = LocalDate.parse(startsOn);
        var latest = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        return (day.isBefore(oldest) ? oldest : day.isAfter(latest) ? latest : day).toString();
    }

    /** A definitive position of the registers; {@code more} is further members with a comma in front. */
    public static String holding(UUID position, String startsOn, String more) {
        return held("DEFINITIVE", position, startsOn, more);
    }

    public static String held(String assignment, UUID position, String startsOn, String more) {
        return "{\"assignment\": \"%s\", \"positionId\": \"%s\", \"startsOn\": \"%s\", \"decreeNumber\": \"821/%s\", \"decreeDate\": \"%s\"%s}"
                .formatted(assignment, position, startsOn, startsOn, signed(startsOn), more);
    }

    /** A legal standing with all that any of them needs; {@code more} is further members with a comma in front. */
    public static String standing(String status, String startsOn, String more) {
        return "{\"status\": \"%s\", \"startsOn\": \"%s\", \"reason\": \"Sebab\", \"destination\": \"Kabupaten Lain\", \"decreeNumber\": \"882/%s\", \"decreeDate\": \"%s\"%s}"
                .formatted(status, startsOn, startsOn, signed(startsOn), more);
    }

    public static String until(String endsOn) {
        return ", \"endsOn\": \"" + endsOn + "\"";
    }

    /** Gives the division another name, as an HR officer. */
    public void patchUnitName() {
        var address = "/api/v1/units/" + division;
        var version =
                agency.as(Role.SDM).get(address).then().extract().jsonPath().getLong("version");
        patch(address, version, "{\"name\": \"Bidang Aplikasi dan Data\"}").statusCode(200);
    }

    /** A column of a person as the database holds it now. */
    public String column(UUID person, String column) {
        return query("select " + column + " from employees where id = x'" + hex(person) + "'");
    }

    /** How many changes the log has of a person, of a type and an action. */
    public long changes(UUID person, String type, String action) {
        return Long.parseLong(query(
                "select count(*) from change_log where agency = '%s' and employee_id = x'%s' and object_type = '%s' and action = '%s'"
                        .formatted(agency.code, hex(person), type, action)));
    }

    private static String binary(UUID id) {
        return id == null ? "null" : "x'" + hex(id) + "'";
    }
}
