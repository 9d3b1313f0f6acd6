package id.karier.kernel.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement in SQL, prepared once as a constant. A statement over rows of an agency names the agency as
 * {@code :agency}, or the class that holds it does not load; {@link AgencySql} binds it. Other parameters are named, too.
 */
public final class SqlText {
    private static final Pattern PARAMETER = Pattern.compile("(?<![\\w:]):([a-zA-Z]\\w*)");
    private static final Pattern OF_AGENCY = Pattern.compile("(?:\\w+\\.)?\\w+\\s*=\\s*:agency\\b");

    /** Whose rows a statement touches. */
    enum Span {
        /** The caller's agency. */
        AGENCY,
        /** The caller's agency, or every agency for a caller who reaches the nation. */
        NATION,
        /** No agency's: tables of the node itself, or work that looks through all agencies. */
        NODE
    }

    private final Span span;
    private final Prepared ofAgency;
    private final @Nullable Prepared ofNation;

    /** A text cut at its parameters: there is one more piece than there are names. */
    private record Prepared(List<String> pieces, List<String> names, String plain) {
        static Prepared of(String sql) {
            var pieces = new ArrayList<String>();
            var names = new ArrayList<String>();
            var parameter = PARAMETER.matcher(sql);
            int from = 0;
            while (parameter.find()) {
                pieces.add(sql.substring(from, parameter.start()));
                names.add(parameter.group(1));
                from = parameter.end();
            }
            pieces.add(sql.substring(from));
            return new Prepared(List.copyOf(pieces), List.copyOf(names), String.join("?", pieces));
        }
    }

    private SqlText(Span span, Prepared ofAgency, @Nullable Prepared ofNation) {
        this.span = span;
        this.ofAgency = ofAgency;
        this.ofNation = ofNation;
    }

    /**
     * A statement over the rows of the caller's agency.
     *
     * @throws IllegalArgumentException when the text does not name {@code :agency}
     */
    public static SqlText ofAgency(String sql) {
        var prepared = Prepared.of(sql);
        if (!prepared.names().contains("agency")) {
            throw new IllegalArgumentException(
                    "a statement without its agency: say `t.agency = :agency` in " + shortened(sql));
        }
        return new SqlText(Span.AGENCY, prepared, null);
    }

    /**
     * A reading of the caller's agency, or of every agency for a caller who reaches the nation: there the conditions
     * {@code t.agency = :agency} are left out.
     */
    public static SqlText ofNation(String sql) {
        var agency = ofAgency(sql);
        var nation = Prepared.of(OF_AGENCY.matcher(sql).replaceAll("true"));
        if (nation.names().contains("agency")) {
            throw new IllegalArgumentException(
                    "only conditions `t.column = :agency` can be left out for the nation: " + shortened(sql));
        }
        return new SqlText(Span.NATION, agency.ofAgency, nation);
    }

    /** A statement that no agency bounds. The gate prints who has one; everything else belongs to an agency. */
    public static SqlText ofNode(String sql) {
        return new SqlText(Span.NODE, Prepared.of(sql), null);
    }

    Span span() {
        return span;
    }

    List<String> names(boolean nation) {
        return prepared(nation).names();
    }

    /** The text with a question mark for each value, and as many as it has for a list; {@code sizes} by name. */
    String positional(boolean nation, Map<String, Integer> sizes) {
        var prepared = prepared(nation);
        if (sizes.isEmpty()) {
            return prepared.plain();
        }
        var text = new StringBuilder(prepared.pieces().get(0));
        for (int i = 0; i < prepared.names().size(); i++) {
            int size = sizes.getOrDefault(prepared.names().get(i), 1);
            text.append("?").append(", ?".repeat(size - 1));
            text.append(prepared.pieces().get(i + 1));
        }
        return text.toString();
    }

    private Prepared prepared(boolean nation) {
        return nation && ofNation != null ? ofNation : ofAgency;
    }

    private static String shortened(String sql) {
        var line = sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
