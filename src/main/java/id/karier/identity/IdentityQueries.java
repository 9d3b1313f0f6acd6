package id.karier.identity;

import id.karier.kernel.Role;
import id.karier.kernel.access.Restriction;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Signing in, before anybody is known: these statements look across agencies, because a user name is unique in the
 * nation and says itself which agency it belongs to.
 */
@ApplicationScoped
public class IdentityQueries {
    private static final String PERSON = """
            select a.id, a.agency, a.username, a.employee_id, a.password_hash, a.must_change_password, a.disabled,
                a.tokens_valid_from, a.temporary_until, e.status, """ + RightsQueries.EARLIER_STATUSES + """
                ,
                exists (select 1 from second_factors f where f.account_id = a.id) as second_factor, coalesce(e.leads_unit, false) as leads_unit,
                (select group_concat(r.role) from account_roles r where r.account_id = a.id) as roles
            from accounts a left join employees e on e.id = a.employee_id and e.agency = a.agency
            """;
    private static final SqlText PERSON_BY_USERNAME = SqlText.ofNode(PERSON + "where a.username = :username");
    private static final SqlText PERSON_BY_ID = SqlText.ofNode(PERSON + "where a.id = :id");
    /** Whoever ends the rights of an account waits for tokens that are being issued, and they for her. */
    private static final SqlText HOLD_ACCOUNT =
            SqlText.ofNode("select a.id from accounts a where a.id = :id lock in share mode");

    private static final SqlText PERSON_BY_SUBJECT = SqlText.ofNode(
            PERSON + "where a.external_issuer = :issuer and a.external_subject = :subject and a.agency = :of");
    private static final String MACHINES = """
            select c.id, c.agency, c.client_id, c.secret_hash, c.disabled, c.tokens_valid_from,
                (select group_concat(s.scope) from client_scopes s where s.client_row_id = c.id) as scopes
            from clients c
            """;
    private static final SqlText MACHINE = SqlText.ofNode(MACHINES + "where c.client_id = :client");
    private static final SqlText MACHINE_BY_SUBJECT = SqlText.ofNode(
            MACHINES + "where c.external_issuer = :issuer and c.external_subject = :subject and c.agency = :of");

    private static final SqlText REFRESH = SqlText.ofNode("""
            select family_id, account_id, coalesce(signed_in_at, issued_at), expires_at, rotated_at, revoked_at
            from refresh_tokens where token_hash = :token for update""");
    private static final SqlText INSERT_REFRESH = SqlText.ofNode("""
            insert into refresh_tokens (id, token_hash, family_id, account_id, signed_in_at, issued_at, expires_at)
            values (:id, :token, :family, :account, :signedIn, :issued, :expires)""");
    private static final SqlText ROTATE =
            SqlText.ofNode("update refresh_tokens set rotated_at = :now where token_hash = :token");
    private static final SqlText REVOKE_FAMILY = SqlText.ofNode("""
            update refresh_tokens set revoked_at = :now where family_id = :family and revoked_at is null""");
    private static final SqlText REVOKE_OTHERS = SqlText.ofNode("""
            update refresh_tokens set revoked_at = :now
            where account_id = :account and revoked_at is null and family_id <> :except""");
    private static final SqlText REVOKE_UNTIL = SqlText.ofNode("""
            update refresh_tokens set revoked_at = :now
            where account_id = :account and revoked_at is null and coalesce(signed_in_at, issued_at) <= :until""");
    private static final SqlText EXPIRE_REFRESH =
            SqlText.ofNode("delete from refresh_tokens where expires_at < :before limit 1000");

    private static final SqlText USERNAME_TAKEN =
            SqlText.ofNode("select exists (select 1 from accounts where username = :name)");
    private static final SqlText INSERT_ACCOUNT = SqlText.ofNode("""
            insert into accounts (id, agency, username, display_name, employee_id, password_hash, updated_at)
            values (:id, :owner, :username, :name, :employee, :hash, :now)""");
    private static final SqlText INSERT_ROLE =
            SqlText.ofNode("insert into account_roles (account_id, role) values (:id, :role)");
    private static final SqlText INSERT_OFFICER = SqlText.ofNode("""
            insert into accounts (id, agency, username, display_name, password_hash, must_change_password, temporary_until,
                external_issuer, external_subject, outside_only, updated_at)
            values (:id, :owner, :username, :name, :hash, :temporary, :until, :issuer, :subject, :outside, :now)""");
    private static final SqlText TEMPORARY_PASSWORD = SqlText.ofNode("""
            update accounts set password_hash = :hash, temporary_until = :until, updated_at = :now, version = version + 1
            where id = :id and must_change_password""");
    private static final SqlText CLIENT_ID_TAKEN =
            SqlText.ofNode("select exists (select 1 from clients where client_id = :name)");
    private static final SqlText INSERT_CLIENT = SqlText.ofNode("""
            insert into clients (id, agency, client_id, name, secret_hash, updated_at)
            values (:id, :owner, :client, :client, :hash, :now)""");
    private static final SqlText INSERT_SCOPE =
            SqlText.ofNode("insert into client_scopes (client_row_id, scope) values (:id, :scope)");

