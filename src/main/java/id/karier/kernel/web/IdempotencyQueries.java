package id.karier.kernel.web;

import static id.karier.kernel.data.IdColumns.bytes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The table of stored answers, in the transaction of the write that it remembers. */
@ApplicationScoped
class IdempotencyQueries {
    private static final String FIND = """
            select request_hash, status, location, version, body from idempotency_keys
            where account_id = ? and idempotency_key = ? for update nowait""";
    private static final String CLAIM = """
            insert into idempotency_keys (account_id, idempotency_key, request_hash, created_at) values (?, ?, ?, ?)""";
    private static final String STORE = """
            update idempotency_keys set status = ?, location = ?, version = ?, body = ?
            where account_id = ? and idempotency_key = ?""";
    private static final String EXPIRE = "delete from idempotency_keys where created_at < ? limit 1000";

    private final EntityManager entities;

    IdempotencyQueries(EntityManager entities) {
        this.entities = entities;
    }

    record Stored(
            byte[] requestHash,
            int status,
            @Nullable String location,
            @Nullable Long version,
            byte[] body) {}

    private interface Work<R> {
        @Nullable
        R on(PreparedStatement statement) throws SQLException;
    }

    private <R> @Nullable R prepare(String sql, Work<R> work) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                return work.on(statement);
            }
        });
    }

    private int count(String sql, Work<Integer> work) {
        return Objects.requireNonNull(prepare(sql, work));
    }

    /** Fails at once when another transaction holds the key: it is in flight. */
    @Nullable
    Stored find(UUID account, String key) {
        return prepare(FIND, statement -> {
            statement.setBytes(1, bytes(account));
            statement.setString(2, key);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return null;
                }
                return new Stored(
                        rows.getBytes("request_hash"),
                        rows.getInt("status"),
                        rows.getString("location"),
                        rows.getObject("version", Long.class),
                        rows.getBytes("body"));
            }
        });
    }

    int claim(UUID account, String key, byte[] requestHash, Instant now) {
        return count(CLAIM, statement -> {
            statement.setBytes(1, bytes(account));
            statement.setString(2, key);
            statement.setBytes(3, requestHash);
            statement.setTimestamp(4, Timestamp.from(now));
            return statement.executeUpdate();
        });
    }

    int store(UUID account, String key, Answer answer, byte[] body) {
        return count(STORE, statement -> {
            statement.setInt(1, answer.status());
            statement.setString(2, answer.location());
            statement.setObject(3, answer.version());
            statement.setBytes(4, body);
            statement.setBytes(5, bytes(account));
            statement.setString(6, key);
            return statement.executeUpdate();
        });
    }

    int expire(Instant before) {
        return count(EXPIRE, statement -> {
            statement.setTimestamp(1, Timestamp.from(before));
            return statement.executeUpdate();
        });
    }
}
