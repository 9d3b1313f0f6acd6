package id.karier.identity;

import id.karier.changes.Change;
import id.karier.changes.Change.Action;
import id.karier.changes.Change.Difference;
import id.karier.changes.ChangeLog;
import id.karier.identity.IdentityQueries.Person;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Published;
import id.karier.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The accounts with which an agency begins, and with which an operator helps one that has lost its administrators. They
 * are past the rule of the second officer, because nobody in the agency can be one yet, so nothing but the first day makes
 * them. A password is made here, good until its owner changes it or 72 hours are over, and kept as a hash
 * alone.
 */
@Published
@ApplicationScoped
public class FirstOfficers {
    private static final String BUNDLE = "identity";

    private final IdentityQueries queries;
    private final Passwords passwords;
    private final OutsideIssuers issuers;
    private final FourEyes eyes;
    private final CurrentRights rights;
    private final ChangeLog log;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    FirstOfficers(
            IdentityQueries queries,
            Passwords passwords,
            OutsideIssuers issuers,
            FourEyes eyes,
            CurrentRights rights,
            ChangeLog log,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.queries = queries;
        this.passwords = passwords;
        this.issuers = issuers;
        this.eyes = eyes;
        this.rights = rights;
        this.log = log;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Somebody who is to hold a role from the first day on.
     *
     * @param issuer our name for the issuer outside with which she signs in and no other way; null for a password
     * @param subject who she is there; null where the issuer names accounts by a claim
     */
    public record Officer(
            String username,
            String displayName,
            Role role,
            @Nullable String issuer,
            @Nullable String subject) {}

    /**
     * An officer whose account is about to be made.
     *
     * @param password to be shown once, or null when she signs in outside
     */
    public record Ready(UUID id, Officer officer, @Nullable String password, String hash) {
        /** A password is in no text that anybody logs. */
        @Override
        public String toString() {
            return officer.username();
        }
    }

    /** Makes the passwords and their hashes, which takes long: outside of any transaction. */
    public List<Ready> prepare(List<Officer> officers) {
        return officers.stream().map(this::prepare).toList();
    }

    private Ready prepare(Officer officer) {
        if (officer.issuer() != null) {
            return new Ready(ids.next(), officer, null, Passwords.NOBODYS);
        }
        var password = passwords.temporary();
        return new Ready(ids.next(), officer, password, passwords.hash(password));
    }

    /** What is wrong with how an officer of an agency is to sign in outside. */
    public List<FieldError> faults(String agency, Officer officer, String pointer) {
        var faults = new ArrayList<FieldError>();
        var serving = issuers.servingAgency(agency);
        if (officer.issuer() != null && !serving.contains(officer.issuer())) {
            var choices = serving.isEmpty() ? "-" : String.join(", ", serving);
            faults.add(FieldError.in(BUNDLE, pointer + "/externalIssuer", "EXTERNAL_ISSUER_UNKNOWN", choices));
        }
        if (officer.issuer() == null && officer.subject() != null) {
            faults.add(FieldError.in(BUNDLE, pointer + "/externalIssuer", "EXTERNAL_INCOMPLETE"));
        }
        if (officer.issuer() != null && officer.subject() == null && !issuers.signInByName(agency)) {
            faults.add(FieldError.in(BUNDLE, pointer + "/externalSubject", "OUTSIDE_ONLY_UNLINKED"));
        }
        return faults;
    }

    /** @throws ProblemException 409 when somebody in the nation has the officer's name */
    public void requireFree(Officer officer, String pointer) {
        if (isTaken(officer.username())) {
            throw taken(pointer);
        }
    }

    public static ProblemException taken(String pointer) {
        return new ProblemException(
                ErrorCode.ALREADY_EXISTS, FieldError.in(BUNDLE, pointer + "/username", "NAME_TAKEN"));
    }

    public boolean isTaken(String username) {
        return queries.isUsernameTaken(username);
    }

    /**
     * Makes the accounts, in the running transaction. Whoever is signed in has made them; the server itself has the same
     * hands as nobody, and its accounts are logged as loaded.
     */
    public void make(String agency, List<Ready> officers) {
        var action = caller.isSignedIn() ? Action.CREATED : Action.LOADED;
        var notes = new ArrayList<Change>();
        for (var officer : officers) {
            queries.insertOfficer(agency, officer, temporaryUntil(), clock.instant());
            notes.add(note(agency, officer.id(), action, officer.officer()));
            if (caller.isSignedIn()) {
                eyes.noteMaker(officer.id());
            }
        }
        log.note(notes);
    }

    private static Change note(String agency, UUID id, Action action, Officer officer) {
        var fields = Map.of(
                "username", new Difference(null, officer.username()),
                "roles", new Difference(null, List.of(officer.role())),
                "outsideOnly", new Difference(null, officer.issuer() != null));
        return new Change(agency, IdentityObjects.ACCOUNT, id, null, action, fields, null);
    }

    /** The account of this name whose one-time password has ended before she signed in: a new one helps, and nothing else. */
    public Optional<UUID> waiting(String agency, Officer officer) {
        return Optional.ofNullable(queries.personByUsername(officer.username()))
                .filter(who -> who.agency().equals(agency) && who.roles().equals(Set.of(officer.role())))
                .filter(who -> !who.isOut() && who.isPasswordOver(clock.instant()))
                .map(Person::id);
    }

    /** Gives an account that waits the password of an officer who is ready, in the running transaction. */
    public void renew(String agency, UUID account, Ready officer) {
        queries.giveTemporaryPassword(account, officer.hash(), temporaryUntil(), clock.instant());
        var fields = Map.of("temporaryUntil", new Difference(null, temporaryUntil()));
        log.note(List.of(new Change(agency, IdentityObjects.ACCOUNT, account, null, Action.LOADED, fields, null)));
        rights.forget(account);
    }

    /** How long a password is good that is shown once. */
    public long temporaryHours() {
        return passwords.settings().temporaryLife().toHours();
    }

    private Instant temporaryUntil() {
        return clock.instant().plus(passwords.settings().temporaryLife());
    }
}
