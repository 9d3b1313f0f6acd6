package id.karier.identity;

import static id.karier.competency.Texts.generic;
import static id.karier.history.Office.below;
import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.sql;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one administrator made alone is her own pair of hands, and not another's. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HandsTest {
    private Office office;
    private UUID admin;
    private UUID person;

    @BeforeEach
    void an_administrator_with_a_record_of_her_own() {
        office = Office.called("hands");
        person = office.person();
        admin = account(person, Role.ADMIN);
    }

    private UUID account(UUID employee, Role role) {
        var id = office.agency.account(employee.toString(), role.name());
        sql("insert into accounts (id, agency, username, display_name, employee_id, password_hash) values (x'" + hex(id)
                + "', '" + office.agency.code + "', 'tangan-" + id.toString().substring(0, 8) + "', 'Akun', x'"
                + hex(employee) + "', '-')");
        return id;
    }

    private void made(UUID by, UUID account) {
        sql("insert into account_makers (account_id, maker_id) values (x'" + hex(account) + "', x'" + hex(by) + "')");
    }

    private static ValidatableResponse assess(RequestSpecification who, UUID about) {
        return who.contentType(JSON)
                .body(
                        "{\"competencyId\": \"%s\", \"level\": 3, \"evidence\": \"ASSESSMENT_CENTRE\", \"foundOn\": \"2026-02-16\"}"
                                .formatted(generic("INT")))
                .post(below(about, "competency-results"))
                .then();
    }

    @Test
    void an_assessor_whom_she_made_alone_does_not_assess_her() {
        var other = office.person();
        var assessor = office.person();
        made(admin, account(assessor, Role.ASESOR));
        assess(office.agency.as(assessor, Role.ASESOR), person).statusCode(403).body("code", equalTo("OWN_RECORD"));
        assess(office.agency.as(assessor, Role.ASESOR), other).statusCode(201);
        var another = office.person();
        account(another, Role.ASESOR);
        assess(office.agency.as(another, Role.ASESOR), person).statusCode(201);
    }

    @Test
    void a_new_password_for_who_leads_a_unit_waits_for_a_second_officer() {
        var leader = office.person();
        var plain = office.person();
        sql("update employees set leads_unit = true where id = x'" + hex(leader) + "'");
        var ofLeader = account(leader, Role.ASN);
        var ofPlain = account(plain, Role.ASN);
        reset(ofPlain).statusCode(200);
        reset(ofLeader).statusCode(202);
    }

    private ValidatableResponse reset(UUID account) {
        return office.agency
                .as(person, Role.ADMIN)
                .post("/api/v1/accounts/" + account + "/password-reset")
                .then();
    }
}
