package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.AwardFacts;
import id.karier.history.entry.HistoryJson.CreditFacts;
import id.karier.history.entry.HistoryJson.DisciplineFacts;
import id.karier.history.entry.HistoryJson.EducationFacts;
import id.karier.history.entry.HistoryJson.PositionEntry;
import id.karier.history.entry.HistoryJson.PositionFacts;
import id.karier.history.entry.HistoryJson.RankFacts;
import id.karier.history.entry.HistoryJson.TrainingFacts;
import id.karier.history.entry.HistoryKind.Reference;
import id.karier.history.entry.HistoryKind.Sealing;
import id.karier.history.entry.StatusJson.StatusEntry;
import id.karier.history.entry.StatusJson.StatusFacts;
import id.karier.organisation.reference.ReferenceLists;
import java.util.List;

/** The eight histories. */
final class HistoryKinds {
    static final HistoryKind<EmployeeRank, RankFacts> RANKS = new HistoryKind<>(
            "ranks",
            HistoryObjects.RANK,
            EmployeeRank.class,
            RankFacts.class,
            "startsOn",
            HistoryKind.entries("ranks", HistoryObjects.RANK, RankFacts.class, "startsOn", RankFacts::startsOn),
            (rank, dates, others) -> HistoryOutcome.both(
                    HistoryRules.rank(
                            rank,
                            dates,
                            others.kindOn().apply(rank.startsOn()),
                            others.facts().get()),
                    StatusRules.served(rank, others.statuses().get())),
            List.of(),
            true,
            Sealing.none());

    /** Added and changed by {@link PositionHistoryService}, which knows the positions and units that they refer to. */
    static final HistoryKind<EmployeePosition, PositionFacts> POSITIONS = new HistoryKind<>(
            "positions",
            HistoryObjects.POSITION,
            EmployeePosition.class,
            PositionFacts.class,
            "startsOn",
            HistoryKind.views(
                    "positions", HistoryObjects.POSITION, PositionEntry.class, "startsOn", PositionEntry::startsOn),
            (position, dates, others) -> HistoryOutcome.both(
                    PositionHistoryRules.dates(position, dates),
                    StatusRules.holding(
                            position.startsOn(),
                            position.endsOn(),
                            others.statuses().get())),
            List.of(),
            true,
            Sealing.none());

    static final HistoryKind<EmployeeEducation, EducationFacts> EDUCATIONS = new HistoryKind<>(
            "educations",
            HistoryObjects.EDUCATION,
            EmployeeEducation.class,
            EducationFacts.class,
            "graduatedOn",
            HistoryKind.entries(
                    "educations",
                    HistoryObjects.EDUCATION,
                    EducationFacts.class,
                    "graduatedOn",
                    "counts_from",
                    EducationFacts::countsFrom),
            (education, dates, others) -> HistoryRules.education(education, dates),
            List.of(),
            true,
            Sealing.none());

    static final HistoryKind<EmployeeTraining, TrainingFacts> TRAININGS = new HistoryKind<>(
            "trainings",
            HistoryObjects.TRAINING,
            EmployeeTraining.class,
            TrainingFacts.class,
            "startsOn",
            HistoryKind.entries(
                    "trainings",
                    HistoryObjects.TRAINING,
                    TrainingFacts.class,
                    "startsOn",
                    "counts_from",
                    TrainingFacts::countsFrom),
            (training, dates, others) -> HistoryOutcome.both(
                    HistoryRules.training(training, dates),
                    StatusRules.served(training, others.statuses().get())),
            List.of(new Reference<>(ReferenceLists.TRAINING_FORMS, "/form", TrainingFacts::form)),
            false,
            Sealing.none());

    static final HistoryKind<EmployeeAward, AwardFacts> AWARDS = new HistoryKind<>(
            "awards",
            HistoryObjects.AWARD,
            EmployeeAward.class,
            AwardFacts.class,
            "grantedOn",
            HistoryKind.entries("awards", HistoryObjects.AWARD, AwardFacts.class, "grantedOn", AwardFacts::grantedOn),
            (award, dates, others) -> HistoryRules.award(award, dates),
            List.of(),
            false,
            Sealing.none());

    static final HistoryKind<EmployeeDiscipline, DisciplineFacts> DISCIPLINES = new HistoryKind<>(
            "disciplines",
            HistoryObjects.DISCIPLINE,
            EmployeeDiscipline.class,
            DisciplineFacts.class,
            "startsOn",
            HistoryKind.entries(
                    "disciplines",
                    HistoryObjects.DISCIPLINE,
                    DisciplineFacts.class,
                    "startsOn",
                    DisciplineFacts::startsOn),
            (discipline, dates, others) -> HistoryOutcome.both(
                    HistoryRules.discipline(discipline, dates),
                    HistoryOutcome.both(
                            StatusRules.served(discipline, others.statuses().get()),
                            StatusRules.dismissal(discipline, others.statuses().get()))),
            List.of(new Reference<>(ReferenceLists.DISCIPLINE_PENALTIES, "/penalty", DisciplineFacts::penalty)),
            false,
            new Sealing<>(HistoryObjects.REASON_PLACE, DisciplineFacts::reason, DisciplineFacts::withReason));

    static final HistoryKind<EmployeeCredit, CreditFacts> CREDITS = new HistoryKind<>(
            "credits",
            HistoryObjects.CREDIT,
            EmployeeCredit.class,
            CreditFacts.class,
            "startsOn",
            HistoryKind.entries("credits", HistoryObjects.CREDIT, CreditFacts.class, "startsOn", CreditFacts::startsOn),
            (credit, dates, others) -> HistoryOutcome.both(
                    HistoryRules.credit(credit, dates),
                    StatusRules.served(credit, others.statuses().get())),
            List.of(),
            false,
            Sealing.none());

    /** Added and changed by {@link StatusHistoryService}, which ends the positions of who leaves. */
    static final HistoryKind<StatusRow, StatusFacts> STATUSES = new HistoryKind<>(
            "statuses",
            HistoryObjects.STATUS,
            StatusRow.class,
            StatusFacts.class,
            "startsOn",
            HistoryKind.views("statuses", HistoryObjects.STATUS, StatusEntry.class, "startsOn", StatusEntry::startsOn),
            (status, dates, others) -> StatusRules.facts(status, dates),
            List.of(),
            true,
            Sealing.none());

    /** The histories of which nothing begins once the person has left. */
    static final List<HistoryKind<?, ?>> SERVED = List.of(RANKS, TRAININGS, DISCIPLINES, CREDITS);

    /** The histories of which nothing begins before the first appointment. */
    static final List<HistoryKind<?, ?>> SINCE_APPOINTMENT = List.of(RANKS, POSITIONS, DISCIPLINES, CREDITS, STATUSES);

    /** The histories whose entries another entry may end. */
    static final List<Class<? extends ClosableEntry<?>>> CLOSABLE = List.of(EmployeePosition.class, StatusRow.class);

    /** Every one of them: what is not here is left out where histories are read as a whole. */
    static final List<HistoryKind<?, ?>> ALL =
            List.of(RANKS, POSITIONS, EDUCATIONS, TRAININGS, AWARDS, DISCIPLINES, CREDITS, STATUSES);

    private HistoryKinds() {}
}
