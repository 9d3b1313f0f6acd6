package id.karier.integration.bulk.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.karier.employee.EmployeeJson.Summary;
import id.karier.employee.EmployeeObjects;
import id.karier.history.entry.HistoryObjects;
import id.karier.history.entry.HistoryRegisters;
import id.karier.history.entry.HistoryRegisters.Line;
import id.karier.integration.siasn.OwnIds;
import id.karier.integration.siasn.ProfileRow;
import id.karier.integration.siasn.ProfileRow.Held;
import id.karier.integration.siasn.ProfileRow.Named;
import id.karier.integration.siasn.ProfileRow.Ranked;
import id.karier.integration.siasn.ProfileRow.Studied;
import id.karier.kernel.access.ObjectKind;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people as the file that imports read: who they are, and what they are today. What only the histories tell (a decree, the
 * school) is there for whoever may read those.
 */
@ApplicationScoped
class ProfileExport implements ExportKind {
    private final HistoryRegisters histories;
    private final ExportQueries places;

    ProfileExport(HistoryRegisters histories, ExportQueries places) {
        this.histories = histories;
        this.places = places;
    }

    @Override
    public String name() {
        return "employees";
    }

    @Override
    public ObjectKind object() {
        return EmployeeObjects.EMPLOYEE;
    }

    @Override
    public List<String> columns() {
        return ProfileRow.COLUMNS;
    }

    /** What the histories of some people say. */
    private record Pasts(
            Map<UUID, List<Line>> ranks,
            Map<UUID, List<Line>> positions,
            Map<UUID, List<Line>> educations,
            Map<UUID, String> unitIds,
            Map<UUID, String> positionIds) {}

    @Override
    public void read(List<Summary> people, Consumer<List<@Nullable Object>> rows) {
        var pasts = pasts(people);
        people.forEach(person -> rows.accept(ProfileRow.of(facts(person, pasts))));
    }

    private Pasts pasts(List<Summary> people) {
        var ids = people.stream().map(Summary::id).toList();
        var positions = lines(HistoryObjects.POSITION, ids);
        Set<UUID> units = new HashSet<>();
        Set<UUID> posts = new HashSet<>();
        for (var person : people) {
            var unit = person.unit();
            var position = person.position();
            if (unit != null) {
                units.add(unit.id());
            }
            if (position != null && position.id() != null) {
                posts.add(position.id());
            }
            held(person, positions).ifPresent(line -> {
                add(units, line.members().path("unitId"));
                add(posts, line.members().path("positionId"));
            });
        }
        return new Pasts(
                lines(HistoryObjects.RANK, ids),
                positions,
                lines(HistoryObjects.EDUCATION, ids),
                places.units(units),
                places.positions(posts));
    }

    private static void add(Set<UUID> ids, JsonNode id) {
        if (id.isTextual()) {
            ids.add(UUID.fromString(id.asText()));
        }
    }

    private Map<UUID, List<Line>> lines(ObjectKind kind, List<UUID> people) {
        var register = histories.all().stream()
                .filter(known -> known.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return histories.of(register, people).stream().collect(Collectors.groupingBy(Line::person));
    }

    private static Optional<Line> held(Summary person, Map<UUID, List<Line>> positions) {
        var position = person.position();
        if (position == null) {
            return Optional.empty();
        }
        return positions.getOrDefault(person.id(), List.of()).stream()
                .filter(line -> text(line, "assignment").equals("DEFINITIVE"))
                .filter(line -> text(line, "startsOn").equals(position.since().toString()))
                .findFirst();
    }

    private static ProfileRow.Facts facts(Summary person, Pasts pasts) {
        var ranks = pasts.ranks().getOrDefault(person.id(), List.of());
        var first = ranks.stream()
                .filter(line -> text(line, "startsOn")
                        .equals(person.firstAppointmentOn().toString()))
                .findFirst()
                .map(ProfileExport::ranked)
                .orElse(null);
        var rank = person.rank();
        return new ProfileRow.Facts(
                person.siasnId(),
                person.identityNumber(),
                person.name(),
                person.frontTitles(),
                person.backTitles(),
                person.birthPlace(),
                person.birthDate(),
                person.sex(),
                person.religion(),
                person.maritalStatus(),
                person.officialEmail(),
                person.status(),
                person.kind(),
                person.firstAppointmentOn(),
                person.permanentOn(),
                first,
                rank == null ? null : new Ranked(rank.code(), rank.since(), null, null),
                position(person, pasts),
                education(person, pasts));
    }

    private static Ranked ranked(Line line) {
        var decided = optional(line, "decreeDate");
        return new Ranked(
                text(line, "rank"),
                LocalDate.parse(text(line, "startsOn")),
                optional(line, "decreeNumber"),
                decided == null ? null : LocalDate.parse(decided));
    }

    /** As the history has it: a post or unit may be called otherwise today. */
    private static @Nullable Held position(Summary person, Pasts pasts) {
        var position = person.position();
        if (position == null) {
            return null;
        }
        var line = held(person, pasts.positions()).orElse(null);
        if (line == null) {
            var unit = person.unit();
            return new Held(
                    new Named(id(position.id(), pasts.positionIds()), position.title()),
                    position.level(),
                    position.since(),
                    unit == null ? null : new Named(id(unit.id(), pasts.unitIds()), unit.name()));
        }
        var unit = uuid(line, "unitId");
        var unitName = optional(line, "unitName");
        return new Held(
                new Named(id(uuid(line, "positionId"), pasts.positionIds()), text(line, "title")),
                PositionLevel.valueOf(text(line, "level")),
                position.since(),
                // a unit elsewhere is none of ours
                unit == null || unitName == null ? null : new Named(id(unit, pasts.unitIds()), unitName));
    }

    private static @Nullable String id(@Nullable UUID own, Map<UUID, String> national) {
        return own == null ? null : national.getOrDefault(own, OwnIds.of(own));
    }

    private static @Nullable Studied education(Summary person, Pasts pasts) {
        var education = person.education();
        if (education == null) {
            return null;
        }
        return pasts.educations().getOrDefault(person.id(), List.of()).stream()
                .filter(line -> text(line, "level").equals(education.level()))
                .filter(line -> text(line, "field").equals(education.field()))
                .max(Comparator.comparing(line -> graduated(line).toString()))
                .map(line -> new Studied(
                        EducationLevel.valueOf(text(line, "level")),
                        text(line, "field"),
                        optional(line, "institution"),
                        graduated(line)))
                .orElse(null);
    }

    /** The day; of who only knows the year, that. */
    private static Object graduated(Line line) {
        var day = optional(line, "graduatedOn");
        return day == null ? text(line, "graduatedYear") : LocalDate.parse(day);
    }

    private static @Nullable UUID uuid(Line line, String member) {
        var text = optional(line, member);
        return text == null ? null : UUID.fromString(text);
    }

    private static String text(Line line, String member) {
        return line.members().path(member).asText();
    }

    private static @Nullable String optional(Line line, String member) {
        var value = line.members().path(member);
        return value instanceof MissingNode || value.isNull() ? null : value.asText();
    }
}
