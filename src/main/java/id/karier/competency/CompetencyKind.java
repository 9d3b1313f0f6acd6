package id.karier.competency;

import id.karier.kernel.Published;

/** Kind of a competency (PermenPANRB 38/2017; the fourth by Permendagri 108/2017). */
@Published
public enum CompetencyKind {
    MANAGERIAL,
    SOCIO_CULTURAL,
    TECHNICAL,
    /** Certified by the Ministry of Home Affairs. */
    GOVERNMENT_AFFAIRS;

    /** The list is closed by the nation: an agency adds none. */
    public boolean isNational() {
        return this == MANAGERIAL || this == SOCIO_CULTURAL;
    }
}
