package id.karier.employee;

import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.data.OldRows;
import id.karier.kernel.data.OldTexts;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals the private addresses that older versions stored in the clear; nobody sees a new version of the person. */
@ApplicationScoped
class OldEmailQueries implements OldRows {
    private static final SqlText OLD = SqlText.ofNode("""
            select id, email from employees where id > :after and email is not null and email not like 'sealed:%'
            order by id limit :most""");
    private static final SqlText SEAL =
            SqlText.ofNode("update employees set email = :sealed where id = :id and email = :before");

    private final OldTexts texts;

    OldEmailQueries(AgencySql sql, FieldCipher cipher) {
        texts = new OldTexts(sql, cipher, OLD, SEAL, Employee.EMAIL);
    }

    @Override
    public String name() {
        return "employees";
    }

    @Override
    public @Nullable UUID sealAfter(UUID after, int most) {
        return texts.sealAfter(after, most);
    }
}
