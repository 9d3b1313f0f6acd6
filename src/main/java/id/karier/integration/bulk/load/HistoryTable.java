package id.karier.integration.bulk.load;

import static id.karier.integration.bulk.load.HistoryTable.Kind.DAY;
import static id.karier.integration.bulk.load.HistoryTable.Kind.DECIMAL;
import static id.karier.integration.bulk.load.HistoryTable.Kind.FLAG;
import static id.karier.integration.bulk.load.HistoryTable.Kind.ID;
import static id.karier.integration.bulk.load.HistoryTable.Kind.NUMBER;
import static id.karier.integration.bulk.load.HistoryTable.Kind.SEALED;
import static id.karier.integration.bulk.load.HistoryTable.Kind.TEXT;

import id.karier.employee.number.IdentityNumberObjects;
import id.karier.history.entry.HistoryObjects;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.SqlText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The histories of a person as tables: their columns, and by what an entry is known when it has no national id. */
enum HistoryTable {
    NUMBERS(
            "employee_identity_numbers",
            IdentityNumberObjects.IDENTITY_NUMBER,
            List.of("number", "kind"),
            new Column("number", TEXT),
            new Column("kind", TEXT),
            new Column("starts_on", DAY),
            new Column("ends_on", DAY)),
    RANKS(
            "employee_ranks",
            HistoryObjects.RANK,
            List.of("starts_on"),
            new Column("rank_code", TEXT),
            new Column("rank_order", NUMBER),
            new Column("promotion_kind", TEXT),
            new Column("starts_on", DAY),
            new Column("service_years", NUMBER),
            new Column("service_months", NUMBER)),
    POSITIONS(
            "employee_positions",
            HistoryObjects.POSITION,
            List.of("starts_on", "assignment"),
            new Column("assignment", TEXT),
            new Column("position_id", ID),
            new Column("title", TEXT),
            new Column("level", TEXT),
            new Column("unit_id", ID),
            new Column("unit_name", TEXT),
            new Column("starts_on", DAY),
            new Column("ends_on", DAY),
            new Column("sworn_in_on", DAY),
            new Column("reason", TEXT),
            new Column("closed_by", ID),
            new Column("closed_until", DAY),
            new Column("ended_before", DAY)),
    EDUCATIONS(
            "employee_educations",
            HistoryObjects.EDUCATION,
            List.of("level", "field", "graduated_on"),
            new Column("level", TEXT),
            new Column("field", TEXT),
            new Column("institution", TEXT),
            new Column("graduated_on", DAY),
            new Column("graduated_year", NUMBER),
            new Column("certificate_number", TEXT),
            new Column("front_titles", TEXT),
            new Column("back_titles", TEXT),
            new Column("at_appointment", FLAG)) {
        /** A file knows the year only, and the same school in the same year is the same education. */
        @Override
        boolean sameRow(@Nullable Object[] a, @Nullable Object[] b) {
            return same(a[at("level")], b[at("level")])
                    && same(a[at("field")], b[at("field")])
                    && year(a, "graduated_on", "graduated_year") == year(b, "graduated_on", "graduated_year");
        }
    },
    TRAININGS(
            "employee_trainings",
            HistoryObjects.TRAINING,
            List.of("starts_on", "name"),
            new Column("form", TEXT),
            new Column("programme", TEXT),
            new Column("name", TEXT),
            new Column("provider", TEXT),
            new Column("certificate_number", TEXT),
            new Column("starts_on", DAY),
            new Column("ends_on", DAY),
            new Column("held_year", NUMBER),
            new Column("hours", DECIMAL)) {
        @Override
        boolean sameRow(@Nullable Object[] a, @Nullable Object[] b) {
            boolean byYear = a[at("held_year")] != null || b[at("held_year")] != null;
            return byYear
                    ? same(a[at("name")], b[at("name")])
                            && year(a, "starts_on", "held_year") == year(b, "starts_on", "held_year")
                    : super.sameRow(a, b);
        }
    },
    AWARDS(
            "employee_awards",
            HistoryObjects.AWARD,
            List.of("granted_on", "name"),
            new Column("code", TEXT),
            new Column("name", TEXT),
            new Column("granted_on", DAY)),
    DISCIPLINES(
            "employee_disciplines",
            HistoryObjects.DISCIPLINE,
            List.of("starts_on", "level"),
            new Column("level", TEXT),
            new Column("penalty", TEXT),
            new Column("penalty_name", TEXT),
            new Column("starts_on", DAY),
            new Column("ends_on", DAY),
            new Column("reason", SEALED),
            new Column("regulation", TEXT),
            new Column("cancelled_by", TEXT),
            new Column("cancelled_on", DAY)),
    CREDITS(
            "employee_credits",
            HistoryObjects.CREDIT,
            List.of("starts_on", "ends_on", "basis"),
            new Column("level", TEXT),
            new Column("position_title", TEXT),
            new Column("basis", TEXT),
            new Column("starts_on", DAY),
            new Column("ends_on", DAY),
            new Column("credit", DECIMAL)),
    STATUSES(
            "employee_statuses",
            HistoryObjects.STATUS,
            List.of("starts_on"),
            new Column("status", TEXT),
            new Column("starts_on", DAY),
            new Column("ends_on", DAY),
            new Column("start_unknown", FLAG),
            new Column("reason", TEXT),
            new Column("destination", TEXT));

