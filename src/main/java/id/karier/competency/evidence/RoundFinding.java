package id.karier.competency.evidence;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment round has found of somebody.
 *
 * @param inputs the figures of groups, weights and calibrations that gave the level
 */
public record RoundFinding(
        UUID employeeId,
        UUID competencyId,
        int edition,
        int level,
        UUID assessmentId,
        Map<String, @Nullable Object> inputs) {}
