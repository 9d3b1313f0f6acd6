package id.karier.app;

import id.karier.identity.IssuerChecks;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Where the program starts: first a database with today's schema, then the application on it. */
@QuarkusMain
public final class Karier {
    private static final Logger LOG = Logger.getLogger(Karier.class);
    private static final String UPLOADS = "quarkus.http.body.uploads-directory";

    private Karier() {}

    public static void main(String... arguments) {
        var ended = new CountDownLatch(1);
        try {
            StartupChecks.refuseUnsafe(ConfigProvider.getConfig());
            StartupChecks.refuseMistaken(StartupChecks.mistakes(ConfigProvider.getConfig()));
            StartupChecks.refuseMistaken(IssuerChecks.faults(ConfigProvider.getConfig(), System.getenv()));
            StartupChecks.refuseMistaken(BootstrapChecks.faults(ConfigProvider.getConfig(), System.getenv()));
            Database.open(ConfigProvider.getConfig(), ended);
            ownFolderForUploads();
        } catch (RuntimeException | Error failed) {
            refuse(failed, ended);
        }
        try {
            Quarkus.run(
                    null,
                    (code, failure) -> {
                        if (failure != null) {
                            refuse(failure, ended);
                        }
                        ended.countDown();
                        System.exit(code);
                    },
                    arguments);
        } catch (RuntimeException | Error failed) {
            refuse(failed, ended);
        } finally {
            ended.countDown();
        }
    }

    private static void refuse(Throwable failed, CountDownLatch ended) {
        tell(StartFailure.sentences(failed));
        if (!StartFailure.isForeseen(failed)) {
            // the framework says nothing where somebody else takes the failure
            LOG.error("the start failed", failed);
        }
        ended.countDown();
        System.exit(StartFailure.EXIT_CODE);
    }

    /** Files that come in parts lie in a folder of this process alone, not in one that all programs write to. */
    private static void ownFolderForUploads() {
        if (System.getProperty(UPLOADS) != null) {
            return;
        }
        try {
            var folder = Files.createTempDirectory("karier-parts-");
            folder.toFile().deleteOnExit();
            System.setProperty(UPLOADS, folder.toString());
        } catch (IOException failed) {
            throw new StartRefusedException(
                    "No folder for uploads below " + System.getProperty("java.io.tmpdir") + ": " + failed.getMessage(),
                    failed);
        }
    }

    /** Logging wakes up with Quarkus only; what happens before it, and why it does not come to it, is said here. */
    static void tell(String sentence) {
        System.err.println("karier: " + sentence);
    }
}
