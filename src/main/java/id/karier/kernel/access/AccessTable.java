package id.karier.kernel.access;

import static id.karier.kernel.Role.ADMIN;
import static id.karier.kernel.Role.ASESOR;
import static id.karier.kernel.Role.ASN;
import static id.karier.kernel.Role.ATASAN;
import static id.karier.kernel.Role.AUDITOR;
import static id.karier.kernel.Role.NASIONAL;
import static id.karier.kernel.Role.PELATIHAN;
import static id.karier.kernel.Role.PIMPINAN;
import static id.karier.kernel.Role.SDM;
import static id.karier.kernel.access.Action.DECIDE;
import static id.karier.kernel.access.Action.READ;
import static id.karier.kernel.access.Action.WRITE;

import id.karier.kernel.Caller;
import id.karier.kernel.Role;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The whole of who may do what. A cell that is not written here is {@link Reach#NONE}. {@code src/docs/access.md} is
 * printed from it, and the access matrix test calls every endpoint with every role against it.
 */
public final class AccessTable {
    private static final Map<Resource, Map<Action, Map<Role, Reach>>> TABLE = new EnumMap<>(Resource.class);

    static {
        everybody(Resource.ME, READ, Reach.SELF);
        everybody(Resource.ME, WRITE, Reach.SELF);
        everybody(Resource.REFERENCE, READ, Reach.AGENCY);
        everybody(Resource.CALCULATION, READ, Reach.AGENCY);
        everybody(Resource.RULE_SET, READ, Reach.AGENCY);
        agency(Resource.RULE_SET, WRITE, ADMIN);
        agency(Resource.RULE_SET, DECIDE, PIMPINAN);
        agency(Resource.SIMULATION, READ, ADMIN, PIMPINAN);
        agency(Resource.SIMULATION, WRITE, ADMIN, PIMPINAN);

        agency(Resource.ACCOUNT, READ, ADMIN, AUDITOR);
        agency(Resource.ACCOUNT, WRITE, ADMIN);
        agency(Resource.CLIENT, READ, ADMIN, AUDITOR);
        agency(Resource.CLIENT, WRITE, ADMIN);
        agency(Resource.GRANT, READ, ADMIN, PIMPINAN, AUDITOR);
        agency(Resource.GRANT, DECIDE, ADMIN, PIMPINAN);
        agency(Resource.BINDING, READ, ADMIN, SDM, AUDITOR);
        agency(Resource.BINDING, DECIDE, SDM);

        everybody(Resource.AGENCY, READ, Reach.AGENCY);
        row(Resource.AGENCY, READ).put(NASIONAL, Reach.NATION);
        agency(Resource.AGENCY, WRITE, ADMIN);
        // to make one; what is in it stays its own administrators'
        row(Resource.AGENCY, DECIDE).put(NASIONAL, Reach.NATION);
        everybody(Resource.UNIT, READ, Reach.AGENCY);
        row(Resource.UNIT, READ).put(NASIONAL, Reach.NATION);
        agency(Resource.UNIT, WRITE, SDM);
        everybody(Resource.POSITION, READ, Reach.AGENCY);
        row(Resource.POSITION, READ).put(NASIONAL, Reach.NATION);
        agency(Resource.POSITION, WRITE, SDM);

        people(Resource.EMPLOYEE);
        agency(Resource.EMPLOYEE, READ, SDM, PELATIHAN, ASESOR, PIMPINAN, ADMIN, AUDITOR);
        agency(Resource.EMPLOYEE, WRITE, SDM);
        row(Resource.PERSONAL_DATA, DECIDE).put(ASN, Reach.SELF);
        agency(Resource.PERSONAL_DATA, DECIDE, SDM);
        row(Resource.PERSONAL_DATA, READ).put(ASN, Reach.SELF);
        agency(Resource.PERSONAL_DATA, READ, AUDITOR);
        agency(Resource.PERSONAL_DATA, WRITE, SDM);
        people(Resource.CAREER_HISTORY);
        agency(Resource.CAREER_HISTORY, READ, SDM, PELATIHAN, ASESOR, PIMPINAN, AUDITOR);
        agency(Resource.CAREER_HISTORY, WRITE, SDM);
        people(Resource.DISCIPLINE);
        agency(Resource.DISCIPLINE, READ, SDM, PIMPINAN, AUDITOR);
        agency(Resource.DISCIPLINE, WRITE, SDM);

        everybody(Resource.COMPETENCY, READ, Reach.AGENCY);
        agency(Resource.COMPETENCY, WRITE, SDM, ASESOR);
        own(Resource.COMPETENCY_RESULT);
        agency(Resource.COMPETENCY_RESULT, READ, SDM, ASESOR, PIMPINAN, AUDITOR);
        agency(Resource.COMPETENCY_RESULT, WRITE, SDM, ASESOR);
        own(Resource.COMPETENCY_CLAIM);
        agency(Resource.COMPETENCY_CLAIM, READ, SDM, ASESOR, PIMPINAN, AUDITOR);
        row(Resource.COMPETENCY_CLAIM, WRITE).put(ASN, Reach.SELF);
        agency(Resource.COMPETENCY_CLAIM, WRITE, SDM);
        agency(Resource.COMPETENCY_CLAIM, DECIDE, ASESOR);
        agency(Resource.COMPETENCY_SUMMARY, READ, SDM, PELATIHAN, ASESOR, PIMPINAN);

        everybody(Resource.ASSESSMENT, READ, Reach.AGENCY);
        agency(Resource.ASSESSMENT, WRITE, SDM, ASESOR);
        agency(Resource.ASSESSMENT, DECIDE, ASESOR);
        own(Resource.ASSESSMENT_PARTICIPANT);
        agency(Resource.ASSESSMENT_PARTICIPANT, READ, SDM, ASESOR, PIMPINAN, AUDITOR);
        row(Resource.ASSESSMENT_PARTICIPANT, WRITE).put(ASN, Reach.SELF);
        agency(Resource.ASSESSMENT_PARTICIPANT, WRITE, SDM, ASESOR);
        agency(Resource.ASSESSMENT_PARTICIPANT, DECIDE, ASESOR);
        agency(Resource.ASSESSMENT_JOB, READ, SDM, ASESOR, AUDITOR);
        inAgencies(Resource.ASSESSMENT_FORM, READ, Reach.SELF);
        inAgencies(Resource.ASSESSMENT_FORM, WRITE, Reach.SELF);
        inAgencies(Resource.ASSESSMENT_RATER, READ, Reach.SELF);
        agency(Resource.ASSESSMENT_RATER, READ, SDM, ASESOR, AUDITOR);
        agency(Resource.ASSESSMENT_RATER, WRITE, SDM, ASESOR);
        own(Resource.ASSESSMENT_REVIEW);
        agency(Resource.ASSESSMENT_REVIEW, READ, SDM, ASESOR, PIMPINAN, AUDITOR);
        row(Resource.ASSESSMENT_REVIEW, WRITE).put(ASN, Reach.SELF);
        agency(Resource.ASSESSMENT_REVIEW, DECIDE, ASESOR);

        // whoever may order or read any kind of job
        agency(Resource.JOB, READ, SDM, ASESOR, PIMPINAN, ADMIN, AUDITOR);
        agency(Resource.IMPORT, READ, SDM, AUDITOR);
        agency(Resource.IMPORT, WRITE, SDM);

        row(Resource.CHANGE, READ).put(ASN, Reach.SELF);
        row(Resource.CHANGE, READ).put(ATASAN, Reach.TEAM);
        agency(Resource.CHANGE, READ, SDM, AUDITOR);
        row(Resource.CHANGE, READ).put(NASIONAL, Reach.NATION);
        agency(Resource.AUDIT, READ, AUDITOR);
        row(Resource.AUDIT, READ).put(NASIONAL, Reach.NATION);
    }

    private AccessTable() {}

    /** Whether anybody at all may read a resource, a person by her role or a machine by its scope. */
    public static boolean isReadable(Resource resource) {
        return TABLE.getOrDefault(resource, Map.of()).containsKey(READ);
    }

    /** How far a role's permission goes. */
    public static Reach reach(Role role, Resource resource, Action action) {
        return TABLE.getOrDefault(resource, Map.of())
                .getOrDefault(action, Map.of())
                .getOrDefault(role, Reach.NONE);
    }

    /** The widest reach that any of the roles gives. */
    public static Reach reach(Set<Role> roles, Resource resource, Action action) {
        var widest = Reach.NONE;
        for (var role : roles) {
            widest = widest.or(reach(role, resource, action));
        }
        return widest;
    }

    /** The reach of somebody; people by their roles, machines by their scopes. */
    public static Reach reach(Caller.Identity who, Resource resource, Action action) {
        var given = !who.isMachine()
                ? reachOfRoles(who.roles(), resource, action)
                : reachOfScopes(who.scopes(), resource, action);
        return who.restriction().narrow(given, resource, action);
    }

    /** Her own account is everybody's, also hers whose roles still wait for a second word. */
    private static Reach reachOfRoles(Set<Role> roles, Resource resource, Action action) {
        return roles.isEmpty() && resource == Resource.ME ? Reach.SELF : reach(roles, resource, action);
    }

    /** A machine reaches its own agency, and nothing of a person's own, through the scope that its admin gave it. */
    public static Reach reachOfScopes(Set<String> scopes, Resource resource, Action action) {
        boolean given =
                scopes.contains(scope(resource, action)) || (action == READ && scopes.contains(resource.scope()));
        return given && isForMachines(resource, action) ? Reach.AGENCY : Reach.NONE;
    }

    /** The name of a machine's scope for an action. */
    public static String scope(Resource resource, Action action) {
        return resource.scope() + ":" + action.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a machine may be given this at all. Never what is a person's own, never a decision, for which somebody has
     * to answer, never the handing out of rights: a scope would be a way to every role; and nothing that nobody does.
     */
    public static boolean isForMachines(Resource resource, Action action) {
        return switch (resource) {
            case ME, ASSESSMENT_FORM -> false;
            case ACCOUNT, CLIENT, ASSESSMENT_REVIEW -> action == READ;
            default ->
                action != DECIDE && TABLE.getOrDefault(resource, Map.of()).containsKey(action);
        };
    }

    /** A person sees herself, a leader her team, the nation everybody. */
    private static void people(Resource resource) {
        own(resource);
        row(resource, READ).put(NASIONAL, Reach.NATION);
    }

    /** A person sees herself, a leader her team. */
    private static void own(Resource resource) {
        row(resource, READ).put(ASN, Reach.SELF);
        row(resource, READ).put(ATASAN, Reach.TEAM);
    }

    private static void everybody(Resource resource, Action action, Reach reach) {
        for (var role : Role.values()) {
            row(resource, action).put(role, reach);
        }
    }

    /** Everybody but who oversees the nation. */
    private static void inAgencies(Resource resource, Action action, Reach reach) {
        everybody(resource, action, reach);
        row(resource, action).remove(NASIONAL);
    }

    private static void agency(Resource resource, Action action, Role... roles) {
        for (var role : roles) {
            row(resource, action).put(role, Reach.AGENCY);
        }
    }

    private static Map<Role, Reach> row(Resource resource, Action action) {
        return TABLE.computeIfAbsent(resource, r -> new EnumMap<>(Action.class))
                .computeIfAbsent(action, a -> new EnumMap<>(Role.class));
    }
}
