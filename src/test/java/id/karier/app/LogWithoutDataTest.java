package id.karier.app;

import static org.assertj.core.api.Assertions.assertThat;

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
}
