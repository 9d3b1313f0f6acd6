package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No header, however broken, is a fault of ours: every operation of the contract, without a token and with several. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HeaderAttackTest {
    private static final List<String> TYPES = List.of(
            "a",
            "",
            "/",
            "a/",
            "/a",
            "*/*",
            "text/*",
            "text/csv, text/csv",
            "application/json, application/json",
            "application/json;",
            "application/json; charset",
            "application/json; charset=",
            "application/json; charset=nothing-such",
            "application/json; charset=\u00e9",
            "application/json; charset=\"utf-8",
            "application/json;;;===",
            "text/csv; header=present; charset=UTF-16",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"\"",
            "application/" + "x".repeat(5_000),
            "\"\"/\"\"");

    private static final List<String> OTHERS = List.of(
            "Accept: ;;,,/",
            "Accept-Language: ;;q=x,*-*-*",
            "Accept-Encoding: ;q=,;;",
            "Authorization: Bearer",
            "Authorization: Bearer \u00e9",
            "Authorization: ;",
            "If-Match: \"",
            "If-Match: W/\"-1\", ,\"99999999999999999999\"",
            "If-None-Match: \"\\",
            "If-Modified-Since: yesterday",
            "Idempotency-Key: \u00e9",
            "Cookie: =;;=\"",
            "Origin: ://",
            "Range: bytes=9-1,--",
            "Expect: nothing",
            "X-Forwarded-For: ,,;",
            "Forwarded: for=;;\"",
            "traceparent: 00-x-y-z",
            "Content-Encoding: ;",
            "Content-Language: ;;",
            "Upgrade: x",
            "Last-Event-ID: -x");

    private final TestAgency agency = TestAgency.called("headers");

    /** Sends what no library would, and answers the status. */
    private static int status(Socket socket, String method, String path, String headers, String body)
            throws IOException {
        var text = method + ' ' + path + " HTTP/1.1\r\nHost: karier\r\nConnection: close\r\n" + headers
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        socket.setSoTimeout(15_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        var said = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
        return said.length() < 12 ? 0 : Integer.parseInt(said.substring(9, 12));
    }

    private static int send(String method, String path, String headers, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            return status(socket, method, path, headers, body);
        }
    }

    @Test
    void a_type_that_cannot_be_read_is_refused_and_no_fault_of_ours() throws IOException {
        var officer = "Authorization: Bearer " + agency.token(null, Role.SDM, Role.ADMIN, Role.PIMPINAN) + "\r\n";
        var faults = new ArrayList<String>();
        for (var operation : Contract.operations()) {
            var path =
                    operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
            for (var type : TYPES) {
                for (var who : List.of("", officer)) {
                    var headers = who + "Content-Type: " + type + "\r\n";
                    int status = send(
                            operation.method(),
                            path,
                            headers,
                            operation.method().equals("GET") ? "" : "{}");
                    if (status == 0 || status >= 500) {
                        faults.add(operation + " " + type + " " + who.length() + " -> " + status);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void the_import_without_a_token_says_that_the_type_is_wrong_or_that_nobody_is_signed_in() throws IOException {
        for (var type : TYPES) {
            assertThat(send("POST", "/api/v1/imports?kind=employees", "Content-Type: " + type + "\r\n", "a"))
                    .as(type)
                    .isIn(401, 415);
        }
        assertThat(send("POST", "/api/v1/imports?kind=employees", "Content-Type: text/csv\r\nContent-Type: a\r\n", "a"))
                .isEqualTo(415);
    }

    @Test
    void no_broken_form_is_a_fault_of_ours() throws IOException {
        var officer = "Authorization: Bearer " + agency.token(null, Role.SDM) + "\r\n";
        var part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n";
        for (var body : List.of(
                "",
                "x",
                "--b",
                "--b--\r\n",
                part,
                part + "Content-Type: a\r\n\r\nx\r\n--b--\r\n",
                part + "Content-Type: \r\n\r\nx\r\n--b--\r\n",
                part + "Content-Type: /\r\n\r\nx\r\n--b--\r\n",
                part + "Content-Type: text/csv; charset=none\r\n\r\nx\r\n--b--\r\n",
                part + "Content-Transfer-Encoding: x\r\n\r\nx\r\n--b--\r\n",
                "--b\r\nContent-Disposition: ;;\r\n\r\nx\r\n--b--\r\n",
                "--b\r\n\r\nx\r\n--b--\r\n")) {
            for (var who : List.of("", officer)) {
                var headers = who + "Content-Type: multipart/form-data; boundary=b\r\n";
                assertThat(send("POST", "/api/v1/imports?kind=employees", headers, body))
                        .as(body)
                        .isBetween(400, 499);
            }
        }
    }

    @Test
    void no_other_header_is_a_fault_of_ours_either() throws IOException {
        var officer = "Authorization: Bearer " + agency.token(null, Role.SDM, Role.ADMIN) + "\r\n";
        var faults = new ArrayList<String>();
        for (var operation : Contract.operations()) {
            var path =
                    operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
            for (var header : OTHERS) {
                var who = header.startsWith("Authorization") ? "" : officer;
                boolean reads = operation.method().equals("GET");
                var type = reads ? "" : "Content-Type: application/json\r\n";
                int status = send(operation.method(), path, who + type + header + "\r\n", reads ? "" : "{}");
                if (status == 0 || status >= 500) {
                    faults.add(operation + " " + header + " -> " + status);
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
