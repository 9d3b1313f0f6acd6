package id.karier.rulebook.simulation;

import id.karier.rules.RuleSetKind;
import java.time.LocalDate;

/** What a simulation is about; both documents are in its own row. */
record SimulationSettings(RuleSetKind kind, LocalDate asOf) {}
