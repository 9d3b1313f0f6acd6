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
    CALCULATION("calculations"),
    /** The dictionary, and what positions require of it. */
    COMPETENCY("competencies"),
    /** What a person was found to hold. */
    COMPETENCY_RESULT("competency-results"),
    /** What a person says that she holds; an assessor decides. */
    COMPETENCY_CLAIM("competency-claims"),
    /** Figures about groups, without persons. */
    COMPETENCY_SUMMARY("competency-summaries"),
    /** Rounds by many raters: what they are for, and how far they are. */
    ASSESSMENT("assessments"),
    /** Who is assessed, and what was found. */
    ASSESSMENT_PARTICIPANT("assessment-participants"),
    /** Who is asked about whom, and who has answered. */
    ASSESSMENT_RATER("assessment-raters"),
    /** Preparing, closing and publishing rounds as long work; it tells counts only. */
    ASSESSMENT_JOB("assessment-jobs"),
    /** What a rater is asked; hers alone, whatever her role. */
    ASSESSMENT_FORM("assessment-forms"),
    /** What people have against their published levels. */
    ASSESSMENT_REVIEW("assessment-reviews");

    private final String scope;

    Resource(String scope) {
        this.scope = scope;
    }

    public String scope() {
        return scope;
    }
}
