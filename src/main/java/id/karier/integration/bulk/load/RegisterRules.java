package id.karier.integration.bulk.load;

import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeStatus;
import id.karier.history.entry.EntryRules;
import id.karier.history.entry.EntryRules.Days;
import id.karier.integration.siasn.Dossier.AwardEntry;
import id.karier.integration.siasn.Dossier.CreditEntry;
import id.karier.integration.siasn.Dossier.DisciplineEntry;
import id.karier.integration.siasn.Dossier.EducationEntry;
import id.karier.integration.siasn.Dossier.Entry;
import id.karier.integration.siasn.Dossier.PositionEntry;
import id.karier.integration.siasn.Dossier.RankEntry;
import id.karier.integration.siasn.Dossier.StatusEntry;
import id.karier.integration.siasn.Dossier.TrainingEntry;
import id.karier.integration.siasn.Issue;
import id.karier.kernel.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The register's own rules on what a dossier says, each refusal at the column that it is about. */
final class RegisterRules {
    private static final String STARTS_ON = "/startsOn";
    private static final String UNSAID = "-";

    /** Where a file says what a rule names; a payload is named by its kind. */
    private static final Map<String, String> OF_RANK = Map.of("/rank", "gol_akhir_nama", STARTS_ON, "tmt_golongan");

    private static final Map<String, String> OF_POSITION = Map.of(STARTS_ON, "tmt_jabatan");
    private static final Map<String, String> OF_EDUCATION = Map.of("/graduatedOn", "tahun_lulus");

    private final StoredPerson person;
    private final Days days;
    private final Function<LocalDate, EmployeeKind> kindOn;
    private final Function<LocalDate, EmployeeStatus> standingOn;

    /**
     * @param kindOn as what the person served on a day
     * @param standingOn the legal standing of a day
     */
    RegisterRules(
            StoredPerson person,
            LocalDate today,
            Function<LocalDate, EmployeeKind> kindOn,
            Function<LocalDate, EmployeeStatus> standingOn) {
        this.person = person;
        this.days = new Days(person.birthDate(), person.firstAppointmentOn(), today);
        this.kindOn = kindOn;
        this.standingOn = standingOn;
    }

    /** Why the register would refuse an entry; nothing for one that it would take. */
    List<Issue> check(Entry entry) {
        if (entry instanceof RankEntry rank) {
            var code = rank.grade().code();
            var reasons = EntryRules.rank(code, rank.startsOn(), kindOn.apply(rank.startsOn()), days);
            boolean first = rank.startsOn().equals(person.firstAppointmentOn());
            var columns = first ? Map.of("/rank", "gol_awal_nama", STARTS_ON, "tmt_cpns") : OF_RANK;
            return issues(entry, reasons, columns, Map.of("/rank", code, STARTS_ON, rank.startsOn()));
        } else if (entry instanceof PositionEntry position) {
            var reasons = EntryRules.position(position.startsOn(), position.swornInOn(), days);
            return issues(entry, reasons, OF_POSITION, Map.of(STARTS_ON, position.startsOn()));
        } else if (entry instanceof EducationEntry education) {
            var on = education.graduatedOn();
            var reasons = EntryRules.education(education.level(), education.field(), on, days);
            return issues(entry, reasons, OF_EDUCATION, Map.of("/graduatedOn", on));
        } else if (entry instanceof TrainingEntry training) {
            return issues(
                    entry,
                    EntryRules.training(training.startsOn(), training.endsOn(), training.hours(), days),
                    Map.of(),
                    Map.of(STARTS_ON, training.startsOn(), "/hours", training.hours()));
        } else if (entry instanceof AwardEntry award) {
            var reasons = EntryRules.award(award.grantedOn(), days);
            return issues(entry, reasons, Map.of(), Map.of("/grantedOn", award.grantedOn()));
        } else if (entry instanceof DisciplineEntry penalty) {
            var reasons = new ArrayList<>(EntryRules.discipline(
                    penalty.level(),
                    penalty.penalty(),
                    // the national system has rows that leave the penalty unsaid
                    penalty.penaltyName() == null ? UNSAID : penalty.penaltyName(),
                    penalty.startsOn(),
                    penalty.endsOn(),
                    days));
            reasons.addAll(
                    EntryRules.dismissal(penalty.penalty(), penalty.startsOn(), standingOn.apply(penalty.startsOn())));
            return issues(entry, reasons, Map.of(), Map.of(STARTS_ON, penalty.startsOn()));
        } else if (entry instanceof StatusEntry status) {
            var decree = status.origin();
            var reasons = EntryRules.status(
                    status.status(),
                    status.startsOn(),
                    status.endsOn(),
                    decree.decreeNumber(),
                    decree.decreeDate(),
                    days);
            return issues(entry, reasons, Map.of(), Map.of(STARTS_ON, status.startsOn()));
        } else if (entry instanceof CreditEntry credit) {
            var reasons = EntryRules.credit(credit.level(), credit.startsOn(), credit.endsOn(), credit.credit(), days);
            return issues(entry, reasons, Map.of(), Map.of(STARTS_ON, credit.startsOn(), "/endsOn", credit.endsOn()));
        }
        return List.of();
    }

    private static List<Issue> issues(
            Entry entry, List<FieldError> reasons, Map<String, String> columns, Map<String, ?> values) {
        var raw = entry.origin().raw();
        var issues = new ArrayList<Issue>();
        for (var reason : reasons) {
            var pointer = reason.pointer();
            var value = values.get(pointer);
            issues.add(new Issue(
                    raw == null ? columns.getOrDefault(pointer, pointer.substring(1)) : raw.kind(),
                    value == null ? null : value.toString(),
                    reason.code(),
                    reason.figures()));
        }
        return issues;
    }
}
