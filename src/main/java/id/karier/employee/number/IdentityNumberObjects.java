package id.karier.employee.number;

import id.karier.kernel.Published;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What identity numbers are to log, feed and reach. */
@Published
@ApplicationScoped
public class IdentityNumberObjects implements ObjectKinds {
    public static final ObjectKind IDENTITY_NUMBER = ObjectKind.of("identity-number", IdentityNumber.class)
            .guardedBy(Resource.CAREER_HISTORY)
            .about("employeeId")
            .shownAs("IdentityNumberEntry")
            .tells("number", "kind", "startsOn", "endsOn", "decreeNumber", "decreeDate", "reason", "source", "siasnId")
            .logs("employeeId")
            .at("/api/v1/employees/{employeeId}/identity-numbers")
            .build();

    @Override
    public List<ObjectKind> kinds() {
        return List.of(IDENTITY_NUMBER);
    }
}
