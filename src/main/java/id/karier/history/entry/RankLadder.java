package id.karier.history.entry;

import id.karier.employee.EmployeeKind;
import id.karier.rules.terms.RankCodes;

/** The two ladders: seventeen ranks of a PNS (PP 99/2000), seventeen golongan of a PPPK (Perpres 98/2020). */
enum RankLadder {
    PNS,
    PPPK;

    /** The ladder that a code stands on; only a rank of a PNS has a ruang. */
    static RankLadder of(String code) {
        return code.indexOf('/') < 0 ? PPPK : PNS;
    }

    static RankLadder of(EmployeeKind kind) {
        return kind.isContract() ? PPPK : PNS;
    }

    /** The place of a code on its ladder, from 1. */
    static int order(String code) {
        return RankCodes.order(code);
    }
}
