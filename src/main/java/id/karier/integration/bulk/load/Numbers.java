package id.karier.integration.bulk.load;

import id.karier.employee.EmployeeKind;
import id.karier.employee.number.PermanentAppointmentRules;
import id.karier.integration.siasn.Dossier.Origin;
import id.karier.integration.siasn.Issue;
import java.time.LocalDate;
import java.util.List;

/** The identity numbers of one person: which she bears, and as what she serves by it. */
final class Numbers {
    private static final String STARTS_ON = "starts_on";
    private static final String ENDS_ON = "ends_on";

    private final PersonPlan plan;

    Numbers(PersonPlan plan) {
        this.plan = plan;
    }

    /** @param was as what she served before the dossier */
    void take(EmployeeKind was, LocalDate today) {
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
