package id.karier.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** {@code karier.demo.*}. */
@ConfigMapping(prefix = "karier.demo")
interface DemoConfig {
    /** Whether an empty database is filled at start-up. */
    @WithDefault("false")
    boolean load();

    /** People of each government. */
    @WithDefault("400")
    int people();
}
