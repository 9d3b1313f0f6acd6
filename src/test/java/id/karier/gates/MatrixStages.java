package id.karier.gates;

import static id.karier.testing.TestAgency.sql;

import id.karier.kernel.data.FieldCipher;
import id.karier.testing.TestAgency;
import io.quarkus.arc.Arc;
import java.util.HexFormat;
import java.util.UUID;

/** Brings objects into the state that an operation begins from, where it is not the one in which they are made. */
final class MatrixStages {
    private MatrixStages() {}

    static void set(String operationId, MatrixObjects objects) {
        switch (operationId) {
            case "openAssessment" -> {
                prepared(objects);
                sql(
                        "insert ignore into assessment_raters (id, agency, assessment_id, participant_id, rated_id, employee_id,"
                                + " relation, state) values (" + MatrixObjects.bytes(UUID.randomUUID()) + ", '"
                                + objects.agency()
                                + "', " + objects.ref("assessments") + ", " + objects.ref("assessments/participants")
                                + ", "
                                + objects.ref("employees") + ", " + objects.ref("employees") + ", 'PEER', 'INVITED')");
            }
            case "addAssessmentRater" -> prepared(objects);
            case "remindAssessmentRaters",
                    "closeAssessment",
                    "getAssessmentForm",
                    "submitAssessmentForm",
                    "declineAssessmentForm" -> open(objects);
            case "confirmAssessmentRater" -> {
                prepared(objects);
                rater(objects, "PROPOSED");
            }
            case "dropAssessmentRater" -> {
                prepared(objects);
                rater(objects, "INVITED");
            }
            case "endAssessmentCalibration", "calibrateAssessedLevel" -> state(objects, "CLOSED");
            case "publishAssessment" -> state(objects, "CALIBRATED");
            case "getAssessmentFindings", "createAssessmentReview" -> state(objects, "PUBLISHED");
            default -> {
                // as they are made
            }
        }
    }

    private static void rater(MatrixObjects objects, String state) {
        sql("update assessment_raters set state = '" + state + "' where id = " + objects.ref("assessments/raters"));
    }

    private static void prepared(MatrixObjects objects) {
        objects.id("assessments/participants");
        sql("update assessments set state = 'PREPARED', prepared_on = '2026-01-01', participants = 1 where id = "
                + objects.ref("assessments"));
    }

    private static void open(MatrixObjects objects) {
        rater(objects, "INVITED");
        state(objects, "OPEN");
        var id = UUID.fromString(objects.id("assessments"));
        var sealed =
                Arc.container().instance(FieldCipher.class).get().sealBytes("assessment_keys.sealed", id, new byte[64]);
        sql("insert ignore into assessment_keys (assessment_id, agency, sealed) values (x'" + TestAgency.hex(id)
                + "', '" + objects.agency() + "', x'" + HexFormat.of().formatHex(sealed) + "')");
    }

    private static void state(MatrixObjects objects, String state) {
        sql("update assessments set state = '" + state + "', prepared_on = '2026-01-01', participants = 1, rule_set ="
                + " 'KARIER_2026', closed_on = '2026-02-01', review_until = '2099-12-31' where id = "
                + objects.ref("assessments"));
    }
}
