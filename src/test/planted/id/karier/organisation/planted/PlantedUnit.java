package id.karier.organisation.planted;

import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;

/** An entity that its slice keeps to itself. */
@Entity
public class PlantedUnit extends AgencyOwned {}
