package id.karier.sample;

import id.karier.kernel.ProblemException;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencyRepository;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import id.karier.sample.SampleJson.View;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Queries that forget whom their rows are about. */
@IfBuildProfile("planted")
@Singleton
public class FaultyQueries extends AgencyRepository<SampleCase> {
    private static final ListSpec<View> UNREACHED = ListSpec.of("unreached-samples", SampleQueries::view)
            .columns(SampleQueries.COLUMNS)
            .from("sample_cases s", "s.agency")
            .notAboutPeople()
            .sortedBy(SortKey.date("startsOn", "s.starts_on", View::startsOn))
            .then(SortKey.id("s.id", View::id))
            .order("-startsOn")
            .build();

    private final Lists lists;

    FaultyQueries(ObjectReach reach, Lists lists) {
        super(FaultyObjects.FORGETFUL, reach);
        this.lists = lists;
    }

    /** Everybody's cases. */
    Page<View> page(PageRequest page) {
        return lists.page(UNREACHED, new ListFilter(), page);
    }

    /** Anybody's case: found by its id, where {@code require} looks at the reach as well. */
    View view(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound).view();
    }
}
