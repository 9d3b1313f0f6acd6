package id.karier.identity;

import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Devices that show one-time codes, and the codes for whoever has lost hers. */
@ApplicationScoped
class SecondFactorQueries {
    private static final SqlText SECRET =
            SqlText.ofNode("select f.secret from second_factors f where f.account_id = :account");
    private static final SqlText USE_STEP = SqlText.ofNode(
            "update second_factors set last_step = :step where account_id = :account and last_step < :step");
    private static final SqlText REMOVE = SqlText.ofNode("delete from second_factors where account_id = :account");
    private static final SqlText INSERT = SqlText.ofNode("""
            insert into second_factors (account_id, secret, last_step, enrolled_at)
            values (:account, :secret, :step, :now)""");
    private static final SqlText REMOVE_CODES =
            SqlText.ofNode("delete from recovery_codes where account_id = :account");
    private static final SqlText INSERT_CODE =
            SqlText.ofNode("insert into recovery_codes (account_id, code_hash) values (:account, :code)");
    private static final SqlText USE_CODE =
            SqlText.ofNode("delete from recovery_codes where account_id = :account and code_hash = :code");

    private final AgencySql sql;

    SecondFactorQueries(AgencySql sql) {
        this.sql = sql;
    }

    Optional<byte[]> secret(UUID account) {
        return sql.first(SECRET, Map.of("account", account), Row::bytes);
    }

    /** Uses up a step and all before it; false when it was used before. */
    boolean useStep(UUID account, long step) {
        return sql.change(USE_STEP, Map.of("account", account, "step", step)) > 0;
    }

    boolean useRecoveryCode(UUID account, byte[] code) {
        return sql.change(USE_CODE, Map.of("account", account, "code", code)) > 0;
    }

    void remove(UUID account) {
        sql.change(REMOVE, Map.of("account", account));
        sql.change(REMOVE_CODES, Map.of("account", account));
    }

    void insert(UUID account, byte[] secret, long step, Instant now, Collection<byte[]> codes) {
        sql.change(INSERT, Map.of("account", account, "secret", secret, "step", step, "now", now));
        sql.batch(INSERT_CODE, codes, code -> Map.of("account", account, "code", code));
    }
}
