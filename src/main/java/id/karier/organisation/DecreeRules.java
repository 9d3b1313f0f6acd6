package id.karier.organisation;

import static id.karier.organisation.OrganisationOutcome.forbidden;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What holds of the decree behind a unit's opening, name or move. */
public final class DecreeRules {
    private DecreeRules() {}

    /** A decree has a number and a date, and has been signed: the day on which it takes effect may be to come. */
    public static OrganisationOutcome signed(@Nullable String number, @Nullable LocalDate date, LocalDate today) {
        if ((number == null) != (date == null)) {
            return forbidden(date == null ? "/decreeDate" : "/decreeNumber", "DECREE_INCOMPLETE");
        }
        return date != null && date.isAfter(today)
                ? forbidden("/decreeDate", "DECREE_IN_FUTURE", today.toString())
                : new OrganisationOutcome.Accepted();
    }
}
