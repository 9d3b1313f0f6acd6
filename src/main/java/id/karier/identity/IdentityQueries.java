package id.karier.identity;

import static id.karier.kernel.data.IdColumns.bytes;
import static id.karier.kernel.data.IdColumns.id;

import id.karier.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Signing in, before anybody is known: these statements look across agencies, because a user name is unique in the
 * nation and says itself which agency it belongs to.
 */
@ApplicationScoped
public class IdentityQueries {
    private static final String PERSON = """
            select a.id, a.agency, a.username, a.employee_id, a.password_hash, a.must_change_password, a.disabled,
                coalesce(e.leads_unit, false) as leads_unit,
                (select group_concat(r.role) from account_roles r where r.account_id = a.id) as roles
            from accounts a left join employees e on e.id = a.employee_id and e.agency = a.agency
            """;
    private static final String PERSON_BY_USERNAME = PERSON + "where a.username = ?";
    private static final String PERSON_BY_ID = PERSON + "where a.id = ?";
    private static final String PERSON_BY_SUBJECT = PERSON + "where a.external_issuer = ? and a.external_subject = ?";
    private static final String MACHINE = """
            select c.id, c.agency, c.client_id, c.secret_hash, c.disabled,
                (select group_concat(s.scope) from client_scopes s where s.client_row_id = c.id) as scopes
            from clients c where c.client_id = ?""";

    private static final String ATTEMPTS = """
            select failures, last_attempt_at, locked_until from sign_in_attempts where name_hash = ?""";
    private static final String CLAIM_ATTEMPTS = """
            insert into sign_in_attempts (name_hash, failures, last_attempt_at) values (?, 0, ?)
            on duplicate key update last_attempt_at = last_attempt_at""";
    private static final String STORE_ATTEMPTS = """
            update sign_in_attempts set failures = ?, last_attempt_at = ?, locked_until = ? where name_hash = ?""";
    private static final String CLEAR_ATTEMPTS = "delete from sign_in_attempts where name_hash = ?";
    private static final String EXPIRE_ATTEMPTS = "delete from sign_in_attempts where last_attempt_at < ? limit 1000";

    private static final String REFRESH = """
            select family_id, account_id, expires_at, rotated_at, revoked_at from refresh_tokens
            where token_hash = ? for update""";
    private static final String INSERT_REFRESH = """
            insert into refresh_tokens (id, token_hash, family_id, account_id, issued_at, expires_at)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String ROTATE = "update refresh_tokens set rotated_at = ? where token_hash = ?";
    private static final String REVOKE_FAMILY = """
            update refresh_tokens set revoked_at = ? where family_id = ? and revoked_at is null""";
    private static final String REVOKE_OTHERS = """
            update refresh_tokens set revoked_at = ?
            where account_id = ? and revoked_at is null and family_id <> ?""";
    private static final String EXPIRE_REFRESH = "delete from refresh_tokens where expires_at < ? limit 1000";

    private static final String USERNAME_TAKEN = "select 1 from accounts where username = ?";
    private static final String INSERT_ACCOUNT = """
            insert into accounts (id, agency, username, display_name, employee_id, password_hash, updated_at)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String INSERT_ROLE = "insert into account_roles (account_id, role) values (?, ?)";
    private static final String CLIENT_ID_TAKEN = "select 1 from clients where client_id = ?";
    private static final String INSERT_CLIENT = """
            insert into clients (id, agency, client_id, name, secret_hash, updated_at) values (?, ?, ?, ?, ?, ?)""";
    private static final String INSERT_SCOPE = "insert into client_scopes (client_row_id, scope) values (?, ?)";

    private static final UUID NO_FAMILY = new UUID(0, 0);

    private final EntityManager entities;

    IdentityQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** An account as signing in needs it. */
    record Person(
            UUID id,
            String agency,
            String username,
            @Nullable UUID employeeId,
            String passwordHash,
            boolean mustChangePassword,
            boolean disabled,
            Set<Role> roles) {}

    /** A machine client as signing in needs it. */
    record Machine(UUID id, String agency, String clientId, String secretHash, boolean disabled, Set<String> scopes) {}

    /** A name's failures in a row. */
    record Attempts(int failures, Instant lastAt, @Nullable Instant lockedUntil) {}

    /** A refresh token that was given out once. */
    record RefreshToken(UUID familyId, UUID accountId, Instant expiresAt, boolean rotated, boolean revoked) {}

    private interface RowReader<R> {
        R read(ResultSet row) throws SQLException;
    }

    @Nullable
    Person personByUsername(String username) {
        return one(PERSON_BY_USERNAME, IdentityQueries::person, username);
    }

    @Nullable
    Person personById(UUID id) {
        return one(PERSON_BY_ID, IdentityQueries::person, id);
    }

    @Nullable
    Person personBySubject(String issuer, String subject) {
        return one(PERSON_BY_SUBJECT, IdentityQueries::person, issuer, subject);
    }

    @Nullable
    Machine machine(String clientId) {
        return one(MACHINE, IdentityQueries::machine, clientId);
    }

