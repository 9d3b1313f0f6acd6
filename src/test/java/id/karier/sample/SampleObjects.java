package id.karier.sample;

import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What sample cases are to log, feed and reach: about the mentee, and the mentor's own as well. */
@IfBuildProfile("planted")
@ApplicationScoped
public class SampleObjects implements ObjectKinds {
    public static final ObjectKind SAMPLE_CASE = ObjectKind.of("sample-case", SampleCase.class)
            .guardedBy(Resource.CAREER_HISTORY)
            .about("menteeId")
            .parties("mentorId")
            .ownerWrites()
            .shownAs("SampleCase")
            .tells("menteeId", "mentorId", "topic", "startsOn")
            .at("/api/v1/samples")
            .build();

    @Override
    public List<ObjectKind> kinds() {
        return List.of(SAMPLE_CASE);
    }
}
