package id.karier.integration.bulk.load;

import id.karier.changes.Change.Difference;
import id.karier.changes.Differences;
import id.karier.employee.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a history in memory, on its way to or from the database. */
final class HistoryRow {
    enum State {
        STORED,
        CHANGED,
        NEW
    }

    final HistoryTable table;
    final UUID id;
    final UUID employee;
    final @Nullable Object[] values;

    @Nullable
    String decreeNumber;

    @Nullable
    LocalDate decreeDate;

    Source source;

    @Nullable
    String siasnId;

    State state;

    /** The properties as they are stored; empty while nothing is to be changed. */
    private Map<String, @Nullable Object> before = Map.of();

    HistoryRow(
            HistoryTable table,
            UUID id,
            UUID employee,
            @Nullable Object[] values,
            @Nullable String decreeNumber,
            @Nullable LocalDate decreeDate,
            Source source,
            @Nullable String siasnId,
            State state) {
        this.table = table;
        this.id = id;
        this.employee = employee;
        this.values = values;
        this.decreeNumber = decreeNumber;
        this.decreeDate = decreeDate;
        this.source = source;
        this.siasnId = siasnId;
        this.state = state;
    }

    @Nullable
    Object get(String column) {
        return values[table.at(column)];
    }

    /** A day that every row of the table has. */
    LocalDate day(String column) {
        return (LocalDate) Objects.requireNonNull(get(column));
    }

    void set(String column, @Nullable Object value) {
        touch();
        values[table.at(column)] = value;
    }

    /** To be called before anything changes: what is stored is kept for the change log. */
    private void touch() {
        if (state == State.STORED) {
            before = properties();
            state = State.CHANGED;
        }
    }

    /**
     * Whether it stays as it is, whatever is said: an officer has typed it in, or it rests on a decree and what is said
     * on none (ADR 0113).
     */
    boolean isKept(HistoryRow said) {
        return state != State.NEW && (source == Source.LOCAL || (decreeNumber != null && said.decreeNumber == null));
    }

    /**
     * Takes over of what is said what this row leaves open and does not rest on another decree, and nothing else.
     *
     * @return the columns in which the two differ
     */
    List<HistoryTable.Column> complete(HistoryRow said) {
        boolean sameDecree = decreeNumber == null || HistoryTable.same(decreeNumber, said.decreeNumber);
        var differing = new ArrayList<HistoryTable.Column>();
        for (int i = 0; i < values.length; i++) {
            boolean differs = said.values[i] != null && !HistoryTable.same(stored(i), said.values[i]);
            if (differs && sameDecree && values[i] == null) {
                touch();
                values[i] = said.values[i];
            } else if (differs && !table.isTold(i, values, said.values)) {
                differing.add(table.columns().get(i));
            }
        }
        if (differing.isEmpty() && siasnId == null && said.siasnId != null) {
            touch();
            siasnId = said.siasnId;
        }
        return differing;
    }

    /** A degree of another year: what is said of its day takes the place of what stood there. */
    void forgetDay() {
        if (table == HistoryTable.EDUCATIONS) {
            set("graduated_on", null);
            set("graduated_year", null);
        }
    }

    /** Takes over what another row of the same thing says and this one does not; never the facts of two decrees at once. */
    void merge(HistoryRow said) {
        boolean changed = false;
        boolean otherDecree = decreeNumber != null
                && said.decreeNumber != null
                && !HistoryTable.same(decreeNumber, said.decreeNumber);
        if (otherDecree) {
            touch();
            decreeDate = said.decreeDate;
            table.ofDecree().forEach(column -> values[table.at(column)] = said.get(column));
        }
        for (int i = 0; i < values.length; i++) {
            if (said.values[i] != null && !HistoryTable.same(values[i], said.values[i])) {
                touch();
                values[i] = said.values[i];
                changed = true;
            }
        }
        if (said.decreeNumber != null && !said.decreeNumber.equals(decreeNumber)) {
            touch();
            decreeNumber = said.decreeNumber;
            changed = true;
        }
        if (said.decreeDate != null && !said.decreeDate.equals(decreeDate)) {
            touch();
            decreeDate = said.decreeDate;
            changed = true;
        }
        if (said.siasnId != null && !said.siasnId.equalsIgnoreCase(siasnId)) {
            touch();
            siasnId = said.siasnId;
            changed = true;
        }
        if (changed) {
            source = said.source;
        }
    }

    /** As it is stored; empty while nothing is to be changed. */
    Map<String, @Nullable Object> before() {
        return before;
    }

    /** Another row ends it; what it had before is kept, as the register keeps it. */
    void closeBy(HistoryRow next, LocalDate lastDay) {
        var ends = (LocalDate) get("ends_on");
        if (!next.id.equals(get("closed_by"))) {
            set("ended_before", ends != null && !ends.isBefore(day("starts_on")) ? ends : null);
        }
        set("closed_by", next.id);
        set("closed_until", lastDay);
        set("ends_on", lastDay);
    }

    /** Nothing ends it any more. */
    void open() {
        set("ends_on", null);
        if (get("closed_by") != null) {
            set("closed_by", null);
            set("closed_until", null);
            set("ended_before", null);
        }
    }

    /** A flag that nobody mentions is not set. */
    private @Nullable Object stored(int column) {
        boolean unsaid = values[column] == null && table.columns().get(column).kind() == HistoryTable.Kind.FLAG;
        return unsaid ? Boolean.FALSE : values[column];
    }

    /** As the entity names them, and as they are stored. */
    Map<String, @Nullable Object> properties() {
        var properties = new LinkedHashMap<String, @Nullable Object>();
        properties.put("employeeId", employee);
        for (int i = 0; i < values.length; i++) {
            properties.put(table.columns().get(i).property(), stored(i));
        }
        properties.put("decreeNumber", decreeNumber);
        properties.put("decreeDate", decreeDate);
        properties.put("source", source);
        properties.put("siasnId", siasnId);
        return properties;
    }

    /** What is to be written: a new row, or a stored one of which something reads otherwise now. */
    boolean differs() {
        return state == State.NEW || (state == State.CHANGED && !differences().isEmpty());
    }

    /** What the change log tells: all members of a new row, those that changed of a stored one. */
    Map<String, Difference> differences() {
        return Differences.of(table.objectKind(), before, properties());
    }
}
