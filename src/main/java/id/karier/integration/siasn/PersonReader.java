package id.karier.integration.siasn;

import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeStatus;
import id.karier.employee.Sex;
import id.karier.integration.siasn.Dossier.EducationEntry;
import id.karier.integration.siasn.Dossier.Entry;
import id.karier.integration.siasn.Dossier.Origin;
import id.karier.integration.siasn.Dossier.PositionEntry;
import id.karier.integration.siasn.Dossier.Profile;
import id.karier.integration.siasn.Dossier.RankEntry;
import id.karier.integration.siasn.Dossier.Raw;
import id.karier.integration.siasn.Dossier.UnitName;
import id.karier.integration.siasn.SiasnWords.Grade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what says the most of a person at once: {@code data-utama}, or a row of the "profil pegawai" file. */
final class PersonReader {
    static final String[] ID = {
        "pnsid", "idpns", "pnsorangid", "pnsorang", "pns", "pnsdinilaiid", "pnsdinilaiorang", "id"
    };
    static final String[] NUMBER = {"nipbaru", "nip"};
    private static final String[] BIRTH_DATE = {"tanggallahir", "tgllahir"};
    private static final String[] SEX = {"jeniskelamin"};
    private static final String[] KIND = {"statuscpnspns", "statuspegawai"};
    private static final String[] FIRST_APPOINTMENT = {"tmtcpns"};
    private static final String[] STANDING = {"kedudukanhukumnama", "kedudukanpnsnama"};
    private static final String[] STANDING_ID = {"kedudukanhukumid", "kedudukanpnsid"};
    private static final Set<Integer> NIK = Set.of(16);
    private static final Set<Integer> NPWP = Set.of(15, 16);

    private final Cells cells;
    private final Function<String, NipAnswer> calculator;
    private final @Nullable String agencyKind;
    private final @Nullable Raw raw;

    /** @param calculator what the rules read in a number */
    PersonReader(Cells cells, Function<String, NipAnswer> calculator, @Nullable String agencyKind, @Nullable Raw raw) {
        this.cells = cells;
        this.calculator = calculator;
        this.agencyKind = agencyKind;
        this.raw = raw;
    }

    /** The person; null when what is needed is missing or wrong, and the issues say what. */
    @Nullable
    Profile profile() {
        var number = number(cells);
        var name = cells.text(100, "nama");
        if (name == null && !cells.has("nama")) {
            cells.issue("nama", "REQUIRED");
        }
        if (number == null && !cells.has(NUMBER)) {
            cells.issue(NUMBER[0], "REQUIRED");
        }
        var reading = number == null ? null : reading(number);
        var birthDate = cells.date(BIRTH_DATE);
        var sexCode = cells.code("sexes", SEX);
        var kindCode = cells.code("kinds", KIND);
        var appointed = cells.date(FIRST_APPOINTMENT);
        var profile = reading == null || name == null
                ? null
                : complete(name, reading, birthDate, sexCode, kindCode, appointed);
        return cells.issues().isEmpty() ? profile : null;
    }

    static @Nullable String number(Cells cells) {
        var number = cells.id(40, NUMBER);
        return number == null ? null : number.replaceAll("[ .\\u00a0]", "");
    }

    private @Nullable NipAnswer reading(String number) {
        var reading = calculator.apply(number);
        for (var reason : reading.reasons()) {
            cells.issue(cells.present(NUMBER), reason.name());
        }
        return reading.valid() ? reading : null;
    }

