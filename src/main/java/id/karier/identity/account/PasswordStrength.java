package id.karier.identity.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import id.karier.kernel.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Whether a password would stand against somebody who knows the thirty thousand commonest, how people vary them, and who
 * the person is.
 */
@ApplicationScoped
class PasswordStrength {
    /** So many guesses, in powers of ten, are more than a lock ever lets anybody try. */
    private static final double ENOUGH = 8;

    /** Longer ones are strong by their length, and cost much to measure. */
    private static final int MEASURED = 64;

    /** So many digits of an identity number hold a date of birth or of appointment. */
    private static final int TELLING = 8;

    /** Words that everybody here has in mind. */
    private static final List<String> KNOWN_TO_ALL = List.of("karier", "karir", "demo", "asn", "pns", "bkd", "bkpsdm");

    /** Fewer letters than this beside one's own words make no password. */
    private static final int LITTLE = 6;

    private final Zxcvbn measure = new Zxcvbn();

    /**
     * @param own words that others know of the person: names, agency, user name
     * @param number her identity number, or empty
     */
    List<FieldError> faults(String password, Collection<String> own, String number) {
        var faults = new ArrayList<FieldError>();
        var words = new ArrayList<String>(KNOWN_TO_ALL);
        own.forEach(word -> List.of(word.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .forEach(part -> {
                    if (part.length() > 2) {
                        words.add(part);
                    }
                }));
        var measured = password.length() > MEASURED ? password.substring(0, MEASURED) : password;
        if (measure.measure(measured, words).getGuessesLog10() < ENOUGH || isOwnWordsAndLittleElse(password, words)) {
            faults.add(FieldError.in("identity", "/newPassword", "PASSWORD_COMMON"));
        }
        if (tells(password.replaceAll("\\D", ""), number)) {
            faults.add(FieldError.in("identity", "/newPassword", "PASSWORD_HAS_NUMBER"));
        }
        return faults;
    }

    /** Whether a word that others know of the person is in a password, and few letters beside it. */
    private static boolean isOwnWordsAndLittleElse(String password, List<String> words) {
        var whole = password.toLowerCase(Locale.ROOT);
        var rest = whole;
        for (var word : words) {
            rest = rest.replace(word, " ");
        }
        return !rest.equals(whole)
                && rest.codePoints().filter(Character::isLetter).count() < LITTLE;
    }

    /** Whether digits hold a part of the number, or the date of birth in it the other way round. */
    private static boolean tells(String digits, String number) {
        for (int from = 0; from + TELLING <= number.length(); from++) {
            if (digits.contains(number.substring(from, from + TELLING))) {
                return true;
            }
        }
        return number.length() >= TELLING
                && digits.contains(number.substring(6, 8) + number.substring(4, 6) + number.substring(0, 4));
    }
}
