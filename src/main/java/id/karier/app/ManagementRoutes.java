package id.karier.app;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Health, metrics and the contract have a port of their own, which production keeps inside. Quarkus decides at build time
 * whether there is one; so that whoever tries Karier out needs one port only, the main port passes {@code /q/*} on where
 * {@code karier.management.on-main-port} says so. Where Swagger UI is, its plugin is beside it.
 */
@ApplicationScoped
public class ManagementRoutes {
    static final String SWAGGER_PLUGIN = "swagger/empty-fields.js";

    private static final String CONTRACT = "contract/karier.yaml";
    private static final String SWAGGER = "/q/swagger-ui/";
    private static final String PROBLEMS = "/problems";

    /** Before the extension's own route: it writes the same lines in another order, which no diff can read. */
    private static final int BEFORE_GENERATED = -1;

    private final boolean onMainPort;
    private final boolean swagger;
    private volatile @Nullable Router management;

    ManagementRoutes(
            @ConfigProperty(name = "karier.management.on-main-port") boolean onMainPort,
            @ConfigProperty(name = "quarkus.swagger-ui.enabled") boolean swagger) {
        this.onMainPort = onMainPort;
        this.swagger = swagger;
    }

    void opened(@Observes ManagementInterface opened) {
        management = opened.router();
        var contract = resource(CONTRACT);
        opened.router().get("/q/openapi").order(BEFORE_GENERATED).handler(http -> sendContract(http, contract));
        if (swagger) {
            var plugin = resource(SWAGGER_PLUGIN);
            opened.router().get("/q/" + SWAGGER_PLUGIN).handler(http -> send(http, plugin, "text/javascript"));
        }
    }

    void register(@Observes Router main) {
        main.get("/").handler(this::welcome);
        main.head("/").handler(this::welcome);
        if (onMainPort) {
            main.route("/q/*").handler(this::passOn);
        }
    }

    /** Whoever opens the bare address looks for something to read. */
    private void welcome(RoutingContext http) {
        http.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, swagger && onMainPort ? SWAGGER : PROBLEMS)
                .end();
    }

    /** As it is committed; whoever wants it as JSON gets it from the extension. */
    private static void sendContract(RoutingContext http, Buffer contract) {
        var accepted = String.valueOf(http.request().getHeader(HttpHeaders.ACCEPT));
        if (accepted.contains("json") || http.request().getParam("format") != null) {
            http.next();
        } else {
            send(http, contract, "application/yaml");
        }
    }

    private static void send(RoutingContext http, Buffer resource, String type) {
        http.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type + ";charset=UTF-8")
                .end(resource);
    }

    private static Buffer resource(String name) {
        try (var in = ManagementRoutes.class.getResourceAsStream("/" + name)) {
            return Buffer.buffer(Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void passOn(RoutingContext http) {
        var router = management;
        if (router == null) {
            http.next();
        } else {
            router.handle(http.request());
        }
    }
}
