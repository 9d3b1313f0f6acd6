package id.karier.gates;

import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.sql;

import id.karier.testing.TestAgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The objects of one owner that an address or a body can name, each made when it is first asked for. A kind is called by
 * the fixed words of the address before its parameter; a new kind gets a line in {@link #make}.
 */
final class MatrixObjects {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final AtomicInteger STANDING = new AtomicInteger();

    private final TestAgency agency;
    private final String passwordHash;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> tables = new HashMap<>();

    MatrixObjects(TestAgency agency, String passwordHash) {
        this.agency = agency;
        this.passwordHash = passwordHash;
    }

    private UUID part;

    /** Puts the person of these objects into a unit. */
    void inUnit(String unit) {
        sql("update employees set unit_id = " + bytes(UUID.fromString(unit)) + " where id = " + ref("employees"));
    }

    /** Lets somebody lead the unit of these objects, and puts their person into it. */
    void ledBy(UUID leader) {
        sql("update positions set leads_unit = true where id = " + ref("positions"));
        sql("insert into employee_positions (id, agency, employee_id, assignment, position_id, title, level, unit_id,"
                + " starts_on, source) values (" + bytes(UUID.randomUUID()) + ", '" + agency.code + "', "
                + bytes(leader)
                + ", 'PLH', " + ref("positions") + ", 'Pemimpin Matriks', 'ADMINISTRATOR', " + ref("units")
                + ", '2020-01-01', 'LOCAL')");
        inUnit(id("units"));
    }

    /** Makes somebody a party to the cases among these objects. */
    void withPart(UUID person) {
        part = person;
    }

    /** Never the same again: for what must be unique. */
    static int number() {
        return NUMBER.incrementAndGet();
    }

    /** A number of a man born on 1 January 1990, another one each time; there are more of them than a month has. */
    private static String identityNumber() {
        int n = STANDING.getAndIncrement();
        return "199001012015%02d1%03d".formatted(1 + n / 999 % 12, 1 + n % 999);
    }

    /** The last three digits of an identity number. */
    static String person() {
        // unique within an agency, which never has a thousand here; no number ends in 000
        return "%03d".formatted(1 + PEOPLE.getAndIncrement() % 999);
    }

    /** What the address calls the object of a kind. */
    String id(String kind) {
        if (!ids.containsKey(kind)) {
            ids.put(kind, make(kind, number()));
        }
        return ids.get(kind);
    }

    /** The version that a writer has to name. */
    String version(String kind) {
        var id = UUID.fromString(id(kind));
        return TestAgency.query("select version from " + tables.get(kind) + " where id = " + bytes(id));
    }

    /** Somebody else writes to the object, so that what a reader holds is stale. */
    void overtake(String kind) {
        var id = UUID.fromString(id(kind));
        sql("update " + tables.get(kind) + " set version = version + 1 where id = " + bytes(id));
    }

    private String make(String kind, int n) {
        return switch (kind) {
            case "agencies" -> {
                tables.put(kind, "agencies");
                yield agency.id.toString();
            }
            case "units" -> unit(n);
            // each after a first one, which goes with the unit only
            case "units/placements" ->
                row(
                        kind,
                        "unit_placements",
                        "unit_id, starts_on, applied",
                        ref("units") + ", '2090-01-" + "%02d".formatted(1 + n % 28) + "', false");
            case "units/names" -> {
                var first = bytes(UUID.randomUUID()) + ", '" + agency.code + "', " + ref("units");
                sql("insert ignore into unit_names (id, agency, unit_id, name, starts_on, applied) values (" + first
                        + ", 'Dinas Matriks', '2020-01-01', true)");
                yield row(
                        kind,
                        "unit_names",
                        "unit_id, name, starts_on, applied",
                        ref("units") + ", 'Dinas Lain', '2090-01-" + "%02d".formatted(1 + n % 28) + "', false");
            }
            case "positions" ->
                row(
                        kind,
                        "positions",
                        "unit_id, code, name, level, headcount",
                        ref("units") + ", 'M-" + n + "', 'Analis Matriks', 'PELAKSANA', 2");
            case "employees" ->
                row(
                        kind,
                        "employees",
                        "identity_number, kind, status, name, birth_date, sex, first_appointment_on, source, updated_at",
                        "'" + identityNumber()
                                + "', 'CPNS', 'ACTIVE', 'Matriks', '1990-01-01', 'M', '2015-03-01', 'LOCAL', '2026-01-01'");
            case "employees/identity-numbers" ->
                history(kind, "number, kind, starts_on", "'" + identityNumber() + "', 'PNS', '2015-03-01'");
            case "employees/ranks" -> history(kind, "rank_code, rank_order, starts_on", "'III/a', 9, '2015-03-01'");
            case "employees/positions" ->
                history(
                        kind,
                        "assignment, title, level, starts_on",
                        "'DEFINITIVE', 'Analis Matriks', 'PELAKSANA', '2015-03-01'");
            case "employees/educations" ->
                history(kind, "level, field, graduated_on", "'S1', 'Matematika', '2012-08-01'");
            case "employees/trainings" ->
                history(
                        kind,
                        "form, name, starts_on, ends_on, hours",
                        "'KL_STRUKTURAL', 'Pelatihan Dasar', '2015-06-01', '2015-08-01', 120");
            case "employees/awards" ->
                history(
                        kind,
                        "name, granted_on, decree_number, decree_date",
                        "'Satyalancana', '2025-08-17', '71/TK/2025', '2025-08-04'");
            case "employees/disciplines" -> history(kind, "level, penalty, starts_on", "'RINGAN', 'R1', '2018-01-01'");
            case "employees/statuses" ->
                history(kind, "status, starts_on, ends_on", "'UNPAID_LEAVE', '2018-01-01', '2018-12-31'");
            case "employees/credits" ->
                history(kind, "basis, starts_on, ends_on, credit", "'CONVERSION', '2024-01-01', '2024-12-31', 12.5");
            case "accounts" -> account(UUID.randomUUID(), "matriks-" + n, null);
            case "clients" ->
                row(kind, "clients", "client_id, name, secret_hash", "'mesin-matriks-" + n + "', 'Mesin Matriks', '-'");
            case "grants" -> grant(kind, n, "what, rights", "'ROLES', 'SDM'");
            case "bindings" -> grant(kind, n, "what, employee_id", "'BINDING', " + ref("employees"));
            case "imports" ->
                row(
                        kind,
                        "jobs",
                        "kind, status, ordered_by, settings, created_at, ended_at",
                        "'employees', 'FAILED', " + ref("accounts") + ", '{}', '2026-01-01', '2026-01-01'");
            // of a kind that everybody may read who may read jobs at all
            case "jobs" ->
                row(
                        kind,
                        "jobs",
                        "kind, status, ordered_by, settings, created_at, ended_at",
                        "'test-count', 'FAILED', " + ref("accounts") + ", '{}', '2026-01-01', '2026-01-01'");
            // only under the profile of PlantedSliceTest
            case "samples", "forgetful-samples", "unreached-samples" ->
                row(
                        kind,
                        "sample_cases",
                        "mentee_id, mentor_id, topic, starts_on",
                        ref("employees") + ", " + party() + ", 'Matriks', '2026-01-01'");
            case "competencies" -> competency(n);
            case "competencies/editions" -> edition(2);
            case "position-standards" ->
                row(
                        kind,
                        "position_standards",
                        "position_id, competency_id, level, starts_on",
                        ref("positions") + ", " + ref("competencies") + ", 3, '2026-01-01'");
            case "employees/competency-results" ->
                row(
                        kind,
                        "competency_results",
                        "employee_id, competency_id, edition, level, evidence, found_on, valid_until, source, rule_set,"
                                + " inputs, recorded_by, recorded_at",
                        ref("employees") + ", " + ref("competencies") + ", 1, 2, 'ASSESSMENT_CENTRE', '2026-02-16',"
                                + " '2029-02-15', 'LOCAL', 'BKN_26_2019', '{}', " + bytes(UUID.randomUUID())
                                + ", '2026-02-16'");
            case "competency-claims" ->
                row(
                        kind,
                        "competency_claims",
                        "employee_id, competency_id, level, description, status, submitted_by, submitted_at",
                        ref("employees") + ", " + ref("competencies") + ", 3, 'Matriks', 'SUBMITTED', "
                                + bytes(UUID.randomUUID()) + ", '2026-03-01'");
            case "assessments" ->
                row(
                        kind,
                        "assessments",
                        "name, purpose, state, starts_on, ends_on, created_by, created_at",
                        "'Putaran Matriks', 'PEMETAAN', 'PREPARED', '2026-01-01', '2099-12-31', "
                                + bytes(UUID.randomUUID()) + ", '2026-01-01'");
            case "assessments/participants" -> participant(ref("employees"));
            case "assessments/raters" -> rater();
            case "assessment-reviews" ->
                row(
                        kind,
                        "assessment_reviews",
                        "assessment_id, participant_id, employee_id, competency_id, reason, asked_on",
                        ref("assessments") + ", " + ref("assessments/participants") + ", " + ref("employees") + ", "
                                + ref("competencies") + ", 'Matriks', '2026-01-01'");
            case "rule-sets" -> proposal("MATRIX_" + n);
            case "simulations" -> simulation();
            default ->
                throw new IllegalStateException(
                        "nothing is known of the parameter after '" + kind + "': add a line to MatrixObjects.make");
        };
    }

    /** A proposal of somebody who is no longer there. */
    private String grant(String kind, int n, String columns, String values) {
        return row(
                kind,
                "access_grants",
                "subject_id, subject_name, status, proposed_by, proposed_at, " + columns,
                ref("accounts") + ", 'matriks-" + n + "', 'PROPOSED', " + bytes(UUID.randomUUID()) + ", '2026-01-01', "
                        + values);
    }

    private String row(String kind, String table, String columns, String values) {
        return row(UUID.randomUUID(), kind, table, columns, values);
    }

    private String row(UUID id, String kind, String table, String columns, String values) {
        tables.put(kind, table);
        sql("insert into " + table + " (id, agency, " + columns + ") values (" + bytes(id) + ", '" + agency.code + "', "
                + values + ")");
        return id.toString();
    }

    private String history(String kind, String columns, String values) {
        var table = "employee_" + kind.substring("employees/".length()).replace('-', '_');
        return row(kind, table, "source, employee_id, " + columns, "'LOCAL', " + ref("employees") + ", " + values);
    }

    private String unit(int n) {
        var id = row(
                "units",
                "units",
                "code, name, kind, opened_on",
                "'M-" + n + "', 'Dinas Matriks', 'DINAS', '2020-01-01'");
        var unit = bytes(UUID.fromString(id));
        sql("insert into unit_ancestors (agency, ancestor_id, unit_id, depth) values ('" + agency.code + "', " + unit
                + ", " + unit + ", 0)");
        sql("insert into unit_placements (id, agency, unit_id, starts_on) values (" + bytes(UUID.randomUUID()) + ", '"
                + agency.code + "', " + unit + ", '2020-01-01')");
        return id;
    }

    private String competency(int n) {
        var id = row(
                "competencies",
                "competencies",
                "code, kind, affair, name_id, name_en, edition",
                "'M-" + n + "', 'TECHNICAL', '5.02', 'Analisis Matriks', 'Matrix analysis', 1");
        ids.put("competencies", id);
        edition(1);
        return id;
    }

    private String edition(int number) {
        var levels = IntStream.rangeClosed(1, 5)
                .mapToObj(level -> "{\"level\": " + level + ", \"title\": {\"id\": \"Tingkat\"},"
                        + " \"indicators\": [{\"id\": \"Menghitung\"}]}")
                .collect(Collectors.joining(", "));
        return row(
                "competencies/editions",
                "competency_editions",
                "competency_id, number, since, name_id, content",
                ref("competencies") + ", " + number + ", '2026-02-01', 'Analisis Matriks', '{\"levels\": [" + levels
                        + "]}'");
    }

    /** An account of somebody; {@code who} signs in with the password of the matrix. */
    String account(UUID id, String username, UUID who) {
        return row(
                id,
                "accounts",
                "accounts",
                "username, display_name, employee_id, password_hash",
                "'" + username + "', 'Akun Matriks', " + (who == null ? "null" : bytes(who)) + ", '" + passwordHash
                        + "'");
    }

    /** Somebody who is assessed in a competency. */
    private String participant(String employee) {
        var id = row(
                "assessments/participants",
                "assessment_participants",
                "assessment_id, employee_id, position_title, position_level",
                ref("assessments") + ", " + employee + ", 'Analis Matriks', 'PELAKSANA'");
        sql(
                "insert into assessment_levels (agency, participant_id, competency_id, place, edition, required, parts, score,"
                        + " level) values ('" + agency.code + "', " + bytes(UUID.fromString(id)) + ", "
                        + ref("competencies")
                        + ", 0, 1, 3, '[]', 3, 3)");
        return id;
    }

    /** The person of these objects as the peer of a colleague. */
    private String rater() {
        var own = ids.get("employees");
        var colleague = bytes(UUID.fromString(make("employees", number())));
        ids.put("employees", own == null ? make("employees", number()) : own);
        var participant = bytes(UUID.fromString(participant(colleague)));
        return row(
                "assessments/raters",
                "assessment_raters",
                "assessment_id, participant_id, rated_id, employee_id, relation, state",
                ref("assessments") + ", " + participant + ", " + colleague + ", " + ref("employees")
                        + ", 'PEER', 'INVITED'");
    }

    String agency() {
        return agency.code;
    }

    /** An own version of a rule set, called by its name. */
    private String proposal(String name) {
        row(
                "rule-sets",
                "agency_rule_sets",
                "kind, name, based_on, status, effective_from, document, proposed_by",
                "'LEARNING_HOURS', '" + name + "', 'LAN_10_2018', 'PROPOSED', '2099-01-01', " + rules(name) + ", "
                        + bytes(UUID.randomUUID()));
        return name;
    }

    /** One that has ended, and its job of the same id. */
    private String simulation() {
        var id = UUID.randomUUID();
        row(
                id,
                "simulations",
                "jobs",
                "kind, status, ordered_by, settings, created_at, ended_at",
                "'simulation', 'FAILED', " + ref("accounts") + ", '{}', '2026-01-01', '2026-01-01'");
        return row(
                id,
                "simulations",
                "simulations",
                "kind, as_of, current_document, draft_document",
                "'LEARNING_HOURS', '2026-01-01', " + rules("LAN_10_2018") + ", " + rules("LAMPUNG_2027"));
    }

    private static String rules(String name) {
        try {
            var document = Files.readString(Path.of("src/main/resources/rules/LEARNING_HOURS/LAN_10_2018.json"))
                    .replace("LAN_10_2018", name);
            return "'" + document.replace("\\", "\\\\").replace("'", "''") + "'";
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The other person of a case: the asker where she has a part in it, somebody else where she has none. */
    private String party() {
        return bytes(part == null ? UUID.randomUUID() : part);
    }

    String ref(String kind) {
        return bytes(UUID.fromString(id(kind)));
    }

    static String bytes(UUID id) {
        return "x'" + hex(id) + "'";
    }
}
