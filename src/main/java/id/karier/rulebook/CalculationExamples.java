package id.karier.rulebook;

/** One request to each calculator that a reader of the contract can send as it stands. */
final class CalculationExamples {
    static final String NIP = """
            {"number": "198609262015051001"}""";
    static final String RETIREMENT = """
            {"birthDate": "1968-04-11", "postLevel": "PENGAWAS"}""";
    static final String DISCIPLINE_ABSENCE = """
            {"cumulativeDays": 12, "consecutiveDays": 3}""";
    static final String JPM = """
            {"required": [3, 3, 3, 3, 3, 3, 3, 3, 3], "achieved": [3, 3, 2, 3, 3, 2, 2, 3, 3], "purpose": "SELEKSI"}""";
    static final String FUNCTIONAL_TEST = """
            {"level": "AHLI_MUDA", "technicalJpm": 60, "managerialSocialJpm": 80}""";
    static final String PERFORMANCE_PREDICATE = """
            {"workResult": "DI_ATAS", "workBehaviour": "SESUAI"}""";
    static final String PERFORMANCE_DISTRIBUTION = """
            {"organisation": "BAIK", "counts": {"BAIK": 6, "SANGAT_BAIK": 3, "BUTUH_PERBAIKAN": 1}}""";
    static final String IP_ASN = """
            {"jobGroup": "PELAKSANA", "education": "S1", "technical20Jp": true, "seminar": true, "predicate": "BAIK", "worstPenalty5y": "NONE"}""";
    static final String NINE_BOX = """
            {"y": 80, "x": 79.99}""";
    static final String TALENT_SCORE = """
            {"yMode": "FULL_411", "predicate": "BAIK", "award": 0, "team": 0, "feedback360": 80, "competency": 70, "development": 50, "experience": 60, "potential": 65, "education": "S1", "fieldFit": 100, "discipline": 100}""";
    static final String LEARNING_HOURS = """
            {"employeeKind": "PNS", "year": 2026, "activities": [{"form": "KL_SEMINAR", "scope": "NATIONAL", "days": 2, "date": "2026-02-10"}, {"form": "NK_COACHING", "sessions": 3, "month": 3}]}""";
    static final String CREDIT_POINTS = """
            {"level": "AHLI_PERTAMA", "predicate": "SANGAT_BAIK", "months": 12, "balance": 0}""";
    static final String RANK_PROMOTION = """
            {"kind": "REGULER", "rank": "III/a", "rankSince": "2021-10-01", "education": "S1", "predicates": {"2023": "BAIK", "2024": "BAIK"}, "employeeKind": "PNS", "asOf": "2025-10-01"}""";
    static final String APPOINTMENT = """
            {"postLevel": "JPT_PRATAMA", "birthDate": "1976-11-22", "education": "S2", "currentLevel": "ADMINISTRATOR", "inLevelSince": "2023-11-22", "relatedExperienceYears": 6, "predicates": {"2024": "BAIK", "2025": "BAIK"}}""";
    static final String TRANSFER = """
            {"inUnitSince": "2023-11-22"}""";

    private CalculationExamples() {}
}
