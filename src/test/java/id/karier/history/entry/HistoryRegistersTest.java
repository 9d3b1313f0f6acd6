package id.karier.history.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** No history is left out where all of them are read. */
class HistoryRegistersTest {
    @Test
    void every_history_is_a_register() {
        var kinds = Arrays.stream(HistoryKinds.class.getDeclaredFields())
                .filter(field -> field.getType() == HistoryKind.class)
                .map(HistoryRegistersTest::value)
                .toList();
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(7);
        assertThat(HistoryKinds.ALL).as("a new history joins HistoryKinds.ALL").hasSameElementsAs(kinds);
    }

    private static HistoryKind<?, ?> value(java.lang.reflect.Field field) {
        try {
            return (HistoryKind<?, ?>) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
