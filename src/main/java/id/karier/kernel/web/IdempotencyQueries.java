package id.karier.kernel.web;

import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of stored answers, in the transaction of the write that it remembers; of the node, as accounts are. */
@ApplicationScoped
class IdempotencyQueries {
    private static final SqlText FIND = SqlText.ofNode("""
            select request_hash, status, location, version, body from idempotency_keys
            where account_id = :account and idempotency_key = :key for update nowait""");
    private static final SqlText CLAIM = SqlText.ofNode("""
            insert into idempotency_keys (account_id, idempotency_key, request_hash, created_at)
            values (:account, :key, :hash, :now)""");
    private static final SqlText STORE = SqlText.ofNode("""
            update idempotency_keys set status = :status, location = :location, version = :version, body = :body
            where account_id = :account and idempotency_key = :key""");
    private static final SqlText EXPIRE =
            SqlText.ofNode("delete from idempotency_keys where created_at < :before limit 1000");

    private static final String BODY = "idempotency_keys.body/";

    private final AgencySql sql;
    private final FieldCipher cipher;

    IdempotencyQueries(AgencySql sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    record Stored(
            byte[] requestHash,
            int status,
            @Nullable String location,
            @Nullable Long version,
            byte[] body) {}

    /** Fails at once when another transaction holds the key: it is in flight. */
    @Nullable
    Stored find(UUID account, String key) {
        return sql.first(
                        FIND,
                        Map.of("account", account, "key", key),
                        row -> new Stored(
                                row.bytes(),
                                row.integer(),
                                row.optionalText(),
                                row.optionalNumber(),
                                opened(account, key, row.bytes())))
                .orElse(null);
    }

    /**
     * An answer may say what is sealed everywhere else. Versions before this one stored it in the clear: that is JSON and
     * begins with a bracket, where a seal begins with the length of the name of its key.
     */
    private byte[] opened(UUID account, String key, byte[] body) {
        boolean isSealed = body.length > 0 && body[0] < '[';
        return isSealed ? cipher.openBytes(BODY + key, account, body) : body;
    }

    int claim(UUID account, String key, byte[] requestHash, Instant now) {
        return sql.change(CLAIM, Map.of("account", account, "key", key, "hash", requestHash, "now", now));
    }

    int store(UUID account, String key, Answer answer, byte[] body) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("status", answer.status());
        values.put("location", answer.location());
        values.put("version", answer.version());
        values.put("body", body.length == 0 ? body : cipher.sealBytes(BODY + key, account, body));
        values.put("account", account);
        values.put("key", key);
        return sql.change(STORE, values);
    }

    int expire(Instant before) {
        return sql.change(EXPIRE, Map.of("before", before));
    }
}
