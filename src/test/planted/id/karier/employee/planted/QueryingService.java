package id.karier.employee.planted;

import jakarta.persistence.EntityManager;

/** A query among the writes. */
public class QueryingService {
    Object find(EntityManager entities) {
        return entities.createQuery("select 1").getSingleResult();
    }
}
