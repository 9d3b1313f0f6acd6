package id.karier.kernel.web;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.PlainText;
import id.karier.kernel.ProblemException;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of addresses, and refuses a wrong one by its name: the framework alone would answer 404. A text is a
 * code, of ASCII alone, unless it says that it is {@link FreeText}: so none meets a column that cannot hold it.
 */
@Provider
public class QueryParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            UUID.class, UUID::fromString,
            LocalDate.class, CivilDates::parse,
            Instant.class, Instants::parse,
            Integer.class, Integer::valueOf,
            int.class, Integer::valueOf,
            Long.class, Long::valueOf,
            long.class, Long::valueOf,
            Boolean.class, QueryParameters::truth,
            boolean.class, QueryParameters::truth);

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type generic, Annotation @Nullable [] annotations) {
        var reader = type.isEnum() ? constantOf(type) : READERS.get(type);
        var name = annotations == null ? null : queryParameter(annotations);
        if (type == String.class) {
            return (ParamConverter<T>) text(name, annotations == null ? new Annotation[0] : annotations);
        }
        return reader == null || name == null ? null : new Named<>(name, type, reader);
    }

    /** Of headers none; of paths, what cannot be a name is nothing that is there. */
    private static @Nullable ParamConverter<String> text(@Nullable String query, Annotation[] annotations) {
        if (Arrays.stream(annotations).anyMatch(QueryParameters::isOutsideOfAddress)) {
            return null;
        }
        if (query == null) {
            return new Segment();
        }
        boolean free = Arrays.stream(annotations).anyMatch(FreeText.class::isInstance);
        return new Named<>(query, String.class, free ? QueryParameters::words : QueryParameters::code);
    }

    private static boolean isOutsideOfAddress(Annotation annotation) {
        return annotation instanceof HeaderParam
                || annotation instanceof CookieParam
                || annotation instanceof FormParam
                || annotation instanceof RestForm
                || annotation instanceof RestHeader;
    }

    private static Object code(String value) {
        if (!PlainText.isAscii(value)) {
            throw new IllegalArgumentException("no code");
        }
        return value;
    }

    private static Object words(String value) {
        if (!PlainText.isPlain(value)) {
            throw new IllegalArgumentException("no plain text");
        }
        return PlainText.tidy(value);
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

    /** A part of a path. */
    private static final class Segment implements ParamConverter<String> {
        @Override
        public String fromString(String value) {
            if (!PlainText.isAscii(value)) {
                throw ProblemException.notFound();
            }
            return value;
        }

        @Override
        public String toString(String value) {
            return value;
        }
    }

    private record Named<T>(String name, Class<?> type, Function<String, Object> reader) implements ParamConverter<T> {
        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String value) {
            try {
                return (T) reader.apply(value);
            } catch (RuntimeException unreadable) {
                throw new ProblemException(ErrorCode.INVALID_PARAMETER, Expected.parameter(name, type));
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
