package id.karier.sample;

import id.karier.kernel.Ids;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Writes what no feed tells. */
@IfBuildProfile("planted")
@ApplicationScoped
public class SilentSampleService {
    private final SilentSampleQueries samples;
    private final Ids ids;

    SilentSampleService(SilentSampleQueries samples, Ids ids) {
        this.samples = samples;
        this.ids = ids;
    }

    @Transactional
    public UUID note(UUID employee, String note) {
        var sample = new SilentSample(ids.next(), employee, note);
        samples.persistAndFlush(sample);
        return sample.id();
    }
}
