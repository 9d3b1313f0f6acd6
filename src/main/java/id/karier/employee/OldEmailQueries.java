package id.karier.employee;

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

/** Seals the private addresses that older versions stored in the clear; nobody sees a new version of the person. */
@ApplicationScoped
class OldEmailQueries implements OldRows {
    private static final SqlText OLD = SqlText.ofNode("""
            select id, email from employees where id > :after and email is not null and email not like 'sealed:%'
            order by id limit :most""");
    private static final SqlText SEAL =
            SqlText.ofNode("update employees set email = :sealed where id = :id and email = :email");

    private final AgencySql sql;
    private final FieldCipher cipher;

    OldEmailQueries(AgencySql sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    private record Old(UUID id, String email) {}

    private static Old old(Row row) throws SQLException {
        return new Old(row.id(), row.text());
    }

    @Override
    public String name() {
        return "employees";
    }

    @Override
    public @Nullable UUID sealAfter(UUID after, int most) {
        var found = sql.rows(OLD, Map.of("after", after, "most", most), OldEmailQueries::old);
        sql.batch(
                SEAL,
                found,
                old -> Map.of(
                        "sealed", cipher.sealText(Employee.EMAIL, old.id(), old.email()),
                        "id", old.id(),
                        "email", old.email()));
        return found.size() < most ? null : found.get(found.size() - 1).id();
    }
}
