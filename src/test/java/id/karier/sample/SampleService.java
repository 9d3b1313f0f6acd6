package id.karier.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.employee.EmployeeDirectory;
import id.karier.kernel.Ids;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.sample.SampleJson.NewSample;
import id.karier.sample.SampleJson.SampleChanges;
import id.karier.sample.SampleJson.View;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Opens sample cases, and gives them another mentor. */
@IfBuildProfile("planted")
@ApplicationScoped
public class SampleService {
    private final SampleQueries samples;
    private final EmployeeDirectory people;
    private final MergePatch mergePatch;
    private final Ids ids;

    SampleService(SampleQueries samples, EmployeeDirectory people, MergePatch mergePatch, Ids ids) {
        this.samples = samples;
        this.people = people;
        this.mergePatch = mergePatch;
        this.ids = ids;
    }

    @Transactional
    public View open(NewSample request) {
        people.require(request.menteeId());
        people.require(request.mentorId());
        var sample = new SampleCase(ids.next(), request);
        samples.persistAndFlush(sample);
        return sample.view();
    }

    @Transactional
    public View change(UUID id, long version, ObjectNode patch) {
        var sample = samples.lock(id);
        EntityTags.requireSame(version, sample.version());
        var after = mergePatch.apply(sample.changes(), patch, SampleChanges.class);
        people.require(after.mentorId());
        sample.change(after);
        samples.flush();
        return sample.view();
    }
}
