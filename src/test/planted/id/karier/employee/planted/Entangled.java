package id.karier.employee.planted;

import id.karier.kernel.data.AgencyOwned;
import id.karier.organisation.planted.PlantedUnit;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

/** Holds another slice's entity instead of its id. */
@Entity
public class Entangled extends AgencyOwned {
    @ManyToOne
    PlantedUnit unit;
}
