package id.karier.competency.dictionary;

import id.karier.competency.dictionary.NationalDictionary.Document;
import id.karier.competency.dictionary.NationalDictionary.Entry;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts the nation's dictionary into the database, before there is a caller. The ids follow from the codes, so that they are
 * the same everywhere and two nodes that start at once write the same rows.
 */
@ApplicationScoped
class NationalQueries {
    private static final SqlText LATEST = SqlText.ofNode("""
            select e.number, e.since, e.content from competency_editions e
            where e.agency = '*' and e.competency_id = :competency order by e.number desc limit 1""");
    private static final SqlText ADD = SqlText.ofNode("""
            insert ignore into competencies (id, agency, code, kind, name_id, name_en, edition)
            values (:id, '*', :code, :kind, :nameId, :nameEn, 1)""");
    private static final SqlText ADD_EDITION = SqlText.ofNode("""
            insert ignore into competency_editions (id, agency, competency_id, number, since, name_id, name_en, content)
            values (:id, '*', :competency, :number, :since, :nameId, :nameEn, :content)""");
    private static final SqlText MOVE_ON = SqlText.ofNode("""
            update competencies set edition = :number, name_id = :nameId, name_en = :nameEn, version = version + 1
            where agency = '*' and id = :id and edition < :number""");

    private final AgencySql sql;
    private final EditionQueries editions;

    NationalQueries(AgencySql sql, EditionQueries editions) {
        this.sql = sql;
        this.editions = editions;
    }

    private record Latest(int number, LocalDate since, String content) {}

    /** @param document whose competencies are new or say something else than their latest edition, and begin later */
    void store(Document document) {
        document.competencies().forEach(entry -> store(entry, document.since()));
    }

    private void store(Entry entry, LocalDate since) {
        var id = CompetencyDirectory.nationalId(entry.code());
        var content = editions.stored(entry.content());
        var latest =
                sql.first(LATEST, Map.of("competency", id), row -> new Latest(row.integer(), row.date(), row.text()));
        if (latest.isPresent()
                && (latest.get().content().equals(content)
                        || !since.isAfter(latest.get().since()))) {
            return;
        }
        int number = latest.map(Latest::number).orElse(0) + 1;
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", id);
        values.put("code", entry.code());
        values.put("kind", entry.kind());
        values.put("nameId", entry.name().id());
        values.put("nameEn", entry.name().en());
        sql.change(ADD, values);
        var edition = new HashMap<>(values);
        edition.put("id", id("competency " + entry.code() + " edition " + number));
        edition.put("competency", id);
        edition.put("number", number);
        edition.put("since", since);
        edition.put("content", content);
        sql.change(ADD_EDITION, edition);
        values.put("number", number);
        sql.change(MOVE_ON, values);
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("karier " + name).getBytes(StandardCharsets.UTF_8));
    }
}
