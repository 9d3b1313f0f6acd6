package id.karier.history.entry;

import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.data.OldRows;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals the reasons of penalties that older versions stored in the clear; nobody sees a new version of the entry. */
@ApplicationScoped
class OldReasonQueries implements OldRows {
    private static final SqlText OLD = SqlText.ofNode("""
            select id, reason from employee_disciplines where id > :after and reason is not null and reason not like 'sealed:%'
            order by id limit :most""");
    private static final SqlText SEAL =
            SqlText.ofNode("update employee_disciplines set reason = :sealed where id = :id and reason = :reason");

    private final AgencySql sql;
    private final FieldCipher cipher;

    OldReasonQueries(AgencySql sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    private record Old(UUID id, String reason) {}

    private static Old old(Row row) throws SQLException {
        return new Old(row.id(), row.text());
    }

    @Override
    public String name() {
        return "employee_disciplines";
    }

    @Override
    public @Nullable UUID sealAfter(UUID after, int most) {
        var found = sql.rows(OLD, Map.of("after", after, "most", most), OldReasonQueries::old);
        sql.batch(
                SEAL,
                found,
                old -> Map.of(
                        "sealed", cipher.sealText(HistoryObjects.REASON_PLACE, old.id(), old.reason()),
                        "id", old.id(),
                        "reason", old.reason()));
        return found.size() < most ? null : found.get(found.size() - 1).id();
    }
}
