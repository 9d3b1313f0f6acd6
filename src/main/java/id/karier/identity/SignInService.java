package id.karier.identity;

import id.karier.changes.Change;
import id.karier.changes.Change.Difference;
import id.karier.changes.ChangeLog;
import id.karier.identity.IdentityQueries.Machine;
import id.karier.identity.IdentityQueries.Person;
import id.karier.identity.IdentityQueries.RefreshToken;
import id.karier.identity.SignInOutcome.Granted;
import id.karier.identity.SignInOutcome.Locked;
import id.karier.identity.SignInOutcome.Refusal;
import id.karier.identity.SignInOutcome.Refused;
import id.karier.kernel.Ids;
import id.karier.kernel.access.Restriction;
import id.karier.kernel.data.Secrets;
import id.karier.kernel.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives out tokens and takes them back. No connection is held while a password is hashed; what a failed sign-in leaves
 * behind is committed although the answer is a refusal.
 */
@ApplicationScoped
public class SignInService {
    private static final Logger SECURITY = Logger.getLogger("karier.security");

    private final IdentityQueries queries;
    private final RightsQueries rights;
    private final CurrentRights current;
    private final SignInGuard guard;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final TokenIssuer issuer;
    private final TokenConfig config;
    private final Secrets secrets;
    private final Transactions transactions;
    private final ChangeLog log;
    private final Ids ids;
    private final Clock clock;

