package id.karier.demo.population;

import id.karier.rules.terms.PositionLevel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands at the beginning of an outline's line: the unit's kind in the register, and who leads such a unit. */
enum UnitKind {
    GOVERNMENT("LAINNYA", null),
    SEKRETARIAT_DAERAH("SEKRETARIAT_DAERAH", PositionLevel.JPT_PRATAMA),
    SEKRETARIAT_DPRD("SEKRETARIAT_DPRD", PositionLevel.JPT_PRATAMA),
    ASISTEN("ASISTEN", PositionLevel.JPT_PRATAMA),
    BIRO("BIRO", PositionLevel.JPT_PRATAMA),
    INSPEKTORAT("INSPEKTORAT", PositionLevel.JPT_PRATAMA),
    DINAS("DINAS", PositionLevel.JPT_PRATAMA),
    BADAN("BADAN", PositionLevel.JPT_PRATAMA),
    SATUAN("LAINNYA", PositionLevel.JPT_PRATAMA),
    RUMAH_SAKIT("RUMAH_SAKIT", PositionLevel.JPT_PRATAMA),
    SEKRETARIAT("SEKRETARIAT", PositionLevel.ADMINISTRATOR),
    BIDANG("BIDANG", PositionLevel.ADMINISTRATOR),
    BAGIAN("BAGIAN", PositionLevel.ADMINISTRATOR),
    INSPEKTUR_PEMBANTU("LAINNYA", PositionLevel.ADMINISTRATOR),
    KECAMATAN("KECAMATAN", PositionLevel.ADMINISTRATOR),
    SUBBAGIAN("SUBBAGIAN", PositionLevel.PENGAWAS),
    SUBBIDANG("SUBBIDANG", PositionLevel.PENGAWAS),
    SEKSI("SEKSI", PositionLevel.PENGAWAS),
    UPT("UPT", PositionLevel.PENGAWAS),
    KELURAHAN("KELURAHAN", PositionLevel.PENGAWAS),
    PUSKESMAS("PUSKESMAS", PositionLevel.JF_AHLI_MUDA),
    SEKOLAH("SEKOLAH", PositionLevel.JF_AHLI_MADYA);

    /** Code of the reference list unit-kinds. */
    final String code;

    private final @Nullable PositionLevel leader;

    UnitKind(String code, @Nullable PositionLevel leader) {
        this.code = code;
        this.leader = leader;
    }

    /** Nobody of the civil service leads a government as a whole. */
    @Nullable
    PositionLevel leader(boolean province) {
        if (this == SEKRETARIAT_DAERAH && province) {
            return PositionLevel.JPT_MADYA;
        }
        return leader;
    }

    /** What the head of such a unit is called. */
    String leaderTitle(String unit) {
        return switch (this) {
            case SEKRETARIAT_DAERAH -> "Sekretaris Daerah";
            case SEKRETARIAT, SEKRETARIAT_DPRD -> unit.replace("Sekretariat", "Sekretaris");
            case INSPEKTORAT -> unit.replace("Inspektorat", "Inspektur");
            case KECAMATAN -> unit.replace("Kecamatan", "Camat");
            case KELURAHAN -> unit.replace("Kelurahan", "Lurah");
            case RUMAH_SAKIT -> "Direktur " + unit;
            case ASISTEN, INSPEKTUR_PEMBANTU -> unit;
            default -> "Kepala " + unit;
        };
    }

    static UnitKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
