package id.karier.integration.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.integration.bulk.load.PlaceNote;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.data.RecordReader;
import id.karier.kernel.data.SqlText;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What imports found besides their problems, and the rows that they refused. */
@ApplicationScoped
class FindingQueries {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final SqlText INSERT_WARNING = SqlText.ofAgency("""
            insert into import_warnings (agency, job_id, number, line, field, value, code, figures)
            values (:agency, :job, :number, :line, :field, :value, :code, :figures)""");
    private static final SqlText INSERT_PLACE = SqlText.ofAgency("""
            insert into import_places (agency, job_id, number, object_id, what, ordered, name, unit, level, person,
                displaced, line, people)
            values (:agency, :job, :number, :object, :what, :ordered, :name, :unit, :level, :person, :displaced, :line,
                :people)""");
    private static final SqlText ADD_PEOPLE = SqlText.ofAgency("""
            update import_places set people = people + :people
            where agency = :agency and job_id = :job and object_id = :object""");
    private static final SqlText OBJECTS = SqlText.ofAgency("""
            select object_id from import_places where agency = :agency and job_id = :job""");
    private static final SqlText INSERT_ROW = SqlText.ofAgency("""
            insert into import_rows (agency, job_id, line, kept_on, content)
            values (:agency, :job, :line, :today, :content)""");
    private static final SqlText DELETE_OLD = SqlText.ofAgency("""
            delete from import_rows where agency = :agency and kept_on < :before""");
    private static final SqlText ROWS = SqlText.ofAgency("""
            select line, content from import_rows
            where agency = :agency and job_id = :job and line > :after order by line limit :most""");
    private static final SqlText PEOPLE = SqlText.ofAgency("""
            select e.id from employees e
            where e.agency = :agency and (e.identity_number in (:said) or e.siasn_id in (:said))
            union
            select n.employee_id from employee_identity_numbers n where n.agency = :agency and n.number in (:said)""");
    private static final SqlText PLACES_BEHIND = SqlText.ofAgency("""
            select number, what, ordered, name, unit, level, person, displaced, line, people from import_places
            where agency = :agency and job_id = :job and number > :after order by number limit :most""");

    static final ListSpec<WarningRow> WARNINGS = ListSpec.of("import-warnings", RecordReader.of(WarningRow.class))
            .columns("w.number, w.line, w.field, w.value, w.code, w.figures")
            .from("import_warnings w", "w.agency")
            .notAboutPeople()
            .sortedBy(SortKey.number("number", "w.number", WarningRow::number))
            .then(SortKey.number("number", "w.number", WarningRow::number))
            .order("number")
            .build();
    static final ListSpec<PlaceRow> PLACES = ListSpec.of("import-places", RecordReader.of(PlaceRow.class))
            .columns("p.number, p.what, p.ordered, p.name, p.unit, p.level, p.person, p.displaced, p.line, p.people")
            .from("import_places p", "p.agency")
            .notAboutPeople()
            .sortedBy(SortKey.number("number", "p.number", PlaceRow::number))
            .then(SortKey.number("number", "p.number", PlaceRow::number))
            .order("number")
            .build();

    private final AgencySql sql;
    private final Lists lists;
    private final FieldCipher cipher;
    private final ObjectMapper json;

    FindingQueries(AgencySql sql, Lists lists, FieldCipher cipher, ObjectMapper json) {
        this.sql = sql;
        this.lists = lists;
        this.cipher = cipher;
        this.json = json;
    }

    record WarningRow(
            int number,
            long line,
            @Nullable String place,
            @Nullable String text,
            String code,
            String figures) {}

    record PlaceRow(
            int number,
            PlaceNote.PlaceKind what,
            boolean ordered,
            String name,
            @Nullable String unit,
            @Nullable String level,
            @Nullable String person,
            @Nullable String displaced,
            long line,
            int people) {}

    /** What is wrong with a row, without the sentence, which depends on who reads it. */
    record RowFault(@Nullable String column, String code, List<String> figures) {}

    /**
     * A row that was refused, as it came.
     *
     * @param names of the cells, where a row has names of its own; empty where the header names them
     */
    record RefusedRow(List<String> names, List<@Nullable String> cells, List<RowFault> faults) {}

    private record StoredRow(long line, byte[] content) {}

