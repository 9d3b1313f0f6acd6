package id.karier.integration.bulk;

import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What imports are to the log; none of it leaves it. */
@ApplicationScoped
public class ImportObjects implements ObjectKinds {
    /** The refused rows of an import as they came in, numbers of families and telephones included. */
    static final ObjectKind REPORT = ObjectKind.of("import-report")
            .guardedBy(Resource.IMPORT)
            .aboutNobody()
            .build();

    @Override
    public List<ObjectKind> kinds() {
        return List.of(REPORT);
    }
}
