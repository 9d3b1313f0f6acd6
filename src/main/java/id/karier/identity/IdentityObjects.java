package id.karier.identity;

import id.karier.identity.account.Account;
import id.karier.identity.account.MachineClient;
import id.karier.kernel.Published;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What accounts, machines and sign-ins are to the log; none of it leaves it. */
@Published
@ApplicationScoped
public class IdentityObjects implements ObjectKinds {
    public static final ObjectKind ACCOUNT = ObjectKind.of("account", Account.class)
            .guardedBy(Resource.ACCOUNT)
            .aboutNobody()
            .logs("username", "displayName", "employeeId", "mustChangePassword", "disabled")
            .logs("externalIssuer", "externalSubject", "roles")
            .hides("passwordHash")
            .at("/api/v1/accounts")
            .build();
    public static final ObjectKind CLIENT = ObjectKind.of("client", MachineClient.class)
            .guardedBy(Resource.CLIENT)
            .aboutNobody()
            .logs("clientId", "name", "disabled", "scopes")
            .hides("secretHash")
            .at("/api/v1/clients")
            .build();
    static final ObjectKind SIGN_IN = ObjectKind.of("sign-in")
            .guardedBy(Resource.AUDIT)
            .about("employeeId")
            .logs("outcome", "address")
            .ownerWrites()
            .build();
    static final ObjectKind SESSION = ObjectKind.of("session")
            .guardedBy(Resource.AUDIT)
            .about("employeeId")
            .ownerWrites()
            .build();

    @Override
    public List<ObjectKind> kinds() {
        return List.of(ACCOUNT, CLIENT, SIGN_IN, SESSION);
    }
}
