package id.karier.testing;

import static id.karier.testing.TestAgency.query;
import static id.karier.testing.TestAgency.sql;

/**
 * Makes the database choose an agency's jobs as victims of a deadlock: a statement that stores a job's checkpoint or its
 * good end is refused with error 1213, after everything else in its transaction was written. How often is counted by an
 * auto_increment, which no rollback turns back.
 */
public final class Victims implements AutoCloseable {
    private final int times;

    private Victims(int times) {
        this.times = times;
    }

    /** The next so many checkpoints and ends of the agency's jobs fail. */
    public static Victims next(TestAgency agency, int times) {
        sql("create table test_victims (attempt int not null auto_increment primary key)");
        sql("create trigger test_victims_of_jobs before update on jobs for each row begin"
                + " if (new.resume_at > old.resume_at or new.status = 'SUCCEEDED') and new.agency = '" + agency.code
                + "' then"
                + " insert into test_victims values (null);"
                + " if last_insert_id() <= " + times + " then"
                + " signal sqlstate '40001' set mysql_errno = 1213, message_text = 'a deadlock, on purpose';"
                + " end if; end if; end");
        return new Victims(times);
    }

    /** How many are still to come: none, unless the test has not met what it is about. */
    public int left() {
        sql("insert into test_victims values (null)");
        int attempts = Integer.parseInt(query("select max(attempt) from test_victims")) - 1;
        return Math.max(0, times - attempts);
    }

    @Override
    public void close() {
        sql("drop trigger test_victims_of_jobs");
        sql("drop table test_victims");
    }
}
