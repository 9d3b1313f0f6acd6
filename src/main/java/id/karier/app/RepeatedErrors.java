package id.karier.app;

import io.quarkus.logging.LoggingFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps an error that repeats from flooding the log: the first is written whole, with its trace; those like it are counted
 * and told of once a minute, until a minute passes without any. A warning or error without a trace passes a few times.
 */
@LoggingFilter(name = "repeated-errors")
public final class RepeatedErrors implements Filter {
    private static final Duration ROUND = Duration.ofMinutes(1);

    /** Lines without a trace that are let through before they are counted. */
    private static final int LINES = 5;

    /** More kinds of errors than these are counted as one, so that the memory is bounded. */
    private static final int KINDS = 500;

    private static final int DEEP = 10;
    private static final String REST = "errors of many other kinds";

    /** Who was refused is told of each time: lines that look alike name different accounts. */
    private static final String SECURITY = "karier.security";

    private static final Logger LOG = Logger.getLogger("karier.repeated");

    /** Numbers and identifiers, by which lines of one kind differ. */
    private static final Pattern VARYING = Pattern.compile("[0-9a-fA-F]{8,}(-[0-9a-fA-F]{4,})*|\\d+");

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    /** Used by the logging of Quarkus. */
    public RepeatedErrors() {
        var rounds = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "karier-repeated-errors");
            thread.setDaemon(true);
            return thread;
        });
        var unused = rounds.scheduleAtFixedRate(
                () -> endRound().forEach(LOG::warn), ROUND.toSeconds(), ROUND.toSeconds(), TimeUnit.SECONDS);
    }

    private static final class Count {
        private final String line;
        private int passed;
        private long held;

        Count(String line) {
            this.line = line;
        }

        synchronized boolean passes(int most) {
            if (passed < most) {
                passed++;
                return true;
            }
            held++;
            return false;
        }

        /** How many were held back since the last time. */
        synchronized long take() {
            long taken = held;
            held = 0;
            return taken;
        }
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        if (entry.getLevel().intValue() < Level.WARNING.intValue()
                || LOG.getName().equals(entry.getLoggerName())
                || SECURITY.equals(entry.getLoggerName())) {
            return true;
        }
        var kind = kind(entry);
        var count = counts.get(kind);
        if (count == null) {
            var counted = counts.size() < KINDS ? kind : REST;
            count = counts.computeIfAbsent(
                    counted,
                    k -> new Count(counted.equals(REST) ? REST : "[" + entry.getLoggerName() + "] " + line(entry)));
        }
        return count.passes(entry.getThrown() == null ? LINES : 1);
    }

    /** What is to be told of the minute that ends; kinds that did not repeat in it are forgotten. */
    List<String> endRound() {
        var told = new ArrayList<String>();
        counts.forEach((kind, count) -> {
            long held = count.take();
            if (held > 0) {
                told.add(held + " times more within " + ROUND.toSeconds() + " s: " + count.line);
            } else {
                counts.remove(kind, count);
            }
        });
        return told;
    }

    /** Who said it, and the failures behind it with the place where it began; without a failure, its words. */
    private static String kind(LogRecord entry) {
        var kind = new StringBuilder(String.valueOf(entry.getLoggerName())).append(entry.getLevel());
        var cause = entry.getThrown();
        if (cause == null) {
            return kind.append(VARYING.matcher(message(entry)).replaceAll("#")).toString();
        }
        for (int deep = 0; cause != null && deep < DEEP; cause = cause.getCause(), deep++) {
            kind.append(cause.getClass().getName());
            var trace = cause.getStackTrace();
            if (cause.getCause() == null && trace.length > 0) {
                kind.append(trace[0]);
            }
        }
        return kind.toString();
    }

    private static String line(LogRecord entry) {
        var message = message(entry);
        var first = message.lines().findFirst().orElse("");
        return entry.getThrown() == null
                ? first
                : first + " (" + entry.getThrown().getClass().getSimpleName() + ")";
    }

    private static String message(LogRecord entry) {
        return entry instanceof ExtLogRecord ours ? ours.getFormattedMessage() : String.valueOf(entry.getMessage());
    }
}
