package id.karier.kernel.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.exceptions.CJCommunicationsException;
import jakarta.transaction.RollbackException;
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
        "40001, 0, VICTIM",
        "HY000, 3100, READ_ONLY", // a group member that may not commit
        "HY000, 1836, READ_ONLY",
        "25006, 1792, READ_ONLY",
        "HY000, 3797, READ_ONLY", // waited for the group in vain
        "08S01, 0, CONNECTION_LOST",
        "08003, 0, CONNECTION_LOST",
        "25000, 0, CONNECTION_LOST",
        "25S03, 0, CONNECTION_LOST",
        "08S01, 1053, CONNECTION_LOST", // shutdown
        "HY000, 1077, CONNECTION_LOST",
        "70100, 1927, CONNECTION_LOST", // killed, MariaDB
        "HY000, 3169, CONNECTION_LOST",
        "08004, 1040, UNREACHABLE", // too many connections
        "42000, 1203, UNREACHABLE",
        "08001, 0, UNREACHABLE",
        "70100, 1317, EXHAUSTED",
        "HY000, 3024, EXHAUSTED", // statement time, MySQL
        "70100, 1969, EXHAUSTED", // statement time, MariaDB
        "HY000, 1114, EXHAUSTED", // table full
        "S1T00, 0, EXHAUSTED",
        "08S01, 1153, OTHER", // our packet is too large, and would be again
        "23000, 1451, OVERTAKEN", // the parent has got a child meanwhile
        "23000, 1452, OVERTAKEN", // the parent is gone meanwhile
        "23000, 1062, OTHER",
        "S1009, 0, OTHER", // a wrong argument is ours
        "HY000, 1290, OTHER", // runs with some other option
        "42S02, 1146, OTHER"
    })
    void what_is_said_is_understood_wherever_it_stands(String state, int vendor, SqlFailure meant) {
        var said = new SQLException("said", state, vendor);
        var suppressing = new IllegalStateException("could not commit");
        suppressing.addSuppressed(new IllegalStateException("resource", said));
        assertThat(SqlFailure.of(said)).isEqualTo(meant);
        assertThat(SqlFailure.of(new IllegalStateException(said))).isEqualTo(meant);
        assertThat(SqlFailure.of(new IllegalStateException(suppressing)))
                .as("suppressed, as a failed commit is reported")
                .isEqualTo(meant);
        assertThat(Transactions.isPassing(new IllegalStateException(suppressing)))
                .isEqualTo(meant != SqlFailure.OTHER && meant != SqlFailure.OVERTAKEN);
    }

    @Test
    void a_pool_without_a_connection_passes_and_a_fault_of_ours_does_not() {
        assertThat(Transactions.isPassing(new SQLException("acquisition timeout")))
                .isTrue();
        assertThat(Transactions.isPassing(new IllegalStateException("ours"))).isFalse();
        assertThat(SqlFailure.of(new IllegalStateException("ours"))).isEqualTo(SqlFailure.OTHER);
    }

    @Test
    void a_server_without_writes_and_a_statement_that_closed_are_told_by_their_words() {
        assertThat(SqlFailure.of(new SqlFailedException(new SQLException(
                        "The MySQL server is running with the --super-read-only option so it cannot execute this"
                                + " statement",
                        "HY000",
                        1290))))
                .isEqualTo(SqlFailure.READ_ONLY);
        assertThat(SqlFailure.of(new SQLException("No operations allowed after statement closed.", "S1009", 0)))
                .isEqualTo(SqlFailure.CONNECTION_LOST);
        assertThat(SqlFailure.of(new IllegalStateException(new CJCommunicationsException("cut"))))
                .isEqualTo(SqlFailure.CONNECTION_LOST);
    }

    @Test
    void only_the_servers_own_refusal_proves_that_nothing_was_committed() {
        assertThat(SqlFailure.values())
                .filteredOn(SqlFailure::isRolledBack)
                .containsExactly(SqlFailure.VICTIM, SqlFailure.READ_ONLY, SqlFailure.OVERTAKEN, SqlFailure.STALE);
    }

    @Test
    void what_the_transaction_manager_ends_by_itself_passes() {
        assertThat(SqlFailure.of(new IllegalStateException(new RollbackException("timed out"))))
                .isEqualTo(SqlFailure.EXHAUSTED);
        var because = new RollbackException("rolled back");
        because.initCause(new IllegalArgumentException("ours"));
        assertThat(SqlFailure.of(because)).isEqualTo(SqlFailure.OTHER);
    }

    @Test
    void a_duplicate_is_named_by_its_key() {
        var said = new SQLException("Duplicate entry 'a' for key 'uk_units_code'", "23000", 1062);
        assertThat(Transactions.duplicateKey(new IllegalStateException(said))).contains("uk_units_code");
        assertThat(Transactions.duplicateKey(new SQLException("other", "23000", 1452)))
                .isNull();
    }
}
