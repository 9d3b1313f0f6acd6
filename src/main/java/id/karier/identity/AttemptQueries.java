package id.karier.identity;

import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has tried to sign in from where, in vain or not; names and networks are kept as keyed hashes. */
@ApplicationScoped
class AttemptQueries {
    private static final SqlText OF_NAME = SqlText.ofNode("""
            select network_hash, failures, last_attempt_at, locked_until from sign_in_attempts where name_hash = :name""");
    private static final SqlText OF_NETWORK = SqlText.ofNode("""
            select network_hash, failures, last_attempt_at, locked_until from sign_in_attempts
            where name_hash = :name and network_hash in (:here, :anywhere)""");
    private static final SqlText CLAIM = SqlText.ofNode("""
            insert into sign_in_attempts (name_hash, network_hash, failures, last_attempt_at)
            values (:name, :network, 0, :now)
            on duplicate key update last_attempt_at = last_attempt_at""");
    private static final SqlText STORE = SqlText.ofNode("""
            update sign_in_attempts set failures = :failures, last_attempt_at = :last, locked_until = :until
            where name_hash = :name and network_hash = :network""");
    private static final SqlText CLEAR = SqlText.ofNode("delete from sign_in_attempts where name_hash = :name");
    private static final SqlText CLEAR_HERE =
            SqlText.ofNode("delete from sign_in_attempts where name_hash = :name and network_hash = :network");
    private static final SqlText EXPIRE =
            SqlText.ofNode("delete from sign_in_attempts where last_attempt_at < :before limit 1000");

    private static final SqlText IS_KNOWN = SqlText.ofNode("""
            select exists (select 1 from sign_in_networks where account_id = :account and network_hash = :network)""");
    private static final SqlText KNOW = SqlText.ofNode("""
            insert into sign_in_networks (account_id, network_hash, last_used_at) values (:account, :network, :now)
            on duplicate key update last_used_at = :now""");
    private static final SqlText EXPIRE_NETWORKS =
            SqlText.ofNode("delete from sign_in_networks where last_used_at < :before limit 1000");
    private static final SqlText HAD_TOKEN = SqlText.ofNode(
            "select exists (select 1 from refresh_tokens where token_hash = :token and account_id = :account)");

    private final AgencySql sql;

    AttemptQueries(AgencySql sql) {
        this.sql = sql;
    }

    /** A name's failures in a row. */
    record Attempts(
            byte[] network,
            int failures,
            Instant lastAt,
            @Nullable Instant lockedUntil) {}

    List<Attempts> ofName(byte[] name) {
        return sql.rows(OF_NAME, Map.of("name", name), AttemptQueries::attempts);
    }

    List<Attempts> ofNetwork(byte[] name, byte[] here, byte[] anywhere) {
        return sql.rows(OF_NETWORK, Map.of("name", name, "here", here, "anywhere", anywhere), AttemptQueries::attempts);
    }

    private static Attempts attempts(id.karier.kernel.data.Row row) throws java.sql.SQLException {
        return new Attempts(row.bytes(), row.integer(), row.instant(), row.optionalInstant());
    }

    /** Makes the row of a name and network, and keeps it locked until the transaction ends. */
    void claim(byte[] name, byte[] network, Instant now) {
        sql.change(CLAIM, Map.of("name", name, "network", network, "now", now));
    }

    void store(byte[] name, Attempts attempts) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("failures", attempts.failures());
        values.put("last", attempts.lastAt());
        values.put("until", attempts.lockedUntil());
        values.put("name", name);
        values.put("network", attempts.network());
        sql.change(STORE, values);
    }

    void clear(byte[] name) {
        sql.change(CLEAR, Map.of("name", name));
    }

    void clear(byte[] name, byte[] network) {
        sql.change(CLEAR_HERE, Map.of("name", name, "network", network));
    }

    int expire(Instant before) {
        return sql.change(EXPIRE, Map.of("before", before));
    }

    boolean isKnown(UUID account, byte[] network) {
        return sql.count(IS_KNOWN, Map.of("account", account, "network", network)) > 0;
    }

    /** Whether a device shows a token, good or used up, that it once got for this account. */
    boolean hadToken(UUID account, byte[] token) {
        return sql.count(HAD_TOKEN, Map.of("account", account, "token", token)) > 0;
    }

    void know(UUID account, byte[] network, Instant now) {
        sql.change(KNOW, Map.of("account", account, "network", network, "now", now));
    }

    int expireNetworks(Instant before) {
        return sql.change(EXPIRE_NETWORKS, Map.of("before", before));
    }
}
