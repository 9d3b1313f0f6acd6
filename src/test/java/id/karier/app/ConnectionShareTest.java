package id.karier.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One network holds its share of the connections, and everybody else goes on. */
@QuarkusTest
@TestProfile(ConnectionShareTest.Small.class)
@QuarkusTestResource(TestDatabase.class)
class ConnectionShareTest {
    private static final int SHARE = 60;

    /** The other tests leave their connections to themselves, and come from one address. */
    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("karier.limits.connections-per-network", String.valueOf(SHARE));
        }
    }

    private static Socket from(String address) throws IOException {
        return new Socket(InetAddress.getByName("127.0.0.1"), RestAssured.port, InetAddress.getByName(address), 0);
    }

    private static List<Socket> silent(String address, int count) throws IOException {
        var open = new ArrayList<Socket>();
        for (int i = 0; i < count; i++) {
            open.add(from(address));
        }
        return open;
    }

    /** Whether the other side has hung up. */
    private static boolean isClosed(Socket socket) throws IOException {
        socket.setSoTimeout(20);
        try {
            socket.getOutputStream().write("GET /api/v1/me HT".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException waiting) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static int closed(List<Socket> sockets) throws IOException {
        int closed = 0;
        for (var socket : sockets) {
            closed += isClosed(socket) ? 1 : 0;
        }
        return closed;
    }

    @Test
    void one_address_holds_its_share_and_no_more() throws Exception {
        TestAgency.anonymous().get("/api/v1/me").then().statusCode(401);
        var sockets = silent("127.0.0.9", SHARE + 25);
        try {
            Thread.sleep(300);
            assertThat(closed(sockets)).isEqualTo(25);
            TestAgency.anonymous().get("/api/v1/me").then().statusCode(401);
            var other = from("127.0.0.10");
            assertThat(isClosed(other)).isFalse();
            other.close();
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
        Thread.sleep(300);
        var again = from("127.0.0.9");
        assertThat(isClosed(again)).isFalse();
        again.close();
    }
}
