package id.karier.employee;

import id.karier.kernel.Published;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What people are to log, feed and reach. */
@Published
@ApplicationScoped
public class EmployeeObjects implements ObjectKinds {
    public static final ObjectKind EMPLOYEE = ObjectKind.of("employee", Employee.class)
            .guardedBy(Resource.EMPLOYEE)
            .about("id")
            .shownAs("Employee")
            .tells("identityNumber", "kind", "status", "name", "frontTitles", "backTitles", "birthPlace", "birthDate")
            .tells("sex", "religion", "maritalStatus", "officialEmail", "firstAppointmentOn", "permanentOn")
            .tellsAs("unitId", "unit.id")
            .tellsAs("unitName", "unit.name")
            .tellsAs("positionId", "position.id")
            .tellsAs("positionTitle", "position.title")
            .tellsAs("positionLevel", "position.level")
            .tellsAs("positionSince", "position.since")
            .tellsAs("leadsUnit", "position.leadsUnit")
            .tellsAs("rankCode", "rank.code")
            .tellsAs("rankSince", "rank.since")
            .tellsAs("educationLevel", "education.level")
            .tellsAs("educationName", "education.field")
            .tells("retirementOn", "source", "siasnId")
            .logs("ledUnits")
            .hides("nikIndex")
            .masksAs("email", "email")
            .masksAs("nikSealed", "nik")
            .masksAs("npwpSealed", "npwp")
            .masksAs("addressSealed", "address")
            .masksAs("phoneSealed", "phone")
            .at("/api/v1/employees")
            .build();

    /** A person's unit, or what is above it, has become another: whose team she is in may have changed. */
    public static final ObjectKind PLACE = ObjectKind.of("employee-place")
            .guardedBy(Resource.EMPLOYEE)
            .about("employeeId")
            .logs("unitPath")
            .build();

    /** Somebody has read a person's data in the clear, perhaps her own. */
    static final ObjectKind PERSONAL_DATA = ObjectKind.of("personal-data")
            .guardedBy(Resource.PERSONAL_DATA)
            .about("employeeId")
            .logs("own")
            .build();

    @Override
    public List<ObjectKind> kinds() {
        return List.of(EMPLOYEE, PLACE, PERSONAL_DATA);
    }
}
