package id.karier.kernel.access;

/** What access is given to; the scope of a machine client is {@code <scope>:read}, {@code :write} or {@code :decide}. */
public enum Resource {
    ME("me"),
    ACCOUNT("accounts"),
    CLIENT("clients"),
    /** Rights that one administrator may not hand out alone, and that wait for another officer's word. */
    GRANT("grants"),
    /** Whose record an account is to be, until an officer of the register confirms it. */
    BINDING("bindings"),
    AGENCY("agencies"),
    UNIT("units"),
    POSITION("positions"),
    REFERENCE("reference"),
    EMPLOYEE("employees"),
    /** NIK, tax number, address, phone: shown unmasked, and each such reading is logged. */
    PERSONAL_DATA("personal-data"),
    CAREER_HISTORY("histories"),
    DISCIPLINE("disciplines"),
    /** Jobs of every kind; each kind is narrowed further by the resource that guards it. */
    JOB("jobs"),
    IMPORT("imports"),
    CHANGE("changes"),
    AUDIT("audit"),
    RULE_SET("rule-sets"),
    SIMULATION("simulations"),
    CALCULATION("calculations");

    private final String scope;

    Resource(String scope) {
        this.scope = scope;
    }

    public String scope() {
        return scope;
    }
}
