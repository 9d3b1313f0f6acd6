package id.karier.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code karier.jobs.*}: how much long work a node carries at once, and how long a silent worker is believed. */
@ConfigMapping(prefix = "karier.jobs")
public interface JobConfig {
    /** Jobs that run at once on a node; 0 for a node that leaves them to others. */
    @WithDefault("2")
    int workers();

    /** How long a claim holds without being renewed. */
    @WithDefault("60S")
    Duration lease();

    /** How often a node looks for open jobs and renews its claims. */
    @WithDefault("3s")
    String poll();

    /** How often a job may be started before it is given up. */
    @WithDefault("3")
    int attempts();

    /** Problems that are stored of a job; the rest are counted. */
    @WithDefault("1000")
    int problems();

    /** Streams of progress that a node serves at once. */
    @WithDefault("200")
    int followers();
}
