package id.karier.app;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
        if (swagger) {
            opened.router().get("/q/" + SWAGGER_PLUGIN).handler(http -> http.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/javascript; charset=utf-8")
                    .sendFile(SWAGGER_PLUGIN));
        }
    }

    void register(@Observes Router main) {
        if (onMainPort) {
            main.route("/q/*").handler(this::passOn);
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
