package id.karier.integration.siasn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.karier.kernel.Published;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PositionLevel;
import id.karier.rules.terms.Rank;
import id.karier.rules.terms.RankCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The national codes and names in the registers' words; the lists are data in {@code siasn/words.json}. */
@Published
public final class SiasnWords {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern NATIONAL_RANK = Pattern.compile("[1-4][1-5]");
    private static final List<String> ROMAN = RankCodes.GRADES;
    private static final Set<String> NOTHING = Set.of("TIDAK ADA");
    private static final List<String> GROUPS = List.of("I", "II", "III", "IV");
    private static final Pattern ARABIC_RANK = Pattern.compile("([1-4])/?([A-E])");
    private static final SiasnWords SHIPPED = new SiasnWords();

    /** A list of names, the first that fits wins. */
    private record Entry(Pattern name, @Nullable String agencyKind, String code) {}

    /** A rank or grade with its place on its own ladder. */
    public record Grade(String code, int order) {}

    private final Set<String> empty = new HashSet<>();
    private final Map<String, Map<String, String>> ids = new HashMap<>();
    private final Map<String, List<Entry>> names = new HashMap<>();
    private final Map<String, Grade> grades = new HashMap<>();

    private SiasnWords() {
        try (var resource = SiasnWords.class.getResourceAsStream("/siasn/words.json")) {
            read(new JsonMapper().readTree(resource));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        try (var resource = SiasnWords.class.getResourceAsStream("/reference/employee-statuses.json")) {
            readStandings(new JsonMapper().readTree(resource).path("items"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        for (var rank : Rank.values()) {
            grades.put(rank.grade().toUpperCase(Locale.ROOT), new Grade(rank.grade(), rank.ordinal() + 1));
        }
        for (int order = 1; order <= ROMAN.size(); order++) {
            grades.put(ROMAN.get(order - 1), new Grade(ROMAN.get(order - 1), order));
        }
    }

    public static SiasnWords shipped() {
        return SHIPPED;
    }

    private void read(JsonNode lists) {
        for (var list : lists.properties()) {
            if (list.getKey().equals("empty")) {
                list.getValue().forEach(word -> empty.add(word.asText()));
            } else if (list.getValue().isObject()) {
                var codes = new HashMap<String, String>();
                list.getValue()
                        .properties()
                        .forEach(
                                code -> codes.put(code.getKey(), code.getValue().asText()));
                ids.put(list.getKey(), codes);
            } else if (list.getValue().isArray()) {
                var entries = new ArrayList<Entry>();
                for (var entry : list.getValue()) {
                    var in = entry.path("in").asText(null);
                    entries.add(new Entry(
                            Pattern.compile(entry.path("name").asText()),
                            in,
                            entry.path("code").asText()));
                }
                names.put(list.getKey(), entries);
            }
        }
    }

    /** The national list of legal standings, by its codes and its names: the reference list has both. */
    private void readStandings(JsonNode items) {
        var entries = new ArrayList<>(names.getOrDefault("statuses", List.of()));
        for (var item : items) {
            for (var national : item.path("standing").path("national")) {
                for (var said : List.of(
                        national.path("code").asText(),
                        plain(national.path("name").asText()))) {
                    entries.add(new Entry(
                            Pattern.compile(Pattern.quote(said)),
                            null,
                            item.path("code").asText()));
                }
            }
        }
        names.put("statuses", entries);
    }

    /** Capitals and single spaces, as names are compared. */
    public static String plain(String name) {
        return SPACES.matcher(name.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
    }

    /** A text that says nothing: blank, a dash, a zero date. */
    public boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank() || empty.contains(text.strip().toUpperCase(Locale.ROOT));
    }

    /** A word that says "nothing here" and is more than a sign. */
    boolean isWordForNothing(String text) {
        return NOTHING.contains(plain(text));
    }

    private @Nullable String byName(String list, @Nullable String name) {
        return name == null ? null : byName(list, name, null);
    }

    private @Nullable String byName(String list, String name, @Nullable String agencyKind) {
        var plain = plain(name);
        for (var entry : names.getOrDefault(list, List.of())) {
            boolean here = entry.agencyKind() == null || entry.agencyKind().equals(agencyKind);
            if (here && entry.name().matcher(plain).matches()) {
                return entry.code();
            }
        }
        return null;
    }

    /** {@code III/c}, {@code IIIc}, {@code III.c} or {@code 3/c} of a PNS, {@code IX} of a PPPK; null when it is none. */
    public @Nullable Grade gradeOfName(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var plain = plain(name).replace(" ", "").replace('.', '/').replace('-', '/');
        var arabic = ARABIC_RANK.matcher(plain);
        if (arabic.matches()) {
            plain = GROUPS.get(plain.charAt(0) - '1') + '/' + arabic.group(2);
        }
        var found = grades.get(plain);
        if (found == null && plain.length() > 1) {
            found = grades.get(plain.substring(0, plain.length() - 1) + '/' + plain.charAt(plain.length() - 1));
        }
        return found;
    }

    /** National ids 11 to 45: the tens are the group, the ones the room. */
    public @Nullable Grade gradeOfId(@Nullable String id) {
        if (id == null || !NATIONAL_RANK.matcher(id.strip()).matches()) {
            return null;
        }
        var digits = id.strip();
        int group = digits.charAt(0) - '0';
        char room = (char) ('a' + digits.charAt(1) - '1');
        return grades.get((ROMAN.get(group - 1) + '/' + room).toUpperCase(Locale.ROOT));
    }

    /**
     * The level of a position.
     *
     * @param kind {@code jenisJabatan}: 1 structural, 2 functional, 3 both, 4 operational
     * @param name what the position is called
     * @param eselon id or name of the old echelon
     * @param ladder {@code asnJenjangJabatan}, such as {@code AHLI MUDA}
     * @param agencyKind an agency's kind: a province's posts stand higher
     */
    public @Nullable PositionLevel level(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String eselon,
            @Nullable String ladder,
            @Nullable String agencyKind) {
        var code = ids.getOrDefault("eselonLevels", Map.of()).get(eselon == null ? "" : eselon.strip());
        if (code == null) {
            code = byName("eselonNames", eselon);
        }
        if (code == null && eselon != null) {
            code = ownLevel(plain(eselon));
        }
        if (code == null && "4".equals(kind)) {
            code = PositionLevel.PELAKSANA.name();
        }
        boolean functional = "2".equals(kind) || "3".equals(kind) || (kind == null && ladder != null);
        if (code == null && functional) {
            code = byName("functionalLevels", ladder);
            code = code == null ? byName("functionalLevels", name) : code;
        }
        if (code == null && name != null && !"2".equals(kind)) {
            code = byName("structuralLevels", name, agencyKind);
        }
        return code == null ? null : PositionLevel.valueOf(code);
    }

    private static @Nullable String ownLevel(String name) {
        for (var level : PositionLevel.values()) {
            if (level.name().equals(name)) {
                return name;
            }
        }
        return null;
    }

    /** The statute of its own under which a functional post stands, where its retirement age is another. */
    public @Nullable String statute(String positionName) {
        return byName("statutes", positionName);
    }

    public @Nullable EducationLevel education(@Nullable String id, @Nullable String name) {
        var code = byName("educationNames", name);
        if (code == null && id != null) {
            code = ids.getOrDefault("educationIds", Map.of()).get(id.strip());
        }
        return code == null ? null : EducationLevel.valueOf(code);
    }

    /** A name as the list has it: {@code statuses}, {@code religions}, {@code unitKinds} …; null when it has not. */
    @Nullable
    String code(String list, @Nullable String name) {
        var code = byName(list, name);
        return code == null && name != null ? ownCode(list, plain(name)) : code;
    }

    /** Our own word for a code is understood, too. */
    private @Nullable String ownCode(String list, String plain) {
        for (var entry : names.getOrDefault(list, List.of())) {
            if (entry.code().equals(plain)) {
                return plain;
            }
        }
        return null;
    }

    /** What a new unit of this name is. */
    public String unitKind(String name) {
        var code = byName("unitKinds", name);
        return code == null ? "LAINNYA" : code;
    }
}
