package id.karier.rules.terms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The two kinds of civil servant of UU 20/2023: permanent, and on a work agreement. */
@Schema(name = "ServiceKind")
public enum EmployeeKind {
    PNS,
    PPPK
}
