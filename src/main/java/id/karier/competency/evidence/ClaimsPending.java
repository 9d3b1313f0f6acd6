package id.karier.competency.evidence;

import id.karier.identity.account.Pending;
import id.karier.kernel.Caller;
import id.karier.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Tells an assessor on {@code /me} how many claims she may decide; she sees them at {@code /competency-claims}. */
@ApplicationScoped
class ClaimsPending implements Pending {
    private final ClaimQueries claims;
    private final Caller caller;

    ClaimsPending(ClaimQueries claims, Caller caller) {
        this.claims = claims;
        this.caller = caller;
    }

    @Override
    public Map<String, Long> tasks() {
        return caller.has(Role.ASESOR)
                ? Map.of("competencyClaimsToDecide", claims.toDecide(caller.accountId(), caller.employeeId()))
                : Map.of();
    }
}
