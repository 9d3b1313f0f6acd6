package id.karier.integration.bulk.load;

import id.karier.employee.EmployeeKind;
import id.karier.employee.number.PermanentAppointmentRules;
import id.karier.integration.siasn.Dossier.Origin;
import id.karier.integration.siasn.Dossier.Profile;
import id.karier.integration.siasn.Issue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The identity numbers of one person: which she bears, and as what she serves by it. */
final class Numbers {
    private static final String STARTS_ON = "starts_on";
    private static final String ENDS_ON = "ends_on";
    private static final String NUMBER = "nip_baru";

    private final PersonPlan plan;
    private final Standings standings;

    Numbers(PersonPlan plan, Standings standings) {
        this.plan = plan;
        this.standings = standings;
    }

    /**
     * Why a file does not change as what somebody serves, or under which number: that needs a decree, and a step of the
     * register. Only a candidate who becomes permanent and a part-time contract that becomes a full one are told by files.
     */
    static @Nullable Issue refusal(StoredPerson person, Profile said, @Nullable String number, Histories histories) {
        for (var row : histories.of(HistoryTable.NUMBERS)) {
            if (HistoryTable.same(row.get("number"), number) && !person.number().equals(number)) {
                return Issue.at(NUMBER, number, "NUMBER_BACKWARDS", String.valueOf(row.get(ENDS_ON)));
            }
        }
        var was = person.kind();
        boolean other = was.isContract() != said.kind().isContract();
        var now = said.kindSaid() || other ? said.kind() : was;
        var column = said.kindSaid() ? "status_cpns_pns" : NUMBER;
        if (other) {
            return Issue.at(column, now.name(), "KIND_NEEDS_DECREE", was, now);
        }
        boolean backwards = now == EmployeeKind.CPNS || now == EmployeeKind.PPPK_PARUH_WAKTU;
        return now != was && backwards ? Issue.at(column, now.name(), "KIND_BACKWARDS", was, now) : null;
    }

    /** The decree of the register that says since when the person is permanent; null for none. */
    static @Nullable String decree(LocalDate permanentOn, Histories histories) {
        for (var row : histories.of(HistoryTable.NUMBERS)) {
            if (EmployeeKind.PNS.name().equals(row.get("kind"))
                    && row.day(STARTS_ON).equals(permanentOn)) {
                return row.decreeNumber;
            }
        }
        return null;
    }

    /**
     * @param was as what she served before the dossier
     * @param bore her number before it
     */
    void take(EmployeeKind was, String bore, LocalDate today) {
        var person = plan.person;
        var numbers = plan.histories.of(HistoryTable.NUMBERS);
        if (was == EmployeeKind.CPNS && person.kind() == EmployeeKind.PNS) {
            permanent(numbers);
        }
        boolean known = numbers.stream()
                .anyMatch(row -> person.number().equals(row.get("number"))
                        && (was == person.kind() || person.kind().name().equals(row.get("kind"))));
        if (known) {
            return;
        }
        end(numbers, today);
        say(plan.isNew ? person.firstAppointmentOn() : today);
        if (!plan.isNew && was != person.kind()) {
            plan.warnings.add(Issue.at("status_cpns_pns", person.kind().name(), "KIND_DAY_UNKNOWN", was, today));
        } else if (!plan.isNew && !bore.equals(person.number())) {
            plan.warnings.add(Issue.at(NUMBER, person.number(), "NUMBER_DAY_UNKNOWN", bore, today));
        }
    }

    /** A candidate is permanent by the rules of the register: from a day that the file says, after her probation. */
    private void permanent(List<HistoryRow> numbers) {
        var since = plan.person.permanentOn();
        if (since == null) {
            plan.rowIssues.add(Issue.at("tmt_pns", null, "REQUIRED"));
            plan.isRefused = true;
            return;
        }
        var from = plan.person.firstAppointmentOn();
        for (var broken : PermanentAppointmentRules.probation(from, since, null)) {
            boolean refused = broken.pointer().equals("/startsOn");
            (refused ? plan.rowIssues : plan.warnings)
                    .add(new Issue("tmt_pns", since.toString(), broken.code(), broken.figures()));
            plan.isRefused |= refused;
        }
        for (var standing : standings.all()) {
            var ends = standing.endsOn();
            boolean lasts = !standing.startsOn().isAfter(since) && (ends == null || !ends.isBefore(since));
            if (standing.status().hasLeft() && lasts) {
                plan.rowIssues.add(
                        Issue.at("tmt_pns", since.toString(), "HAS_LEFT", standing.status(), standing.startsOn()));
                plan.isRefused = true;
            }
        }
        end(numbers, since);
        say(since);
    }

    /** The number before ends on the day before. */
    private static void end(List<HistoryRow> numbers, LocalDate since) {
        for (var row : numbers) {
            if (row.get(ENDS_ON) == null && row.day(STARTS_ON).isBefore(since)) {
                row.set(ENDS_ON, since.minusDays(1));
            }
        }
    }

    private void say(LocalDate since) {
        var person = plan.person;
        plan.say(
                HistoryTable.NUMBERS,
                Origin.NONE,
                person.number(),
                person.kind().name(),
                since,
                null);
    }
}
