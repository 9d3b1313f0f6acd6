package id.karier.integration.bulk.load;

import id.karier.employee.EmployeeKind;
import id.karier.employee.ServiceAges.Span;
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
    private static final String DECREE_DATE = "/decreeDate";

    /** Where a file says what a rule names; a payload is named by its kind. */
    private static final Map<String, String> OF_RANK = Map.of("/rank", "gol_akhir_nama", STARTS_ON, "tmt_golongan");

    private static final Map<String, String> OF_POSITION = Map.of(STARTS_ON, "tmt_jabatan");
    private static final Map<String, String> OF_EDUCATION =
            Map.of("/graduatedOn", "tahun_lulus", "/graduatedYear", "tahun_lulus");

    private static final Map<String, String> OF_DECREE = Map.of(DECREE_DATE, "tanggal_sk_cpns");

    private final StoredPerson person;
    private final Days days;
    private final Function<LocalDate, EmployeeKind> kindOn;
    private final Standings standings;

    /**
     * @param span between which days she can serve
     * @param kindOn as what the person served on a day
     */
    RegisterRules(
            StoredPerson person,
            Span span,
            LocalDate today,
            Function<LocalDate, EmployeeKind> kindOn,
            Standings standings) {
        this.person = person;
        this.days = new Days(person.birthDate(), person.firstAppointmentOn(), span, today);
        this.kindOn = kindOn;
        this.standings = standings;
    }

    /** Why the register would refuse an entry; nothing for one that it would take. */
    List<Issue> check(Entry entry) {
        var issues = new ArrayList<>(facts(entry));
        var signed = entry.origin().decreeDate();
        // that of a standing is among its facts
        if (signed != null && !(entry instanceof StatusEntry)) {
            issues.addAll(issues(entry, EntryRules.decree(signed, days), OF_DECREE, Map.of(DECREE_DATE, signed)));
        }
        return issues;
    }

    private List<Issue> facts(Entry entry) {
        if (entry instanceof RankEntry rank) {
            var code = rank.grade().code();
            var kind = kindOn.apply(rank.startsOn());
            var reasons = EntryRules.rank(code, rank.promotionKind(), rank.startsOn(), kind, days, standings.all());
            boolean first = rank.startsOn().equals(person.firstAppointmentOn());
            var columns = first ? Map.of("/rank", "gol_awal_nama", STARTS_ON, "tmt_cpns") : OF_RANK;
            return issues(entry, reasons, columns, Map.of("/rank", code, STARTS_ON, rank.startsOn()));
        } else if (entry instanceof PositionEntry position) {
            var reasons = EntryRules.position(position.startsOn(), position.swornInOn(), days);
            return issues(entry, reasons, OF_POSITION, Map.of(STARTS_ON, position.startsOn()));
        } else if (entry instanceof EducationEntry education) {
            var on = education.graduatedOn();
            var reasons = EntryRules.education(
                    education.level(),
                    education.field(),
                    education.exact() ? on : null,
                    education.exact() ? null : on.getYear(),
                    days);
            return issues(entry, reasons, OF_EDUCATION, Map.of("/graduatedOn", on, "/graduatedYear", on.getYear()));
        } else if (entry instanceof TrainingEntry training) {
            return issues(
                    entry,
                    EntryRules.training(
                            training.year() == null ? training.startsOn() : null,
                            training.year() == null ? training.endsOn() : null,
                            training.year(),
                            training.hours(),
                            days,
                            standings.all()),
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
                    penalty.cancelledOn(),
                    days,
                    standings.all()));
            reasons.addAll(
                    EntryRules.dismissal(penalty.penalty(), penalty.startsOn(), standings.on(penalty.startsOn())));
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
            var reasons = EntryRules.credit(
                    credit.level(), credit.startsOn(), credit.endsOn(), credit.credit(), days, standings.all());
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
