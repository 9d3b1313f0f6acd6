package id.karier.demo.population;

import id.karier.rules.terms.EducationLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The word lists: fields of study with their titles, and families of jobs. */
final class Catalogue {
    private static final Map<String, Field> FIELDS = new LinkedHashMap<>();
    private static final Map<String, Family> FAMILIES = new LinkedHashMap<>();

    static {
        for (var line : lines("studies")) {
            var columns = columns(line);
            var titles = new EnumMap<EducationLevel, Titles>(EducationLevel.class);
            for (var column : columns.subList(1, columns.size())) {
                int blank = column.indexOf(' ');
                titles.put(EducationLevel.valueOf(column.substring(0, blank)), Titles.of(column.substring(blank + 1)));
            }
            FIELDS.put(columns.get(0), new Field(columns.get(0), Map.copyOf(titles)));
        }
        for (var line : lines("families")) {
            var columns = columns(line);
            var fields = Arrays.stream(columns.get(6).split(",", -1))
                    .map(String::strip)
                    .map(name -> Objects.requireNonNull(FIELDS.get(name), name))
                    .toList();
            var age = columns.get(3).equals("-") ? null : Integer.valueOf(columns.get(3));
            var family = new Family(
                    columns.get(0),
                    columns.get(1),
                    Ladder.valueOf(columns.get(2)),
                    age,
                    Integer.parseInt(columns.get(4)),
                    Integer.parseInt(columns.get(5)),
                    fields);
            FAMILIES.put(family.code(), family);
        }
    }

    private Catalogue() {}

    /** How a family of jobs climbs. */
    enum Ladder {
        GENERAL,
        SKILLED,
        EXPERT
    }

    /** Titles of a degree. */
    record Titles(@Nullable String front, @Nullable String back) {
        static Titles of(String text) {
            int plus = text.indexOf('+');
            if (plus < 0) {
                return new Titles(null, text);
            }
            return new Titles(text.substring(0, plus), plus + 1 == text.length() ? null : text.substring(plus + 1));
        }
    }

    /** A field of study. */
    record Field(String name, Map<EducationLevel, Titles> titles) {
        boolean leadsTo(EducationLevel level) {
            return titles.containsKey(level);
        }
    }

    /** Jobs of one kind. */
    record Family(
            String code,
            String title,
            Ladder ladder,
            @Nullable Integer retirementAge,
            int contractPercent,
            int womenPercent,
            List<Field> fields) {
        boolean isMedical() {
            return code.equals("dokter") || code.equals("apoteker");
        }

        boolean isTeaching() {
            return code.startsWith("guru");
        }
    }

    static Family family(String code) {
        return Objects.requireNonNull(FAMILIES.get(code), code);
    }

    static Field field(String name) {
        return Objects.requireNonNull(FIELDS.get(name), name);
    }

    /** A resource's lines without comments and blank ones. */
    static List<String> lines(String resource) {
        try (InputStream in = Catalogue.class.getResourceAsStream("/demo/" + resource + ".txt")) {
            var text = new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<String> columns(String line) {
        var columns = new ArrayList<String>();
        for (var column : line.split("\\|", -1)) {
            columns.add(column.strip());
        }
        return columns;
    }
}