    @Nullable
    Attempts attempts(byte[] nameHash) {
        return one(ATTEMPTS, IdentityQueries::attempts, nameHash);
    }

    /** The attempts of a name, whose row stays locked until the transaction ends. */
    @Nullable
    Attempts claimAttempts(byte[] nameHash, Instant now) {
        update(CLAIM_ATTEMPTS, nameHash, now);
        return attempts(nameHash);
    }

    void storeAttempts(byte[] nameHash, Attempts attempts) {
        update(STORE_ATTEMPTS, attempts.failures(), attempts.lastAt(), attempts.lockedUntil(), nameHash);
    }

    void clearAttempts(byte[] nameHash) {
        update(CLEAR_ATTEMPTS, nameHash);
    }

    int expireAttempts(Instant before) {
        return update(EXPIRE_ATTEMPTS, before);
    }

    /** The token of a hash, whose row stays locked until the transaction ends. */
    @Nullable
    RefreshToken refreshToken(byte[] tokenHash) {
        return one(REFRESH, IdentityQueries::refreshToken, tokenHash);
    }

    void insertRefreshToken(UUID id, byte[] tokenHash, UUID family, UUID account, Instant issued, Instant expires) {
        update(INSERT_REFRESH, id, tokenHash, family, account, issued, expires);
    }

    void rotate(byte[] tokenHash, Instant now) {
        update(ROTATE, now, tokenHash);
    }

    int revokeFamily(UUID family, Instant now) {
        return update(REVOKE_FAMILY, now, family);
    }

    /** Ends every session of an account, but for the family that is named. */
    public int revokeSessions(UUID account, @Nullable UUID except, Instant now) {
        return update(REVOKE_OTHERS, now, account, except == null ? NO_FAMILY : except);
    }

    int expireRefreshTokens(Instant before) {
        return update(EXPIRE_REFRESH, before);
    }

    boolean isUsernameTaken(String username) {
        return one(USERNAME_TAKEN, row -> true, username) != null;
    }

    boolean isClientIdTaken(String clientId) {
        return one(CLIENT_ID_TAKEN, row -> true, clientId) != null;
    }

    void insertAccount(UUID id, Accounts.NewAccount account, String passwordHash, Instant now) {
        update(
                INSERT_ACCOUNT,
                id,
                account.agency(),
                account.username(),
                account.displayName(),
                account.employeeId(),
                passwordHash,
                now);
        for (var role : account.roles()) {
            update(INSERT_ROLE, id, role.name());
        }
    }

    void insertClient(UUID id, Accounts.NewClient client, String secretHash, Instant now) {
        update(INSERT_CLIENT, id, client.agency(), client.clientId(), client.clientId(), secretHash, now);
        for (var scope : client.scopes()) {
            update(INSERT_SCOPE, id, scope);
        }
    }

    private <R> @Nullable R one(String sql, RowReader<R> reader, Object... values) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var statement = bound(connection, sql, Arrays.asList(values));
                    var rows = statement.executeQuery()) {
                return rows.next() ? reader.read(rows) : null;
            }
        });
    }

    private int update(String sql, @Nullable Object... values) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var statement = bound(connection, sql, Arrays.asList(values))) {
                return statement.executeUpdate();
            }
        });
    }

    private static PreparedStatement bound(
            Connection connection, String sql, Collection<? extends @Nullable Object> values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        int index = 1;
        for (var value : values) {
            statement.setObject(index++, column(value));
        }
        return statement;
    }

    private static @Nullable Object column(@Nullable Object value) {
        if (value instanceof UUID id) {
            return bytes(id);
        }
        return value instanceof Instant instant ? Timestamp.from(instant) : value;
    }

    private static Person person(ResultSet row) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : words(row.getString("roles"))) {
            roles.add(Role.valueOf(role));
        }
        if (row.getBoolean("leads_unit")) {
            roles.add(Role.ATASAN);
        }
        var employee = row.getBytes("employee_id");
        return new Person(
                id(row.getBytes("id")),
                row.getString("agency"),
                row.getString("username"),
                employee == null ? null : id(employee),
                row.getString("password_hash"),
                row.getBoolean("must_change_password"),
                row.getBoolean("disabled"),
                roles);
    }

    private static Machine machine(ResultSet row) throws SQLException {
        return new Machine(
                id(row.getBytes("id")),
                row.getString("agency"),
                row.getString("client_id"),
                row.getString("secret_hash"),
                row.getBoolean("disabled"),
                new HashSet<>(words(row.getString("scopes"))));
    }

    private static Attempts attempts(ResultSet row) throws SQLException {
        var locked = row.getTimestamp("locked_until");
        return new Attempts(
                row.getInt("failures"),
                row.getTimestamp("last_attempt_at").toInstant(),
                locked == null ? null : locked.toInstant());
    }

    private static RefreshToken refreshToken(ResultSet row) throws SQLException {
        return new RefreshToken(
                id(row.getBytes("family_id")),
                id(row.getBytes("account_id")),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("rotated_at") != null,
                row.getTimestamp("revoked_at") != null);
    }

    private static List<String> words(@Nullable String list) {
        return list == null ? List.of() : List.of(list.split(","));
    }
}
