package id.karier.kernel.web;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.FieldError;
import jakarta.validation.ConstraintViolation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Tells of a value that cannot be read what would be: the words that are allowed, how a date is written, an example. */
final class Expected {
    private static final String SENTENCE = "problem.expected.";

    private static final Map<Class<?>, String> KINDS = Map.ofEntries(
            Map.entry(LocalDate.class, "DATE"),
            Map.entry(Instant.class, "MOMENT"),
            Map.entry(UUID.class, "ID"),
            Map.entry(int.class, "WHOLE_NUMBER"),
            Map.entry(Integer.class, "WHOLE_NUMBER"),
            Map.entry(long.class, "WHOLE_NUMBER"),
            Map.entry(Long.class, "WHOLE_NUMBER"),
            Map.entry(BigDecimal.class, "NUMBER"),
            Map.entry(double.class, "NUMBER"),
            Map.entry(Double.class, "NUMBER"),
            Map.entry(boolean.class, "TRUTH"),
            Map.entry(Boolean.class, "TRUTH"),
            Map.entry(String.class, "TEXT"));

    private Expected() {}

    /** Of a query parameter: a text that is not taken is no code. */
    static FieldError parameter(String name, Class<?> type) {
        return type == String.class
                ? new FieldError(name, "PARAMETER_UNREADABLE", SENTENCE + "CODE", List.of())
                : of(name, "PARAMETER_UNREADABLE", type);
    }

    /** Of a member of a body. */
    static FieldError value(String pointer, Throwable failure) {
        if (failure instanceof UniqueItems.ItemTwiceException) {
            return FieldError.of(pointer, "ITEM_TWICE");
        }
        return failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? of(pointer, "VALUE_UNREADABLE", mismatch.getTargetType())
                : FieldError.of(pointer, "VALUE_UNREADABLE");
    }

    /** Of a member that a record does not have: those that it has. */
    static FieldError member(String pointer, @Nullable Collection<Object> names) {
        var known = new TreeSet<String>();
        Objects.requireNonNullElse(names, List.of()).forEach(name -> known.add(String.valueOf(name)));
        return known.isEmpty()
                ? FieldError.of(pointer, "UNKNOWN_MEMBER")
                : new FieldError(
                        pointer, "UNKNOWN_MEMBER", SENTENCE + "MEMBER", List.<Object>of(String.join(", ", known)));
    }

    /** Of a text that breaks a pattern: the example that the contract gives; null where it gives none. */
    static @Nullable FieldError like(String pointer, String code, ConstraintViolation<?> violation) {
        var example = example(violation);
        return example == null ? null : new FieldError(pointer, code, SENTENCE + "LIKE", List.<Object>of(example));
    }

    private static FieldError of(String pointer, String code, Class<?> type) {
        if (type.isEnum()) {
            var words = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", "));
            return new FieldError(pointer, code, SENTENCE + "CHOICE", List.<Object>of(words));
        }
        var kind = KINDS.get(type);
        if (kind == null && (type.isArray() || Collection.class.isAssignableFrom(type))) {
            kind = "LIST";
        }
        if (kind == null && (type.isRecord() || Map.class.isAssignableFrom(type) || type == ObjectNode.class)) {
            kind = "OBJECT";
        }
        return kind == null ? FieldError.of(pointer, code) : new FieldError(pointer, code, SENTENCE + kind, List.of());
    }

    private static @Nullable String example(ConstraintViolation<?> violation) {
        var record = violation.getLeafBean();
        var member = "";
        for (var node : violation.getPropertyPath()) {
            member = Objects.requireNonNullElse(node.getName(), member);
        }
        if (record == null || !record.getClass().isRecord()) {
            return null;
        }
        for (var field : record.getClass().getDeclaredFields()) {
            var said = field.getAnnotation(Schema.class);
            if (field.getName().equals(member) && said != null && said.examples().length > 0) {
                return said.examples()[0];
            }
        }
        return null;
    }
}
