package id.karier.rules.terms;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kinds of civil servant of UU 20/2023: permanent, on a work agreement, and part-time (KepmenPANRB 16/2025). */
@Schema(name = "ServiceKind")
public enum EmployeeKind {
    PNS,
    PPPK,
    PPPK_PARUH_WAKTU;

    /** The kind whose figures hold where a table has none for this one: what is said of PPPK holds for part-time ones. */
    public EmployeeKind general() {
        return this == PPPK_PARUH_WAKTU ? PPPK : this;
    }

    /** A table's figure for this kind: its own, else that of the general kind. */
    public <V> Optional<V> in(Map<EmployeeKind, V> table) {
        return Optional.ofNullable(table.get(this)).or(() -> Optional.ofNullable(table.get(general())));
    }
}
