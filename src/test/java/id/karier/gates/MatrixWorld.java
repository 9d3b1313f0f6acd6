package id.karier.gates;

import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.sql;
import static io.restassured.RestAssured.given;

import id.karier.identity.Passwords;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import io.quarkus.arc.Arc;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Two agencies with one object of every kind that a path can name: the caller's own, a colleague's, a stranger's. A path
 * parameter is known by the fixed words before it; a new kind of object gets a row in {@link #objects}.
 */
final class MatrixWorld {
    /** Whose object a request names. */
    enum Target {
        OWN,
        SAME_AGENCY,
        OTHER_AGENCY
    }

    /** Objects that every agency reads: reference lists, and what the law says. */
    private static final String PROPOSED = "MATRIX_1";

    private static final Map<String, String> SHARED =
            Map.of("reference", "ranks", "calculations", "retirement", "rule-sets", "RETIREMENT");

    private final TestAgency agency = TestAgency.called("matrix");
    private final TestAgency other = TestAgency.called("matrix");
    private final Map<String, String> tokens = new HashMap<>();
    private final String password =
            Arc.container().instance(Passwords.class).get().hash("kata-sandi-matriks");
    private final Map<Target, Map<String, String>> ids = new EnumMap<>(Target.class);

    MatrixWorld() {
        ids.put(Target.OWN, objects(agency, "1"));
        ids.put(Target.SAME_AGENCY, objects(agency, "2"));
        ids.put(Target.OTHER_AGENCY, objects(other, "3"));
        for (var role : Role.values()) {
            account(agency, agency.account(String.valueOf(self()), role.name()), "matrix-" + role.name(), self());
        }
    }

    /** A request by a person; signed once, because signing is what takes time here. */
    RequestSpecification as(Role role) {
        return given().header(
                        "Authorization",
                        "Bearer " + tokens.computeIfAbsent(role.name(), r -> agency.token(self(), role)));
    }

    RequestSpecification asClient(String scope) {
        return given().header("Authorization", "Bearer " + tokens.computeIfAbsent(scope, agency::clientToken));
    }

    private UUID self() {
        return UUID.fromString(ids.get(Target.OWN).get("employees"));
    }

    static boolean shared(String path) {
        var kind = path.replaceFirst("^/api/v1/", "").replaceFirst("/.*", "");
        return SHARED.containsKey(kind) && !path.contains("/simulations/{");
    }

    /** The path with the ids of a target in it. */
    String address(String path, Target target) {
        var words = new StringBuilder();
        var address = new StringBuilder();
        for (var segment : path.substring("/api/v1/".length()).split("/")) {
            if (segment.startsWith("{")) {
                boolean decided = path.endsWith("/approval") || path.endsWith("/rejection");
                var id = segment.equals("{version}")
                        ? decided ? PROPOSED : "UU_20_2023"
                        : SHARED.getOrDefault(words.toString(), ids.get(target).get(words.toString()));
                if (id == null) {
                    throw new IllegalStateException("no fixture for the parameter after '" + words + "' in " + path
                            + ": add one to MatrixWorld.objects");
                }
                address.append('/').append(id);
            } else {
                words.append(words.isEmpty() ? "" : "/").append(segment);
                address.append('/').append(segment);
            }
        }
        return "/api/v1" + address;
    }

    private Map<String, String> objects(TestAgency agency, String digit) {
        var made = new HashMap<String, String>();
        made.put("agencies", agency.id.toString());
        made.put("calculations/results", UUID.randomUUID().toString());
        if (!digit.equals("2")) {
            sql("insert into agency_rule_sets (id, agency, kind, name, based_on, status, effective_from, document,"
                    + " proposed_by) values (" + id(UUID.randomUUID()) + ", '" + agency.code + "', 'RETIREMENT', '"
                    + PROPOSED
                    + "', 'UU_20_2023', 'PROPOSED', '2099-01-01', '"
                    + proposal().replace("\\", "\\\\").replace("'", "''")
                    + "', " + id(UUID.randomUUID()) + ")");
        }
        var unit = insert(
                made,
                "units",
                "units",
                agency,
                "code, name, kind, opened_on",
                "'MATRIX-" + digit + "', 'Dinas Matriks', 'DINAS', '2020-01-01'");
        sql("insert into unit_ancestors (agency, ancestor_id, unit_id, depth) values ('" + agency.code + "', " + unit
                + ", " + unit + ", 0)");
        sql("insert into unit_placements (id, agency, unit_id, starts_on) values (" + id(UUID.randomUUID()) + ", '"
                + agency.code + "', " + unit + ", '2020-01-01')");
        insert(
                made,
                "positions",
                "positions",
                agency,
                "unit_id, code, name, level, headcount",
                unit + ", 'MATRIX-" + digit + "', 'Analis Matriks', 'PELAKSANA', 2");
        var employee = insert(
                made,
                "employees",
                "employees",
                agency,
                "identity_number, kind, status, name, birth_date, sex, first_appointment_on, source, updated_at",
                "'19900101201503100" + digit + "', 'PNS', 'ACTIVE', 'Matriks " + digit
                        + "', '1990-01-01', 'M', '2015-03-01', 'LOCAL', '2026-01-01'");
        var decree = ", source";
        history(
                made,
                "identity-numbers",
                "employee_identity_numbers",
                agency,
                employee,
                "number, kind, starts_on" + decree,
                "'19900101201503100" + digit + "', 'PNS', '2015-03-01', 'LOCAL'");
        history(
                made,
                "ranks",
                "employee_ranks",
                agency,
                employee,
                "rank_code, rank_order, starts_on" + decree,
                "'III/a', 9, '2015-03-01', 'LOCAL'");
        history(
                made,
                "positions",
                "employee_positions",
                agency,
                employee,
                "assignment, title, level, starts_on" + decree,
                "'DEFINITIVE', 'Analis Matriks', 'PELAKSANA', '2015-03-01', 'LOCAL'");
        history(
                made,
                "educations",
                "employee_educations",
                agency,
                employee,
                "level, field, graduated_on" + decree,
                "'S1', 'Matematika', '2012-08-01', 'LOCAL'");
        history(
                made,
                "trainings",
                "employee_trainings",
                agency,
                employee,
                "form, name, starts_on, ends_on, hours" + decree,
                "'CLASSICAL', 'Pelatihan Dasar', '2015-06-01', '2015-08-01', 120, 'LOCAL'");
        history(
                made,
                "awards",
                "employee_awards",
                agency,
                employee,
                "name, granted_on" + decree,
                "'Satyalancana', '2025-08-17', 'LOCAL'");
        history(
                made,
                "disciplines",
                "employee_disciplines",
                agency,
                employee,
                "level, starts_on" + decree,
                "'RINGAN', '2018-01-01', 'LOCAL'");
        history(
                made,
                "credits",
                "employee_credits",
                agency,
                employee,
                "basis, starts_on, ends_on, credit" + decree,
                "'CONVERSION', '2024-01-01', '2024-12-31', 12.5, 'LOCAL'");
        var account = UUID.randomUUID();
        account(agency, account, "matrix-" + digit, null);
        made.put("accounts", account.toString());
        insert(
                made,
                "clients",
                "clients",
                agency,
                "client_id, name, secret_hash",
                "'matrix-client-" + digit + "', 'Mesin Matriks', '-'");
        var job = insert(
                made,
                "imports",
                "jobs",
                agency,
                "kind, status, ordered_by, settings, created_at, ended_at",
                "'employees', 'FAILED', " + id(account) + ", '{}', '2026-01-01', '2026-01-01'");
        made.put("jobs", made.get("imports"));
        made.put("rule-sets/simulations", UUID.randomUUID().toString());
        var simulation = id(UUID.fromString(made.get("rule-sets/simulations")));
        sql("insert into jobs (id, agency, kind, status, ordered_by, settings, created_at, ended_at) values ("
                + simulation + ", '" + agency.code + "', 'simulation', 'FAILED', " + id(account)
                + ", '{}', '2026-01-01', '2026-01-01')");
        var rules = proposal().replace("\\", "\\\\").replace("'", "''");
        sql("insert into simulations (id, agency, kind, as_of, current_document, draft_document) values (" + simulation
                + ", '" + agency.code + "', 'RETIREMENT', '2026-01-01', '" + rules + "', '" + rules + "')");
        return made;
    }

    private void account(TestAgency agency, UUID account, String username, UUID employee) {
        sql("insert into accounts (id, agency, username, display_name, employee_id, password_hash) values ("
                + id(account) + ", '" + agency.code + "', '" + username + "', 'Akun Matriks', "
                + (employee == null ? "null" : id(employee)) + ", '" + password + "')");
    }

    private static void history(
            Map<String, String> made,
            String kind,
            String table,
            TestAgency agency,
            String employee,
            String columns,
            String values) {
        insert(made, "employees/" + kind, table, agency, "employee_id, " + columns, employee + ", " + values);
    }

    private static String insert(
            Map<String, String> made, String kind, String table, TestAgency agency, String columns, String values) {
        var id = UUID.randomUUID();
        made.put(kind, id.toString());
        sql("insert into " + table + " (id, agency, " + columns + ") values (" + id(id) + ", '" + agency.code + "', "
                + values + ")");
        return id(id);
    }

    private static String id(UUID id) {
        return "x'" + hex(id) + "'";
    }

    private static String proposal() {
        try {
            return Files.readString(Path.of("src/main/resources/rules/RETIREMENT/UU_20_2023.json"))
                    .replace("UU_20_2023", PROPOSED);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
