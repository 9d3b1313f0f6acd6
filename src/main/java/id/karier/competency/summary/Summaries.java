package id.karier.competency.summary;

import id.karier.competency.CompetencyLaw;
import id.karier.competency.dictionary.CompetencyDirectory;
import id.karier.competency.dictionary.CompetencyDirectory.Facts;
import id.karier.competency.summary.SummaryJson.Figures;
import id.karier.competency.summary.SummaryJson.LevelRow;
import id.karier.competency.summary.SummaryJson.UnitRow;
import id.karier.competency.summary.SummaryJson.View;
import id.karier.competency.summary.SummaryRules.Count;
import id.karier.competency.summary.SuppressionRules.Node;
import id.karier.competency.summary.SuppressionRules.Size;
import id.karier.competency.summary.SuppressionRules.Told;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.UnitDirectory;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sums a competency up for an agency. What is told is always chosen for the whole agency at once, whatever part of it is asked
 * for: a reader who asks twice gets nothing by the difference.
 */
@ApplicationScoped
class Summaries {
    /** Stands for the agency, above all units. */
    private static final UUID AGENCY = new UUID(0, 0);

    private final SummaryQueries queries;
    private final CompetencyDirectory competencies;
    private final CompetencyLaw law;
    private final UnitDirectory units;
    private final AgencyDirectory agencies;
    private final SummaryConfig config;
    private final Caller caller;

    Summaries(
            SummaryQueries queries,
            CompetencyDirectory competencies,
            CompetencyLaw law,
            UnitDirectory units,
            AgencyDirectory agencies,
            SummaryConfig config,
            Caller caller) {
        this.queries = queries;
        this.competencies = competencies;
        this.law = law;
        this.units = units;
        this.agencies = agencies;
        this.config = config;
        this.caller = caller;
    }

    /** What is counted directly in a unit by level, and the units below each unit. */
    private record Tree(Map<UUID, Map<PositionLevel, Count>> own, Map<UUID, Set<UUID>> below) {
        Node<PositionLevel> node(UUID unit) {
            var sizes = new HashMap<PositionLevel, Size>();
            own.getOrDefault(unit, Map.of()).forEach((level, count) -> sizes.put(level, count.size()));
            return new Node<>(unit, sizes, below(unit).stream().map(this::node).toList());
        }

        Count whole(UUID unit) {
            return below(unit).stream()
                    .map(this::whole)
                    .reduce(Count.sum(own.getOrDefault(unit, Map.of()).values()), Count::plus);
        }

        Set<UUID> below(UUID unit) {
            return below.getOrDefault(unit, Set.of());
        }

        Map<PositionLevel, Count> levels() {
            var levels = new EnumMap<PositionLevel, Count>(PositionLevel.class);
            own.values().forEach(counts -> counts.forEach((level, count) -> levels.merge(level, count, Count::plus)));
            return levels;
        }
    }

    /**
     * @param asked the unit below which units are told one by one, null for the topmost
     * @throws ProblemException 404 for a competency that neither the agency nor the nation has, 400 for no unit of the agency
     */
    View of(UUID competencyId, @Nullable UUID asked) {
        var competency = competencies.find(competencyId).orElseThrow(ProblemException::notFound);
        if (asked != null && !units.exists(asked)) {
            throw new ProblemException(ErrorCode.INVALID_PARAMETER, FieldError.of("unit", "UNKNOWN_ID"));
        }
        var today = agencies.today(caller.agency());
        var tree = tree(competency, today);
        var told = SuppressionRules.told(tree.node(AGENCY), config.smallestGroup());
        var rows = tree.below(asked == null ? AGENCY : asked).stream()
                .map(unit -> row(unit, tree, told))
                .sorted(Comparator.comparing(UnitRow::name).thenComparing(UnitRow::id))
                .toList();
        return new View(
                competency.ref(),
                today,
                config.smallestGroup(),
                told.total() ? SummaryRules.figures(tree.whole(AGENCY)) : Figures.SUPPRESSED,
                asked == null ? null : row(asked, tree, told),
                rows,
                levels(tree, told));
    }

    private UnitRow row(UUID unit, Tree tree, Told<PositionLevel> told) {
        var figures = told.units().contains(unit) ? SummaryRules.figures(tree.whole(unit)) : Figures.SUPPRESSED;
        return new UnitRow(unit, units.find(unit).map(UnitDirectory.Facts::name).orElse("–"), figures);
    }

    private static List<LevelRow> levels(Tree tree, Told<PositionLevel> told) {
        var rows = new ArrayList<LevelRow>();
        tree.levels()
                .forEach((level, count) -> rows.add(new LevelRow(
                        level, told.levels().contains(level) ? SummaryRules.figures(count) : Figures.SUPPRESSED)));
        return List.copyOf(rows);
    }

    private Tree tree(Facts competency, LocalDate day) {
        var body = law.on(day, caller.agency()).body();
        boolean generic = competency.national() && competency.kind().isNational();
        Map<PositionLevel, Integer> byLevel = generic ? body.requiredLevels() : Map.of();
        var own = new HashMap<UUID, Map<PositionLevel, Count>>();
        for (var cell : queries.cells(competency.id(), day)) {
            var count = SummaryRules.count(cell, byLevel);
            if (count.people() > 0) {
                own.computeIfAbsent(
                                Objects.requireNonNullElse(cell.unit(), AGENCY),
                                unit -> new EnumMap<>(PositionLevel.class))
                        .merge(cell.level(), count, Count::plus);
            }
        }
        var below = new HashMap<UUID, Set<UUID>>();
        var peopled = own.keySet().stream().filter(unit -> !unit.equals(AGENCY)).toList();
        if (!peopled.isEmpty()) {
            units.paths(peopled).values().forEach(path -> hang(path, below));
        }
        return new Tree(own, below);
    }

    private static void hang(List<UUID> path, Map<UUID, Set<UUID>> below) {
        var above = AGENCY;
        for (var unit : path) {
            below.computeIfAbsent(above, parent -> new LinkedHashSet<>()).add(unit);
            above = unit;
        }
    }
}