    private static final SqlText AGENCIES = SqlText.ofNode("select code from agencies");

    private static final UUID NO_FAMILY = new UUID(0, 0);

    private final AgencySql sql;

    IdentityQueries(AgencySql sql) {
        this.sql = sql;
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
            @Nullable Instant tokensValidFrom,
            @Nullable Instant temporaryUntil,
            @Nullable String status,
            List<String> earlierStatuses,
            boolean secondFactor,
            Set<Role> roles) {
        /** What her standing leaves open, and that of whoever had the account before. */
        Restriction restriction() {
            return Leavers.restriction(status, earlierStatuses);
        }

        /** Whether she may sign in at all. */
        boolean isOut() {
            return disabled || Leavers.isGone(status);
        }

        /** Whether her password was given by somebody else, too long ago. */
        boolean isPasswordOver(Instant now) {
            return mustChangePassword && temporaryUntil != null && !temporaryUntil.isAfter(now);
        }
    }

    /** A machine client as signing in needs it, with those of its scopes that a machine may still have. */
    record Machine(
            UUID id,
            String agency,
            String clientId,
            String secretHash,
            boolean disabled,
            @Nullable Instant tokensValidFrom,
            Set<String> scopes) {}

    /**
     * A refresh token that was given out once.
     *
     * @param rotatedAt when it was exchanged for its successor, or null while it was not
     * @param revokedAt when its sign-in ended, or null while it has not
     */
    record RefreshToken(
            UUID familyId,
            UUID accountId,
            Instant signedInAt,
            Instant expiresAt,
            @Nullable Instant rotatedAt,
            @Nullable Instant revokedAt) {
        boolean revoked() {
            return revokedAt != null;
        }
    }

    @Nullable
    Person personByUsername(String username) {
        return person(PERSON_BY_USERNAME, Map.of("username", username));
    }

    /** As the account is now; within a transaction it stays so until the end of it. */
    @Nullable
    Person personById(UUID id) {
        sql.first(HOLD_ACCOUNT, Map.of("id", id), Row::id);
        return person(PERSON_BY_ID, Map.of("id", id));
    }

    /** @param subject compared byte by byte: the column holds bytes, which no collation pads or folds */
    @Nullable
    Person personBySubject(String issuer, String subject, String agency) {
        return person(PERSON_BY_SUBJECT, outside(issuer, subject, agency));
    }

    /** The machine that an issuer outside signs in, as {@link #personBySubject} finds people. */
    @Nullable
    Machine machineBySubject(String issuer, String subject, String agency) {
        return sql.first(MACHINE_BY_SUBJECT, outside(issuer, subject, agency), IdentityQueries::machine)
                .orElse(null);
    }

    private static Map<String, ?> outside(String issuer, String subject, String agency) {
        return Map.of("issuer", issuer, "subject", subject.getBytes(StandardCharsets.UTF_8), "of", agency);
    }

    private @Nullable Person person(SqlText text, Map<String, ?> values) {
        return sql.first(text, values, IdentityQueries::person).orElse(null);
    }

    @Nullable
    Machine machine(String clientId) {
        return sql.first(MACHINE, Map.of("client", clientId), IdentityQueries::machine)
                .orElse(null);
    }

    /** The token of a hash, whose row stays locked until the transaction ends. */
    @Nullable
    RefreshToken refreshToken(byte[] tokenHash) {
        return sql.first(
                        REFRESH,
                        Map.of("token", tokenHash),
                        row -> new RefreshToken(
                                row.id(),
                                row.id(),
                                row.instant(),
                                row.instant(),
                                row.optionalInstant(),
                                row.optionalInstant()))
                .orElse(null);
    }

    void insertRefreshToken(UUID id, byte[] tokenHash, RefreshToken token, Instant issued) {
        sql.change(
                INSERT_REFRESH,
                Map.of(
                        "id", id,
                        "token", tokenHash,
                        "family", token.familyId(),
                        "account", token.accountId(),
                        "signedIn", token.signedInAt(),
                        "issued", issued,
                        "expires", token.expiresAt()));
    }

    void rotate(byte[] tokenHash, Instant now) {
        sql.change(ROTATE, Map.of("now", now, "token", tokenHash));
    }

