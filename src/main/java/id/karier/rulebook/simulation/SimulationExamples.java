package id.karier.rulebook.simulation;

/** What the contract shows of simulations: one story, from the order to the people it is about. */
final class SimulationExamples {
    static final String ORDER = """
            {"asOf": "2026-11-22", "draft": {"version": "LAMPUNG_2027", "effectiveFrom": "2027-01-01", "legalBasis": [{"regulation": "Pergub Lampung 7/2026"}], "body": {"ages": {"JPT_UTAMA": 60, "JPT_MADYA": 60, "JPT_PRATAMA": 60, "ADMINISTRATOR": 60, "PENGAWAS": 58, "PELAKSANA": 58, "JF_AHLI_UTAMA": 65, "JF_AHLI_MADYA": 60, "JF_AHLI_MUDA": 58, "JF_AHLI_PERTAMA": 58, "JF_PENYELIA": 58, "JF_MAHIR": 58, "JF_TERAMPIL": 58, "JF_PEMULA": 58}}}}""";

    static final String BY_NAME = """
            {"version": "LAMPUNG_2027"}""";

    private static final String RULES = """
            "current": {"kind": "RETIREMENT", "version": "UU_20_2023", "revision": 1, "effectiveFrom": "2023-10-31", "legalBasis": [{"regulation": "UU 20/2023", "article": "55"}], "mark": "RECALLED", "marks": [], "agencyMayChange": [], "body": {"ages": {"ADMINISTRATOR": 58}}}, "draft": {"kind": "RETIREMENT", "version": "LAMPUNG_2027", "revision": 1, "effectiveFrom": "2027-01-01", "legalBasis": [{"regulation": "UU 20/2023", "article": "55"}, {"regulation": "Pergub Lampung 7/2026"}], "mark": "RECALLED", "marks": [], "agencyMayChange": [], "agency": "lampung", "body": {"ages": {"ADMINISTRATOR": 60}}}, "beyondChoice": ["/body/ages/ADMINISTRATOR"]""";

    private static final String HEAD = """
            {"id": "01980a52-7c1e-7000-8000-0000000000ad", "kind": "RETIREMENT", "asOf": "2026-11-22", """ + ' ' + RULES;

    static final String QUEUED = HEAD + """
            , "status": "QUEUED", "progress": {"done": 0, "total": 402}, "createdAt": "2026-11-22T02:15:00Z", "problemCount": 0}""";

    static final String ENDED = HEAD + """
            , "status": "SUCCEEDED", "progress": {"done": 402, "total": 402}, "createdAt": "2026-11-22T02:15:00Z", "startedAt": "2026-11-22T02:15:01Z", "endedAt": "2026-11-22T02:15:18Z", "problemCount": 0, "result": {"population": 402, "evaluated": 371, "unchanged": 339, "changed": 32, "skipped": [{"reason": "POSITION_MISSING", "text": "Tidak memegang jabatan definitif pada hari itu.", "count": 31}], "transitions": [{"from": "58", "to": "60", "count": 32}]}}""";

    static final String CHANGES = """
            {"items": [{"employeeId": "01980a52-7c1e-7000-8000-000000000001", "name": "Sari Widuri", "from": {"label": "58", "figures": {"reachedOn": "2038-02-28", "effectiveOn": "2038-03-01"}}, "to": {"label": "60", "figures": {"reachedOn": "2040-02-29", "effectiveOn": "2040-03-01"}}}], "next": null}""";

    static final String PROBLEMS = """
            {"items": [{"number": 1, "line": 0, "code": "JOB_INTERRUPTED", "detail": "Pekerjaan ini sudah beberapa kali terhenti di tengah jalan dan tidak dicoba lagi. Laporkan dengan menyebut 01980a52-7c1e-7000-8000-0000000000ad."}], "next": null}""";

    static final String EVENTS =
            "event: progress\ndata: {\"status\":\"RUNNING\",\"progress\":{\"done\":500,\"total\":2000}}\n\n";

    private SimulationExamples() {}
}
