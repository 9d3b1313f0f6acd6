package id.karier.integration.bulk.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code karier.exports.*}: how much is read at once. */
@ConfigMapping(prefix = "karier.exports")
public interface ExportConfig {
    /** Exports of one agency that run at once on a node; a further one is answered with 429. */
    @WithDefault("2")
    int ofAgency();

    /** Exports that run at once on a node: each holds a worker and a connection to the database. */
    @WithDefault("4")
    int ofNode();

    /** How long an export may take, however slowly it is fetched; then its connection is ended. */
    @WithDefault("30M")
    Duration longest();

    /** People of a stretch. */
    @WithDefault("500")
    int stretch();
}
