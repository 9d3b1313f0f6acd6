package id.karier.calculation.career;

import static id.karier.calculation.explain.Refusals.notNegative;
import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;
import static id.karier.calculation.explain.Refusals.unknown;

import id.karier.calculation.career.CreditPointsJson.CreditPointsRequest;
import id.karier.calculation.career.CreditPointsJson.TransferIn;
import id.karier.calculation.explain.Step;
import id.karier.rules.body.CreditPointsBody;
import id.karier.rules.body.CreditPointsBody.Level;
import id.karier.rules.body.CreditPointsBody.TransferAbove;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a transfer into a functional post brings (BKN 3/2023; DOMAIN 7.3). */
final class CreditTransfer {
    private CreditTransfer() {}

    /** The base credit of the rank, from which a transfer starts. */
    static BigDecimal base(CreditPointsBody body, Level level, TransferIn transfer) {
        var rank = required("/transfer/rank", transfer.rank());
        boolean isFixed = rank.isAbove(level.highest())
                && body.transferAbove(level.level()).isPresent();
        return isFixed
                ? BigDecimal.ZERO
                : CreditPointRules.rankCredit(level, "/transfer/rank", rank).from();
    }

    /** The credit of years in rank with a predicate, or the fixed one. */
    static BigDecimal credit(
            CreditPointsBody body, Level level, CreditPointsRequest request, TransferIn transfer, List<Step> steps) {
        if (request.years() != null || request.months() != null) {
            throw refused("/transfer", "ONLY_ONE_OF", "transfer, months, years");
        }
        var fixed = body.transferAbove(level.level()).orElse(null);
        if (fixed != null && required("/transfer/rank", transfer.rank()).isAbove(level.highest())) {
            return above(body, level, transfer, fixed, steps);
        }
        var predicate = required("/predicate", request.predicate());
        var years = notNegative("/transfer/yearsInRank", required("/transfer/yearsInRank", transfer.yearsInRank()));
        var counted = Boolean.TRUE.equals(transfer.topOfAdministrativePost())
                ? years.min(BigDecimal.valueOf(body.transferMaxYears()))
                : years;
        var percent = CreditPointRules.percent(body, predicate);
        var credit = level.coefficient()
                .multiply(percent)
                .multiply(counted)
                .divide(CreditPointRules.PERCENT, body.scale(), RoundingMode.HALF_UP);
        steps.add(Step.of(
                "CREDIT_TRANSFER",
                credit,
                "percent",
                percent,
                "coefficient",
                level.coefficient(),
                "years",
                counted,
                "predicate",
                predicate));
        return credit;
    }

    /** BKN 3/2023, annex II no. 3: a figure instead of years and base; the first reading unless another is asked for. */
    private static BigDecimal above(
            CreditPointsBody body, Level level, TransferIn transfer, TransferAbove fixed, List<Step> steps) {
        var asked = transfer.aboveRangeCredit();
        var credit = fixed.credits().stream()
                .filter(reading -> asked == null || reading.compareTo(asked) == 0)
                .findFirst()
                .orElseThrow(() -> unknown("/transfer/aboveRangeCredit", asked, fixed.credits()))
                .setScale(body.scale(), RoundingMode.HALF_UP);
        steps.add(Step.of(
                "CREDIT_TRANSFER_ABOVE",
                credit,
                "rank",
                transfer.rank(),
                "level",
                level.level(),
                "highest",
                level.highest()));
        return credit;
    }
}
