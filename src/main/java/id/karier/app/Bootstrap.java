package id.karier.app;

import id.karier.identity.FirstOfficers;
import id.karier.identity.FirstOfficers.Officer;
import id.karier.identity.FirstOfficers.Ready;
import id.karier.kernel.Caller;
import id.karier.kernel.data.NodeLock;
import id.karier.kernel.data.Transactions;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.AgencyFounding;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The first day: an empty database gets its first agency and its two administrators, before the first request. Passwords go
 * to the standard error of the process or into a file, and never to the log, which is shipped. They are shown before the
 * commit: a process that dies in between leaves an empty database and passwords that open nothing, and the next start makes
 * all of it anew. A lock of the database lets one node do it while the others wait.
 */
@ApplicationScoped
class Bootstrap {
    private static final Logger LOG = Logger.getLogger(Bootstrap.class);
    private static final String LOCK = "bootstrap";
    private static final int REFUSED = 2;
    private static final int AFTER_THE_DEMO = Interceptor.Priority.APPLICATION + 900;

    private final AgencyDirectory agencies;
    private final AgencyFounding founding;
    private final FirstOfficers officers;
    private final NodeLock lock;
    private final Transactions transactions;
    private final Caller caller;
    private final Config config;

    Bootstrap(
            AgencyDirectory agencies,
            AgencyFounding founding,
            FirstOfficers officers,
            NodeLock lock,
            Transactions transactions,
            Caller caller,
            Config config) {
        this.agencies = agencies;
        this.founding = founding;
        this.officers = officers;
        this.lock = lock;
        this.transactions = transactions;
        this.caller = caller;
        this.config = config;
    }

    void atStart(@Observes @Priority(AFTER_THE_DEMO) StartupEvent event) {
        try {
            begin(new BootstrapSettings(config));
        } catch (StartRefusedException refused) {
            Karier.tell(String.valueOf(refused.getMessage()));
            if (LaunchMode.current() == LaunchMode.NORMAL) {
                Quarkus.asyncExit(REFUSED);
            }
        }
    }

    /** @throws StartRefusedException when it is half said what to do, or cannot be done */
    @ActivateRequestContext
    void begin(BootstrapSettings settings) {
        var name = settings.optional("password-file");
        try (var file = name == null ? null : new PasswordFile(name)) {
            begin(settings, file);
        }
    }

    private void begin(BootstrapSettings settings, @Nullable PasswordFile file) {
        caller.performs(LOCK);
        if (transactions.run(agencies::codes).isEmpty()) {
            beginEmpty(settings, file);
        } else if (settings.has("admin")) {
            LOG.info("karier.bootstrap.* made nothing: this database has agencies already; take its keys out");
        }
        for (var single : settings.singles()) {
            add(settings, single, file);
        }
    }

    private void beginEmpty(BootstrapSettings settings, @Nullable PasswordFile file) {
        var missing = settings.missing();
        if (missing.isEmpty()) {
            found(settings, file);
        } else if (settings.isEmpty()) {
            LOG.warn("nobody can sign in, because this database has no agency yet: set " + String.join(", ", missing)
                    + " and start again (src/docs/first-day.md)");
        } else {
            throw new StartRefusedException(
                    "Refusing to start: this database has no agency yet, and of what makes the first one is missing "
                            + String.join(", ", missing));
        }
    }

    private void found(BootstrapSettings settings, @Nullable PasswordFile file) {
        var facts = settings.facts();
        var ready = officers.prepare(settings.administrators());
        boolean made = showing(file, ready, shown -> {
            if (!agencies.codes().isEmpty()) {
                return false;
            }
            founding.found(facts, ready);
            shown.show();
            return true;
        });
        if (made) {
            Karier.tell("made the first agency " + facts.code() + " (" + facts.name() + ", " + facts.kind() + ", "
                    + facts.timeZone() + ") with the administrators " + ready.get(0) + " and " + ready.get(1)
                    + "; take karier.bootstrap.* out of the configuration");
            LOG.infof("made the first agency %s with its two administrators", facts.code());
        } else {
            LOG.info("another node has made the first agency");
        }
    }

    /** Somebody whom nobody in the agency can make: an administrator in the place of a lost one, or the nation's eyes. */
    private void add(BootstrapSettings settings, Officer officer, @Nullable PasswordFile file) {
        var agency = settings.agency();
        if (!transactions.run(agencies::codes).contains(agency)) {
            throw new StartRefusedException("Refusing to start: there is no agency " + agency
                    + " (karier.bootstrap.agency) for the account " + officer.username());
        }
        var ready = officers.prepare(List.of(officer));
        boolean done = showing(file, ready, shown -> {
            var waiting = officers.waiting(agency, officer);
            if (waiting.isPresent() && officer.issuer() == null) {
                officers.renew(agency, waiting.get(), ready.get(0));
            } else if (officers.isTaken(officer.username())) {
                return false;
            } else {
                officers.make(agency, ready);
            }
            shown.show();
            return true;
        });
        LOG.infof(
                done
                        ? "made the account %s with the role %s; take its key out of karier.bootstrap.*"
                        : "the account %s (%s) is there already, nothing was made; take its key out of karier.bootstrap.*",
                officer.username(),
                officer.role());
    }

    private interface Work {
        boolean run(Shown shown);
    }

    private interface Shown {
        void show();
    }

    /** Runs the work alone among the nodes; what it shows is shown once, however often the database asks for it again. */
    private boolean showing(@Nullable PasswordFile file, List<Ready> ready, Work work) {
        var once = new AtomicBoolean();
        try {
            return transactions.run(() -> {
                lock.hold(LOCK);
                return work.run(() -> {
                    if (once.compareAndSet(false, true)) {
                        show(file, ready);
                    }
                });
            });
        } catch (StartRefusedException refused) {
            throw refused;
        } catch (RuntimeException failed) {
            if (once.get()) {
                Karier.tell("the database did not take it: the passwords above are nobody's; start again");
            }
            throw failed;
        }
    }

    private void show(@Nullable PasswordFile file, List<Ready> ready) {
        var lines = ready.stream()
                .filter(one -> one.password() != null)
                .map(one -> "one-time password of " + one.officer().username() + ": " + one.password())
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        var goodFor = "good for " + officers.temporaryHours()
                + " hours or until it is changed, which the first sign-in asks for; each for its own person";
        if (file == null) {
            lines.forEach(Karier::tell);
            Karier.tell("shown this once, " + goodFor);
        } else {
            file.write(lines);
            Karier.tell("one-time passwords are in " + file + ", " + goodFor + "; delete the file");
        }
    }
}
