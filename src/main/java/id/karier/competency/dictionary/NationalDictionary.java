package id.karier.competency.dictionary;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.competency.CompetencyKind;
import id.karier.competency.CompetencyText;
import id.karier.competency.dictionary.DictionaryJson.LevelText;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The nation's dictionary as it is shipped, one file a version. At the start each competency that a file says otherwise than
 * the database gets a new edition; nothing is ever changed or taken away.
 */
@ApplicationScoped
class NationalDictionary {
    /** Oldest first; a new version is a new file at the end. */
    static final List<String> VERSIONS = List.of("2026-11");

    private final NationalQueries queries;
    private final ObjectMapper json;

    NationalDictionary(NationalQueries queries, ObjectMapper json) {
        this.queries = queries;
        this.json = json;
    }

    /** @param since first day of its editions */
    record Document(LocalDate since, List<Entry> competencies) {}

    /** A competency of the document. */
    record Entry(
            String code, CompetencyKind kind, CompetencyText name, CompetencyText definition, List<LevelText> levels) {
        EditionContent content() {
            return new EditionContent(definition, levels);
        }
    }

    /** Before anybody else at the start writes what refers to it. */
    void atStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        VERSIONS.forEach(version -> queries.store(read(version)));
    }

    Document read(String version) {
        try (var in = NationalDictionary.class.getResourceAsStream("/competency/dictionary-" + version + ".json")) {
            return json.readerFor(Document.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(Objects.requireNonNull(in, version));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
