package id.karier.competency.dictionary;

import id.karier.competency.CompetencyKind;
import id.karier.competency.CompetencyRef;
import id.karier.competency.CompetencyText;
import id.karier.competency.dictionary.DictionaryJson.Level;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Published;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What others ask about competencies: those of the caller's agency and of the nation. */
@Published
@ApplicationScoped
public class CompetencyDirectory {
    private final DictionaryQueries competencies;
    private final EditionQueries editions;

    CompetencyDirectory(DictionaryQueries competencies, EditionQueries editions) {
        this.competencies = competencies;
        this.editions = editions;
    }

    /**
     * A competency.
     *
     * @param national of the nation's dictionary
     * @param edition what it says now
     * @param retiredOn its last day, null while it is used
     */
    public record Facts(
            UUID id,
            String code,
            CompetencyKind kind,
            boolean national,
            CompetencyText name,
            int edition,
            @Nullable LocalDate retiredOn) {
        public boolean isUsedOn(LocalDate day) {
            return retiredOn == null || !retiredOn.isBefore(day);
        }

        public CompetencyRef ref() {
            return new CompetencyRef(id, code, kind, name);
        }
    }

    /** The id of a competency of the nation's dictionary, by its code: the same in every installation. */
    public static UUID nationalId(String code) {
        return NationalQueries.id("competency " + code);
    }

    public Optional<Facts> find(UUID id) {
        return competencies.facts(List.of(id)).stream().findFirst();
    }

    public Optional<Facts> findByCode(String code) {
        return competencies.factsByCode(code);
    }

    /** @throws ProblemException 422 with the pointer when neither the agency nor the nation has it */
    public Facts require(UUID id, String pointer) {
        return find(id).orElseThrow(() ->
                new ProblemException(ErrorCode.REFERENCE_NOT_FOUND, FieldError.of(pointer, "UNKNOWN_ID")));
    }

    public Map<UUID, Facts> all(Collection<UUID> ids) {
        return competencies.facts(List.copyOf(ids)).stream().collect(Collectors.toMap(Facts::id, Function.identity()));
    }

    /** The nine generic competencies by their codes, which the rule set JPM names. */
    public Map<String, Facts> generic() {
        return competencies.generic().stream().collect(Collectors.toMap(Facts::code, Function.identity()));
    }

    /** The number of the edition in force on a day; of the first for days before it. */
    public int editionOn(UUID id, LocalDate day) {
        return editions.numberOn(id, day);
    }

    /** What the dictionary says of each level, in the edition that is named for each competency. */
    public Map<UUID, List<Level>> levels(Map<UUID, Integer> editions) {
        return editions.isEmpty() ? Map.of() : this.editions.levels(editions);
    }
}
