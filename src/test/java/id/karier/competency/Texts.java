package id.karier.competency;

import static io.restassured.http.ContentType.JSON;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Competencies as officers write them, and the nation's. */
public final class Texts {
    public static final String COMPETENCIES = "/api/v1/competencies";

    private Texts() {}

    /** Levels from the lowest to a highest one, each with one indicator. */
    public static String levels(int highest) {
        return IntStream.rangeClosed(1, highest)
                .mapToObj(level -> """
                        {"level": %d, "title": {"id": "Tingkat %d", "en": "Step %d"},
                         "indicators": [{"id": "Mengerjakan sendiri", "en": "Works alone"}, {"id": "Menjelaskan"}]}""".formatted(level, level, level))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    public static String technical(String code) {
        return """
                {"code": "%s", "kind": "TECHNICAL", "affair": "5.02", "name": {"id": "Analisis anggaran", "en": "Budget analysis"},
                 "definition": {"id": "Menelaah anggaran."}, "levels": %s}""".formatted(code, levels(5));
    }

    public static ValidatableResponse add(TestAgency agency, String body) {
        return agency.as(Role.ASESOR)
                .contentType(JSON)
                .body(body)
                .post(COMPETENCIES)
                .then();
    }

    /** A technical competency of the agency. */
    public static UUID technical(TestAgency agency, String code) {
        return UUID.fromString(
                add(agency, technical(code)).statusCode(201).extract().path("id"));
    }

    /** One of the nine. */
    public static UUID generic(String code) {
        return UUID.nameUUIDFromBytes(("karier competency " + code).getBytes());
    }
}
