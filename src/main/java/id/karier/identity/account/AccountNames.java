package id.karier.identity.account;

import id.karier.kernel.Published;
import id.karier.kernel.Role;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is behind the ids of accounts, for a log that people read. */
@Published
@ApplicationScoped
public class AccountNames {
    private static final SqlText NAMES = SqlText.ofAgency("""
            select a.id, a.display_name,
                (select group_concat(r.role order by r.role) from account_roles r where r.account_id = a.id)
            from accounts a where a.agency = :agency and a.id in (:ids)""");

    private final AgencySql sql;

    AccountNames(AgencySql sql) {
        this.sql = sql;
    }

    /**
     * Somebody who signs in.
     *
     * @param roles those that she holds now; whoever leads a unit does so by the registers, not by her account
     */
    public record AccountName(UUID id, String name, List<Role> roles) {
        public AccountName {
            roles = List.copyOf(roles);
        }
    }

    /** Of those accounts of the caller's agency that there still are. */
    public Map<UUID, AccountName> of(Collection<UUID> accounts) {
        var names = new HashMap<UUID, AccountName>();
        if (!accounts.isEmpty()) {
            sql.rows(NAMES, Map.of("ids", List.copyOf(accounts)), AccountNames::name)
                    .forEach(name -> names.put(name.id(), name));
        }
        return names;
    }

    private static AccountName name(Row row) throws SQLException {
        return new AccountName(row.id(), row.text(), roles(row.optionalText()));
    }

    private static List<Role> roles(@Nullable String words) {
        return words == null
                ? List.of()
                : Arrays.stream(words.split(",")).map(Role::valueOf).toList();
    }
}
