package id.karier.rules.terms;

/** What a level of an assessment may be made of: what four kinds of raters say, and what was found before. */
public enum AssessmentMethod {
    SELF,
    SUPERIOR,
    PEER,
    SUBORDINATE,
    ASSESSMENT_CENTRE,
    CERTIFICATE
}
