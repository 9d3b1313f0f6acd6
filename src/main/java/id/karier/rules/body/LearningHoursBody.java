package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.terms.EmployeeKind;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Yearly entitlement to competency development and conversion of its forms into learning hours (LAN 10/2018, LAN
 * 15/2020; DOMAIN 9.1–9.2). One learning hour (JP) is {@code minutesPerJp} minutes.
 *
 * @param entitlements the yearly figure by kind of civil servant
 * @param forms the forms of learning
 * @param scale decimals of learning hours, rounded half-up
 */
public record LearningHoursBody(
        Map<EmployeeKind, Entitlement> entitlements, List<Form> forms, int minutesPerJp, int scale)
        implements RuleBody {
    public LearningHoursBody {
        entitlements = Tables.copy(entitlements);
        forms = List.copyOf(forms);
    }

    /** Whether the yearly figure must be reached or may not be passed. */
    public enum EntitlementKind {
        MINIMUM,
        MAXIMUM
    }

    /** What a form is counted by. */
    public enum Basis {
        /** The learning hours that the certificate, programme or decision states. */
        CERTIFICATE,
        /** Days held. */
        DAY,
        /** The certificate when it states hours, else the days. */
        CERTIFICATE_OR_DAY,
        /** Sessions, visits, assignments or semesters held. */
        SESSION
    }

    /** @param exceptLevels levels of position to which a maximum does not apply; null for none */
    public record Entitlement(
            EntitlementKind kind, BigDecimal jp, @Nullable List<PositionLevel> exceptLevels) {
        public Entitlement {
            exceptLevels = exceptLevels == null ? null : List.copyOf(exceptLevels);
        }

        public boolean excepts(@Nullable PositionLevel level) {
            return level != null && exceptLevels != null && exceptLevels.contains(level);
        }
    }

    /**
     * @param national learning hours a day or session at home; null where the certificate decides
     * @param international the same abroad; null where it is as at home
     * @param internationalFactor what certified hours are multiplied by abroad; null for no addition
     * @param sessionsPerMonth most sessions that count in a month; null without a cap
     * @param jpPerDay most learning hours that count in a day; null without a cap
     * @param excluded kinds of civil servant for whom the form does not count
     */
    public record Form(
            String code,
            Basis basis,
            @Nullable BigDecimal national,
            @Nullable BigDecimal international,
            @Nullable BigDecimal internationalFactor,
            @Nullable Integer sessionsPerMonth,
            @Nullable BigDecimal jpPerDay,
            List<EmployeeKind> excluded) {
        public Form {
            excluded = List.copyOf(excluded);
        }
    }

    public Optional<Form> form(String code) {
        return forms.stream().filter(form -> form.code().equals(code)).findFirst();
    }

    @Override
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        found.addAll(Tables.kindViolations("/body/entitlements", entitlements.keySet()));
        if (forms.stream().map(Form::code).distinct().count() < forms.size()) {
            found.add(Violation.at("/body/forms", "FORM_REPEATED"));
        }
        for (int i = 0; i < forms.size(); i++) {
            var form = forms.get(i);
            if (form.basis() != Basis.CERTIFICATE && form.national() == null) {
                found.add(Violation.at("/body/forms/" + i, "FORM_WITHOUT_FIGURE", form.code()));
            }
        }
        return found;
    }
}
