package id.karier.calculation.career;

import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;

import id.karier.calculation.career.TransferJson.TransferAnswer;
import id.karier.calculation.career.TransferJson.TransferRequest;
import id.karier.calculation.career.TransferJson.TransferStatus;
import id.karier.calculation.explain.Step;
import id.karier.rules.Law;
import id.karier.rules.RuleSet;
import id.karier.rules.body.TransferBody;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** Transfer between units (BKN 5/2019 art. 2(3); DOMAIN 8.2): after so many years at the least, so many at the most. */
public final class TransferRules {
    private TransferRules() {}

    /** Where a person stands on a day. */
    public static TransferAnswer status(RuleSet<TransferBody> rules, TransferRequest request, LocalDate asOf) {
        return status(Law.always(rules), request, asOf);
    }

    /** The same; a coming day follows the law of that day, if it was enacted by the day of asking. */
    public static TransferAnswer status(Law<TransferBody> law, TransferRequest request, LocalDate asOf) {
        var body = law.now().body();
        var since = required("/inUnitSince", request.inUnitSince());
        if (since.isAfter(asOf)) {
            throw refused("/inUnitSince", "DATE_IN_FUTURE", since, asOf);
        }
        var eligibleFrom = law.firstDay(then -> since.plusYears(then.minimumYears()));
        var overdueFrom =
                law.firstDay(then -> since.plusYears(then.maximumYears()).plusDays(1));
        var consulted = law.comingBy(overdueFrom);
        var status = TransferStatus.ELIGIBLE;
        if (asOf.isBefore(eligibleFrom)) {
            status = TransferStatus.TOO_EARLY;
        } else if (!asOf.isBefore(overdueFrom)) {
            status = TransferStatus.OVERDUE;
        }
        return new TransferAnswer(
                status,
                eligibleFrom,
                overdueFrom,
                law.now().ref(),
                consulted.isEmpty()
                        ? null
                        : consulted.stream().map(RuleSet::ref).toList(),
                List.of(
                        Step.of("TRANSFER_IN_UNIT", Period.between(since, asOf), "inUnitSince", since, "asOf", asOf),
                        Step.of(
                                "TRANSFER_WINDOW",
                                status,
                                "minimumYears",
                                body.minimumYears(),
                                "eligibleFrom",
                                eligibleFrom,
                                "maximumYears",
                                body.maximumYears(),
                                "overdueFrom",
                                overdueFrom)));
    }
}
