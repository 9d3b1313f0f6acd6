package id.karier.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The application with limits that a test can pass, and with a database that can be told to break. */
public class SmallNumbers implements QuarkusTestProfile {
    public static final int BATCH = 3;
    public static final int REQUESTS = 600;
    public static final int ANONYMOUS_REQUESTS = 6;
    public static final int NETWORK_REQUESTS = 2500;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.datasource.jdbc.driver", BreakableDriver.class.getName(),
                "karier.imports.batch", String.valueOf(BATCH),
                "karier.limits.requests-per-minute", String.valueOf(REQUESTS),
                "karier.limits.anonymous-requests-per-minute", String.valueOf(ANONYMOUS_REQUESTS),
                "karier.limits.network-requests-per-minute", String.valueOf(NETWORK_REQUESTS),
                "karier.limits.statement-time", "1S",
                // the test stands behind itself, so that it can come from wherever it says
                "karier.proxies", "127.0.0.0/8");
    }
}
