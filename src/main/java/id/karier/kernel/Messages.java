package id.karier.kernel;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sentences in Indonesian (the default) and English, one bundle a slice: {@code messages/<slice>.properties} and
 * {@code messages/<slice>_en.properties}, in UTF-8, as {@link MessageFormat} patterns.
 */
@Published
public final class Messages {
    public static final Locale INDONESIAN = Locale.forLanguageTag("id");

    /** Every bundle; a gate holds it to the files. */
    public static final List<String> BUNDLES = List.of(
            "calculation",
            "columns",
            "competency",
            "employee",
            "feed",
            "history",
            "identity",
            "imports",
            "jobs",
            "organisation",
            "problem",
            "simulation");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Patterns that were read once; never used themselves, as a format is no business of two threads. */
    private static final Map<Sentence, MessageFormat> PATTERNS = new ConcurrentHashMap<>();

    private Messages() {}

    private record Sentence(Locale locale, String key) {}

    /**
     * The sentence for a key whose first segment names the bundle: {@code problem.NOT_FOUND.title} is
     * {@code NOT_FOUND.title} of {@code messages/problem}.
     *
     * @throws MissingResourceException when there is no such sentence: a defect that the completeness test finds
     */
    public static String text(Locale locale, String key, Object... figures) {
        var pattern = PATTERNS.computeIfAbsent(new Sentence(locale, key), Messages::pattern);
        return ((MessageFormat) pattern.clone()).format(figures);
    }

    /** The sentences of a bundle as they are written, with their figures as {@code {0}}. */
    public static Map<String, String> patterns(Locale locale, String bundle) {
        var sentences = ResourceBundle.getBundle("messages/" + bundle, locale, NO_FALLBACK);
        var patterns = new TreeMap<String, String>();
        sentences
                .keySet()
                .forEach(key -> patterns.put(key, sentences.getString(key).replace("''", "'")));
        return patterns;
    }

    private static MessageFormat pattern(Sentence sentence) {
        int dot = sentence.key().indexOf('.');
        var bundle = ResourceBundle.getBundle(
                "messages/" + sentence.key().substring(0, dot), sentence.locale(), NO_FALLBACK);
        return new MessageFormat(bundle.getString(sentence.key().substring(dot + 1)), sentence.locale());
    }

    /** English when the reader prefers it over Indonesian, else Indonesian. */
    public static Locale preferred(Iterable<Locale> accepted) {
        for (var locale : accepted) {
            if (locale.getLanguage().equals("en")) {
                return Locale.ENGLISH;
            }
            if (locale.getLanguage().equals("id") || locale.getLanguage().equals("in")) {
                return INDONESIAN;
            }
        }
        return INDONESIAN;
    }
}
