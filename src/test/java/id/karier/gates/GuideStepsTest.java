package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.karier.changes.Recorded;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectRegistry;
import id.karier.kernel.access.Resource;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.SortKey;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Steps of {@code src/docs/adding-a-capability.md} that can be seen without a server: what is said when one is left out.
 * {@link PlantedSliceTest} tries the others on a running application.
 */
class GuideStepsTest {
    /** Entities whose writes the log does not tell one by one, and why. */
    private static final Map<String, String> NOT_RECORDED = Map.of(
            "id.karier.jobs.Job", "the log notes the order; progress is read at the job itself",
            "id.karier.jobs.JobProblem", "is a part of its job",
            "id.karier.rulebook.simulation.SimulatedChange", "is computed, a part of its simulation");

    /** Tables with an agency that are entered by another key alone, and which. */
    private static final Map<String, String> NOT_READ_BY_AGENCY = Map.of(
            "unit_ancestors", "a unit",
            "employee_ranks", "a person",
            "employee_educations", "a person",
            "employee_trainings", "a person",
            "employee_awards", "a person",
            "employee_disciplines", "a person",
            "employee_statuses", "a person",
            "employee_credits", "a person",
            "simulation_changes", "a simulation");

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\((.*?)\\n\\)", Pattern.DOTALL);
    private static final Pattern AGENCY = Pattern.compile("^\\s*agency\\s", Pattern.MULTILINE);
    private static final Pattern KEY = Pattern.compile("key[\\w ]*\\(agency\\b");

    /** An entity with one member, and another one that nobody thinks of. */
    static class Sample {
        UUID id;
        UUID employeeId;
        String note;
    }

    private static ObjectKind.Builder sample() {
        return ObjectKind.of("sample", Sample.class);
    }

    private static ObjectKind.Builder rightSample() {
        return sample().guardedBy(Resource.CAREER_HISTORY)
                .about("employeeId")
                .shownAs("Sample")
                .logs("employeeId")
                .tells("note");
    }

    /** The slice that was made by following the guide is in no table, and breaks no other rule. */
    @Test
    void a_slice_without_a_row_in_the_floor_table() {
        var sample = new ClassFileImporter().importPath(Path.of("target/test-classes/id/karier/sample"));
        var broken = new TreeMap<String, List<String>>();
        for (var rule : ArchitectureRules.ALL) {
            var report = rule.rule().allowEmptyShould(true).evaluate(sample).getFailureReport();
            if (!report.isEmpty()) {
                broken.put(rule.name(), report.getDetails());
            }
        }
        assertThat(broken).containsOnlyKeys("a package that is not in the table");
        assertThat(broken.get("a package that is not in the table"))
                .contains("id.karier.sample.SampleCase is in a package that has no row in Floors.TABLE");
    }

