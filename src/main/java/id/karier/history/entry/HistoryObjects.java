package id.karier.history.entry;

import id.karier.kernel.Published;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the entries of the eight histories are to log, feed and reach. */
@Published
@ApplicationScoped
public class HistoryObjects implements ObjectKinds {
    /** What the seal of a penalty's reason is bound to besides the entry. */
    public static final String REASON_PLACE = "employee_disciplines.reason";

    private static final String BELOW = "/api/v1/employees/{employeeId}/";

    public static final ObjectKind RANK = entry("employee-rank", EmployeeRank.class, "RankEntry")
            .tellsAs("rankCode", "rank")
            .tells("promotionKind", "startsOn", "serviceYears", "serviceMonths")
            .logs("rankOrder")
            .at(BELOW + "ranks")
            .build();
    public static final ObjectKind POSITION = entry("employee-position", EmployeePosition.class, "PositionEntry")
            .tells(
                    "assignment",
                    "positionId",
                    "title",
                    "level",
                    "unitId",
                    "unitName",
                    "startsOn",
                    "endsOn",
                    "swornInOn",
                    "reason")
            .logs("closedBy", "closedUntil", "endedBefore")
            .at(BELOW + "positions")
            .build();
    public static final ObjectKind EDUCATION = entry("employee-education", EmployeeEducation.class, "EducationEntry")
            .tells(
                    "level",
                    "field",
                    "institution",
                    "graduatedOn",
                    "graduatedYear",
                    "certificateNumber",
                    "frontTitles",
                    "backTitles")
            .tells("atAppointment")
            .at(BELOW + "educations")
            .build();
    public static final ObjectKind TRAINING = entry("employee-training", EmployeeTraining.class, "TrainingEntry")
            .tells(
                    "form",
                    "programme",
                    "name",
                    "provider",
                    "certificateNumber",
                    "startsOn",
                    "endsOn",
                    "heldYear",
                    "hours")
            .at(BELOW + "trainings")
            .build();
    public static final ObjectKind AWARD = entry("employee-award", EmployeeAward.class, "AwardEntry")
            .tells("code", "name", "grantedOn")
            .at(BELOW + "awards")
            .build();
    public static final ObjectKind DISCIPLINE = entry(
                    "employee-discipline", EmployeeDiscipline.class, "DisciplineEntry", Resource.DISCIPLINE)
            .tells("level", "penalty", "penaltyName", "startsOn", "endsOn", "regulation")
            .tellsSealed("reason", REASON_PLACE)
            .tells("cancelledBy", "cancelledOn")
            .at(BELOW + "disciplines")
            .build();
    public static final ObjectKind CREDIT = entry("employee-credit", EmployeeCredit.class, "CreditEntry")
            .tells("level", "positionTitle", "basis", "startsOn", "endsOn", "credit")
            .at(BELOW + "credits")
            .build();

    public static final ObjectKind STATUS = entry("employee-status", StatusRow.class, "StatusEntry")
            .tells("status", "startsOn", "endsOn", "startUnknown", "reason", "destination")
            .guards("reason", Resource.DISCIPLINE)
            .logs("closedBy", "closedUntil", "endedBefore")
            .at(BELOW + "statuses")
            .build();

    private static ObjectKind.Builder entry(String name, Class<?> entity, String schema) {
        return entry(name, entity, schema, Resource.CAREER_HISTORY);
    }

    private static ObjectKind.Builder entry(String name, Class<?> entity, String schema, Resource guard) {
        return ObjectKind.of(name, entity)
                .guardedBy(guard)
                .about("employeeId")
                .shownAs(schema)
                .tells("decreeNumber", "decreeDate", "source", "siasnId")
                .logs("employeeId");
    }

    @Override
    public List<ObjectKind> kinds() {
        return List.of(RANK, POSITION, EDUCATION, TRAINING, AWARD, DISCIPLINE, CREDIT, STATUS);
    }
}
