package id.karier.competency.summary;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** {@code karier.competency.*}. */
@ConfigMapping(prefix = "karier.competency")
interface SummaryConfig {
    /** The smallest group of people of which a figure is told; never below five. */
    @Min(5)
    @WithDefault("5")
    int smallestGroup();
}
