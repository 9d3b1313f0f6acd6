package id.karier.testing;

import static id.karier.testing.TestAgency.query;
import static id.karier.testing.TestAgency.sql;

/**
 * Makes the database choose an agency's jobs as victims of a deadlock: a statement that stores a job's checkpoint or its
 * good end is refused with error 1213, after everything else in its transaction was written. How often is kept in a table
 * that no rollback touches.
 */
public final class Victims implements AutoCloseable {
    private final TestAgency agency;

    private Victims(TestAgency agency) {
        this.agency = agency;
    }

    /** The next so many checkpoints and ends of the agency's jobs fail. */
    public static Victims next(TestAgency agency, int times) {
        sql("create table if not exists test_victims (agency varchar(20) character set ascii collate ascii_bin not null"
                + " primary key, times int not null) engine = MyISAM");
        sql("create trigger if not exists test_victims_of_jobs before update on jobs for each row begin"
                + " if (new.resume_at > old.resume_at or new.status = 'SUCCEEDED') and exists"
                + " (select 1 from test_victims v where v.agency = new.agency and v.times > 0) then"
                + " update test_victims set times = times - 1 where agency = new.agency;"
                + " signal sqlstate '40001' set mysql_errno = 1213, message_text = 'a deadlock, on purpose';"
                + " end if; end");
        sql("replace into test_victims values ('" + agency.code + "', " + times + ")");
        return new Victims(agency);
    }

    /** How many are still to come: none, unless the test has not met what it is about. */
    public int left() {
        return Integer.parseInt(query("select times from test_victims where agency = '" + agency.code + "'"));
    }

    @Override
    public void close() {
        sql("drop trigger test_victims_of_jobs");
        sql("drop table test_victims");
    }
}
