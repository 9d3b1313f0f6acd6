package id.karier.employee;

import id.karier.kernel.Caller;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;

/** Counts what every account was told by NIK, a day at a time: its searches, and its writes that met somebody's number. */
@ApplicationScoped
class NikSearchQueries {
    private static final SqlText FORGET = SqlText.ofAgency(
            "delete from nik_searches where agency = :agency and account_id = :account and day < :day");
    private static final SqlText COUNT = SqlText.ofAgency("""
            insert into nik_searches (agency, account_id, day, searches) values (:agency, :account, :day, 1)
            on duplicate key update searches = searches + 1""");
    private static final SqlText COUNTED = SqlText.ofAgency("""
            select s.searches from nik_searches s where s.agency = :agency and s.account_id = :account and s.day = :day""");

    private final AgencySql sql;
    private final Caller caller;

    NikSearchQueries(AgencySql sql, Caller caller) {
        this.sql = sql;
        this.caller = caller;
    }

    /** How many of this day the caller has had. */
    long counted(LocalDate day) {
        return sql.first(COUNTED, Map.of("account", caller.accountId(), "day", day), Row::number)
                .orElse(0L);
    }

    /** @return which of the caller's searches of this day this one is, from 1 */
    long count(LocalDate day) {
        var of = Map.of("account", caller.accountId(), "day", day);
        sql.change(FORGET, of);
        sql.change(COUNT, of);
        return sql.count(COUNTED, of);
    }
}
