package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Floors hold for data, too: a slice's statements name its own tables. What it wants of a neighbour's it asks the neighbour's
 * directory for, or takes a published piece of SQL such as {@code UnitDirectory.under}.
 */
class TablesTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path CODE = Path.of("src/main/java/id/karier");

    private static final Pattern CREATED = Pattern.compile("create table (\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:from|join|update|into|straight_join)\\s+([a-z_]+)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENTS = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    /** Whose a table is; a new one gets a line here. */
    private static final Map<String, Set<String>> TABLES = Map.of(
            "kernel", Set.of("idempotency_keys", "shedlock", "write_probes"),
            "changes", Set.of("change_log", "change_sequence", "change_parties"),
            "jobs", Set.of("jobs", "job_inputs", "job_problems"),
            "identity",
                    Set.of(
                            "accounts",
                            "access_grants",
                            "account_earlier_persons",
                            "account_makers",
                            "account_roles",
                            "clients",
                            "client_scopes",
                            "recovery_codes",
                            "refresh_tokens",
                            "second_factors",
                            "sign_in_networks",
                            "sign_in_attempts"),
            "organisation", Set.of("agencies", "units", "unit_names", "unit_placements", "unit_ancestors", "positions"),
            "employee", Set.of("employees", "employee_name_words", "employee_identity_numbers", "nik_searches"),
            "history",
                    Set.of(
                            "employee_ranks",
                            "employee_positions",
                            "employee_educations",
                            "employee_trainings",
                            "employee_awards",
                            "employee_disciplines",
                            "employee_credits",
                            "employee_statuses"),
            "rulebook", Set.of("agency_rule_sets", "calculation_results", "simulations", "simulation_changes"),
            "competency",
                    Set.of(
                            "competencies",
                            "competency_editions",
                            "position_standards",
                            "competency_results",
                            "competency_claims",
                            "assessments",
                            "assessment_participants",
                            "assessment_raters",
                            "assessment_levels",
                            "assessment_calibrations",
                            "assessment_keys",
                            "assessment_submissions",
                            "assessment_comments",
                            "assessment_reviews"),
            "integration.bulk", Set.of("siasn_rows", "import_warnings", "import_places", "import_rows"));

    /** What is named past its owner today. This list only becomes shorter. */
    private static final Map<String, Set<String>> EXCEPTIONS = Map.of(
            "demo", Set.of("agencies", "shedlock"),
            "history", Set.of("employee_identity_numbers", "employees", "positions", "units"),
            "identity", Set.of("agencies", "employees"),
            "integration.bulk",
                    Set.of(
                            "employee_identity_numbers",
                            "employee_name_words",
                            "employees",
                            "positions",
                            "unit_ancestors",
                            "unit_placements",
                            "units"),
            "integration.feed", Set.of("change_log", "change_parties", "change_sequence", "employees"),
            "organisation", Set.of("employee_positions", "employees"),
            "rulebook", Set.of("employees"));

    @Test
    void every_table_has_an_owner() throws IOException {
        var created = new TreeSet<String>();
        try (var files = Files.list(MIGRATIONS)) {
            files.forEach(file -> CREATED.matcher(text(file)).results().forEach(table -> created.add(table.group(1))));
        }
        var owned = TABLES.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        assertThat(owned)
                .as("each table of a migration gets a line in TablesTest.TABLES")
                .isEqualTo(created);
    }

    @Test
    void a_slice_names_its_own_tables_and_no_more_than_the_known_exceptions() throws IOException {
        assertThat(foreign(CODE))
                .as("ask the owner's directory instead; an exception that is gone leaves the list")
                .isEqualTo(new TreeMap<>(EXCEPTIONS));
    }

    @Test
    void a_planted_statement_on_a_neighbour_s_table_is_caught() {
        assertThat(named("\"select e.id from employees e join units u on u.id = e.unit_id\" // from accounts"))
                .containsExactly("employees", "units");
    }

    private static Map<String, Set<String>> foreign(Path code) throws IOException {
        var foreign = new TreeMap<String, Set<String>>();
        try (var files = Files.walk(code)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                var slice = Floors.of("id.karier." + packageOf(code, file))
                        .orElseThrow()
                        .name();
                named(text(file)).stream()
                        .filter(table -> !TABLES.getOrDefault(slice, Set.of()).contains(table))
                        .forEach(table -> foreign.computeIfAbsent(slice, s -> new TreeSet<>())
                                .add(table));
            });
        }
        return foreign;
    }

    private static String packageOf(Path code, Path file) {
        return code.relativize(file.getParent()).toString().replace('/', '.');
    }

    private static Set<String> named(String source) {
        var known = TABLES.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return NAMED.matcher(COMMENTS.matcher(source).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .filter(known::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<String> exceptions() {
        return EXCEPTIONS.entrySet().stream()
                .flatMap(slice -> slice.getValue().stream().map(table -> slice.getKey() + " names " + table))
                .sorted();
    }
}
