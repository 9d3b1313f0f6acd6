package id.karier.gates;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The floors of the architecture, once. A slice imports from lower floors, and sideways only what its row names;
 * {@code src/docs/architecture.md} is printed from here.
 */
final class Floors {
    static final String ROOT = "id.karier";

    private static final Map<Integer, String> NAMES = Map.of(
            6, "app",
            5, "edge",
            4, "decisions",
            3, "programmes",
            2, "measures",
            1, "registers",
            0, "ground");

    static final List<Slice> TABLE = List.of(
            slice(6, "app", "boot, embedded database, migrations, head of the contract"),
            slice(5, "integration.siasn", "the national system's shapes and traps"),
            slice(5, "integration.bulk", "imports and exports of files", "integration.siasn"),
            slice(5, "integration.webhook", "the change log, sent to subscribers"),
            slice(5, "integration.feed", "the change log, read by devices"),
            slice(5, "notification", "the change log, told to people"),
            slice(5, "demo", "five governments to try everything on", "integration.bulk"),
            slice(4, "career", "paths, eligibility, promotions, appointments, transfers"),
            slice(4, "talent", "professionalism index, nine-box, successions"),
            slice(3, "training", "courses, sessions, needs, budgets"),
            slice(3, "mentoring", "programmes, matching, pairings, meetings"),
            slice(3, "welfare", "benefits and entitlements"),
            slice(3, "forum", "topics and aspirations"),
            slice(2, "competency", "standards, assessments, profiles"),
            slice(
                    2,
                    "rulebook",
                    "rule sets and calculators over HTTP, agencies' own versions, kept results, simulations"),
            slice(2, "performance", "plans, evaluations, feedback, objections"),
            slice(1, "history", "what people went through, dated, with its decrees", "employee", "organisation"),
            slice(1, "employee", "people: who they are and their state today", "organisation"),
            slice(1, "organisation", "agencies, units, positions, reference lists"),
            slice(0, "calculation", "the public calculators", "kernel", "rules"),
            slice(0, "identity", "accounts, clients, tokens", "kernel", "changes"),
            slice(0, "jobs", "long work: ordered, claimed, resumed, reported", "kernel", "changes"),
            slice(0, "rules", "legal tables as versioned documents", "kernel", "changes"),
            slice(0, "changes", "the append-only log of every write", "kernel"),
            slice(0, "kernel", "caller, problems, access, tenancy, pages, safe writes"));

    /**
     * @param name package below {@link #ROOT}; it holds its subpackages too
     * @param sideways slices of the same floor that it may import from
     */
    record Slice(int floor, String name, String purpose, Set<String> sideways) {
        boolean mayImport(Slice other) {
            return equals(other) || other.floor < floor || sideways.contains(other.name);
        }
    }

    private Floors() {}

    private static Slice slice(int floor, String name, String purpose, String... sideways) {
        return new Slice(floor, name, purpose, Set.of(sideways));
    }

    /** The row that holds a package, or nothing when the table does not know it. */
    static Optional<Slice> of(String packageName) {
        return TABLE.stream()
                .filter(s -> (packageName + '.').startsWith(ROOT + '.' + s.name + '.'))
                .max(Comparator.comparingInt(s -> s.name.length()));
    }

    static Slice named(String name) {
        return TABLE.stream().filter(s -> s.name.equals(name)).findFirst().orElseThrow();
    }

    /** The page for people. */
    static String page() {
        var page = new StringBuilder();
        page.append("""
                # Architecture

                Printed from the floor table in `src/test/java/id/karier/gates/Floors.java`; `ArchitectureTest` fails when this
                page or the code differs from it. Change the table, never this page.

                One flat package a capability under `id.karier`. A slice imports from lower floors only, and sideways only along
                the arrows drawn here. A slice uses of its neighbours what they mark `@Published`, the kernel excepted. A row is
                here before its slice is, so that everybody knows where a new capability goes: see
                [adding a capability](adding-a-capability.md).

                ```mermaid
                flowchart BT
                """);
        var byFloor = TABLE.stream().collect(Collectors.groupingBy(Slice::floor, TreeMap::new, Collectors.toList()));
        byFloor.forEach((floor, slices) -> {
            page.append("  subgraph F%d [\"F%d %s\"]\n".formatted(floor, floor, NAMES.get(floor)));
            for (var slice : slices) {
                page.append("    %s[%s]\n".formatted(node(slice.name), slice.name));
            }
            page.append("  end\n");
        });
        for (int floor = 1; floor <= 6; floor++) {
            page.append("  F%d --> F%d\n".formatted(floor, floor - 1));
        }
        for (var slice : TABLE) {
            slice.sideways.stream()
                    .sorted()
                    .forEach(to -> page.append("  %s --> %s\n".formatted(node(slice.name), node(to))));
        }
        page.append("```\n");
        byFloor.descendingMap().forEach((floor, slices) -> {
            page.append("\n## F%d %s\n\n| package | holds | sideways |\n|---|---|---|\n"
                    .formatted(floor, NAMES.get(floor)));
            for (var slice : slices) {
                var sideways = slice.sideways.isEmpty()
                        ? "–"
                        : slice.sideways.stream()
                                .sorted()
                                .map(s -> "`" + s + "`")
                                .collect(Collectors.joining(", "));
                page.append("| `%s` | %s | %s |\n".formatted(slice.name, slice.purpose, sideways));
            }
        });
        page.append("\n## What else the build refuses\n\n");
        for (var rule : ArchitectureRules.ALL) {
            page.append("- %s\n".formatted(rule.name()));
        }
        page.append("""

                ## What is past its owner

                Each of these has a reason in `ArchitectureRules` or `TablesTest`; the lists only become shorter.

                """);
        ArchitectureRules.SQL_EXCEPTIONS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> page.append("- `%s` runs SQL by itself: it %s\n".formatted(e.getKey(), e.getValue())));
        TablesTest.exceptions()
                .forEach(exception ->
                        page.append("- SQL of `%s`\n".formatted(exception.replace(" names ", "` names `"))));
        page.append("\n## Sizes\n\n");
        page.append("- a main file longer than 400 lines, a resource longer than 220, rules longer than 250\n");
        return page.toString();
    }

    private static String node(String name) {
        return name.replace('.', '_');
    }
}
