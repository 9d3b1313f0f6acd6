package id.karier.kernel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Sentences in Indonesian (the default) and English, one bundle a slice: {@code messages/<slice>.properties} and
 * {@code messages/<slice>_en.properties}, in UTF-8, as {@link MessageFormat} patterns.
 */
@Published
public final class Messages {
    public static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /**
     * The sentence for a key whose first segment names the bundle: {@code problem.NOT_FOUND.title} is
     * {@code NOT_FOUND.title} of {@code messages/problem}.
     *
     * @throws MissingResourceException when there is no such sentence: a defect that the completeness test finds
     */
    public static String text(Locale locale, String key, Object... figures) {
        int dot = key.indexOf('.');
        var bundle = ResourceBundle.getBundle("messages/" + key.substring(0, dot), locale, NO_FALLBACK);
        var format = new MessageFormat(bundle.getString(key.substring(dot + 1)), locale);
        return format.format(figures);
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
