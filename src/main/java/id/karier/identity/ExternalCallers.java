package id.karier.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.karier.identity.IdentityQueries.Person;
import id.karier.identity.TokenConfig.ExternalIssuer;
import id.karier.kernel.Caller;
import id.karier.kernel.data.Transactions;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Whose account a token from outside belongs to. The issuer's word is taken for who somebody is, never for what she may
 * do: agency, record and roles are those of her account here.
 */
@ApplicationScoped
public class ExternalCallers {
    /** The agency of an issuer that signs in people of every agency: the national one. */
    static final String EVERY_AGENCY = "*";

    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final Cache<String, Caller.Identity> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final Map<String, Named> issuers;
    private final IdentityQueries queries;
    private final Transactions transactions;

    ExternalCallers(TokenConfig config, IdentityQueries queries, Transactions transactions) {
        this.issuers = config.issuers().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getValue().issuer(), e -> new Named(e.getKey(), e.getValue())));
        this.queries = queries;
        this.transactions = transactions;
    }

    private record Named(String name, ExternalIssuer issuer) {}

    /** @throws AuthenticationFailedException when nobody here has this token's name, or may not sign in */
    Caller.Identity identity(JsonWebToken token) {
        var named = issuers.get(token.getIssuer());
        var claim = named == null ? null : named.issuer().usernameClaim().orElse(null);
        var word = claim == null ? token.getSubject() : token.getClaim(claim);
        if (named == null || !(word instanceof String who)) {
            throw new AuthenticationFailedException("token names nobody");
        }
        var identity = known.get(named.name() + '\n' + who, unused -> find(named, claim != null, who));
        if (identity == null) {
            throw new AuthenticationFailedException("no such account");
        }
        return identity;
    }

    private Caller.@Nullable Identity find(Named issuer, boolean byUsername, String word) {
        var name = SignInRules.normalised(word);
        if (byUsername && !SignInRules.isName(name)) {
            return null;
        }
        var who = transactions.run(() ->
                new Found(byUsername ? queries.personByUsername(name) : queries.personBySubject(issuer.name(), word)));
        var person = who.person();
        if (person == null || person.isOut() || !signsIn(issuer.issuer(), person)) {
            return null;
        }
        return new Caller.Identity(person.id(), person.agency(), person.employeeId(), person.roles(), Set.of());
    }

    private record Found(@Nullable Person person) {}

    private static boolean signsIn(ExternalIssuer issuer, Person person) {
        return issuer.agency().equals(EVERY_AGENCY) || issuer.agency().equals(person.agency());
    }
}