    private @Nullable Profile complete(
            String name,
            NipAnswer reading,
            @Nullable LocalDate birthDate,
            @Nullable String sexCode,
            @Nullable String kindCode,
            @Nullable LocalDate appointed) {
        var born = birthDate == null ? reading.birthDate() : birthDate;
        if (birthDate != null && !birthDate.equals(reading.birthDate())) {
            cells.issue(cells.present(BIRTH_DATE), "NUMBER_CONTRADICTS_BIRTH_DATE", text(reading.birthDate()));
        }
        var sex = sexCode == null ? reading.sex() : sexCode;
        if (sexCode != null && !sexCode.equals(reading.sex())) {
            cells.issue(cells.present(SEX), "NUMBER_CONTRADICTS_SEX");
        }
        boolean contract = reading.kind() == id.karier.rules.terms.EmployeeKind.PPPK;
        if (kindCode != null && contract != EmployeeKind.valueOf(kindCode).isContract()) {
            cells.issue(cells.present(KIND), "NUMBER_CONTRADICTS_KIND");
        }
        var first = appointed == null ? reading.firstAppointment() : appointed;
        if (first == null) {
            cells.issue(FIRST_APPOINTMENT[0], "REQUIRED");
        }
        if (born == null || sex == null || first == null) {
            return null;
        }
        var permanent = cells.date("tmtpns");
        var front = cells.text(50, "gelardepan");
        var back = cells.text(100, "gelarbelakang");
        if (cells.isStrict()) {
            Titles.check(cells, name, front, back);
        }
        return new Profile(
                kind(contract, kindCode),
                kindCode != null,
                status(),
                name,
                front,
                back,
                cells.text(100, "tempatlahirnama", "tempatlahir"),
                born,
                Sex.valueOf(sex),
                cells.code("religions", "agamanama", "agama", "agamaid"),
                cells.code("marriages", "jeniskawinnama", "statusperkawinan", "jeniskawinid"),
                cells.email("email"),
                cells.email("emailgov"),
                cells.digits(NIK, "nik", "nomoriddocument"),
                cells.digits(NPWP, "npwpnomor", "nonpwp"),
                cells.text(400, "alamat"),
                cells.phone("nomorhp", "nohp"),
                first,
                appointed != null,
                permanent);
    }

    private static EmployeeKind kind(boolean contract, @Nullable String code) {
        if (code == null || contract != EmployeeKind.valueOf(code).isContract()) {
            return contract ? EmployeeKind.PPPK : EmployeeKind.PNS;
        }
        return EmployeeKind.valueOf(code);
    }

    private @Nullable EmployeeStatus status() {
        var byName = standing(STANDING);
        var byId = standing(STANDING_ID);
        if (byName != null && byId != null && !byName.equals(byId)) {
            cells.issue(cells.present(STANDING), "CODE_CONTRADICTS", byId);
        }
        var code = byName == null ? byId : byName;
        return code == null ? null : EmployeeStatus.valueOf(code);
    }

    /** A word that the list has not is an issue, in a payload as well: a guess would end somebody's service. */
    private @Nullable String standing(String... names) {
        var code = cells.code("statuses", names);
        if (code == null && cells.has(names) && !cells.isStrict()) {
            cells.issue(cells.present(names), "CODE_UNKNOWN");
        }
        return code;
    }

