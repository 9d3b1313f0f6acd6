package id.karier.kernel.data;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.data.Transactions.Failure;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database says when it breaks, and what it means; how a write ends then is in BrokenDatabaseTest. */
class TransactionsTest {
    @ParameterizedTest
    @CsvSource({
        "40001, 1213, VICTIM", // deadlock
        "HY000, 1205, VICTIM", // lock wait
        "HY000, 3101, VICTIM", // certification failed, at commit
        "HY000, 3100, VICTIM",
        "40001, 0, VICTIM",
        "08S01, 0, CONNECTION_LOST",
        "08003, 0, CONNECTION_LOST",
        "23000, 1062, OTHER",
        "42S02, 1146, OTHER"
    })
    void what_is_said_is_understood_wherever_it_stands(String state, int vendor, Failure meant) {
        var said = new SQLException("said", state, vendor);
        var suppressing = new IllegalStateException("could not commit");
        suppressing.addSuppressed(new IllegalStateException("resource", said));
        assertThat(Transactions.classify(said)).isEqualTo(meant);
        assertThat(Transactions.classify(new IllegalStateException(said))).isEqualTo(meant);
        assertThat(Transactions.classify(new IllegalStateException(suppressing)))
                .as("suppressed, as a failed commit is reported")
                .isEqualTo(meant);
        assertThat(Transactions.isPassing(new IllegalStateException(suppressing)))
                .isEqualTo(meant != Failure.OTHER);
    }

    @Test
    void a_pool_without_a_connection_passes_and_a_fault_of_ours_does_not() {
        assertThat(Transactions.isPassing(new SQLException("acquisition timeout")))
                .isTrue();
        assertThat(Transactions.isPassing(new IllegalStateException("ours"))).isFalse();
        assertThat(Transactions.classify(new IllegalStateException("ours"))).isEqualTo(Failure.OTHER);
    }

    @Test
    void a_duplicate_is_named_by_its_key() {
        var said = new SQLException("Duplicate entry 'a' for key 'uk_units_code'", "23000", 1062);
        assertThat(Transactions.duplicateKey(new IllegalStateException(said))).contains("uk_units_code");
        assertThat(Transactions.duplicateKey(new SQLException("other", "23000", 1452)))
                .isNull();
    }
}
