package id.karier.kernel.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqlFailedExceptionTest {
    private static final String NUMBER = "199001012015012001";

    @Test
    void what_the_database_quotes_does_not_reach_a_log() {
        assertThat(logged(new SQLException(
                        "Duplicate entry 'lampung-" + NUMBER + "' for key 'uk_number'", "23000", 1062)))
                .contains("1062", "for key 'uk_number'")
                .doesNotContain(NUMBER);
        assertThat(logged(new SQLException("Data too long for column: " + NUMBER, "22001", 1406)))
                .contains("1406")
                .doesNotContain(NUMBER);
    }

    @Test
    void a_lost_connection_and_a_deadlock_stay_what_they_are() {
        var lost = new SQLException("Communications link failure", "08S01", 0);
        var victim = new SQLException("Deadlock found", "40001", 1213);

        assertThat(new SqlFailedException(lost).getCause()).isSameAs(lost);
        assertThat(SqlFailure.of(new SqlFailedException(victim))).isEqualTo(SqlFailure.VICTIM);
        assertThat(Transactions.duplicateKey(
                        new SqlFailedException(new SQLException("Duplicate entry 'x' for key 'uk_a'", "23000", 1062))))
                .contains("uk_a");
    }

    private static String logged(SQLException failed) {
        var text = new StringWriter();
        new SqlFailedException(failed).printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