    /** The rank at first and now, the position and the highest education, as far as the row says. */
    List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        ranks(entries);
        position(entries);
        education(entries);
        return entries;
    }

    private void ranks(List<Entry> entries) {
        var appointed = cells.date(FIRST_APPOINTMENT);
        var first = grade("golawalnama", "golruangawal", "golawalid", "golruangawalid");
        var now = grade("golakhirnama", "golruangakhir", "golakhirid", "golruangakhirid");
        var since = cells.date("tmtgolongan", "tmtgolakhir");
        if (first != null && appointed != null && !(now != null && appointed.equals(since))) {
            var decree =
                    new Origin(cells.text(100, "nomorskcpns"), cells.date("tanggalskcpns", "tglskcpns"), null, raw);
            entries.add(new RankEntry(first, appointed, null, null, null, decree));
        }
        if (now != null && since != null) {
            entries.add(new RankEntry(now, since, null, null, null, origin()));
        } else if (now != null && !cells.has("tmtgolongan", "tmtgolakhir")) {
            cells.issue("tmtgolongan", "REQUIRED");
        }
    }

    private @Nullable Grade grade(String name, String otherName, String id, String otherId) {
        var byName = cells.words().gradeOfName(cells.text(20, name, otherName));
        var byId = cells.words().gradeOfId(cells.text(20, id, otherId));
        boolean named = cells.has(name, otherName);
        if (byName != null && byId != null && !byName.equals(byId)) {
            cells.issue(cells.present(name, otherName), "RANK_CONTRADICTS_ID", byId.code());
        }
        if (byName == null && byId == null && (named || cells.has(id, otherId))) {
            cells.issue(named ? cells.present(name, otherName) : cells.present(id, otherId), "CODE_UNKNOWN");
        }
        return byName == null ? byId : byName;
    }

    private void position(List<Entry> entries) {
        var title = cells.text(
                200, "jabatannama", "jabatanfungsionalnama", "jabatanfungsionalumumnama", "jabatanstrukturalnama");
        var since = cells.date("tmtjabatan");
        if (title == null) {
            return;
        }
        if (since == null) {
            if (!cells.has("tmtjabatan")) {
                cells.issue("tmtjabatan", "REQUIRED");
            }
            return;
        }
        var kind = cells.text(10, "jenisjabatanid");
        if (kind != null && !Set.of("1", "2", "3", "4").contains(kind)) {
            cells.issue("jenisjabatanid", "CODE_UNKNOWN");
        }
        var named = cells.code("positionKinds", "jenisjabatannama");
        if (kind == null) {
            kind = named;
        } else if (named != null && cells.isStrict() && !named.equals(kind)) {
            cells.issue("jenisjabatannama", "CODE_CONTRADICTS", kind);
        }
        var level = cells.words()
                .level(
                        kind,
                        title,
                        cells.text(20, "eselonid", "eselon"),
                        cells.text(50, "asnjenjangjabatan"),
                        agencyKind);
        entries.add(new PositionEntry(
                "DEFINITIVE",
                title,
                level,
                cells.id(42, "jabatanid", "jabatanstrukturalid", "jabatanfungsionalid", "jabatanfungsionalumumid"),
                "1".equals(kind) || "3".equals(kind),
                unit(cells),
                since,
                null,
                true,
                cells.text(300, "alasanpenempatan"),
                origin()));
    }

    static @Nullable UnitName unit(Cells cells) {
        var id = cells.id(42, "unorid");
        var name = cells.text(200, "unornama", "namaunor");
        var parentId = cells.id(42, "unorindukid");
        var parentName = cells.text(200, "unorindukname", "unorinduknama");
        var parent = parentId == null && parentName == null
                        || String.valueOf(parentId).equalsIgnoreCase(id)
                ? null
                : new UnitName(parentId, parentName, null);
        return id == null && name == null ? null : new UnitName(id, name, parent);
    }

    private void education(List<Entry> entries) {
        var levelName = cells.text(60, "tingkatpendidikannama", "tkpendidikanterakhir");
        var levelId = cells.text(10, "tingkatpendidikanid", "tkpendidikanterakhirid");
        if (levelName == null && levelId == null) {
            return;
        }
        var level = cells.words().education(levelId, levelName);
        if (level == null && levelName == null && cells.words().education('0' + levelId, null) != null) {
            cells.issue(cells.present("tingkatpendidikanid", "tkpendidikanterakhirid"), "ZERO_LOST");
            return;
        }
        if (level == null) {
            cells.issue(
                    levelName == null
                            ? cells.present("tingkatpendidikanid", "tkpendidikanterakhirid")
                            : cells.present("tingkatpendidikannama", "tkpendidikanterakhir"),
                    "CODE_UNKNOWN");
            return;
        }
        var graduated = cells.dateOrYear("tahunlulus");
        if (graduated == null) {
            if (!cells.has("tahunlulus")) {
                cells.issue("tahunlulus", "REQUIRED");
            }
            return;
        }
        var field = cells.text(150, "pendidikannama", "pendidikanterakhirnama");
        entries.add(new EducationEntry(
                level,
                field == null ? level.name() : field,
                cells.text(200, "namasekolah"),
                graduated,
                !cells.isYear("tahunlulus"),
                null,
                null,
                null,
                null,
                origin()));
    }

    private Origin origin() {
        return raw == null ? Origin.NONE : new Origin(null, null, null, raw);
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
