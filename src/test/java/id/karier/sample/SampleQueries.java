package id.karier.sample;

import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencyRepository;
import id.karier.kernel.data.Row;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import id.karier.sample.SampleJson.View;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;

/** Every query about sample cases. */
@IfBuildProfile("planted")
@Singleton
public class SampleQueries extends AgencyRepository<SampleCase> {
    static final String COLUMNS = "s.id, s.mentee_id, s.mentor_id, s.topic, s.starts_on, s.version";

    public static final ListSpec<View> SAMPLES = ListSpec.of("samples", SampleQueries::view)
            .columns(COLUMNS)
            .from("sample_cases s", "s.agency")
            .objects(SampleObjects.SAMPLE_CASE, "s")
            .sortedBy(SortKey.date("startsOn", "s.starts_on", View::startsOn))
            .then(SortKey.id("s.id", View::id))
            .order("-startsOn")
            .build();

    private final Lists lists;

    SampleQueries(ObjectReach reach, Lists lists) {
        super(SampleObjects.SAMPLE_CASE, reach);
        this.lists = lists;
    }

    static View view(Row row) throws SQLException {
        return new View(row.id(), row.id(), row.id(), row.text(), row.date(), row.number());
    }

    Page<View> page(PageRequest page) {
        return lists.page(SAMPLES, new ListFilter(), page);
    }

    /** @throws id.karier.kernel.ProblemException 404 unless the case is within the caller's reach */
    View view(UUID id) {
        return lists.require(SAMPLES, new ListFilter().where("s.id = :id", "id", id));
    }
}
