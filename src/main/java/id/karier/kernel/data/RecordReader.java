package id.karier.kernel.data;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a record whose components stand in the columns of a statement in their order, one column each. */
public final class RecordReader<T extends Record> implements Row.Reader<T> {
    private static final Map<Class<?>, Column> COLUMNS = Map.ofEntries(
            Map.entry(UUID.class, Row::optionalId),
            Map.entry(String.class, Row::optionalText),
            Map.entry(LocalDate.class, Row::optionalDate),
            Map.entry(Instant.class, Row::optionalInstant),
            Map.entry(BigDecimal.class, Row::optionalDecimal),
            Map.entry(Integer.class, Row::optionalInteger),
            Map.entry(int.class, Row::integer),
            Map.entry(Long.class, Row::optionalNumber),
            Map.entry(long.class, Row::number),
            Map.entry(Boolean.class, Row::optionalFlag),
            Map.entry(boolean.class, Row::flag));

    private interface Column {
        @Nullable
        Object read(Row row) throws SQLException;
    }

    private final Column[] components;
    private final MethodHandle constructor;

    private RecordReader(Column[] components, MethodHandle constructor) {
        this.components = components;
        this.constructor = constructor;
    }

    /** @throws IllegalArgumentException for a component that no column holds */
    public static <T extends Record> RecordReader<T> of(Class<T> type) {
        var parts = type.getRecordComponents();
        var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var components = Arrays.stream(types).map(RecordReader::column).toArray(Column[]::new);
        try {
            var constructor = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length);
            return new RecordReader<>(components, constructor);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalArgumentException(type + " cannot be made", impossible);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Column column(Class<?> type) {
        if (type.isEnum()) {
            return row -> row.optionalConstant((Class) type);
        }
        var reader = COLUMNS.get(type);
        if (reader == null) {
            throw new IllegalArgumentException("no column holds a " + type.getName());
        }
        return reader;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T read(Row row) throws SQLException {
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].read(row);
        }
        try {
            return (T) constructor.invoke(values);
        } catch (Error broken) {
            // no fault of the row
            throw broken;
        } catch (Throwable failed) {
            throw new IllegalStateException("a row cannot be read", failed);
        }
    }
}
