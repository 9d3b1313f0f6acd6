package id.karier.kernel.data;

import id.karier.kernel.ProblemException;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectReach;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds, locks, persists, counts and removes the entities of one kind, in the caller's agency. A single object that is
 * {@linkplain #require required} is one that the caller reaches, as its kind declares.
 */
public abstract class AgencyRepository<E> implements PanacheRepositoryBase<E, UUID> {
    private final ObjectKind kind;
    private final ObjectReach reach;

    protected AgencyRepository(ObjectKind kind, ObjectReach reach) {
        this.kind = kind;
        this.reach = reach;
    }

    /** @throws ProblemException 404 when it is nobody's, another agency's, or out of the caller's reach */
    public E require(UUID id) {
        return reached(findByIdOptional(id));
    }

    /** The same, locked until the transaction ends. */
    public E lock(UUID id) {
        return reached(findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
    }

    private E reached(Optional<E> found) {
        var entity = found.orElseThrow(ProblemException::notFound);
        reach.require(kind, kind.aboutOf(entity), kind.partiesOf(entity));
        return entity;
    }
}
