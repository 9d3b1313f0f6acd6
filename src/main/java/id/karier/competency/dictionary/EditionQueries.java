package id.karier.competency.dictionary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.competency.CompetencyText;
import id.karier.competency.dictionary.DictionaryJson.Edition;
import id.karier.competency.dictionary.DictionaryJson.Level;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencyRepository;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import id.karier.organisation.AgencyDirectory;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every query about editions of competencies. */
@Singleton
public class EditionQueries extends AgencyRepository<CompetencyEdition> {
    /** A row of the list before its content is read. */
    record Stored(
            UUID id, String code, int number, LocalDate since, CompetencyText name, String content, long version) {}

    public static final ListSpec<Stored> EDITIONS = ListSpec.of("competency-editions", EditionQueries::stored)
            .columns("e.id, c.code, e.number, e.since, e.name_id, e.name_en, e.content, e.version")
            .from(
                    "competency_editions e join competencies c on c.id = e.competency_id"
                            + AgencyDirectory.readers("e.agency"),
                    "reader.code")
            .objects(DictionaryObjects.EDITION, "e")
            .sortedBy(SortKey.number("number", "e.number", row -> (long) row.number()))
            .then(SortKey.id("e.id", Stored::id))
            .order("-number")
            .build();

    /** Of the editions that had begun the last one; the first for days before there was any. */
    private static final SqlText ON = SqlText.ofAgency("""
            select coalesce(max(case when e.since <= :day then e.number end), min(e.number))
            from competency_editions e where e.agency in (:agency, '*') and e.competency_id = :competency""");

    private static final SqlText CONTENTS = SqlText.ofAgency("""
            select e.competency_id, e.number, c.code, e.content
            from competency_editions e join competencies c on c.id = e.competency_id
            where e.agency in (:agency, '*') and e.competency_id in (:competencies)""");

    private final AgencySql sql;
    private final Lists lists;
    private final ObjectMapper json;

    EditionQueries(ObjectReach reach, AgencySql sql, Lists lists, ObjectMapper json) {
        super(DictionaryObjects.EDITION, reach);
        this.sql = sql;
        this.lists = lists;
        this.json = json;
    }

    private static Stored stored(Row row) throws SQLException {
        return new Stored(
                row.id(),
                row.text(),
                row.integer(),
                row.date(),
                new CompetencyText(row.text(), row.optionalText()),
                row.text(),
                row.number());
    }

    Page<Edition> page(UUID competency, PageRequest page) {
        var found = lists.page(EDITIONS, of(competency), page);
        return new Page<>(found.items().stream().map(this::edition).toList(), found.next(), found.total());
    }

    /** @throws id.karier.kernel.ProblemException 404 unless it is one of the competency */
    Edition require(UUID competency, UUID id) {
        return edition(lists.require(EDITIONS, of(competency).where("e.id = :id", "id", id)));
    }

    Stored stored(UUID competency, int number) {
        return lists.require(EDITIONS, of(competency).where("e.number = :number", "number", number));
    }

    int numberOn(UUID competency, LocalDate day) {
        return Math.toIntExact(sql.count(ON, Map.of("competency", competency, "day", day)));
    }

    /** What some editions say of each level. */
    Map<UUID, List<Level>> levels(Map<UUID, Integer> editions) {
        var levels = new HashMap<UUID, List<Level>>();
        sql.rows(CONTENTS, Map.of("competencies", editions.keySet()), row -> {
            var competency = row.id();
            if (Integer.valueOf(row.integer()).equals(editions.get(competency))) {
                levels.put(
                        competency,
                        DictionaryJson.levels(row.text(), content(row.text()).levels()));
            }
            return true;
        });
        return levels;
    }

    private static ListFilter of(UUID competency) {
        return new ListFilter().where("e.competency_id = :competency", "competency", competency);
    }

    private Edition edition(Stored stored) {
        var content = content(stored.content());
        return new Edition(
                stored.id(),
                stored.number(),
                stored.since(),
                stored.name(),
                content.definition(),
                DictionaryJson.levels(stored.code(), content.levels()),
                stored.version());
    }

    EditionContent content(String stored) {
        try {
            return json.readValue(stored, EditionContent.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("an edition is unreadable", damaged);
        }
    }

    String stored(EditionContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
