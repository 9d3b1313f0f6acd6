package id.karier.rulebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import id.karier.calculation.CalculationTexts;
import id.karier.calculation.CalculatorNames.Calculation;
import id.karier.calculation.Calculators;
import id.karier.calculation.Calculators.Case;
import id.karier.calculation.explain.Explained;
import id.karier.calculation.explain.Refusals;
import id.karier.kernel.Caller;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.ProblemMapper;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;

/** Calculates in the caller's name: on her agency's day, by its own versions first, in her language. */
@ApplicationScoped
class CalculationDesk {
    private final Calculators calculators;
    private final AgencyDirectory agencies;
    private final Caller caller;
    private final ProblemMapper problems;
    private final ObjectMapper json;

    CalculationDesk(
            Calculators calculators,
            AgencyDirectory agencies,
            Caller caller,
            ProblemMapper problems,
            ObjectMapper json) {
        this.calculators = calculators;
        this.agencies = agencies;
        this.caller = caller;
        this.problems = problems;
        this.json = json;
    }

    <Q, A extends Explained<A>> A calculate(Calculation<Q, A> calculation, Q request) {
        return new CalculationTexts(caller.locale()).word(calculation.apply(calculators, request, here()));
    }

    Case here() {
        return new Case(agencies.today(caller.agency()), caller.agency());
    }

    /** A code that no word list holds is well-formed but no rule can take it: 422 and not 400. */
    Response refused(WebApplicationException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidFormatException format && isCode(format)) {
                return problems.problem(unknown(format));
            }
        }
        return problems.refusedByFramework(failure);
    }

    Response refused(InvalidFormatException failure) {
        return isCode(failure) ? problems.problem(unknown(failure)) : problems.unreadable(failure);
    }

    private static boolean isCode(InvalidFormatException failure) {
        Class<?> target = failure.getTargetType();
        return target != null && target.isEnum();
    }

    private ProblemException unknown(InvalidFormatException failure) {
        var choices = Arrays.stream(failure.getTargetType().getEnumConstants())
                .map(choice -> json.convertValue(choice, String.class))
                .toList();
        return Refusals.unknown(ProblemMapper.pointer(failure), failure.getValue(), choices);
    }
}
