package id.karier.integration.bulk.load;

import id.karier.employee.Source;
import java.time.LocalDate;
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

    void set(String column, @Nullable Object value) {
        values[table.at(column)] = value;
        touch();
    }

    private void touch() {
        state = state == State.NEW ? State.NEW : State.CHANGED;
    }

    /** Takes over what another row of the same thing says and this one does not; true when that was anything. */
    boolean merge(HistoryRow said) {
        boolean changed = false;
        for (int i = 0; i < values.length; i++) {
            if (said.values[i] != null && !HistoryTable.same(values[i], said.values[i])) {
                values[i] = said.values[i];
                changed = true;
            }
        }
        if (said.decreeNumber != null && !said.decreeNumber.equals(decreeNumber)) {
            decreeNumber = said.decreeNumber;
            changed = true;
        }
        if (said.decreeDate != null && !said.decreeDate.equals(decreeDate)) {
            decreeDate = said.decreeDate;
            changed = true;
        }
        if (said.siasnId != null && !said.siasnId.equalsIgnoreCase(siasnId)) {
            siasnId = said.siasnId;
            changed = true;
        }
        if (changed) {
            source = said.source;
            touch();
        }
        return changed;
    }

    /** In a few words, for the change log. */
    String told() {
        return switch (table) {
            case NUMBERS -> said("number");
            case RANKS -> said("rank_code") + ' ' + said("starts_on");
            case POSITIONS -> said("title") + ' ' + said("starts_on") + ".." + said("ends_on");
            case EDUCATIONS -> said("level") + ' ' + said("field");
            case TRAININGS, AWARDS -> said("name");
            case DISCIPLINES -> said("level") + ' ' + said("starts_on");
            case CREDITS -> said("credit") + ' ' + said("starts_on");
        };
    }

    private String said(String column) {
        var value = get(column);
        return value == null ? "" : value.toString();
    }
}
