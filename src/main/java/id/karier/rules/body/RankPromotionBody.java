package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.EducationVariant;
import id.karier.rules.terms.EmployeeKind;
import id.karier.rules.terms.LeadershipTraining;
import id.karier.rules.terms.PenaltyLevel;
import id.karier.rules.terms.PerformancePredicate;
import id.karier.rules.terms.PositionLevel;
import id.karier.rules.terms.Rank;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rank promotion of permanent civil servants (PP 99/2000 jo. PP 12/2002, BKN 2/2025, BKN 4/2025; DOMAIN 7.1–7.2).
 *
 * @param employeeKinds who has ranks to be promoted in
 * @param periodMonths months on whose first day a promotion may take effect
 * @param blockingPenalties levels of penalty during which nobody is promoted
 * @param performance predicates that every kind but PRESTASI asks for
 * @param serviceExams service examinations by rank step; null in a document before ADR 0110, whose {@code regular} has
 *     its own
 * @param clauses clause of law by code of the check
 */
public record RankPromotionBody(
        List<EmployeeKind> employeeKinds,
        List<Integer> periodMonths,
        List<PenaltyLevel> blockingPenalties,
        Performance performance,
        Regular regular,
        Structural structural,
        Functional functional,
        Outstanding outstanding,
        @Nullable List<ServiceExam> serviceExams,
        Map<String, String> clauses)
        implements RuleBody {
    public RankPromotionBody {
        employeeKinds = List.copyOf(employeeKinds);
        periodMonths = periodMonths.stream().sorted().toList();
        blockingPenalties = List.copyOf(blockingPenalties);
        serviceExams = serviceExams == null ? null : List.copyOf(serviceExams);
        clauses = Tables.copy(clauses);
    }

    /** The last so many whole years must each be at least so good. */
    public record Performance(int years, PerformancePredicate atLeast) {}

    /**
     * @param superiorRankBinds whether the next rank may not exceed the direct superior's
     * @param ceilings top rank by education
     * @param serviceExams rank from which the step up needs a service examination that is asked of nobody who does not
     *     state it; only in a document before ADR 0110
     * @param examExempt levels of education that need none; likewise
     */
    public record Regular(
            int yearsInRank,
            boolean superiorRankBinds,
            List<Ceiling> ceilings,
            @Nullable List<Rank> serviceExams,
            @Nullable List<EducationLevel> examExempt) {
        public Regular {
            ceilings = List.copyOf(ceilings);
            serviceExams = serviceExams == null ? null : List.copyOf(serviceExams);
            examExempt = examExempt == null ? null : List.copyOf(examExempt);
        }

        /** Whether the step up from a rank needs an examination, under a document before ADR 0110. */
        public boolean asksExamination(Rank rank, EducationLevel education) {
            return serviceExams != null
                    && serviceExams.contains(rank)
                    && (examExempt == null || !examExempt.contains(education));
        }

        /** The ceiling of an education: of its variant, else the general one. */
        public Optional<Rank> ceiling(EducationLevel education, EducationVariant variant) {
            return ceilings.stream()
                    .filter(ceiling -> ceiling.education() == education && ceiling.variant() == variant)
                    .findFirst()
                    .or(() -> ceilings.stream()
                            .filter(ceiling ->
                                    ceiling.education() == education && ceiling.variant() == EducationVariant.UMUM)
                            .findFirst())
                    .map(Ceiling::rank);
        }
    }

    public record Ceiling(EducationLevel education, EducationVariant variant, Rank rank) {}

    /**
     * @param stepsBelow how many ranks below the post's lowest a holder may stand
     * @param yearsInRankBelow years in rank for a holder below the post's lowest rank
     * @param yearsInPostBelow years in post for such a holder
     * @param yearsInRankFast years in rank with which such a holder need not wait in the post
     * @param yearsInRankWithin years in rank for a holder within the post's ranks
     * @param postRanks range of ranks by level and old echelon
     */
    public record Structural(
            int stepsBelow,
            int yearsInRankBelow,
            int yearsInPostBelow,
            int yearsInRankFast,
            int yearsInRankWithin,
            List<PostRanks> postRanks) {
        public Structural {
            postRanks = List.copyOf(postRanks);
        }

        /** The range of a post by its echelon; an echelon that two levels share needs the level as well. */
        public Optional<PostRanks> ranks(String echelon, @Nullable PositionLevel level) {
            return postRanks.stream()
                    .filter(range -> range.echelon().equals(echelon))
                    .filter(range -> level == null || range.postLevel() == level)
                    .findFirst();
        }

        /** The ranges of a level, one by echelon. */
        public List<PostRanks> ranks(PositionLevel level) {
            return postRanks.stream()
                    .filter(range -> range.postLevel() == level)
                    .toList();
        }
    }

    public record PostRanks(PositionLevel postLevel, String echelon, Rank lowest, Rank highest) {}

    /**
     * @param levelFirst whether the level goes before the rank: a rank below the level's lowest rises without further
     *     credit, one at or above its top does not rise; null in a document before ADR 0110
     */
    public record Functional(int yearsInRank, @Nullable Boolean levelFirst) {
        public boolean putsLevelFirst() {
            return Boolean.TRUE.equals(levelFirst);
        }
    }

    /**
     * A service examination (<em>ujian dinas</em>).
     *
     * @param from the rank from which the step up needs it
     * @param exemptEducation levels of education that are not asked
     * @param exemptVariants schools that are not asked, whatever the level
     * @param exemptTraining leadership trainings that stand in for it
     * @param exemptKinds kinds of promotion that do not ask
     */
    public record ServiceExam(
            String code,
            Rank from,
            List<EducationLevel> exemptEducation,
            List<EducationVariant> exemptVariants,
            List<LeadershipTraining> exemptTraining,
            List<String> exemptKinds) {
        public ServiceExam {
            exemptEducation = List.copyOf(exemptEducation);
            exemptVariants = List.copyOf(exemptVariants);
            exemptTraining = List.copyOf(exemptTraining);
            exemptKinds = List.copyOf(exemptKinds);
        }
    }

    /** The examination that the step up from a rank asks for. */
    public Optional<ServiceExam> serviceExam(Rank from) {
        return serviceExams == null
                ? Optional.empty()
                : serviceExams.stream().filter(exam -> exam.from() == from).findFirst();
    }

    public record Outstanding(int yearsInRank, Performance performance) {}

    @Override
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        found.addAll(Tables.totalViolations(
                "/body/regular/ceilings",
                regular.ceilings().stream()
                        .filter(ceiling -> ceiling.variant() == EducationVariant.UMUM)
                        .map(Ceiling::education)
                        .toList(),
                EducationLevel.class));
        for (int i = 0; i < structural.postRanks().size(); i++) {
            var range = structural.postRanks().get(i);
            if (range.lowest().isAbove(range.highest())) {
                found.add(Violation.at(
                        "/body/structural/postRanks/" + i, "RANGE_EMPTY", range.lowest(), range.highest()));
            }
        }
        return found;
    }
}
