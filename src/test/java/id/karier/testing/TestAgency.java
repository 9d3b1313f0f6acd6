package id.karier.testing;

import id.karier.changes.ChangeSequencer;
import id.karier.kernel.Role;
import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** An agency of a test's own, and requests in the name of anybody in it, with real signed tokens. */
public final class TestAgency {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration SEQUENCING = Duration.ofSeconds(60);

    public final String code;
    public final UUID id;

    private TestAgency(String code, UUID id) {
        this.code = code;
        this.id = id;
    }

    /** A new, empty agency in Western Indonesian time; its code begins with the given word. */
    public static TestAgency called(String word) {
        var agency = new TestAgency(word + "-" + NUMBER.incrementAndGet(), UUID.randomUUID());
        sql("insert into agencies (code, id, name, kind, time_zone, settings) values ('" + agency.code + "', x'"
                + hex(agency.id) + "', 'Pemerintah " + agency.code + "', 'REGENCY', 'Asia/Jakarta', '{}')");
        return agency;
    }

    /** A request by an officer without a record of her own. */
    public RequestSpecification as(Role... roles) {
        return as(null, roles);
    }

    /** A request by a person of this agency. */
    public RequestSpecification as(UUID employee, Role... roles) {
        return with(token(employee, roles));
    }

    /** A request by a machine. */
    public RequestSpecification asClient(String... scopes) {
        return with(clientToken(scopes));
    }

    public String clientToken(String... scopes) {
        var claims = Jwt.claims().claim("agency", code).claim("scope", String.join(" ", scopes));
        return sign(claims.subject(account("client", scopes).toString()));
    }

    public String token(UUID employee, Role... roles) {
        var groups = Arrays.stream(roles).map(Role::name).collect(Collectors.toSet());
        var who = account(String.valueOf(employee), groups.toArray(String[]::new));
        var claims =
                Jwt.claims().claim("agency", code).groups(Set.copyOf(groups)).subject(who.toString());
        return sign(employee == null ? claims : claims.claim("employee", employee.toString()));
    }

    /** The account that a caller of this agency gets: the same for the same words, so that replays meet. */
    public UUID account(String who, String... more) {
        return UUID.nameUUIDFromBytes((code + who + String.join("", more)).getBytes());
    }

    /** Posts a body that REST Assured had better not print, and answers the status. */
    public int postUnlogged(String path, String body, Role... roles) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                    .header("Authorization", "Bearer " + token(null, roles))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public static RequestSpecification anonymous() {
        return RestAssured.given();
    }

    /** Runs a statement on the application's own database. */
    public static int sql(String statement) {
        try (Connection connection = dataSource().getConnection();
                var prepared = connection.createStatement()) {
            return prepared.executeUpdate(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(statement, failed);
        }
    }

    /** The first column of the first row, as text. */
    public static String query(String select) {
        return query(select, 1);
    }

    /** A column of the first row, as text. */
    public static String query(String select, int column) {
        try (Connection connection = dataSource().getConnection();
                var prepared = connection.createStatement();
                var found = prepared.executeQuery(select)) {
            return found.next() ? found.getString(column) : null;
        } catch (SQLException failed) {
            throw new IllegalStateException(select, failed);
        }
    }

    /** Waits until all that this agency committed has its position in the feed, whoever else gives out positions now. */
    public void awaitSequencing() {
        var unplaced = "select count(*) from change_log where position is null and agency = '" + code + "'";
        var sequencer = Arc.container().instance(ChangeSequencer.class).get();
        var until = Instant.now().plus(SEQUENCING);
        sequencer.sequence();
        while (!query(unplaced).equals("0")) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("changes of " + code + " have no position after " + SEQUENCING);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            sequencer.sequence();
        }
    }

    public static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static RequestSpecification with(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }

    private static String sign(io.smallrye.jwt.build.JwtClaimsBuilder claims) {
        return claims.issuer("https://karier.example.id")
                .audience("karier")
                .expiresIn(Duration.ofMinutes(10))
                .jws()
                .keyId(keyId())
                .sign(key());
    }

    /** The key that the application under test made for itself. */
    public static PrivateKey key() {
        try {
            var pem = Files.readString(Path.of("target/test-data/development-signing-key.pem"))
                    .replaceAll("-----[A-Z ]+-----", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static String keyId() {
        try {
            var key = (RSAPrivateCrtKey) key();
            var open = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            var digest = MessageDigest.getInstance("SHA-256").digest(open.getEncoded());
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 16);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static DataSource dataSource() {
        return Arc.container().instance(DataSource.class).get();
    }
}
