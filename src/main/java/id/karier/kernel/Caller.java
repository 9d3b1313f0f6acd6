package id.karier.kernel;

import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import id.karier.kernel.access.Restriction;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, for the length of one request or one job: filled by the edge from the token, or by a job with
 * {@link #actAs}. Everything that is narrowed to an agency or a reach is narrowed by this bean.
 */
@RequestScoped
public class Caller {
    /** The tenant value that stands for every agency: reads of the national roles. */
    public static final String EVERY_AGENCY = "*";

    /** The tenant value of a request that has not signed in: matches no row. */
    public static final String NO_AGENCY = "-";

    private @Nullable Identity identity;
    private Reach reach = Reach.NONE;
    private @Nullable Resource resource;
    private Locale locale = Messages.INDONESIAN;
    private String requestId = "-";
    private String operation = "-";

    /**
     * A signed-in person or machine.
     *
     * @param accountId the account or client, {@code sub} of the token
     * @param agency code of the agency
     * @param employeeId the person's own record, absent for machines and for officers who are no civil servants
     * @param roles roles of a person; empty for a machine
     * @param scopes scopes of a machine; empty for a person
     * @param restriction what keeps her from using what her roles give
     * @param earlierPersons whose account it was before, and whose hands alone it is from: what nobody does for herself she does not do for them
     */
    public record Identity(
            UUID accountId,
            String agency,
            @Nullable UUID employeeId,
            Set<Role> roles,
            Set<String> scopes,
            Restriction restriction,
            Set<UUID> earlierPersons) {
        public Identity {
            earlierPersons = Set.copyOf(earlierPersons);
            roles = Set.copyOf(roles);
            scopes = Set.copyOf(scopes);
        }

        /** Somebody whom nothing restricts. */
        public Identity(UUID accountId, String agency, @Nullable UUID employeeId, Set<Role> roles, Set<String> scopes) {
            this(accountId, agency, employeeId, roles, scopes, Restriction.NONE, Set.of());
        }

        /** A program of another system, which has scopes where people have roles. */
        public boolean isMachine() {
            return !scopes.isEmpty();
        }

        /** The same person with a restriction; whoever may read her own file only holds no role but the common one. */
        public Identity with(Restriction restriction) {
            var kept = restriction == Restriction.OWN_FILE ? Set.of(Role.ASN) : roles;
            return new Identity(accountId, agency, employeeId, kept, scopes, restriction, earlierPersons);
        }

        /** The same with the persons whose account it was before. */
        public Identity after(Set<UUID> persons) {
            return new Identity(accountId, agency, employeeId, roles, scopes, restriction, persons);
        }

        /** Whether somebody of the register is who this is, or was when the account was bound to her. */
        public boolean isPerson(@Nullable UUID person) {
            return person != null && (person.equals(employeeId) || earlierPersons.contains(person));
        }
    }

    /** Binds this request to somebody with a reach. */
    public void actAs(Identity identity, Reach reach) {
        this.identity = identity;
        this.reach = reach;
    }

    /** Binds this request to somebody, with the reach that the access table gives her to what she asks for. */
    public void actAs(Identity identity, Resource resource, Reach reach) {
        actAs(identity, reach);
        this.resource = resource;
    }

    /** Whether what is being performed was asked of this row of the access table. */
    public boolean performsOn(Resource asked) {
        return asked == resource;
    }

    /** Whether the caller may read what is being performed on, as well as write it. */
    public boolean mayReadBack() {
        return resource == null
                || AccessTable.reach(identity(), resource, Action.READ) != Reach.NONE
                || AccessTable.reach(identity(), resource, Action.DECIDE) != Reach.NONE;
    }

    /** Whether this is work that nobody ordered: what a day brings with it. */
    public boolean isSystem() {
        return identity().roles().isEmpty() && identity().scopes().isEmpty();
    }

    /**
     * Binds work that the server does by itself, on a schedule, to an agency with the agency's reach. A job that
     * somebody ordered acts as they may: with {@link #actAs}.
     */
    public void actForJob(String agency, UUID accountId, String operation) {
        actAs(new Identity(accountId, agency, null, Set.of(), Set.of()), Reach.AGENCY);
        this.operation = operation;
    }

    /** Notes what the request is, for logs and the change log. */
    public void describe(String requestId, Locale locale) {
        this.requestId = requestId;
        this.locale = locale;
    }

    public void performs(String operation) {
        this.operation = operation;
    }

    public boolean isSignedIn() {
        return identity != null;
    }

    /** @throws ProblemException 401 when nobody is signed in */
    public Identity identity() {
        if (identity == null) {
            throw new ProblemException(ErrorCode.UNAUTHENTICATED);
        }
        return identity;
    }

    /** The tenant whose rows this request sees. */
    public String tenant() {
        if (identity == null) {
            return NO_AGENCY;
        }
        return reach == Reach.NATION ? EVERY_AGENCY : identity.agency();
    }

    public String agency() {
        return identity().agency();
    }

    public UUID accountId() {
        return identity().accountId();
    }

    public @Nullable UUID employeeId() {
        return identity().employeeId();
    }

    /** Whether somebody of the register is the caller, or whose account this was before. */
    public boolean isPerson(@Nullable UUID person) {
        return identity().isPerson(person);
    }

    public boolean has(Role role) {
        return identity().roles().contains(role);
    }

    public Reach reach() {
        return reach;
    }

    public Locale locale() {
        return locale;
    }

    public String requestId() {
        return requestId;
    }

    /** The operation of the contract that is being performed, for example {@code patchEmployee}. */
    public String operation() {
        return operation;
    }
}
