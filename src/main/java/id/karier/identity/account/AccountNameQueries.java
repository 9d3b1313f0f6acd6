package id.karier.identity.account;

import id.karier.kernel.Published;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the accounts and machines of the caller's agency are called. */
@Published
@ApplicationScoped
public class AccountNameQueries {
    private static final SqlText NAME = SqlText.ofAgency("""
            select display_name from accounts where agency = :agency and id = :id
            union all select name from clients where agency = :agency and id = :id""");

    private final AgencySql sql;

    AccountNameQueries(AgencySql sql) {
        this.sql = sql;
    }

    /** Empty for an account of another agency, or one that is gone. */
    public Optional<String> name(UUID account) {
        return sql.first(NAME, Map.of("id", account), row -> row.text());
    }
}
