package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.EmployeeKind;
import id.karier.rules.terms.JobGroup;
import id.karier.rules.terms.LeadershipTraining;
import id.karier.rules.terms.PenaltyLevel;
import id.karier.rules.terms.PerformancePredicate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Professionalism index (PermenPANRB 38/2018, BKN 8/2019, letter 4190/2024; DOMAIN 5). Every score already carries the
 * weight of its dimension.
 *
 * @param employeeKinds whom the version measures
 * @param maxima highest score of each dimension; together the highest index
 * @param highest the highest index
 * @param competencyTables the readings of the competence table, the default first
 * @param ownLevelTraining leadership training that counts for a group of jobs
 * @param performanceScores score by the numeric result used before 2022, by lower bound
 * @param performanceScale the numeric results that exist
 * @param performanceNone score without a result on record
 * @param categories bands of the index, on the exact score
 * @param evidence how far back evidence counts
 */
public record IpAsnBody(
        List<EmployeeKind> employeeKinds,
        Dimensions maxima,
        BigDecimal highest,
        Map<EducationLevel, BigDecimal> qualification,
        List<CompetencyTable> competencyTables,
        Map<JobGroup, List<LeadershipTraining>> ownLevelTraining,
        Map<PerformancePredicate, BigDecimal> performance,
        List<ScoreBand> performanceScores,
        Range performanceScale,
        BigDecimal performanceNone,
        Map<PenaltyLevel, BigDecimal> discipline,
        List<Band> categories,
        Evidence evidence)
        implements RuleBody {
    public IpAsnBody {
        employeeKinds = List.copyOf(employeeKinds);
        qualification = Tables.copy(qualification);
        competencyTables = List.copyOf(competencyTables);
        ownLevelTraining = Tables.copy(ownLevelTraining);
        performance = Tables.copy(performance);
        performanceScores = List.copyOf(performanceScores);
        discipline = Tables.copy(discipline);
        categories = List.copyOf(categories);
    }

    /** A figure for each of the four dimensions. */
    public record Dimensions(
            BigDecimal qualification, BigDecimal competency, BigDecimal performance, BigDecimal discipline) {
        BigDecimal sum() {
            return qualification.add(competency).add(performance).add(discipline);
        }
    }

    /** One reading of the competence table: points by group of jobs. */
    public record CompetencyTable(String code, Map<JobGroup, CompetencyPoints> points) {
        public CompetencyTable {
            points = Tables.copy(points);
        }
    }

    /** Points of each item, all or nothing; zero where the item does not count for the group. */
    public record CompetencyPoints(
            BigDecimal leadership, BigDecimal functional, BigDecimal technical, BigDecimal seminar) {
        BigDecimal sum() {
            return leadership.add(functional).add(technical).add(seminar);
        }
    }

    /** Score from a lower bound, inclusive, up to the next one. */
    public record ScoreBand(BigDecimal from, BigDecimal score) {}

    /**
     * @param technicalMinimumJp learning hours from which a technical training counts
     * @param technicalWindowYears years back that technical training counts, by group; a group that is absent has no
     *     window
     * @param seminarWindowYears years back that seminars, workshops and courses count
     * @param disciplineWindowYears years back that a penalty counts
     */
    public record Evidence(
            BigDecimal technicalMinimumJp,
            Map<JobGroup, Integer> technicalWindowYears,
            int seminarWindowYears,
            int disciplineWindowYears) {
        public Evidence {
            technicalWindowYears = Tables.copy(technicalWindowYears);
        }
    }

    @Override
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        if (maxima.sum().compareTo(highest) != 0) {
            found.add(Violation.at("/body/maxima", "MAXIMA_NOT_HIGHEST", maxima.sum(), highest));
        }
        found.addAll(Tables.totalViolations("/body/qualification", qualification.keySet(), EducationLevel.class));
        found.addAll(Tables.totalViolations("/body/performance", performance.keySet(), PerformancePredicate.class));
        found.addAll(Tables.totalViolations("/body/discipline", discipline.keySet(), PenaltyLevel.class));
        found.addAll(Tables.readingViolations(
                "/body/competencyTables",
                competencyTables.stream().map(CompetencyTable::code).toList()));
        for (int i = 0; i < competencyTables.size(); i++) {
            var table = competencyTables.get(i);
            var pointer = "/body/competencyTables/" + i + "/points";
            found.addAll(Tables.totalViolations(pointer, table.points().keySet(), JobGroup.class));
            table.points().forEach((group, points) -> {
                if (points.sum().compareTo(maxima.competency()) != 0) {
                    found.add(Violation.at(pointer + "/" + group, "POINTS_NOT_MAXIMUM", points.sum()));
                }
            });
        }
        for (int i = 1; i < performanceScores.size(); i++) {
            if (performanceScores
                            .get(i)
                            .from()
                            .compareTo(performanceScores.get(i - 1).from())
                    >= 0) {
                found.add(Violation.at("/body/performanceScores/" + i, "BANDS_NOT_FALLING", i));
            }
        }
        if (performanceScores.get(performanceScores.size() - 1).from().compareTo(performanceScale.from()) != 0) {
            found.add(Violation.at("/body/performanceScores", "BANDS_INCOMPLETE", performanceScale.from()));
        }
        found.addAll(Band.violations("/body/categories", categories, BigDecimal.ZERO));
        return found;
    }
}
