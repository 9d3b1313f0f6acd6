package id.karier.identity.account;

import id.karier.identity.SignInRules;
import id.karier.identity.account.AccountJson.AccountChanges;
import id.karier.kernel.FieldError;
import id.karier.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an administrator may give, and what a password must be like. */
final class AccountRules {
    private static final String BUNDLE = "identity";

    private AccountRules() {}

    /**
     * What is wrong with the roles that an administrator gives: ATASAN follows from the registers, and oversight of the
     * nation is given by nobody inside it. An account that oversees already may keep it.
     */
    static List<FieldError> roleFaults(Set<Role> before, Set<Role> after) {
        var faults = new ArrayList<FieldError>();
        if (after.contains(Role.ATASAN)) {
            faults.add(FieldError.in(BUNDLE, "/roles", "ROLE_DERIVED"));
        }
        if (after.contains(Role.NASIONAL) && !before.contains(Role.NASIONAL)) {
            faults.add(FieldError.in(BUNDLE, "/roles", "ROLE_NOT_YOURS_TO_GIVE"));
        }
        return faults;
    }

    /** Whether an account could do more, be somebody else's or nobody's, or be entered by another way, than before. */
    static boolean addsRights(AccountChanges before, AccountChanges after) {
        return !before.roles().containsAll(after.roles())
                || !Objects.equals(before.employeeId(), after.employeeId())
                || isNew(before.externalIssuer(), after.externalIssuer())
                || isNew(before.externalSubject(), after.externalSubject());
    }

    private static boolean isNew(@Nullable Object before, @Nullable Object after) {
        return after != null && !after.equals(before);
    }

    /** What is wrong with the scopes that an administrator gives. */
    static List<FieldError> scopeFaults(Set<String> scopes) {
        var unknown = new TreeSet<>(scopes);
        unknown.removeAll(SignInRules.knownScopes());
        return unknown.stream()
                .map(scope -> FieldError.in(BUNDLE, "/scopes", "SCOPE_UNKNOWN", scope))
                .toList();
    }

    /** An identity at an issuer outside is both words or none. */
    static List<FieldError> externalFaults(@Nullable String issuer, @Nullable String subject) {
        if ((issuer == null) == (subject == null)) {
            return List.of();
        }
        var pointer = issuer == null ? "/externalIssuer" : "/externalSubject";
        return List.of(FieldError.in(BUNDLE, pointer, "EXTERNAL_INCOMPLETE"));
    }

    /**
     * What is wrong with a new password: too short, the user's name in it, one letter all along, or the old one again.
     * Length is what makes it strong; rules about digits and signs only make people write it down.
     */
    static List<FieldError> passwordFaults(String password, String current, String username, int minLength) {
        var faults = new ArrayList<FieldError>();
        if (password.codePointCount(0, password.length()) < minLength) {
            faults.add(FieldError.in(BUNDLE, "/newPassword", "PASSWORD_TOO_SHORT", minLength));
        }
        if (password.toLowerCase(Locale.ROOT).contains(username)) {
            faults.add(FieldError.in(BUNDLE, "/newPassword", "PASSWORD_HAS_USERNAME"));
        }
        if (password.codePoints().distinct().count() < 4) {
            faults.add(FieldError.in(BUNDLE, "/newPassword", "PASSWORD_MONOTONOUS"));
        }
        if (password.equals(current)) {
            faults.add(FieldError.in(BUNDLE, "/newPassword", "PASSWORD_UNCHANGED"));
        }
        return faults;
    }
}
