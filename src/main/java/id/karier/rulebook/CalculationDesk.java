package id.karier.rulebook;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import id.karier.calculation.CalculationTexts;
import id.karier.calculation.CalculatorNames.Calculation;
import id.karier.calculation.Calculators;
import id.karier.calculation.Calculators.Case;
import id.karier.calculation.explain.Explained;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.ProblemMapper;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Calculates in the caller's name: on her agency's day, by its own versions first, in her language. */
@ApplicationScoped
class CalculationDesk {
    private final Calculators calculators;
    private final AgencyDirectory agencies;
    private final Caller caller;
    private final ProblemMapper problems;

    CalculationDesk(Calculators calculators, AgencyDirectory agencies, Caller caller, ProblemMapper problems) {
        this.calculators = calculators;
        this.agencies = agencies;
        this.caller = caller;
        this.problems = problems;
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

    private static ProblemException unknown(InvalidFormatException failure) {
        return new ProblemException(
                ErrorCode.RULE_INPUT_INVALID,
                FieldError.in("calculation", pointer(failure), "CODE_UNKNOWN", text(failure.getValue())));
    }

    /** What was sent, short enough to be repeated. */
    private static String text(@Nullable Object value) {
        var text = String.valueOf(value);
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static String pointer(InvalidFormatException failure) {
        var pointer = new StringBuilder();
        for (var step : failure.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }
}
