package id.karier.rulebook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.karier.rules.AgencyRuleSets;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSetKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The approved versions of the agencies, remembered for a few seconds: another node's approval is seen that soon. */
@ApplicationScoped
class OwnRuleSets implements AgencyRuleSets {
    private static final Duration MEMORY = Duration.ofSeconds(10);

    private final RulebookQueries queries;
    private final RuleSetDocuments documents;
    private final Cache<Key, List<RuleSet<?>>> remembered;

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
    public List<RuleSet<?>> inForce(String agency, RuleSetKind kind) {
        return remembered.get(new Key(agency, kind), this::load);
    }

    void forget(String agency, RuleSetKind kind) {
        remembered.invalidate(new Key(agency, kind));
    }

    private List<RuleSet<?>> load(Key key) {
        var own = new ArrayList<RuleSet<?>>();
        for (var document : queries.approved(key.agency(), key.kind())) {
            own.add(documents.read(RuleSetDocuments.tree(document), key.agency()));
        }
        return List.copyOf(own);
    }
}
