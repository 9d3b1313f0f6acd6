package id.karier.competency.standard;

import id.karier.kernel.Published;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What standards are to log and feed: about nobody, told to everybody of the agency. */
@Published
@ApplicationScoped
public class StandardObjects implements ObjectKinds {
    public static final ObjectKind POSITION_STANDARD = ObjectKind.of("position-standard", PositionStandard.class)
            .guardedBy(Resource.COMPETENCY)
            .aboutNobody()
            .shownAs("PositionStandard")
            .tells("positionId", "level", "startsOn", "endsOn", "decreeNumber")
            .tellsAs("competencyId", "competency.id")
            .actsOnHolders("positionId")
            .at("/api/v1/position-standards")
            .build();

    @Override
    public List<ObjectKind> kinds() {
        return List.of(POSITION_STANDARD);
    }
}
