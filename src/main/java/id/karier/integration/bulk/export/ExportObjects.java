package id.karier.integration.bulk.export;

import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What exports are to the log; none of it leaves it. */
@ApplicationScoped
public class ExportObjects implements ObjectKinds {
    /** CREATED when it is ordered, VIEWED when it has ended or was broken off. */
    static final ObjectKind EXPORT = ObjectKind.of("export")
            .guardedBy(Resource.EMPLOYEE)
            .aboutNobody()
            .logs("kind", "format", "filter", "rows", "outcome")
            .build();

    @Override
    public List<ObjectKind> kinds() {
        return List.of(EXPORT);
    }
}
