package id.karier.kernel.planted;

import id.karier.organisation.planted.PlantedUnit;

/** The ground looks up at a register. */
public class Upward {
    PlantedUnit unit;
}
