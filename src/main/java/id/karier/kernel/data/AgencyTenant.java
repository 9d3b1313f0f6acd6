package id.karier.kernel.data;

import id.karier.kernel.Caller;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;

/** The tenant of a Hibernate session is the caller's agency; nobody signed in sees nobody's rows. */
@PersistenceUnitExtension
@ApplicationScoped
public class AgencyTenant implements TenantResolver {
    private final Caller caller;

    AgencyTenant(Caller caller) {
        this.caller = caller;
    }

    @Override
    public String getDefaultTenantId() {
        return Caller.NO_AGENCY;
    }

    @Override
    public String resolveTenantId() {
        return Arc.container().requestContext().isActive() ? caller.tenant() : Caller.NO_AGENCY;
    }

    @Override
    public boolean isRoot(String tenantId) {
        return Caller.EVERY_AGENCY.equals(tenantId);
    }
}
