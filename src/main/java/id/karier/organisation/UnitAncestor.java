package id.karier.organisation;

import id.karier.kernel.Published;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/**
 * A unit and one unit above it, itself included at depth 0, as the tree stands today: HQL of any slice narrows to a
 * subtree with {@link UnitDirectory#under}. Written in SQL when the tree changes, never through this entity.
 */
@Published
@Entity
@Immutable
@Table(name = "unit_ancestors")
@IdClass(UnitAncestor.Key.class)
public class UnitAncestor {
    @Id
    private UUID ancestorId;

    @Id
    private UUID unitId;

    @TenantId
    private String agency;

    /** Steps from the unit up to the ancestor. */
    private int depth;

    protected UnitAncestor() {}

    /** The pair is the key. */
    public record Key(UUID ancestorId, UUID unitId) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