    SignInService(
            IdentityQueries queries,
            RightsQueries rights,
            CurrentRights current,
            SignInGuard guard,
            Passwords passwords,
            SecondFactors factors,
            TokenIssuer issuer,
            TokenConfig config,
            Secrets secrets,
            Transactions transactions,
            ChangeLog log,
            Ids ids,
            Clock clock) {
        this.queries = queries;
        this.rights = rights;
        this.current = current;
        this.guard = guard;
        this.passwords = passwords;
        this.factors = factors;
        this.issuer = issuer;
        this.config = config;
        this.secrets = secrets;
        this.transactions = transactions;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who tries to sign in, as far as the log tells it. */
    private record Known(UUID id, String agency, @Nullable UUID employee) {
        static @Nullable Known of(@Nullable Person person) {
            return person == null ? null : new Known(person.id(), person.agency(), person.employeeId());
        }

        static @Nullable Known of(@Nullable Machine machine) {
            return machine == null ? null : new Known(machine.id(), machine.agency(), null);
        }
    }

    /** @param address where the request comes from */
    SignInOutcome token(TokenRequest request, String address) {
        if (request.fault() != null) {
            return new Refused(request.fault());
        }
        var grant = request.parameter("grant_type");
        if (grant == null) {
            return new Refused(Refusal.INVALID_REQUEST);
        }
        return switch (grant) {
            case "password" -> withoutClient(request, address, this::byPassword);
            case "refresh_token" -> withoutClient(request, address, this::byRefreshToken);
            case "client_credentials" -> byClientCredentials(request, address);
            default -> new Refused(Refusal.UNSUPPORTED_GRANT_TYPE);
        };
    }

    private interface Grant {
        SignInOutcome decide(TokenRequest request, String address);
    }

    /** The apps of people hold no secret; a machine that shows its own may not sign people in. */
    private static SignInOutcome withoutClient(TokenRequest request, String address, Grant grant) {
        return request.clientSecret() == null
                ? grant.decide(request, address)
                : new Refused(Refusal.UNAUTHORIZED_CLIENT);
    }

    private SignInOutcome byPassword(TokenRequest request, String address) {
        var username = request.parameter("username");
        var password = request.parameter("password");
        if (username == null || password == null) {
            return new Refused(Refusal.INVALID_REQUEST);
        }
        var name = SignInRules.normalised(username);
        var shown = request.parameter("refresh_token");
        var device = shown == null ? null : sha256(shown);
        guard.admit(address);
        var found = transactions.run(() -> {
            var who = SignInRules.isName(name) ? queries.personByUsername(name) : null;
            return new Found<>(locked(name, address, who, device), who);
        });
        if (found.lockedSeconds() > 0) {
            return new Locked(found.lockedSeconds());
        }
        var who = found.who();
        // asks for the lock once more when its turn has come, so that many guesses at once are not many guesses
        boolean right = passwords.inTurn(
                SignInGuard.network(address),
                () -> transactions.run(() -> locked(name, address, who, device)) == 0
                        && passwords.matches(password, who == null ? null : who.passwordHash()));
        if (who == null || !right || who.isOut()) {
            guard.failedFrom(address);
            return transactions.run(() -> {
                long locked = guard.failed(name, address);
                note(Known.of(who), name, locked > 0 ? "LOCKED" : "FAILED", address);
                return new Refused(Refusal.INVALID_GRANT);
            });
        }
        return transactions.run(() -> {
            var now = queries.personById(who.id());
            if (now == null
                    || now.isOut()
                    || now.isPasswordOver(clock.instant())
                    || !now.passwordHash().equals(who.passwordHash())) {
                return new Refused(Refusal.INVALID_GRANT);
            }
            var refusal = now.secondFactor() ? withoutCode(now, request.parameter("otp"), address) : null;
            if (refusal != null) {
                return refusal;
            }
            guard.signedIn(name, address, now.id());
            note(Known.of(now), name, "SUCCEEDED", address);
            var family = ids.next();
            var refresh = passwords.secret();
            keep(refresh, now, family, clock.instant());
            return granted(now, family, refresh);
        });
    }

    /** What keeps somebody from signing in whose password is right; null when her code is right, too. */
    private @Nullable SignInOutcome withoutCode(Person who, @Nullable String code, String address) {
        if (code == null) {
            return new Refused(Refusal.MFA_REQUIRED);
        }
        long locked = guard.lockedSeconds(who.username());
        if (locked > 0) {
            return new Locked(locked);
        }
        if (factors.use(who.id(), code)) {
            return null;
        }
        guard.failedFrom(address);
        guard.failed(who.username());
        note(Known.of(who), who.username(), "FAILED", address);
        return new Refused(Refusal.CODE_WRONG);
    }

    private record Found<T>(long lockedSeconds, @Nullable T who) {}

    private long locked(String name, String address, @Nullable Person who, byte @Nullable [] device) {
        return guard.lockedSeconds(name, address, who == null ? null : who.id(), device);
    }

    private SignInOutcome byRefreshToken(TokenRequest request, String address) {
        var token = request.parameter("refresh_token");
        if (token == null) {
            return new Refused(Refusal.INVALID_REQUEST);
        }
        var hash = sha256(token);
        return transactions.run(() -> {
            var found = queries.refreshToken(hash);
            var who = found == null ? null : queries.personById(found.accountId());
            if (found == null || who == null || found.revoked()) {
                return new Refused(Refusal.INVALID_GRANT);
            }
            var successor = successor(token);
            if (found.rotatedAt() != null && !isRepeat(found.rotatedAt(), successor)) {
                revoke(found, who, "REUSED");
                return new Refused(Refusal.INVALID_GRANT);
            }
            if (who.isOut() || !found.expiresAt().isAfter(clock.instant())) {
                return new Refused(Refusal.INVALID_GRANT);
            }
            if (found.rotatedAt() == null) {
                queries.rotate(hash, clock.instant());
                keep(successor, who, found.familyId(), found.signedInAt());
            }
            return granted(who, found.familyId(), successor);
        });
    }

    /**
     * What a refresh token is exchanged for. It follows from the token and our secret, so that a client whose answer was
     * lost gets the same again, and nobody keeps it in clear meanwhile.
     */
    private String successor(String token) {
        var bytes = secrets.hmac("refresh-successor", token.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Whether an exchanged token may be one that is sent again because its answer was lost: soon after, and while nobody
     * has used what it was exchanged for. Anything else is two who hold the same token.
     */
    private boolean isRepeat(Instant rotatedAt, String successor) {
        var next = queries.refreshToken(sha256(successor));
        return next != null
                && next.rotatedAt() == null
                && !next.revoked()
                && clock.instant().isBefore(rotatedAt.plus(config.refreshRepeats()));
    }

    private SignInOutcome byClientCredentials(TokenRequest request, String address) {
        if (request.clientId() == null || request.clientSecret() == null) {
            return new Refused(Refusal.INVALID_CLIENT);
        }
        var name = SignInRules.normalised(request.clientId());
        guard.admit(address);
        var client = transactions
                .run(() -> Optional.ofNullable(SignInRules.isName(name) ? queries.machine(name) : null))
                .orElse(null);
        var secret = request.clientSecret();
        boolean right = passwords.inTurn(
                SignInGuard.network(address),
                () -> passwords.matches(secret, client == null ? null : client.secretHash()));
        if (client == null || !right || client.disabled()) {
            guard.failedFrom(address);
            return transactions.run(() -> {
                note(Known.of(client), name, "FAILED", address);
                return new Refused(Refusal.INVALID_CLIENT);
            });
        }
        return transactions.run(() -> {
            rights.holdClient(client.id());
            var now = queries.machine(name);
            if (now == null || now.disabled() || !now.secretHash().equals(client.secretHash())) {
                return new Refused(Refusal.INVALID_CLIENT);
            }
            var scopes = scopes(request.parameter("scope"), now);
            if (scopes == null) {
                return new Refused(Refusal.INVALID_SCOPE);
            }
            note(Known.of(now), name, "SUCCEEDED", address);
            var token = issuer.forMachine(now, scopes);
            return new Granted(new IdentityJson.Token(
                    token, "Bearer", issuer.lifeSeconds(), null, String.join(" ", new TreeSet<>(scopes)), null, null));
        });
    }

    /** The scopes that were asked for, all of them when none was, or null when one of them was never given. */
    private static @Nullable Set<String> scopes(@Nullable String asked, Machine client) {
        if (asked == null || asked.isBlank()) {
            return client.scopes();
        }
        var scopes = new HashSet<>(List.of(asked.strip().split(" +")));
        return client.scopes().containsAll(scopes) ? scopes : null;
    }

    /** Stores the hash of a new refresh token, which ends when it is not used, and with its sign-in at last. */
    private void keep(String refresh, Person who, UUID family, Instant signedInAt) {
        var now = clock.instant();
        var unused = now.plus(config.refreshLife());
        var last = signedInAt.plus(config.sessionLife());
        var expires = unused.isBefore(last) ? unused : last;
        var token = new RefreshToken(family, who.id(), signedInAt, expires, null, null);
        queries.insertRefreshToken(ids.next(), sha256(refresh), token, now);
    }

    private Granted granted(Person who, UUID family, String refresh) {
        boolean enrols = !who.secondFactor()
                && who.restriction() == Restriction.NONE
                && factors.isNeeded(who.agency(), who.roles());
        return new Granted(new IdentityJson.Token(
                issuer.forPerson(who, family, who.mustChangePassword() || enrols),
                "Bearer",
                issuer.lifeSeconds(),
                refresh,
                null,
                who.mustChangePassword() ? true : null,
                enrols ? true : null));
    }

    /**
     * Ends the family of a refresh token, if it is one of ours (RFC 7009 tells nobody whether it was).
     *
     * @param everywhere also every other session of its account, and all access tokens that are out
     */
    void revoke(String token, boolean everywhere) {
        var ended = transactions.run(() -> {
            var found = queries.refreshToken(sha256(token));
            var who = found == null ? null : queries.personById(found.accountId());
            if (found == null || who == null) {
                return Optional.<UUID>empty();
            }
            revoke(found, who, "REVOKED");
            var endedAt = found.revokedAt();
            if (everywhere && endedAt != null) {
                // of a session that has ended: the others of its time end, those that began afterwards are not its own
                queries.revokeSessionsUntil(who.id(), endedAt, clock.instant());
            } else if (everywhere) {
                queries.revokeSessions(who.id(), null, clock.instant());
                rights.endTokens(who.id(), CurrentRights.validFrom(who.tokensValidFrom(), clock.instant()));
            }
            return Optional.of(who.id());
        });
        ended.ifPresent(current::forget);
    }

    private void revoke(RefreshToken token, Person who, String reason) {
        if (queries.revokeFamily(token.familyId(), clock.instant()) > 0) {
            log.note(List.of(new Change(
                    who.agency(),
                    IdentityObjects.SESSION,
                    token.familyId(),
                    who.employeeId(),
                    Change.Action.DELETED,
                    Map.of(),
                    reason)));
        }
    }

    /** Of a name that nobody has there is no agency whose log could keep it: the security log does. */
    private void note(@Nullable Known who, String name, String outcome, String address) {
        if (who == null) {
            SECURITY.warnf("sign-in %s name=%s network=%s", outcome, guard.shortHash(name), address);
        } else {
            log.note(List.of(new Change(
                    who.agency(),
                    IdentityObjects.SIGN_IN,
                    who.id(),
                    who.employee(),
                    Change.Action.CREATED,
                    Map.of("outcome", new Difference(null, outcome), "address", new Difference(null, address)),
                    null)));
        }
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
