package id.karier.history.entry;

import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.data.OldRows;
import id.karier.kernel.data.OldTexts;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals the reasons of penalties that older versions stored in the clear; nobody sees a new version of the entry. */
@ApplicationScoped
class OldReasonQueries implements OldRows {
    private static final SqlText OLD = SqlText.ofNode("""
            select id, reason from employee_disciplines where id > :after and reason is not null and reason not like 'sealed:%'
            order by id limit :most""");
    private static final SqlText SEAL =
            SqlText.ofNode("update employee_disciplines set reason = :sealed where id = :id and reason = :before");

    private final OldTexts texts;

    OldReasonQueries(AgencySql sql, FieldCipher cipher) {
        texts = new OldTexts(sql, cipher, OLD, SEAL, HistoryObjects.REASON_PLACE);
    }

    @Override
    public String name() {
        return "employee_disciplines";
    }

    @Override
    public @Nullable UUID sealAfter(UUID after, int most) {
        return texts.sealAfter(after, most);
    }
}
