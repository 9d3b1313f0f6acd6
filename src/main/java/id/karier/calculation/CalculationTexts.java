package id.karier.calculation;

import id.karier.calculation.explain.Check;
import id.karier.calculation.explain.Explained;
import id.karier.calculation.explain.Step;
import id.karier.calculation.explain.Wording;
import id.karier.kernel.Messages;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.Rank;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts steps and checks into sentences of one language. */
public final class CalculationTexts implements Wording {
    private final Locale locale;
    private final DateTimeFormatter dates;

    public CalculationTexts(Locale locale) {
        this.locale = locale;
        this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    /** The answer in sentences. */
    public <A extends Explained<A>> A word(A answer) {
        return answer.worded(this);
    }

    @Override
    public List<Step> steps(List<Step> steps) {
        return steps.stream().map(step -> step.saying(sentence(step))).toList();
    }

    @Override
    public List<Check> checks(List<Check> checks) {
        return checks.stream().map(check -> check.saying(sentence(check))).toList();
    }

    private String sentence(Step step) {
        var words = new ArrayList<String>();
        step.figures().values().forEach(figure -> words.add(word(figure)));
        words.add(word(step.value()));
        return Messages.text(locale, "calculation.step." + step.code(), words.toArray());
    }

    private String sentence(Check check) {
        return Messages.text(locale, "calculation.check." + check.code(), word(check.need()), have(check));
    }

    /** A fact that nothing shows is said to be that, not to be absent. */
    private String have(Check check) {
        return check.have() == null ? Messages.text(locale, "calculation.word.unproven") : word(check.have());
    }

    private String word(@Nullable Object figure) {
        if (figure == null) {
            return nothing();
        }
        if (figure instanceof BigDecimal number) {
            return number(number);
        }
        if (figure instanceof LocalDate date) {
            return dates.format(date);
        }
        if (figure instanceof Period period) {
            return period(period);
        }
        if (figure instanceof Boolean) {
            return Messages.text(locale, "calculation.word." + figure);
        }
        if (figure instanceof Collection<?> several) {
            return several.isEmpty()
                    ? nothing()
                    : several.stream().map(this::word).collect(Collectors.joining(", "));
        }
        if (figure instanceof Map<?, ?> byKey) {
            return byKey.isEmpty()
                    ? nothing()
                    : byKey.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + word(entry.getValue()))
                            .collect(Collectors.joining(", "));
        }
        boolean hasNoName = figure instanceof Integer || figure instanceof EducationLevel || figure instanceof Rank;
        return hasNoName ? String.valueOf(figure) : name(String.valueOf(figure));
    }

    private String nothing() {
        return Messages.text(locale, "calculation.word.none");
    }

    /** Every digit, in the reader's decimal sign, without grouping. */
    private String number(BigDecimal number) {
        var format = NumberFormat.getInstance(locale);
        format.setGroupingUsed(false);
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    private String period(Period period) {
        var parts = new ArrayList<String>();
        if (period.getYears() > 0) {
            parts.add(Messages.text(locale, "calculation.word.years", String.valueOf(period.getYears())));
        }
        if (period.getMonths() > 0) {
            parts.add(Messages.text(locale, "calculation.word.months", String.valueOf(period.getMonths())));
        }
        if (period.getDays() > 0 || parts.isEmpty()) {
            parts.add(Messages.text(locale, "calculation.word.days", String.valueOf(period.getDays())));
        }
        return String.join(" ", parts);
    }

    /** A code by its name; rule sets may bring codes that have none, which then stand for themselves. */
    private String name(String code) {
        try {
            return Messages.text(locale, "calculation.name." + code);
        } catch (MissingResourceException unnamed) {
            return code;
        }
    }
}
