package id.karier.kernel.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/**
 * A documented key of a list: what it is called in {@code ?sort=}, the HQL expression (never null in the database) and
 * how a row of the page yields its value.
 */
public record SortKey<T>(String name, String expression, Type type, Function<T, Object> value) {
    /** How a value travels in a cursor. */
    public enum Type {
        TEXT {
            @Override
            Object parse(String value) {
                return value;
            }
        },
        DATE {
            @Override
            Object parse(String value) {
                return LocalDate.parse(value);
            }
        },
        INSTANT {
            @Override
            Object parse(String value) {
                return Instant.parse(value);
            }
        },
        NUMBER {
            @Override
            Object parse(String value) {
                return Long.valueOf(value);
            }
        },
        ID {
            @Override
            Object parse(String value) {
                return UUID.fromString(value);
            }
        };

        abstract Object parse(String value);
    }

    public static <T> SortKey<T> text(String name, String expression, Function<T, Object> value) {
        return new SortKey<>(name, expression, Type.TEXT, value);
    }

    public static <T> SortKey<T> date(String name, String expression, Function<T, Object> value) {
        return new SortKey<>(name, expression, Type.DATE, value);
    }

    public static <T> SortKey<T> number(String name, String expression, Function<T, Object> value) {
        return new SortKey<>(name, expression, Type.NUMBER, value);
    }

    public static <T> SortKey<T> instant(String name, String expression, Function<T, Object> value) {
        return new SortKey<>(name, expression, Type.INSTANT, value);
    }

    /** The key that makes every order total. */
    public static <T> SortKey<T> id(String expression, Function<T, Object> value) {
        return new SortKey<>("id", expression, Type.ID, value);
    }
}
