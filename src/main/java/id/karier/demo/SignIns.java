package id.karier.demo;

import id.karier.demo.population.Government;
import id.karier.demo.population.Person;
import id.karier.identity.Accounts.NewAccount;
import id.karier.identity.Accounts.NewClient;
import id.karier.kernel.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who may sign in to the demo: {@code sdm.lampung} and the like, all with the same password. */
final class SignIns {
    static final String PASSWORD = "karier-demo";

    /** The agency of those who watch over all agencies. */
    static final String NATIONAL = "nasional";

    /** In the order in which they are told. */
    static final List<String> ROLES =
            List.of("asn", "atasan", "sdm", "pelatihan", "asesor", "pimpinan", "admin", "auditor");

    private static final Set<String> SCOPES = Set.of(
            "agencies:read",
            "units:read",
            "positions:read",
            "reference:read",
            "employees:read",
            "histories:read",
            "changes:read",
            "imports:read",
            "imports:write",
            // an import needs the right to write all that a file may hold
            "employees:write",
            "personal-data:write",
            "histories:write",
            "disciplines:write",
            "units:write",
            "positions:write",
            "rule-sets:read",
            "calculations:read");

    private final List<NewAccount> accounts = new ArrayList<>();
    private final List<NewClient> clients = new ArrayList<>();

    SignIns() {
        accounts.add(new NewAccount(NATIONAL, NATIONAL, null, Set.of(Role.NASIONAL), "Pengawas Nasional"));
    }

    /** An agency's machine client. */
    void add(Government government) {
        clients.add(new NewClient("integrasi-" + government.code(), government.code(), SCOPES));
    }

    /** The account of a person who is one of the sign-ins; nothing for everybody else. */
    void add(Person person) {
        if (person.signIn() != null) {
            accounts.add(new NewAccount(
                    person.signIn() + '.' + person.agency(),
                    person.agency(),
                    person.id(),
                    roles(person.signIn()),
                    person.name().name()));
        }
    }

    /** Everybody is a civil servant; who leads a unit is not told by an account but by the registers. */
    private static Set<Role> roles(String signIn) {
        var roles = EnumSet.of(Role.ASN);
        if (!signIn.equals("atasan")) {
            roles.add(Role.valueOf(signIn.toUpperCase(Locale.ROOT)));
        }
        return roles;
    }

    List<NewAccount> accounts() {
        return List.copyOf(accounts);
    }

    List<NewClient> clients() {
        return List.copyOf(clients);
    }
}
