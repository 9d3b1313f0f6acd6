package id.karier.employee.planted;

import jakarta.persistence.EntityManager;

class SidewaysQueries {
    Object everybody(EntityManager entities) {
        return entities.createNativeQuery("select name from employees").getResultList();
    }
}
