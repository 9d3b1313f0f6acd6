package id.karier.rules;

import id.karier.kernel.Published;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The store of rule sets: the national ones by kind, newest first, and the agencies' own from where they are kept.
 *
 * <p>Picking is by name, or by day: the agency's version in force first, then the national one.
 */
@Published
public final class RuleSets {
    private static final Comparator<RuleSet<?>> NEWEST_FIRST = Comparator.<RuleSet<?>, java.time.LocalDate>comparing(
                    RuleSet::effectiveFrom)
            .reversed()
            .thenComparing(RuleSet::version);

    private final Map<RuleSetKind, List<RuleSet<?>>> national = new EnumMap<>(RuleSetKind.class);
    private final AgencyRuleSets agencies;

    public RuleSets(List<RuleSet<?>> national, AgencyRuleSets agencies) {
        for (var kind : RuleSetKind.values()) {
            this.national.put(
                    kind,
                    national.stream()
                            .filter(ruleSet -> ruleSet.kind() == kind)
                            .sorted(NEWEST_FIRST)
                            .toList());
        }
        this.agencies = agencies;
    }

    /** The national rule sets only, read from the classpath and checked. */
    public static RuleSets national() {
        return new RuleSets(new RuleSetDocuments().national(), (agency, kind) -> List.of());
    }

    /** The rule set that a case asks for; empty when no version bears the name or none is in force on the day. */
    public <B extends RuleBody> Optional<RuleSet<B>> find(Class<B> bodyType, Selection selection) {
        return all(RuleSetKind.of(bodyType), selection.agency()).stream()
                .filter(ruleSet -> selection.version() == null
                        ? ruleSet.inForceOn(selection.asOf())
                        : ruleSet.version().equals(selection.version()))
                .findFirst()
                .map(ruleSet -> ruleSet.as(bodyType));
    }

    /** Every version of a kind that an agency can see: its own first, then the national ones, newest first. */
    public List<RuleSet<?>> all(RuleSetKind kind, @org.jspecify.annotations.Nullable String agency) {
        var known = national.getOrDefault(kind, List.of());
        if (agency == null) {
            return known;
        }
        var own = agencies.approved(agency, kind);
        if (own.isEmpty()) {
            return known;
        }
        var both = new ArrayList<RuleSet<?>>();
        own.forEach(version -> both.add(whileBaseLasts(version.ruleSet(), version.basedOn())));
        both.sort(NEWEST_FIRST);
        both.addAll(known);
        return both;
    }

    /**
     * An agency's version, ending with the national one that it was made from: what the law left open in one version it
     * may have closed in the next, and the figures that were copied are the old ones.
     */
    public RuleSet<?> whileBaseLasts(RuleSet<?> own, String basedOn) {
        var base = all(own.kind(), null).stream()
                .filter(version -> version.version().equals(basedOn))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no national version " + own.kind() + " " + basedOn));
        return own.endingBy(base.effectiveTo());
    }
}
