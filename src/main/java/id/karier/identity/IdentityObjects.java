package id.karier.identity;

import id.karier.identity.account.Account;
import id.karier.identity.account.Grant;
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
            .logs("username", "displayName", "employeeId", "mustChangePassword", "temporaryUntil", "disabled")
            .logs("externalIssuer", "externalSubject", "outsideOnly", "roles", "tokensValidFrom")
            .hides("passwordHash")
            .at("/api/v1/accounts")
            .build();
    public static final ObjectKind CLIENT = ObjectKind.of("client", MachineClient.class)
            .guardedBy(Resource.CLIENT)
            .aboutNobody()
            .logs("clientId", "name", "disabled", "scopes", "tokensValidFrom")
            .logs("externalIssuer", "externalSubject")
            .hides("secretHash")
            .at("/api/v1/clients")
            .build();
    public static final ObjectKind GRANT = ObjectKind.of("grant", Grant.class)
            .guardedBy(Resource.GRANT)
            .aboutNobody()
            .logs("what", "subjectId", "subjectName", "rights", "employeeId", "externalIssuer", "externalSubject")
            .logs("status", "proposedBy", "proposedAt", "decidedBy", "decidedAt")
            .at("/api/v1/grants")
            .build();
    public static final ObjectKind BINDING = ObjectKind.of("binding", Grant.class)
            .guardedBy(Resource.BINDING)
            .aboutNobody()
            .logs("what", "subjectId", "subjectName", "rights", "employeeId", "externalIssuer", "externalSubject")
            .logs("status", "proposedBy", "proposedAt", "decidedBy", "decidedAt")
            .at("/api/v1/bindings")
            .build();
    static final ObjectKind SIGN_IN = ObjectKind.of("sign-in")
            .guardedBy(Resource.AUDIT)
            .about("employeeId")
            .logs("outcome", "address")
            .ownerWrites()
            .build();
    public static final ObjectKind SECOND_FACTOR = ObjectKind.of("second-factor")
            .guardedBy(Resource.AUDIT)
            .aboutNobody()
            .build();
    static final ObjectKind SESSION = ObjectKind.of("session")
            .guardedBy(Resource.AUDIT)
            .about("employeeId")
            .ownerWrites()
            .build();

    @Override
    public List<ObjectKind> kinds() {
        return List.of(ACCOUNT, CLIENT, GRANT, BINDING, SIGN_IN, SECOND_FACTOR, SESSION);
    }
}
