package id.karier.sample;

import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The kinds of the slices that forget something. The kinds themselves are right: about a mentee, with a mentor as a party. */
@IfBuildProfile("planted")
@ApplicationScoped
public class FaultyObjects implements ObjectKinds {
    static final ObjectKind FORGETFUL = sample("forgetful-sample", "/api/v1/forgetful-samples");
    static final ObjectKind UNREACHED = sample("unreached-sample", "/api/v1/unreached-samples");

    /** Tells nothing: whatever happens to it stays in the log. */
    static final ObjectKind SILENT = ObjectKind.of("silent-sample", SilentSample.class)
            .guardedBy(Resource.CAREER_HISTORY)
            .about("employeeId")
            .logs("employeeId", "note")
            .build();

    private static ObjectKind sample(String name, String address) {
        return ObjectKind.of(name, SampleCase.class)
                .guardedBy(Resource.CAREER_HISTORY)
                .about("menteeId")
                .parties("mentorId")
                .shownAs("SampleCase")
                .tells("menteeId", "mentorId", "topic", "startsOn")
                .at(address)
                .build();
    }

    @Override
    public List<ObjectKind> kinds() {
        return List.of(FORGETFUL, UNREACHED, SILENT);
    }
}