    void insertWarnings(UUID job, Collection<WarningRow> warnings) {
        sql.batch(INSERT_WARNING, warnings, warning -> {
            var values = new HashMap<String, @Nullable Object>();
            values.put("job", job);
            values.put("number", warning.number());
            values.put("line", warning.line());
            values.put("field", warning.place());
            values.put("value", warning.text());
            values.put("code", warning.code());
            values.put("figures", warning.figures());
            return values;
        });
    }

    /** @param from number of the first */
    void insertPlaces(UUID job, List<PlaceNote> notes, int from, Map<UUID, Integer> people) {
        int[] number = {from};
        sql.batch(INSERT_PLACE, notes, note -> {
            var values = new HashMap<String, @Nullable Object>();
            values.put("job", job);
            values.put("number", number[0]++);
            values.put("object", note.object());
            values.put("what", note.what().name());
            values.put("ordered", note.ordered());
            values.put("name", note.name());
            values.put("unit", note.unit());
            values.put("level", note.level());
            values.put("person", note.person());
            values.put("displaced", note.displaced());
            values.put("line", note.line());
            values.put("people", people.getOrDefault(note.object(), 0));
            return values;
        });
    }

    void addPeople(UUID job, Map<UUID, Integer> people) {
        sql.batch(
                ADD_PEOPLE,
                people.entrySet(),
                more -> Map.of("job", job, "object", more.getKey(), "people", more.getValue()));
    }

    /** The people on record of whom these are numbers, or ids of the national system. */
    List<UUID> people(Collection<String> said) {
        return said.isEmpty() ? List.of() : sql.rows(PEOPLE, Map.of("said", said), row -> row.id());
    }

    /** The units, posts and heads that an import has noted. */
    Set<UUID> objects(UUID job) {
        return Set.copyOf(sql.rows(OBJECTS, Map.of("job", job), row -> row.id()));
    }

    void insertRows(UUID job, Map<Long, RefusedRow> rows, LocalDate today) {
        sql.batch(
                INSERT_ROW,
                rows.entrySet(),
                row -> Map.of(
                        "job",
                        job,
                        "line",
                        row.getKey(),
                        "today",
                        today,
                        "content",
                        cipher.sealBytes(place(row.getKey()), job, write(row.getValue()))));
    }

    void deleteRowsBefore(LocalDate day) {
        sql.change(DELETE_OLD, Map.of("before", day));
    }

    /** Up to so many rows behind a line, by their lines in order. */
    Map<Long, RefusedRow> rows(UUID job, long after, int most) {
        var rows = new LinkedHashMap<Long, RefusedRow>();
        sql.rows(
                        ROWS,
                        Map.of("job", job, "after", after, "most", most),
                        row -> new StoredRow(row.number(), row.bytes()))
                .forEach(stored ->
                        rows.put(stored.line(), read(cipher.openBytes(place(stored.line()), job, stored.content()))));
        return rows;
    }

    private static String place(long line) {
        return "import_rows.content/" + line;
    }

    private byte[] write(RefusedRow row) {
        try {
            return json.writeValueAsBytes(row);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private RefusedRow read(byte[] stored) {
        try {
            return json.readValue(stored, RefusedRow.class);
        } catch (IOException damaged) {
            throw new IllegalStateException("a refused row is unreadable", damaged);
        }
    }

    String write(List<String> figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<String> figures(String stored) {
        try {
            return json.readValue(stored, TEXTS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a warning has unreadable figures", damaged);
        }
    }

    Page<WarningRow> warnings(UUID job, PageRequest request) {
        return lists.page(WARNINGS, new ListFilter().where("w.job_id = :job", "job", job), request);
    }

    Page<PlaceRow> places(UUID job, PlaceNote.@Nullable PlaceKind what, PageRequest request) {
        var filter = new ListFilter().where("p.job_id = :job", "job", job);
        return lists.page(PLACES, filter.where("p.what = :what", "what", what == null ? null : what.name()), request);
    }

    List<PlaceRow> placesBehind(UUID job, int after, int most) {
        return sql.rows(
                PLACES_BEHIND,
                Map.of("job", job, "after", after, "most", most),
                row -> new PlaceRow(
                        row.integer(),
                        row.constant(PlaceNote.PlaceKind.class),
                        row.flag(),
                        row.text(),
                        row.optionalText(),
                        row.optionalText(),
                        row.optionalText(),
                        row.optionalText(),
                        row.number(),
                        row.integer()));
    }
}
