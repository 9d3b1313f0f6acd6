package id.karier.employee.planted;

import id.karier.organisation.planted.PlantedUnit;

/** Reads what a neighbour did not publish. */
public class Nosy {
    PlantedUnit unit;
}
