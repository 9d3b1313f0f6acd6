package id.karier.history.entry;

import id.karier.history.entry.CareerJson.CreditEntry;
import id.karier.history.entry.CareerJson.CreditFacts;
import id.karier.history.entry.CareerJson.PositionEntry;
import id.karier.history.entry.CareerJson.PositionFacts;
import id.karier.history.entry.CareerJson.RankEntry;
import id.karier.history.entry.CareerJson.RankFacts;
import id.karier.history.entry.HistoryKind.Reference;
import id.karier.history.entry.RecordJson.AwardEntry;
import id.karier.history.entry.RecordJson.AwardFacts;
import id.karier.history.entry.RecordJson.DisciplineEntry;
import id.karier.history.entry.RecordJson.DisciplineFacts;
import id.karier.history.entry.RecordJson.EducationEntry;
import id.karier.history.entry.RecordJson.EducationFacts;
import id.karier.history.entry.RecordJson.TrainingEntry;
import id.karier.history.entry.RecordJson.TrainingFacts;
import id.karier.organisation.reference.ReferenceLists;
import java.util.List;

/** The seven histories. */
final class HistoryKinds {
    static final HistoryKind<EmployeeRank, RankFacts, RankEntry> RANKS = new HistoryKind<>(
            "ranks",
            EmployeeRank.class,
            RankFacts.class,
            "startsOn",
            RankEntry::startsOn,
            EmployeeRank::new,
            (rank, life, rest) -> HistoryRules.rank(
                    rank,
                    life,
                    rest.kindOn().apply(rank.startsOn()),
                    rest.others().get()),
            List.of(),
            true);

    /** Made and changed by {@link PositionService}, which knows the positions and units that they refer to. */
    static final HistoryKind<EmployeePosition, PositionFacts, PositionEntry> POSITIONS = new HistoryKind<>(
            "positions",
            EmployeePosition.class,
            PositionFacts.class,
            "startsOn",
            PositionEntry::startsOn,
            (id, employee, facts) -> {
                throw new UnsupportedOperationException("a position is made by its service");
            },
            (position, life, rest) -> PositionHistoryRules.dates(position, life),
            List.of(),
            true);

    static final HistoryKind<EmployeeEducation, EducationFacts, EducationEntry> EDUCATIONS = new HistoryKind<>(
            "educations",
            EmployeeEducation.class,
            EducationFacts.class,
            "graduatedOn",
            EducationEntry::graduatedOn,
            EmployeeEducation::new,
            (education, life, rest) -> HistoryRules.education(education, life),
            List.of(),
            true);

    static final HistoryKind<EmployeeTraining, TrainingFacts, TrainingEntry> TRAININGS = new HistoryKind<>(
            "trainings",
            EmployeeTraining.class,
            TrainingFacts.class,
            "startsOn",
            TrainingEntry::startsOn,
            EmployeeTraining::new,
            (training, life, rest) -> HistoryRules.training(training, life),
            List.of(new Reference<>(ReferenceLists.TRAINING_FORMS, "/form", TrainingFacts::form)),
            false);

    static final HistoryKind<EmployeeAward, AwardFacts, AwardEntry> AWARDS = new HistoryKind<>(
            "awards",
            EmployeeAward.class,
            AwardFacts.class,
            "grantedOn",
            AwardEntry::grantedOn,
            EmployeeAward::new,
            (award, life, rest) -> HistoryRules.award(award, life),
            List.of(),
            false);

    static final HistoryKind<EmployeeDiscipline, DisciplineFacts, DisciplineEntry> DISCIPLINES = new HistoryKind<>(
            "disciplines",
            EmployeeDiscipline.class,
            DisciplineFacts.class,
            "startsOn",
            DisciplineEntry::startsOn,
            EmployeeDiscipline::new,
            (discipline, life, rest) -> HistoryRules.discipline(discipline, life),
            List.of(new Reference<>(ReferenceLists.DISCIPLINE_PENALTIES, "/penalty", DisciplineFacts::penalty)),
            false);

    static final HistoryKind<EmployeeCredit, CreditFacts, CreditEntry> CREDITS = new HistoryKind<>(
            "credits",
            EmployeeCredit.class,
            CreditFacts.class,
            "startsOn",
            CreditEntry::startsOn,
            EmployeeCredit::new,
            (credit, life, rest) -> HistoryRules.credit(credit, life),
            List.of(),
            false);

    private HistoryKinds() {}
}
