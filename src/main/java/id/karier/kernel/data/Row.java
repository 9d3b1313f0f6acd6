package id.karier.kernel.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that was found, read column after column in the order of its statement. A method with {@code optional} in its name
 * gives null for an empty column, the others expect a value.
 */
public final class Row {
    private final ResultSet found;
    private int column;

    Row(ResultSet found) {
        this.found = found;
    }

    /** Back before the first column, for the next row. */
    Row start() {
        column = 0;
        return this;
    }

    /** Makes a record of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    public UUID id() throws SQLException {
        return Objects.requireNonNull(optionalId(), this::empty);
    }

    public @Nullable UUID optionalId() throws SQLException {
        var bytes = found.getBytes(++column);
        return bytes == null ? null : IdColumns.id(bytes);
    }

    public String text() throws SQLException {
        return Objects.requireNonNull(optionalText(), this::empty);
    }

    public @Nullable String optionalText() throws SQLException {
        return found.getString(++column);
    }

    public boolean flag() throws SQLException {
        return found.getBoolean(++column);
    }

    public @Nullable Boolean optionalFlag() throws SQLException {
        boolean value = found.getBoolean(++column);
        return found.wasNull() ? null : value;
    }

    public int integer() throws SQLException {
        return found.getInt(++column);
    }

    public @Nullable Integer optionalInteger() throws SQLException {
        int value = found.getInt(++column);
        return found.wasNull() ? null : value;
    }

    public long number() throws SQLException {
        return found.getLong(++column);
    }

    public @Nullable Long optionalNumber() throws SQLException {
        long value = found.getLong(++column);
        return found.wasNull() ? null : value;
    }

    public @Nullable BigDecimal optionalDecimal() throws SQLException {
        return found.getBigDecimal(++column);
    }

    public LocalDate date() throws SQLException {
        return Objects.requireNonNull(optionalDate(), this::empty);
    }

    public @Nullable LocalDate optionalDate() throws SQLException {
        return found.getObject(++column, LocalDate.class);
    }

    public Instant instant() throws SQLException {
        return Objects.requireNonNull(optionalInstant(), this::empty);
    }

    public @Nullable Instant optionalInstant() throws SQLException {
        var value = found.getObject(++column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    public byte[] bytes() throws SQLException {
        return Objects.requireNonNull(optionalBytes(), this::empty);
    }

    public byte @Nullable [] optionalBytes() throws SQLException {
        return found.getBytes(++column);
    }

    public <E extends Enum<E>> E constant(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }

    public <E extends Enum<E>> @Nullable E optionalConstant(Class<E> type) throws SQLException {
        var name = optionalText();
        return name == null ? null : Enum.valueOf(type, name);
    }

    private String empty() {
        return "column " + column + " is empty";
    }
}
