package id.karier.identity;

import id.karier.changes.Change;
import id.karier.changes.Change.Difference;
import id.karier.changes.ChangeLog;
import id.karier.identity.IdentityQueries.Machine;
import id.karier.identity.IdentityQueries.Person;
import id.karier.identity.IdentityQueries.RefreshToken;
import id.karier.identity.SignInGuard.Kind;
import id.karier.identity.SignInOutcome.Granted;
import id.karier.identity.SignInOutcome.Locked;
import id.karier.identity.SignInOutcome.Refusal;
import id.karier.identity.SignInOutcome.Refused;
import id.karier.kernel.Ids;
import id.karier.kernel.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives out tokens and takes them back. No connection is held while a password is hashed; what a failed sign-in leaves
 * behind is committed although the answer is a refusal.
 */
@ApplicationScoped
public class SignInService {
    private final IdentityQueries queries;
    private final RightsQueries rights;
    private final CurrentRights current;
    private final SignInGuard guard;
    private final Passwords passwords;
    private final TokenIssuer issuer;
    private final TokenConfig config;
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
            TokenIssuer issuer,
            TokenConfig config,
            Transactions transactions,
            ChangeLog log,
            Ids ids,
            Clock clock) {
        this.queries = queries;
        this.rights = rights;
        this.current = current;
        this.guard = guard;
        this.passwords = passwords;
        this.issuer = issuer;
        this.config = config;
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
        guard.admit(address);
        var found = transactions.run(() -> new Found<>(
                guard.lockedSeconds(Kind.ACCOUNT, name),
                SignInRules.isName(name) ? queries.personByUsername(name) : null));
        if (found.lockedSeconds() > 0) {
            guard.failedFrom(address);
            return new Locked(found.lockedSeconds());
        }
        var who = found.who();
        boolean right = isRight(Kind.ACCOUNT, name, password, who == null ? null : who.passwordHash());
        if (who == null || !right || who.isOut()) {
            guard.failedFrom(address);
            return failed(Kind.ACCOUNT, name, Known.of(who), address, Refusal.INVALID_GRANT);
        }
        return transactions.run(() -> {
            var now = queries.personById(who.id());
            if (now == null || now.isOut() || !now.passwordHash().equals(who.passwordHash())) {
                return new Refused(Refusal.INVALID_GRANT);
            }
            guard.clear(Kind.ACCOUNT, name);
            note(Known.of(now), "SUCCEEDED", address);
            return granted(now, ids.next());
        });
    }

    private record Found<T>(long lockedSeconds, @Nullable T who) {}

    /** Asks for the lock once more when its turn has come, so that many guesses at once are not many guesses. */
    private boolean isRight(Kind kind, String name, String password, @Nullable String hash) {
        return passwords.inTurn(() ->
                transactions.run(() -> guard.lockedSeconds(kind, name)) == 0 && passwords.matches(password, hash));
    }

    private SignInOutcome failed(Kind kind, String name, @Nullable Known who, String address, Refusal refusal) {
        return transactions.run(() -> {
            long locked = guard.failed(kind, name);
            note(who, locked > 0 ? "LOCKED" : "FAILED", address);
            return new Refused(refusal);
        });
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
            if (found.rotated()) {
                revoke(found, who, "REUSED");
                return new Refused(Refusal.INVALID_GRANT);
            }
            if (who.isOut() || !found.expiresAt().isAfter(clock.instant())) {
                return new Refused(Refusal.INVALID_GRANT);
            }
            queries.rotate(hash, clock.instant());
            return granted(who, found.familyId());
        });
    }

    private SignInOutcome byClientCredentials(TokenRequest request, String address) {
        if (request.clientId() == null || request.clientSecret() == null) {
            return new Refused(Refusal.INVALID_CLIENT);
        }
        var name = SignInRules.normalised(request.clientId());
        guard.admit(address);
        var found = transactions.run(() -> new Found<>(
                guard.lockedSeconds(Kind.CLIENT, name), SignInRules.isName(name) ? queries.machine(name) : null));
        if (found.lockedSeconds() > 0) {
            guard.failedFrom(address);
            return new Locked(found.lockedSeconds());
        }
        var client = found.who();
        boolean right = isRight(Kind.CLIENT, name, request.clientSecret(), client == null ? null : client.secretHash());
        if (client == null || !right || client.disabled()) {
            guard.failedFrom(address);
            return failed(Kind.CLIENT, name, Known.of(client), address, Refusal.INVALID_CLIENT);
        }
        var scopes = scopes(request.parameter("scope"), client);
        if (scopes == null) {
            return new Refused(Refusal.INVALID_SCOPE);
        }
        transactions.run(() -> {
            guard.clear(Kind.CLIENT, name);
            note(Known.of(client), "SUCCEEDED", address);
            return true;
        });
        var token = issuer.forMachine(client, scopes);
        return new Granted(new IdentityJson.Token(
                token, "Bearer", issuer.lifeSeconds(), null, String.join(" ", new TreeSet<>(scopes)), null));
    }

    /** The scopes that were asked for, all of them when none was, or null when one of them was never given. */
    private static @Nullable Set<String> scopes(@Nullable String asked, Machine client) {
        if (asked == null || asked.isBlank()) {
            return client.scopes();
        }
        var scopes = new HashSet<>(List.of(asked.strip().split(" +")));
        return client.scopes().containsAll(scopes) ? scopes : null;
    }

    private Granted granted(Person who, UUID family) {
        var now = clock.instant();
        var refresh = passwords.secret();
        queries.insertRefreshToken(ids.next(), sha256(refresh), family, who.id(), now, now.plus(config.refreshLife()));
        return new Granted(new IdentityJson.Token(
                issuer.forPerson(who, family),
                "Bearer",
                issuer.lifeSeconds(),
                refresh,
                null,
                who.mustChangePassword() ? true : null));
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
            boolean open = !found.revoked();
            revoke(found, who, "REVOKED");
            if (everywhere && open) {
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

    private void note(@Nullable Known who, String outcome, String address) {
        if (who != null) {
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
