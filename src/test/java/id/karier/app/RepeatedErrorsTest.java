package id.karier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** A failure that everybody meets is in the log once, whole, and then as a number. */
class RepeatedErrorsTest {
    private final RepeatedErrors filter = new RepeatedErrors();

    @Test
    void the_first_trace_is_whole_and_the_rest_is_counted_per_minute() {
        assertThat(passed(1000, "request %d failed", true)).isEqualTo(1);
        assertThat(filter.endRound()).singleElement().asString().startsWith("999 times more within 60 s: ");
        assertThat(passed(10, "request %d failed", true))
                .as("in the next minute, too")
                .isZero();
        assertThat(filter.endRound()).singleElement().asString().startsWith("10 times more");
    }

    @Test
    void after_a_quiet_minute_it_is_news_again() {
        passed(2, "request %d failed", true);
        filter.endRound();
        assertThat(filter.endRound()).isEmpty();
        assertThat(passed(2, "request %d failed", true)).isEqualTo(1);
    }

    @Test
    void lines_that_differ_in_numbers_only_are_of_one_kind() {
        assertThat(passed(100, "SQL Error: %d, SQLState: HY000", false)).isEqualTo(5);
        assertThat(filter.endRound()).singleElement().asString().startsWith("95 times more");
    }

    @Test
    void another_failure_and_whatever_is_no_error_pass() {
        passed(5, "request %d failed", true);
        assertThat(filter.isLoggable(entry(Level.SEVERE, "request 1 failed", new IllegalArgumentException("other"))))
                .isTrue();
        for (int i = 0; i < 100; i++) {
            assertThat(filter.isLoggable(entry(Level.INFO, "GET getEmployee 200", null)))
                    .isTrue();
        }
    }

    @Test
    void however_many_kinds_there_are_the_memory_is_bounded() {
        int passed = 0;
        for (int i = 0; i < 10_000; i++) {
            var word = Integer.toString(i, 26).replaceAll("\\d", "x") + "y".repeat(i % 97);
            if (filter.isLoggable(entry(
                    Level.WARNING,
                    "odd " + word + Integer.toString(i, 2).replace('0', 'o').replace('1', 'l'),
                    null))) {
                passed++;
            }
        }
        assertThat(passed).isLessThan(600);
    }

    private int passed(int times, String message, boolean failed) {
        int passed = 0;
        for (int i = 0; i < times; i++) {
            var thrown = failed ? new IllegalStateException("of " + i, new RuntimeException("root " + i)) : null;
            if (filter.isLoggable(entry(Level.SEVERE, message.formatted(i), thrown))) {
                passed++;
            }
        }
        return passed;
    }

    private static LogRecord entry(Level level, String message, Throwable thrown) {
        var entry = new LogRecord(level, message);
        entry.setLoggerName("id.karier.some");
        entry.setThrown(thrown);
        return entry;
    }
}
