package id.karier.identity;

import id.karier.kernel.access.Restriction;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an account is good for, as its row says: one reading by the primary key; and whose hands it is in. */
@ApplicationScoped
class RightsQueries {
    /** Standings of those whose account it was before. */
    static final String EARLIER_STATUSES = """
            (select group_concat(distinct f.status) from account_earlier_persons p
                join employees f on f.id = p.employee_id and f.agency = a.agency where p.account_id = a.id)""";

    private static final SqlText OF_ACCOUNT = SqlText.ofNode(
            "select a.disabled, a.tokens_valid_from, a.must_change_password, e.status, " + EARLIER_STATUSES + """
            , concat_ws(',',
                    (select group_concat(hex(p.employee_id)) from account_earlier_persons p where p.account_id = a.id),
                    (select group_concat(hex(x.employee_id)) from account_makers m join accounts x on x.id = m.maker_id
                        where m.account_id = a.id and x.employee_id is not null)),
                (select json_arrayagg(hex(r.family_id)) from refresh_tokens r
                    where r.account_id = a.id and r.revoked_at > :since and r.rotated_at is null)
            from accounts a left join employees e on e.id = a.employee_id and e.agency = a.agency where a.id = :id""");
    private static final SqlText OF_CLIENT = SqlText.ofNode("""
            select c.disabled, c.tokens_valid_from, false, null, null,
                (select group_concat(hex(x.employee_id)) from account_makers m join accounts x on x.id = m.maker_id
                    where m.account_id = c.id and x.employee_id is not null), null
            from clients c where c.id = :id""");
    private static final SqlText END_TOKENS =
            SqlText.ofNode("update accounts set tokens_valid_from = :from where id = :id");

    /** Whoever ends the rights of a machine waits for tokens that are being issued, and they for her. */
    private static final SqlText HOLD_CLIENT =
            SqlText.ofNode("select c.id from clients c where c.id = :id lock in share mode");

    private static final SqlText PERSONS = SqlText.ofNode("""
            select a.employee_id from accounts a where a.id = :id and a.employee_id is not null
            union select p.employee_id from account_earlier_persons p where p.account_id = :id""");
    private static final SqlText NOTE_PERSON = SqlText.ofNode(
            "insert ignore into account_earlier_persons (account_id, employee_id) values (:account, :person)");
    private static final SqlText NOTE_MAKER =
            SqlText.ofNode("insert ignore into account_makers (account_id, maker_id) values (:account, :maker)");
    private static final SqlText HAS_MADE = SqlText.ofNode("""
            with recursive made (id) as (
                select m.account_id from account_makers m where m.maker_id = :maker
                union
                select m.account_id from account_makers m join made on m.maker_id = made.id)
            select count(*) from made where made.id = :account""");

    /** No access token lives longer. */
    private static final Duration LONGEST_OUT = Duration.ofMinutes(16);

    private final AgencySql sql;
    private final Clock clock;

    RightsQueries(AgencySql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What an account or a machine is good for now.
     *
     * @param validFrom no token that was issued before counts; null while none was ever ended
     * @param status her standing in the register, or null for machines and for officers without a record
     * @param earlierStatuses standings of those whose account it was before
     * @param earlierPersons those themselves, and those whose hands alone it is from: it writes nothing about them either
     * @param endedSessions token families of sign-ins that have ended, while a token of theirs may still be out
     */
    record Rights(
            boolean disabled,
            @Nullable Instant validFrom,
            boolean mustChangePassword,
            @Nullable String status,
            List<String> earlierStatuses,
            Set<UUID> earlierPersons,
            Set<UUID> endedSessions) {
        /** What their standing leaves open, hers and theirs. */
        Restriction restriction() {
            return Leavers.restriction(status, earlierStatuses);
        }
    }

    Optional<Rights> ofAccount(UUID id) {
        return sql.first(
                OF_ACCOUNT, Map.of("id", id, "since", clock.instant().minus(LONGEST_OUT)), RightsQueries::rights);
    }

    Optional<Rights> ofClient(UUID id) {
        return sql.first(OF_CLIENT, Map.of("id", id), RightsQueries::rights);
    }

    void endTokens(UUID account, Instant from) {
        sql.change(END_TOKENS, Map.of("id", account, "from", from));
    }

    /** Within a transaction, a machine stays as it is until the end of it. */
    void holdClient(UUID id) {
        sql.first(HOLD_CLIENT, Map.of("id", id), Row::id);
    }

    /** The person of an account, and those whose it was before. */
    Set<UUID> persons(UUID account) {
        return Set.copyOf(sql.rows(PERSONS, Map.of("id", account), Row::id));
    }

    /** Notes whose account it was until now. */
    void notePerson(UUID account, UUID person) {
        sql.change(NOTE_PERSON, Map.of("account", account, "person", person));
    }

    void noteMaker(UUID account, UUID maker) {
        sql.change(NOTE_MAKER, Map.of("account", account, "maker", maker));
    }

    /** Whether one account made another, or made one that made it, and so on. */
    boolean hasMade(UUID maker, UUID account) {
        return sql.count(HAS_MADE, Map.of("maker", maker, "account", account)) > 0;
    }

    private static Rights rights(Row row) throws SQLException {
        return new Rights(
                row.flag(),
                row.optionalInstant(),
                row.flag(),
                row.optionalText(),
                IdentityQueries.words(row.optionalText()),
                ids(row.optionalText()),
                ids(row.optionalText()));
    }

    /** Of a list of hexadecimal words, or of the same as JSON. */
    private static Set<UUID> ids(@Nullable String list) {
        return list == null
                ? Set.of()
                : Arrays.stream(list.split("[^0-9A-Fa-f]+"))
                        .filter(word -> word.length() == 32)
                        .map(RightsQueries::id)
                        .collect(Collectors.toSet());
    }

    private static UUID id(String hex) {
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }
}
