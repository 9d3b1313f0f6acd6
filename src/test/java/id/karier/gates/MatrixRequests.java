package id.karier.gates;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSetKind;
import id.karier.rules.RuleSets;
import id.karier.testing.OneTimeCodes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A request that is right in every way but perhaps in who sends it. The body is the contract's own example, unless it has
 * to name what there is, be the only one of its kind, or fit an object: then it is written here.
 */
final class MatrixRequests {
    /** {@code {n}} and {@code {nnn}} are numbers that never come again, other words name an object of the sender's agency. */
    private static final Pattern NAMED = Pattern.compile("\\{([a-z/-]+)}");

    private static final String DECREE = "\"decreeNumber\": \"823/{n}\", \"decreeDate\": \"2016-03-01\"";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry(
                    "createAccount",
                    "{\"username\": \"baru-{n}\", \"displayName\": \"Siti Rahmawati\", \"roles\": [\"ASN\", \"SDM\"]}"),
            Map.entry("patchAccount", "{\"displayName\": \"Siti Rahmawati, S.Sos.\", \"roles\": [\"PELATIHAN\"]}"),
            Map.entry(
                    "changePassword",
                    "{\"currentPassword\": \"" + MatrixWorld.PASSWORD
                            + "\", \"newPassword\": \"gajah di way kambas\"}"),
            Map.entry("enrolSecondFactor", "{\"secret\": \"" + OneTimeCodes.SECRET + "\", \"code\": \"{code}\"}"),
            Map.entry(
                    "createClient",
                    "{\"clientId\": \"mesin-{n}\", \"name\": \"Integrasi presensi\", \"scopes\": [\"units:read\"]}"),
            Map.entry("patchClient", "{\"name\": \"Integrasi presensi dan cuti\", \"scopes\": [\"employees:read\"]}"),
            Map.entry(
                    "createUnit",
                    "{\"code\": \"B-{n}\", \"name\": \"Bidang Baru\", \"kind\": \"BIDANG\", \"parentId\": \"{units}\","
                            + " \"openedOn\": \"2022-01-01\"}"),
            Map.entry("patchUnit", "{\"name\": \"Bidang Lain\"}"),
            Map.entry("closeUnit", "{}"),
            Map.entry(
                    "renameUnit",
                    "{\"name\": \"Dinas Lain\", \"startsOn\": \"{today}\", \"decreeNumber\": \"060/{n}\","
                            + " \"decreeDate\": \"2022-01-01\"}"),
            Map.entry(
                    "moveUnit",
                    "{\"parentId\": \"{another/units}\", \"startsOn\": \"{today}\", \"decreeNumber\": \"060/{n}\","
                            + " \"decreeDate\": \"2022-01-01\"}"),
            Map.entry(
                    "createPosition",
                    "{\"unitId\": \"{units}\", \"code\": \"B-{n}\", \"name\": \"Analis\", \"level\": \"PELAKSANA\","
                            + " \"headcount\": 1}"),
            Map.entry("patchPosition", "{\"headcount\": 5}"),
            Map.entry("closePosition", "{}"),
            Map.entry(
                    "createEmployee",
                    "{\"identityNumber\": \"199102022016031{nnn}\", \"kind\": \"PNS\", \"birthDate\": \"1991-02-02\","
                            + " \"sex\": \"M\", \"profile\": {\"name\": \"Matriks\", \"status\": \"ACTIVE\","
                            + " \"firstAppointmentOn\": \"2016-03-01\"}}"),
            Map.entry("patchEmployee", "{\"religion\": \"HINDU\"}"),
            // the example makes a person, which it does only once; what an order makes is its job
            Map.entry("createImport", "nip_baru;nama\n123;CONTOH\n"),
            Map.entry(
                    "correctIdentityNumber",
                    "{\"number\": \"199001012016031{nnn}\", \"kind\": \"PNS\", \"startsOn\": \"2020-01-01\", " + DECREE
                            + "}"),
            Map.entry("createEmployeeRank", "{\"rank\": \"III/b\", \"startsOn\": \"2019-04-01\", " + DECREE + "}"),
            Map.entry("patchEmployeeRank", "{\"rank\": \"III/b\", " + DECREE + "}"),
            Map.entry(
                    "createEmployeePosition",
                    "{\"assignment\": \"DEFINITIVE\", \"positionId\": \"{positions}\", \"startsOn\": \"2019-04-01\", "
                            + DECREE + "}"),
            Map.entry("patchEmployeePosition", "{\"title\": \"Analis Lain\", " + DECREE + "}"),
            Map.entry(
                    "createEmployeeEducation",
                    "{\"level\": \"S1\", \"field\": \"Matematika\", \"graduatedOn\": \"2012-08-01\","
                            + " \"atAppointment\": true}"),
            Map.entry("patchEmployeeEducation", "{\"field\": \"Statistika\"}"),
            Map.entry(
                    "createEmployeeTraining",
                    "{\"form\": \"KL_STRUKTURAL\", \"name\": \"Pelatihan Dasar\", \"startsOn\": \"2017-03-06\","
                            + " \"endsOn\": \"2017-07-21\", \"hours\": 360}"),
            Map.entry("patchEmployeeTraining", "{\"hours\": 130}"),
            Map.entry(
                    "createEmployeeAward",
                    "{\"name\": \"Satyalancana\", \"grantedOn\": \"2025-08-17\", " + DECREE + "}"),
            Map.entry("patchEmployeeAward", "{\"name\": \"Satyalancana Karya Satya\"}"),
            Map.entry(
                    "createEmployeeDiscipline",
                    "{\"level\": \"SEDANG\", \"penalty\": \"S1\", \"startsOn\": \"2024-05-11\","
                            + " \"endsOn\": \"2024-11-10\", " + DECREE + "}"),
            Map.entry("patchEmployeeDiscipline", "{\"reason\": \"Terlambat\", " + DECREE + "}"),
            Map.entry(
                    "createEmployeeCredit",
                    "{\"basis\": \"CONVERSION\", \"level\": \"JF_AHLI_MUDA\", \"startsOn\": \"2024-01-01\","
                            + " \"endsOn\": \"2024-12-31\", \"credit\": 25}"),
            Map.entry("patchEmployeeCredit", "{\"credit\": 37.5}"),
            Map.entry(
                    "createEmployeeStanding",
                    "{\"status\": \"STUDY_ASSIGNMENT\", \"startsOn\": \"2020-01-01\", \"endsOn\": \"2021-12-31\", "
                            + DECREE + "}"),
            Map.entry("patchEmployeeStanding", "{\"reason\": \"Mengikuti suami\", " + DECREE + "}"),
            Map.entry("appointPermanently", "{\"startsOn\": \"2016-03-01\", " + DECREE + "}"),
            Map.entry(
                    "proposeRuleSet",
                    "{\"version\": \"BARU_{n}\", \"effectiveFrom\": \"2099-01-01\","
                            + " \"legalBasis\": [{\"regulation\": \"Pergub 1/2098\"}],"
                            + " \"body\": {\"forms\": " + forms() + "}}"),
            Map.entry(
                    "createAssessment",
                    "{\"name\": \"Pemetaan\", \"purpose\": \"PEMETAAN\", \"startsOn\": \"2026-01-01\","
                            + " \"endsOn\": \"2099-12-31\"}"),
            Map.entry("patchAssessment", "{\"name\": \"Pemetaan lain\"}"),
            Map.entry("addAssessmentRater", "{\"employeeId\": \"{another/employees}\", \"relation\": \"PEER\"}"),
            Map.entry(
                    "calibrateAssessedLevel",
                    "{\"competencyId\": \"{competencies}\", \"level\": 2, \"reason\": \"Bukti lain\"}"),
            Map.entry("submitAssessmentForm", "{\"answers\": [{\"competencyId\": \"{competencies}\", \"level\": 3}]}"),
            Map.entry("createAssessmentReview", "{\"competencyId\": \"{competencies}\", \"reason\": \"Proyek lain\"}"),
            Map.entry("decideAssessmentReview", "{\"outcome\": \"UPHELD\", \"decision\": \"Tetap\"}"),
            Map.entry(
                    "createCompetency",
                    "{\"code\": \"B-{n}\", \"kind\": \"TECHNICAL\", \"affair\": \"5.02\","
                            + " \"name\": {\"id\": \"Analisis anggaran\"}, \"levels\": " + levels() + "}"),
            Map.entry("patchCompetency", "{\"name\": {\"id\": \"Analisis belanja\"}}"),
            Map.entry("retireCompetency", "{}"),
            Map.entry(
                    "createPositionStandard",
                    "{\"positionId\": \"{positions}\", \"competencyId\": \"{competencies}\", \"level\": 3,"
                            + " \"startsOn\": \"2026-01-01\"}"),
            Map.entry("closePositionStandard", "{}"),
            Map.entry(
                    "createCompetencyResult",
                    "{\"competencyId\": \"{competencies}\", \"level\": 3, \"evidence\": \"ASSESSMENT_CENTRE\","
                            + " \"foundOn\": \"2026-03-02\"}"),
            Map.entry("annulCompetencyResult", "{\"reason\": \"Salah catat\"}"),
            Map.entry(
                    "createCompetencyClaim",
                    "{\"competencyId\": \"{competencies}\", \"level\": 3, \"description\": \"Matriks\"}"),
            Map.entry("decideCompetencyClaim", "{\"accepted\": true}"),
            Map.entry("simulateRuleSet", "{\"version\": \"LAN_10_2018\", \"asOf\": \"2026-01-01\"}"),
            // only under the profile of PlantedSliceTest
            Map.entry(
                    "createSample",
                    "{\"menteeId\": \"{employees}\", \"mentorId\": \"{another/employees}\","
                            + " \"topic\": \"Matriks\", \"startsOn\": \"2026-01-01\"}"),
            Map.entry("patchSample", "{\"mentorId\": \"{another/employees}\"}"),
            Map.entry("createSilentSample", "{\"employeeId\": \"{employees}\", \"note\": \"Matriks\"}"),
            Map.entry(
                    "createAgency",
                    "{\"code\": \"baru-{n}\", \"name\": \"Pemerintah Matriks\", \"kind\": \"REGENCY\","
                            + " \"timeZone\": \"Asia/Jakarta\", \"administrators\": ["
                            + "{\"username\": \"satu.baru-{n}\", \"displayName\": \"Siti Rahmawati\"},"
                            + " {\"username\": \"dua.baru-{n}\", \"displayName\": \"Budi Santoso\"}]}"),
            Map.entry("patchAgency", "{\"name\": \"Pemerintah Matriks {n}\"}"));

    /** Required parameters of which the contract gives no example. */
    private static final Map<String, String> QUERY = Map.of("kind", "employees");

    private MatrixRequests() {}

    /** What a competency says of each level of the scale. */
    private static String levels() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(level -> "{\"level\": " + level + ", \"title\": {\"id\": \"Tingkat\"},"
                        + " \"indicators\": [{\"id\": \"Menghitung\"}]}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String forms() {
        var newest = RuleSets.national().all(RuleSetKind.LEARNING_HOURS, null).get(0);
        return RuleSetDocuments.withoutNulls(RuleSetDocuments.document(newest))
                .at("/body/forms")
                .toString();
    }

    /** The body of an operation, with the names of objects of the sender's own agency. */
    static String body(String operationId, JsonNode media, MatrixWorld world, MatrixObjects here) {
        var written = BODIES.get(operationId);
        if (written == null) {
            return example(media);
        }
        var numbered = written.replace("{code}", OneTimeCodes.now())
                .replace("{nnn}", MatrixObjects.person())
                .replace("{n}", String.valueOf(MatrixObjects.number()))
                .replace("{today}", LocalDate.now(ZoneId.of("Asia/Jakarta")).toString());
        return NAMED.matcher(numbered).replaceAll(found -> {
            var kind = found.group(1);
            return kind.startsWith("another/")
                    ? world.fresh(MatrixWorld.Target.OWN).id(kind.substring("another/".length()))
                    : here.id(kind);
        });
    }

    private static String example(JsonNode media) {
        var example = media.has("example")
                ? media.path("example")
                : media.path("examples").elements().next().path("value");
        return example.isTextual() ? example.asText() : example.toString();
    }

    /** The value of a parameter without which the operation answers nothing. */
    static String query(JsonNode parameter) {
        var name = parameter.path("name").asText();
        return parameter.has("example") ? parameter.path("example").asText() : QUERY.getOrDefault(name, "");
    }
}
