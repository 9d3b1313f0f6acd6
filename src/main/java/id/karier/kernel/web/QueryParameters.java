package id.karier.kernel.web;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads typed query parameters, and refuses a wrong one by its name: the framework alone would answer 404. */
@Provider
public class QueryParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            UUID.class, UUID::fromString,
            LocalDate.class, CivilDates::parse,
            Integer.class, Integer::valueOf,
            int.class, Integer::valueOf,
            Long.class, Long::valueOf,
            long.class, Long::valueOf,
            Boolean.class, QueryParameters::truth,
            boolean.class, QueryParameters::truth);

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type generic, Annotation @Nullable [] annotations) {
        var reader = type.isEnum() ? constantOf(type) : READERS.get(type);
        var name = annotations == null ? null : queryParameter(annotations);
        return reader == null || name == null ? null : new Named<>(name, reader);
    }

    private static @Nullable String queryParameter(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(a -> ((QueryParam) a).value())
                .findFirst()
                .orElse(null);
    }

    private static Function<String, Object> constantOf(Class<?> type) {
        return value -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(value))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static Object truth(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private record Named<T>(String name, Function<String, Object> reader) implements ParamConverter<T> {
        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String value) {
            try {
                return (T) reader.apply(value);
            } catch (RuntimeException unreadable) {
                throw new ProblemException(ErrorCode.INVALID_PARAMETER, FieldError.of(name, "PARAMETER_UNREADABLE"));
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
