package id.karier.sample;

import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencyRepository;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;

/** Keeps what no feed tells. */
@IfBuildProfile("planted")
@Singleton
public class SilentSampleQueries extends AgencyRepository<SilentSample> {
    SilentSampleQueries(ObjectReach reach) {
        super(FaultyObjects.SILENT, reach);
    }
}
