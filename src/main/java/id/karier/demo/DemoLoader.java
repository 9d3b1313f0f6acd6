package id.karier.demo;

import id.karier.demo.population.Government;
import id.karier.demo.population.Population;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Fills an empty database at start-up when {@code karier.demo.load} says so, and tells how to get in. */
@ApplicationScoped
class DemoLoader {
    private static final Logger LOG = Logger.getLogger(DemoLoader.class);

    private final DemoService service;
    private final DemoConfig config;
    private final Config server;

    DemoLoader(DemoService service, DemoConfig config, Config server) {
        this.service = service;
        this.config = config;
        this.server = server;
    }

    void atStart(@Observes StartupEvent event) {
        if (!config.load()) {
            return;
        }
        switch (service.load(config.people())) {
            case LOADED, ALREADY_THERE -> LOG.info(welcome(address()));
            case NOT_EMPTY -> LOG.warn("the demo was not loaded: this database has agencies of its own");
        }
    }

    private String address() {
        var host = server.getOptionalValue("quarkus.http.host", String.class).orElse("127.0.0.1");
        var port = server.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080);
        return "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ':' + port;
    }

    /** How to get in, with a command that can be pasted. */
    static String welcome(String address) {
        var agencies = Government.ALL.stream().map(Government::code).collect(Collectors.joining("  "));
        return """
                Karier demo: five governments with their people, as of %s

                  Swagger UI  %s/q/swagger-ui
                  API         %s/api/v1

                  Sign in as  {role}.{agency}, for example sdm.lampung; the password is %s
                    roles     %s
                    agencies  %s
                    nation    %s
                  Machines    integrasi-{agency}, with the secret %s

                  Try it:
                  TOKEN=$(curl -s %s/api/v1/auth/token -d grant_type=password -d username=sdm.lampung -d password=%s | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  curl -s -H "Authorization: Bearer $TOKEN" '%s/api/v1/employees?limit=3'
                """.formatted(
                        Population.REFERENCE,
                        address,
                        address,
                        SignIns.PASSWORD,
                        String.join("  ", SignIns.ROLES),
                        agencies,
                        SignIns.NATIONAL,
                        SignIns.PASSWORD,
                        address,
                        SignIns.PASSWORD,
                        address);
    }
}
