package id.karier.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.karier.identity.IdentityQueries.Machine;
import id.karier.identity.IdentityQueries.Person;
import id.karier.identity.OutsideIssuers.Outside;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Role;
import id.karier.kernel.data.Transactions;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Whose account, or which machine, a token from outside belongs to. The issuer's word is taken for who somebody is, never
 * for what she may do: record, roles and scopes are those of her account or of the machine here.
 *
 * <p>A subject belongs to an account within one agency: the issuer's agency, or the one that the token of an issuer of
 * every agency names in its {@code agency-claim}. So what another agency's administrator links changes nothing for her: a
 * foreign link to the same subject is neither found for her nor in the way of her own.
 */
@ApplicationScoped
public class ExternalCallers {
    /** How long a change of the account is not seen yet. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Cache<Named, Caller.Identity> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final OutsideIssuers issuers;
    private final IdentityQueries queries;
    private final Transactions transactions;

    ExternalCallers(OutsideIssuers issuers, IdentityQueries queries, Transactions transactions) {
        this.issuers = issuers;
        this.queries = queries;
        this.transactions = transactions;
    }

    /**
     * Whom a token names.
     *
     * @param username the account's name, where the issuer names accounts by a claim
     */
    private record Named(
            Outside issuer,
            String agency,
            String subject,
            @Nullable String username) {}

    /** @throws AuthenticationFailedException when nobody here has this token's name, or may not sign in */
    Caller.Identity identity(JsonWebToken token) {
        var named = named(token);
        var identity = known.get(named, this::find);
        if (identity == null) {
            throw nobody(named.issuer());
        }
        return identity;
    }

    private Named named(JsonWebToken token) {
        var issuer = issuers.at(token.getIssuer());
        if (issuer == null) {
            throw new AuthenticationFailedException("unknown issuer");
        }
        var config = issuer.config();
        var agency = issuer.servesEveryAgency()
                ? config.agencyClaim().map(claim -> word(token, claim)).orElse(null)
                : config.agency();
        var subject = token.getSubject();
        if (agency == null || subject == null) {
            throw nobody(issuer);
        }
        var username = config.usernameClaim().map(claim -> word(token, claim)).orElse(null);
        return new Named(issuer, agency, subject, username);
    }

    /** A claim that is text; whatever else an issuer may have put there is nobody's name. */
    private static @Nullable String word(JsonWebToken token, String claim) {
        try {
            return token.getClaim(claim) instanceof String word ? word : null;
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    private Caller.@Nullable Identity find(Named named) {
        var found = transactions.run(() -> {
            var person = person(named);
            var machine = person == null
                    ? queries.machineBySubject(named.issuer().name(), named.subject(), named.agency())
                    : null;
            return new Found(person, machine);
        });
        var person = found.person();
        if (person != null && !person.isOut() && signsIn(named, person)) {
            return new Caller.Identity(person.id(), person.agency(), person.employeeId(), person.roles(), Set.of());
        }
        var machine = found.machine();
        if (machine != null && !machine.disabled()) {
            return new Caller.Identity(machine.id(), machine.agency(), null, Set.of(), machine.scopes());
        }
        return null;
    }

    private record Found(@Nullable Person person, @Nullable Machine machine) {}

    private @Nullable Person person(Named named) {
        if (named.issuer().config().usernameClaim().isEmpty()) {
            return queries.personBySubject(named.issuer().name(), named.subject(), named.agency());
        }
        var name = named.username() == null ? "" : SignInRules.normalised(named.username());
        return SignInRules.isName(name) ? queries.personByUsername(name) : null;
    }

    /** One agency's own sign-on says nothing about another agency's people, nor about who oversees the nation. */
    private static boolean signsIn(Named named, Person person) {
        return named.agency().equals(person.agency())
                && (named.issuer().servesEveryAgency() || !person.roles().contains(Role.NASIONAL));
    }

    private static AuthenticationFailedException nobody(Outside issuer) {
        var problem = ProblemException.saying(
                ErrorCode.INVALID_TOKEN,
                "identity.refusal.OUTSIDE_NOT_LINKED",
                issuer.config().issuer());
        return new AuthenticationFailedException("nobody here", problem);
    }
}
