package id.karier.app;

import io.quarkus.runtime.QuarkusBindException;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why the product did not start, in a sentence for each reason, whatever threw it: a check of ours, a value that the
 * configuration cannot read, a bean that refuses its settings, a port in use. The one place that says it, so that no way of
 * failing ends without a word or with an exit code of its own.
 */
final class StartFailure {
    /** What a start that was refused ends with. */
    static final int EXIT_CODE = 2;

    private static final int DEEPEST = 50;
    private static final Pattern CODE = Pattern.compile("^[A-Z]{3,}\\d{4,6}: ");
    private static final Pattern KEY = Pattern.compile("\\b(?:karier|quarkus)\\.[a-z]");

    /** The library repeats the value that it could not read; a secret must not stand on the console. */
    private static final Pattern SECRET = Pattern.compile(
            "property (\\S*(?:secret|password|key|master)\\S*) with the config value .*", Pattern.CASE_INSENSITIVE);

    private StartFailure() {}

    /** Everything that a console should say of a failure. */
    static String sentences(Throwable failure) {
        for (var cause : causes(failure)) {
            if (cause instanceof StartRefusedException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return "Refusing to start:\n  - " + String.join("\n  - ", reasons(failure));
    }

    /** Whether the sentence says all: a setting or a port, and nothing for whoever reads traces. */
    static boolean isForeseen(Throwable failure) {
        return causes(failure).stream()
                .anyMatch(cause -> cause instanceof StartRefusedException
                        || cause instanceof BindException
                        || cause instanceof ConfigValidationException
                        || (cause.getMessage() != null
                                && KEY.matcher(cause.getMessage()).find()));
    }

    private static List<String> reasons(Throwable failure) {
        var causes = causes(failure);
        for (var cause : causes) {
            if (cause instanceof QuarkusBindException taken) {
                return List.of("port " + taken.getPort() + " of " + taken.getHost() + " cannot be had, another program"
                        + " may use it (quarkus.http.port, quarkus.management.port)");
            }
            if (cause instanceof ConfigValidationException wrong) {
                var reasons = new ArrayList<String>();
                for (int i = 0; i < wrong.getProblemCount(); i++) {
                    reasons.add(tidy(wrong.getProblem(i).getMessage()));
                }
                return reasons;
            }
        }
        for (var cause : causes) {
            if (cause.getMessage() != null && KEY.matcher(cause.getMessage()).find()) {
                return List.of(tidy(cause.getMessage()));
            }
        }
        var root = causes.get(causes.size() - 1);
        if (root instanceof BindException) {
            return List.of("a port cannot be had, another program may use it (quarkus.http.port,"
                    + " quarkus.management.port): " + tidy(root.getMessage()));
        }
        return List.of(
                root.getMessage() == null
                        ? root.getClass().getName()
                        : tidy(root.getMessage()) + " (" + root.getClass().getSimpleName() + ")");
    }

    private static List<Throwable> causes(Throwable failure) {
        var causes = new ArrayList<Throwable>();
        for (var cause = failure; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static String tidy(@Nullable String message) {
        var plain = String.valueOf(message).strip().replaceAll("\\s+", " ");
        var told = CODE.matcher(plain).replaceFirst("");
        return SECRET.matcher(told).replaceFirst("property $1 has a value that cannot be read");
    }
}