    @Test
    void a_table_without_a_key_that_begins_with_its_agency() throws IOException {
        var faults = new ArrayList<String>();
        try (var files = Files.list(MIGRATIONS)) {
            for (var file : files.sorted().toList()) {
                faults.addAll(unindexed(Files.readString(file)));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(unindexed("create table samples (\n  id binary(16),\n  agency varchar(40),\n  key x (note)\n);"))
                .containsExactly("samples has no key that begins with agency: add one for each list and each query");
        assertThat(unindexed("create table samples (\n  agency varchar(40),\n  unique key x (agency, note)\n);"))
                .isEmpty();
    }

    private static List<String> unindexed(String migration) {
        return TABLE.matcher(migration)
                .results()
                .filter(table -> AGENCY.matcher(table.group(2)).find()
                        && !KEY.matcher(table.group(2)).find()
                        && !NOT_READ_BY_AGENCY.containsKey(table.group(1)))
                .map(table ->
                        table.group(1) + " has no key that begins with agency: add one for each list and each query")
                .toList();
    }

    @Test
    void an_entity_that_is_not_recorded() {
        assertThat(unrecorded(NOT_RECORDED.keySet())).isEmpty();
        // without their reasons the exceptions are what is left out: each is needed
        assertThat(unrecorded(Set.of()))
                .hasSameSizeAs(NOT_RECORDED.keySet())
                .contains("id.karier.jobs.Job is not Recorded: its writes reach neither log nor feed");
    }

    private static List<String> unrecorded(Set<String> exceptions) {
        var faults = new ArrayList<String>();
        for (var type : new ClassFileImporter().importPath(Path.of("target/classes"))) {
            if (type.isAnnotatedWith(Entity.class)
                    && !type.isAssignableTo(Recorded.class)
                    && !exceptions.contains(type.getName())) {
                faults.add(type.getName() + " is not Recorded: its writes reach neither log nor feed");
            }
        }
        return faults;
    }

    @Test
    void a_kind_that_says_all() {
        var kind = rightSample().build();
        assertThat(ObjectRegistry.faults(kind)).isEmpty();
        assertThatCode(() -> new ObjectRegistry(List.of(() -> List.of(kind))).requireKnown(kind))
                .doesNotThrowAnyException();
    }

    @Test
    void a_kind_without_a_guard() {
        assertThatThrownBy(() -> sample().aboutNobody().build())
                .hasMessage("sample has no guard: say guardedBy(Resource.…)");
    }

    @Test
    void a_kind_that_does_not_say_whom_it_is_about() {
        assertThatThrownBy(() -> sample().guardedBy(Resource.CAREER_HISTORY).build())
                .hasMessage("sample does not say whom it is about: say about(\"…\") or aboutNobody()");
    }

    @Test
    void a_kind_that_tells_members_of_no_schema() {
        var untold = sample().guardedBy(Resource.CAREER_HISTORY).about("employeeId");
        assertThatThrownBy(() -> untold.tells("note").build())
                .hasMessage("sample tells members of no schema of the contract: say shownAs(\"…\")");
    }

    @Test
    void a_kind_that_leaves_a_member_unsaid() {
        var kind = sample().guardedBy(Resource.CAREER_HISTORY)
                .about("employeeId")
                .logs("employeeId")
                .build();
        assertThatThrownBy(() -> new ObjectRegistry(List.of(() -> List.of(kind))))
                .hasMessage("sample says nothing of note: tells, logs or hides it");
    }

    @Test
    void a_kind_that_names_a_party_that_is_not_there() {
        var kind = rightSample().parties("mentorId").build();
        assertThatThrownBy(() -> new ObjectRegistry(List.of(() -> List.of(kind))))
                .hasMessage("sample names mentorId, which Sample does not have");
    }

    @Test
    void a_kind_that_no_bean_lists() {
        var kind = rightSample().build();
        assertThatThrownBy(() -> new ObjectRegistry(List.of()).requireKnown(kind))
                .hasMessage("no slice lists the kind of object sample: add it to its ObjectKinds bean");
    }

    @Test
    void two_kinds_of_one_name() {
        var kind = rightSample().build();
        assertThatThrownBy(() -> new ObjectRegistry(List.of(() -> List.of(kind, kind))))
                .hasMessage("two kinds of object are called sample");
    }

    @Test
    void a_resource_without_a_row_in_the_access_table() {
        assertThat(unreadable(AccessTable::isReadable)).isEmpty();
        assertThat(unreadable(resource -> resource != Resource.UNIT))
                .containsExactly("nobody may read UNIT: give it a row in AccessTable");
    }

    private static List<String> unreadable(Predicate<Resource> readable) {
        return Arrays.stream(Resource.values())
                .filter(readable.negate())
                .map(resource -> "nobody may read " + resource + ": give it a row in AccessTable")
                .toList();
    }

    @Test
    void a_list_that_does_not_say_whom_it_is_about() {
        var list = ListSpec.of("samples", Row::id)
                .columns("s.id")
                .from("samples s", "s.agency")
                .sortedBy(SortKey.id("s.id", id -> id))
                .then(SortKey.id("s.id", id -> id));
        assertThatThrownBy(list::build)
                .hasMessage("list samples does not say whom it is about: say objects(…), about(…) or notAboutPeople()");
        assertThatCode(() -> list.notAboutPeople().build()).doesNotThrowAnyException();
    }

    @Test
    void a_list_without_its_agency() {
        var list = ListSpec.of("samples", Row::id).columns("s.id").notAboutPeople();
        assertThatThrownBy(list::build)
                .hasMessage("list samples needs columns(…), from(…, agency), sortedBy(…) and then(…)");
    }

    @Test
    void sql_without_its_agency() {
        assertThatThrownBy(() -> SqlText.ofAgency("select s.id from samples s where s.id = :id"))
                .hasMessage("a statement without its agency: say `t.agency = :agency` in"
                        + " select s.id from samples s where s.id = :id");
        assertThatCode(() -> SqlText.ofAgency("select s.id from samples s where s.agency = :agency"))
                .doesNotThrowAnyException();
    }

    /** The guide names no test of this class that is not there, and each test here is one of its steps. */
    @Test
    void each_test_here_belongs_to_a_step() throws IOException {
        var guide = Files.readString(Path.of("src/docs/adding-a-capability.md"));
        Set<String> tests = Arrays.stream(GuideStepsTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName())
                .collect(Collectors.toCollection(HashSet::new));
        tests.removeAll(Set.of("a_kind_that_says_all", "each_test_here_belongs_to_a_step"));
        assertThat(tests).allMatch(name -> guide.contains("`GuideStepsTest." + name + "`"));
    }
}
