package id.karier.app;

import id.karier.identity.IssuerChecks;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the program starts: first a database with today's schema, then the application on it. */
@QuarkusMain
public final class Karier {
    private Karier() {}

    public static void main(String... arguments) {
        var ended = new CountDownLatch(1);
        try {
            StartupChecks.refuseUnsafe(ConfigProvider.getConfig());
            StartupChecks.refuseMistaken(IssuerChecks.faults(ConfigProvider.getConfig(), System.getenv()));
            Database.open(ConfigProvider.getConfig(), ended);
        } catch (StartRefusedException refused) {
            tell(String.valueOf(refused.getMessage()));
            ended.countDown();
            System.exit(2);
        }
        try {
            Quarkus.run(
                    null,
                    (code, failure) -> {
                        ended.countDown();
                        System.exit(code);
                    },
                    arguments);
        } finally {
            ended.countDown();
        }
    }

    /** Logging wakes up with Quarkus only; what happens before it, and why it does not come to it, is said here. */
    static void tell(String sentence) {
        System.err.println("karier: " + sentence);
    }
}