    int revokeFamily(UUID family, Instant now) {
        return sql.change(REVOKE_FAMILY, Map.of("now", now, "family", family));
    }

    /** Ends every session of an account, but for the family that is named. */
    public int revokeSessions(UUID account, @Nullable UUID except, Instant now) {
        var values = Map.of("now", now, "account", account, "except", except == null ? NO_FAMILY : except);
        return sql.change(REVOKE_OTHERS, values);
    }

    /** Ends the sessions of an account that began until a moment. */
    void revokeSessionsUntil(UUID account, Instant until, Instant now) {
        sql.change(REVOKE_UNTIL, Map.of("now", now, "account", account, "until", until));
    }

    int expireRefreshTokens(Instant before) {
        return sql.change(EXPIRE_REFRESH, Map.of("before", before));
    }

    /** Codes of all agencies. */
    List<String> agencies() {
        return sql.rows(AGENCIES, Map.of(), Row::text);
    }

    boolean isUsernameTaken(String username) {
        return sql.count(USERNAME_TAKEN, Map.of("name", username)) > 0;
    }

    boolean isClientIdTaken(String clientId) {
        return sql.count(CLIENT_ID_TAKEN, Map.of("name", clientId)) > 0;
    }

    void insertAccount(UUID id, Accounts.NewAccount account, String passwordHash, Instant now) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", id);
        values.put("owner", account.agency());
        values.put("username", account.username());
        values.put("name", account.displayName());
        values.put("employee", account.employeeId());
        values.put("hash", passwordHash);
        values.put("now", now);
        sql.change(INSERT_ACCOUNT, values);
        for (var role : account.roles()) {
            sql.change(INSERT_ROLE, Map.of("id", id, "role", role));
        }
    }

    /** An account of the first day: with a password that has to be changed, or with none and an issuer outside. */
    void insertOfficer(String agency, FirstOfficers.Ready ready, Instant until, Instant now) {
        var officer = ready.officer();
        boolean outside = officer.issuer() != null;
        var subject = officer.subject();
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", ready.id());
        values.put("owner", agency);
        values.put("username", officer.username());
        values.put("name", officer.displayName());
        values.put("hash", ready.hash());
        values.put("temporary", !outside);
        values.put("until", outside ? null : until);
        values.put("issuer", subject == null ? null : officer.issuer());
        values.put("subject", subject == null ? null : subject.getBytes(StandardCharsets.UTF_8));
        values.put("outside", outside);
        values.put("now", now);
        sql.change(INSERT_OFFICER, values);
        sql.change(INSERT_ROLE, Map.of("id", ready.id(), "role", officer.role()));
    }

    void giveTemporaryPassword(UUID account, String hash, Instant until, Instant now) {
        sql.change(TEMPORARY_PASSWORD, Map.of("id", account, "hash", hash, "until", until, "now", now));
    }

    void insertClient(UUID id, Accounts.NewClient client, String secretHash, Instant now) {
        sql.change(
                INSERT_CLIENT,
                Map.of(
                        "id", id,
                        "owner", client.agency(),
                        "client", client.clientId(),
                        "hash", secretHash,
                        "now", now));
        for (var scope : client.scopes()) {
            sql.change(INSERT_SCOPE, Map.of("id", id, "scope", scope));
        }
    }

    private static Person person(Row row) throws SQLException {
        var id = row.id();
        var agency = row.text();
        var username = row.text();
        var employee = row.optionalId();
        var hash = row.text();
        boolean mustChangePassword = row.flag();
        boolean disabled = row.flag();
        var tokensValidFrom = row.optionalInstant();
        var temporaryUntil = row.optionalInstant();
        var status = row.optionalText();
        var earlier = words(row.optionalText());
        boolean secondFactor = row.flag();
        var roles = EnumSet.noneOf(Role.class);
        if (row.flag()) {
            roles.add(Role.ATASAN);
        }
        words(row.optionalText()).forEach(role -> roles.add(Role.valueOf(role)));
        return new Person(
                id,
                agency,
                username,
                employee,
                hash,
                mustChangePassword,
                disabled,
                tokensValidFrom,
                temporaryUntil,
                status,
                earlier,
                secondFactor,
                roles);
    }

    private static Machine machine(Row row) throws SQLException {
        return new Machine(
                row.id(),
                row.text(),
                row.text(),
                row.text(),
                row.flag(),
                row.optionalInstant(),
                words(row.optionalText()).stream()
                        .filter(SignInRules.knownScopes()::contains)
                        .collect(Collectors.toSet()));
    }

    static List<String> words(@Nullable String list) {
        return list == null ? List.of() : List.of(list.split(","));
    }
}
