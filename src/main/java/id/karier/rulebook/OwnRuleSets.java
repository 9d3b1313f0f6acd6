package id.karier.rulebook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.karier.rules.AgencyRuleSets;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSetKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The approved versions of the agencies, remembered for a few seconds: another node's approval is seen that soon. */
@ApplicationScoped
class OwnRuleSets implements AgencyRuleSets {
    private static final Duration MEMORY = Duration.ofSeconds(10);

    private final RulebookQueries queries;
    private final RuleSetDocuments documents;
    private final Cache<Key, List<Own>> remembered;

    OwnRuleSets(RulebookQueries queries, RuleSetDocuments documents) {
        this.queries = queries;
        this.documents = documents;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(MEMORY)
                .build();
    }

    private record Key(String agency, RuleSetKind kind) {}

    @Override
    public List<Own> approved(String agency, RuleSetKind kind) {
        return remembered.get(new Key(agency, kind), this::load);
    }

    void forget(String agency, RuleSetKind kind) {
        remembered.invalidate(new Key(agency, kind));
    }

    private List<Own> load(Key key) {
        return queries.approved(key.agency(), key.kind()).stream()
                .map(own -> new Own(documents.read(RuleSetDocuments.tree(own.document()), key.agency()), own.basedOn()))
                .toList();
    }
}
