package id.karier.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Where the program starts: first a database with today's schema, then the application on it. */
@QuarkusMain
public final class Karier {
    private static final Logger LOG = Logger.getLogger(Karier.class);

    private Karier() {}

    public static void main(String... arguments) {
        try {
            StartupChecks.refuseUnsafe(ConfigProvider.getConfig());
            Database.open(ConfigProvider.getConfig());
        } catch (StartRefusedException refused) {
            LOG.error(refused.getMessage());
            System.exit(2);
        }
        Quarkus.run(arguments);
    }
}
