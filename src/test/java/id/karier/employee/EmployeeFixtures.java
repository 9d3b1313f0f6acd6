package id.karier.employee;

import static io.restassured.http.ContentType.JSON;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** People for tests, registered through the API; numbers are invented and never repeat. */
public final class EmployeeFixtures {
    /** Whoever has this name has a card number that tests know; one of an agency. */
    public static final String KNOWN_BY_CARD = "Sari Kartu";

    public static final String CARD = "9999990101900001";

    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private EmployeeFixtures() {}

    /** A number of a man born on 18 August 1996 and appointed in April 2022. */
    public static String number() {
        return "19960818202204100".substring(0, 15) + String.format("%03d", 1 + SEQUENCE.getAndIncrement() % 999);
    }

    public static String body(String number, String name) {
        return """
            {"identityNumber": "%s", "kind": "PNS", "birthDate": "1996-08-18", "sex": "M",
             "profile": {"name": "%s", "backTitles": "S.Kom.", "status": "ACTIVE", "firstAppointmentOn": "2022-04-01"},
             "personalData": {"nik": "%s", "phone": "081200000000", "email": "a@example.id"}}""".formatted(number, name, nik(number, name));
    }

    /** Nobody has the card number of somebody else. */
    private static String nik(String number, String name) {
        return name.equals(KNOWN_BY_CARD)
                ? CARD
                : "999999010191" + "%04d".formatted(Integer.parseInt(number.substring(15)));
    }

    /** Registers a person and answers her id. */
    public static UUID register(TestAgency agency, String name) {
        return UUID.fromString(agency.as(Role.SDM)
                .contentType(JSON)
                .body(body(number(), name))
                .post("/api/v1/employees")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
