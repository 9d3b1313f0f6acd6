package id.karier.history;

import id.karier.history.Career.Credit;
import id.karier.history.Career.Education;
import id.karier.history.Career.PositionSpan;
import id.karier.history.Career.RankSpan;
import id.karier.history.Career.StatusSpan;
import java.util.List;

/** The entries of one person that tell of her career on any day, each history oldest first. */
record CareerEntries(
        List<PositionSpan> positions,
        List<RankSpan> ranks,
        List<Education> educations,
        List<Credit> credits,
        List<StatusSpan> statuses) {
    CareerEntries {
        positions = List.copyOf(positions);
        ranks = List.copyOf(ranks);
        educations = List.copyOf(educations);
        credits = List.copyOf(credits);
        statuses = List.copyOf(statuses);
    }
}