    enum Kind {
        TEXT,
        /** Text that is ciphertext in the table, in the place that the kind of object names. */
        SEALED,
        DAY,
        NUMBER,
        ID,
        FLAG,
        DECIMAL
    }

    /** @param property what the entity calls the column */
    record Column(String name, String property, Kind kind) {
        private static final Pattern WORD = Pattern.compile("_(.)");

        Column(String name, Kind kind) {
            this(name, property(name), kind);
        }

        private static String property(String column) {
            return WORD.matcher(column).replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
        }
    }

    private final ObjectKind objectKind;
    private final List<Column> columns;
    private final int[] key;
    private final SqlText select;
    private final SqlText insert;
    private final SqlText update;

    HistoryTable(String table, ObjectKind objectKind, List<String> key, Column... columns) {
        this.objectKind = objectKind;
        this.columns = List.of(columns);
        this.key = key.stream().mapToInt(this::at).toArray();
        var names = joined("%s, ");
        select = SqlText.ofAgency(
                "select id, employee_id, " + names + "decree_number, decree_date, source, siasn_id from " + table
                        + " where agency = :agency and employee_id in (:people)");
        insert = SqlText.ofAgency("insert into " + table + " (id, agency, employee_id, " + names
                + "decree_number, decree_date, source, siasn_id) values (:id, :agency, :employeeId, "
                + joined(":%2$s, ")
                + ":decreeNumber, :decreeDate, :source, :siasnId)");
        update = SqlText.ofAgency("update " + table + " set version = version + 1, " + joined("%s = :%s, ")
                + "decree_number = :decreeNumber, decree_date = :decreeDate, source = :source, siasn_id = :siasnId"
                + " where agency = :agency and id = :id");
    }

    /** What an entry is to the change log. */
    ObjectKind objectKind() {
        return objectKind;
    }

    /** What the history is called in an address, and so in a sentence. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Column> columns() {
        return columns;
    }

    /** What the seal of a column is bound to besides the row. */
    String sealedAt(Column column) {
        return Objects.requireNonNull(objectKind.sealed().get(column.property()), column.name());
    }

    /** Place of a column. */
    final int at(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** Whether two rows are one by their natural key. */
    boolean sameRow(@Nullable Object[] a, @Nullable Object[] b) {
        for (int place : key) {
            if (!same(a[place], b[place])) {
                return false;
            }
        }
        return true;
    }

    /** The year of a day, or the year that stands in its place; 0 for neither. */
    final int year(@Nullable Object[] values, String day, String year) {
        if (values[at(day)] instanceof LocalDate known) {
            return known.getYear();
        }
        return values[at(year)] instanceof Number number ? number.intValue() : 0;
    }

    /**
     * Columns that only the decree of a row tells: another decree that leaves them unsaid leaves them unknown. What follows
     * from other rows, and what has a decree of its own, is not among them.
     */
    List<String> ofDecree() {
        return switch (this) {
            case RANKS -> List.of("promotion_kind", "service_years", "service_months");
            case POSITIONS -> List.of("sworn_in_on", "reason");
            case DISCIPLINES -> List.of("reason", "regulation");
            case CREDITS -> List.of("position_title");
            default -> List.of();
        };
    }

    /** The day by which a row is dated, or the year in its place; null where a table has neither or a row does not say. */
    final @Nullable Object dated(@Nullable Object[] values) {
        return switch (this) {
            case EDUCATIONS ->
                values[at("graduated_on")] == null ? values[at("graduated_year")] : values[at("graduated_on")];
            case TRAININGS -> values[at("starts_on")] == null ? values[at("held_year")] : values[at("starts_on")];
            case AWARDS -> values[at("granted_on")];
            default -> values[at("starts_on")];
        };
    }

    /** Whether a value follows from another one of the row: a year from the day, a place in the ladder from the rank. */
    final boolean isTold(int column, @Nullable Object[] values, @Nullable Object[] said) {
        return switch (columns.get(column).name()) {
            case "graduated_year" ->
                values[at("graduated_on")] != null
                        && year(values, "graduated_on", "graduated_year")
                                == year(said, "graduated_on", "graduated_year");
            case "held_year" -> values[at("starts_on")] != null;
            case "rank_order", "position_id", "unit_id" -> true;
            default -> false;
        };
    }

    /** Equal as people read it: capitals and the scale of a number make no difference. */
    static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String one && b instanceof String other) {
            return one.equalsIgnoreCase(other);
        }
        if (a instanceof BigDecimal one && b instanceof BigDecimal other) {
            return one.compareTo(other) == 0;
        }
        return Objects.equals(a, b);
    }

    /** @param form of a column: its name, and its property */
    private String joined(String form) {
        return columns.stream()
                .map(column -> form.formatted(column.name(), column.property()))
                .collect(Collectors.joining());
    }

    /** The stored rows of {@code :people}: id, whose, the columns, decree number, decree date, source, national id. */
    SqlText select() {
        return select;
    }

    /** Takes {@link HistoryRow#properties} and the id. */
    SqlText insert() {
        return insert;
    }

    /** Takes {@link HistoryRow#properties} and the id. */
    SqlText update() {
        return update;
    }

    /** The histories that a "profil pegawai" file tells of. */
    static List<HistoryTable> ofProfileFile() {
        return List.of(NUMBERS, RANKS, POSITIONS, EDUCATIONS, STATUSES);
    }

    static List<HistoryTable> all() {
        return Arrays.asList(values());
    }
}
