package id.karier.app;

import id.karier.kernel.data.SqlTraces;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of the log what a database quotes when it refuses something: values of rows, and whole statements. It does so at
 * the handlers, because not only our own code writes exceptions down.
 */
@ApplicationScoped
public class LogWithoutData {
    private static final Pattern VALUE = Pattern.compile(
            "(Duplicate entry|value:|near|Data truncation:[^']*) '.*?'(?= for key| for column| at line|$)",
            Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile(
            "\\[\\s*(?:/\\*.*?\\*/\\s*)?(?:select|insert|update|delete|replace|with|call|set)\\b.*]",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Before the first request. */
    void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        for (var handler : LogManager.getLogManager().getLogger("").getHandlers()) {
            guard(handler);
        }
    }

    /** Takes the data out of all that a handler writes from now on. */
    public static void guard(Handler handler) {
        if (!(handler.getFilter() instanceof Redaction)) {
            handler.setFilter(new Redaction(handler.getFilter()));
        }
        if (handler instanceof ExtHandler group) {
            for (var inner : group.getHandlers()) {
                guard(inner);
            }
        }
    }

    /** The same text without what a database quotes in it. */
    static String redacted(String text) {
        return STATEMENT.matcher(VALUE.matcher(text).replaceAll("$1 '…'")).replaceAll("[…]");
    }

    /** After the filter that stood there. */
    private record Redaction(@Nullable Filter before) implements Filter {
        @Override
        public boolean isLoggable(LogRecord entry) {
            if (before != null && !before.isLoggable(entry)) {
                return false;
            }
            if (entry.getThrown() != null) {
                entry.setThrown(SqlTraces.withoutValues(entry.getThrown()));
            }
            var message = entry.getMessage();
            if (entry.getLevel().intValue() >= Level.WARNING.intValue() && message != null) {
                var formatted = entry instanceof ExtLogRecord full ? full.getFormattedMessage() : message;
                var clean = redacted(formatted);
                if (!clean.equals(formatted)) {
                    entry.setParameters(null);
                    if (entry instanceof ExtLogRecord full) {
                        full.setMessage(clean, ExtLogRecord.FormatStyle.NO_FORMAT);
                    } else {
                        entry.setMessage(clean);
                    }
                }
            }
            return true;
        }
    }
}
