package id.karier.rules;

import id.karier.kernel.Published;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The store of rule sets: the national ones by kind, newest first, and the agencies' own from where they are kept.
 *
 * <p>Picking is by name, or by day: the agency's version in force first, then the national one.
 */
@Published
public final class RuleSets {
    private static final Comparator<RuleSet<?>> NEWEST_FIRST = Comparator.<RuleSet<?>, LocalDate>comparing(
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

    /** The law that a case is decided by, with what was enacted by then for the days to come. */
    public <B extends RuleBody> Optional<Law<B>> law(Class<B> bodyType, Selection selection) {
        return find(bodyType, selection).map(now -> new Law<>(now, coming(bodyType, selection, now)));
    }

    /** Where a version was named, that one counts on every day. */
    private <B extends RuleBody> NavigableMap<LocalDate, RuleSet<B>> coming(
            Class<B> bodyType, Selection selection, RuleSet<B> now) {
        var coming = new TreeMap<LocalDate, RuleSet<B>>();
        if (selection.version() != null) {
            return coming;
        }
        var known = all(RuleSetKind.of(bodyType), selection.agency()).stream()
                .filter(ruleSet -> ruleSet.knownOn(selection.asOf()))
                .toList();
        var before = now;
        for (var day : turningDays(known, selection.asOf())) {
            var then = known.stream()
                    .filter(ruleSet -> ruleSet.inForceOn(day))
                    .findFirst()
                    .map(ruleSet -> ruleSet.as(bodyType));
            if (then.isPresent() && !then.get().version().equals(before.version())) {
                before = then.get();
                coming.put(day, before);
            }
        }
        return coming;
    }

    private static SortedSet<LocalDate> turningDays(List<RuleSet<?>> known, LocalDate after) {
        var days = new TreeSet<LocalDate>();
        for (var ruleSet : known) {
            days.add(ruleSet.effectiveFrom());
            if (ruleSet.effectiveTo() != null) {
                days.add(ruleSet.effectiveTo().plusDays(1));
            }
        }
        return days.tailSet(after.plusDays(1));
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
     * may have closed in the next, and the figures that were copied are the old ones. Where that one's reading was mended
     * since, the agency's choices stand on the mended one (ADR 0110).
     */
    public RuleSet<?> whileBaseLasts(RuleSet<?> own, String basedOn) {
        var base = all(own.kind(), null).stream()
                .filter(version -> version.version().equals(basedOn))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no national version " + own.kind() + " " + basedOn));
        boolean isMended = own.ref().revision() < base.ref().revision();
        return (isMended ? RuleSetDocuments.choicesOn(base, own) : own).endingBy(base.effectiveTo());
    }
}
