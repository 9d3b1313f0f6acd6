package id.karier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLIntegrityConstraintViolationException;
import org.junit.jupiter.api.Test;

class LogWithoutDataTest {
    @Test
    void what_the_database_quotes_is_left_out_and_what_helps_to_find_the_fault_stays() {
        assertThat(LogWithoutData.redacted("Duplicate entry 'lampung-andré-x' for key 'accounts.uk_accounts_username'"))
                .isEqualTo("Duplicate entry '…' for key 'accounts.uk_accounts_username'");
        assertThat(LogWithoutData.redacted("Incorrect string value: '\\xC3\\xA9' for column 'code' at row 1"))
                .isEqualTo("Incorrect string value: '…' for column 'code' at row 1");
        assertThat(LogWithoutData.redacted("could not execute statement [Duplicate entry 'sari' for key 'PRIMARY']"
                        + " [insert into employees (name) values (?)]"))
                .doesNotContain("sari", "insert into");
        assertThat(LogWithoutData.redacted("unit 'B-1' of [lampung] is closed"))
                .isEqualTo("unit 'B-1' of [lampung] is closed");
    }

    @Test
    void an_exception_keeps_its_name_its_causes_and_its_traces() {
        var cause = new SQLIntegrityConstraintViolationException("Duplicate entry 'sdm.bandung' for key 'uk'");
        var clean = new LogWithoutData.Quoteless(new IllegalStateException("write failed", cause));

        assertThat(clean).hasToString("java.lang.IllegalStateException: write failed");
        assertThat(clean.getCause().toString())
                .startsWith(SQLIntegrityConstraintViolationException.class.getName())
                .doesNotContain("sdm.bandung");
        assertThat(clean.getCause().getStackTrace()).isEqualTo(cause.getStackTrace());
    }
}
