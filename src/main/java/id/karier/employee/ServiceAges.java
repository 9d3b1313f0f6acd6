package id.karier.employee;

import id.karier.calculation.Calculators;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.kernel.Published;
import id.karier.rules.RuleSets;
import id.karier.rules.Selection;
import id.karier.rules.body.IdentityNumberBody;
import id.karier.rules.body.RetirementBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Between which days the law lets a person serve: from the least age of her kind (rule set IDENTITY_NUMBER) to the highest
 * age of retirement that there is (RETIREMENT).
 */
@Published
@ApplicationScoped
public class ServiceAges {
    private final RuleSets ruleSets;
    private final Calculators calculators;

    ServiceAges(RuleSets ruleSets, Calculators calculators) {
        this.ruleSets = ruleSets;
        this.calculators = calculators;
    }

    /**
     * The days of a person outside of which no service can lie.
     *
     * @param from the first day on which she may be appointed
     * @param latestAppointment the last day that a first appointment may have, seen from today
     * @param until the last day on which anybody of her age serves
     */
    public record Span(LocalDate from, LocalDate latestAppointment, LocalDate until) {}

    /**
     * @param number the identity number; it may itself name an appointment before the least age, as it does for people of
     *     long ago, and is the better witness then
     * @param appointedOn the first day of service that is said
     */
    public Span of(String number, EmployeeKind kind, LocalDate birthDate, LocalDate appointedOn, Calculators.Case of) {
        var law = new Selection(of.today(), null, of.agency());
        var numbers = ruleSets.find(IdentityNumberBody.class, law).map(found -> found.body());
        int least = numbers.flatMap(body -> term(kind).in(body.minimumAges())).orElse(0);
        int ahead = numbers.map(IdentityNumberBody::appointmentAheadYears).orElse(1);
        int most = ruleSets.find(RetirementBody.class, law)
                .map(found -> highest(found.body()))
                .orElse(Integer.MAX_VALUE);
        var from = birthDate.plusYears(least);
        if (appointedOn.isBefore(from)) {
            var named = named(number, of);
            from = named != null && named.isBefore(from) ? named : from;
        }
        var until = most == Integer.MAX_VALUE ? LocalDate.MAX : birthDate.plusYears(most + 1L);
        return new Span(from, of.today().plusYears(ahead), until);
    }

    private @Nullable LocalDate named(String number, Calculators.Case of) {
        return calculators.nip(new NipRequest(number, null, null, null), of).firstAppointment();
    }

    private static int highest(RetirementBody body) {
        return Stream.concat(body.ages().values().stream(), body.statutes().values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    private static id.karier.rules.terms.EmployeeKind term(EmployeeKind kind) {
        return kind == EmployeeKind.CPNS
                ? id.karier.rules.terms.EmployeeKind.PNS
                : id.karier.rules.terms.EmployeeKind.valueOf(kind.name());
    }
}
