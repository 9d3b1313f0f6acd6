package id.karier.employee;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Pure rules on what somebody types, or pastes from a letter, to find people by name. Titles tell nobody apart and are not
 * sought: those in front, those behind that are written with dots, and all behind a comma.
 */
final class NameSearch {
    /** In front, with a dot or without; a single letter only with its dot, as it begins many names. */
    private static final Pattern IN_FRONT = Pattern.compile(
            "^\\s*(?:(?:prof|drs|dra|drg|drh|dr|ir|hj|kh|apt|ns|bd)(?:\\.\\s*|\\s+)|(?:h|r|rr|ra|tb|tgk)\\.\\s*)+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u202f]+");
    private static final Pattern BLANKS_AND_COMMAS = Pattern.compile("[\\s\u00a0\u202f,;]+");
    private static final Pattern DOTTED = Pattern.compile("\\p{L}[\\p{L}.]*\\.[\\p{L}.]*");

    /** Behind, without their dots, in small letters. */
    private static final Set<String> BEHIND =
            Set.of(("ak ama amapd amd amdak amdkeb amdkep amdkom apt bd ca cpa dr drs ma mab mag mak map mars"
                            + " mba mds mec mei meng mfarm mh mhi mhum mikom mip mkeb mkep mkes mkm mkn mkom mm mp mpd"
                            + " mpdi mph mpp mpsi msc msi msn msos mstat mt mtp ners ns phd sab sag sak sap sars sds se"
                            + " sei sfarm sgz sh shi shum shut sik sikom sip skeb sked skep skh skm skom sp spa span spb"
                            + " spd spdi spjp spkk spm spog sppd sprad sprm spsi spt sptht ssi ssn ssos sst sstat sstp"
                            + " st stekp stp str strkeb strkep")
                    .split(" "));

    private NameSearch() {}

    /**
     * A word that is sought by its beginning: as a whole, or, where it was typed with a hyphen, all its parts.
     *
     * @param parts none for a word without a hyphen
     */
    record Term(String whole, List<String> parts) {
        boolean isWithin(Term other) {
            return parts.isEmpty() && !other.whole.equals(whole) && other.whole.startsWith(whole);
        }
    }

    /** A term whose word begins another one is left out: who has the longer one has it, too. */
    static List<Term> terms(String typed) {
        var terms = new LinkedHashSet<Term>();
        for (var word : withoutTitles(typed)) {
            for (var parts : EmployeeRules.hyphenated(word)) {
                terms.add(new Term(String.join("", parts), parts.size() > 1 ? parts : List.of()));
            }
        }
        return terms.stream()
                .filter(term -> terms.stream().noneMatch(term::isWithin))
                .toList();
    }

    /** Whoever typed nothing but titles seeks names that begin so. */
    private static List<String> withoutTitles(String typed) {
        int comma = typed.indexOf(',');
        var name =
                IN_FRONT.matcher(comma < 0 ? typed : typed.substring(0, comma)).replaceFirst("");
        var kept = new ArrayList<>(words(BLANKS, name));
        while (kept.size() > 1 && isTitle(kept.get(kept.size() - 1))) {
            kept.remove(kept.size() - 1);
        }
        if (comma >= 0) {
            words(BLANKS_AND_COMMAS, typed.substring(comma)).stream()
                    .filter(word -> !DOTTED.matcher(word).matches() && !BEHIND.contains(bare(word)))
                    .forEach(kept::add);
        }
        return kept.isEmpty() ? words(BLANKS_AND_COMMAS, typed) : kept;
    }

    private static boolean isTitle(String word) {
        return DOTTED.matcher(word).matches() && BEHIND.contains(bare(word));
    }

    private static String bare(String word) {
        return word.replace(".", "").toLowerCase(Locale.ROOT);
    }

    private static List<String> words(Pattern between, String text) {
        return Arrays.stream(between.split(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
