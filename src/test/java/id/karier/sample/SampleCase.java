package id.karier.sample;

import id.karier.changes.Recorded;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A mentor goes with a mentee. */
@Entity
@Table(name = "sample_cases")
public class SampleCase extends AgencyOwned implements Recorded {
    private UUID menteeId;
    private UUID mentorId;
    private String topic;
    private LocalDate startsOn;

    protected SampleCase() {}

    SampleCase(UUID id, SampleJson.NewSample request) {
        super(id);
        this.menteeId = request.menteeId();
        this.mentorId = request.mentorId();
        this.topic = request.topic();
        this.startsOn = request.startsOn();
    }

    SampleJson.SampleChanges changes() {
        return new SampleJson.SampleChanges(mentorId, topic);
    }

    void change(SampleJson.SampleChanges changes) {
        mentorId = changes.mentorId();
        topic = changes.topic();
    }

    SampleJson.View view() {
        return new SampleJson.View(id(), menteeId, mentorId, topic, startsOn, version());
    }

    @Override
    public ObjectKind objectKind() {
        return SampleObjects.SAMPLE_CASE;
    }
}
