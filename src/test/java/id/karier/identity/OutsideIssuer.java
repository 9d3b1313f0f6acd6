package id.karier.identity;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Somebody else's sign-on: publishes its keys over HTTP. A request to {@code /rotate} makes it publish the second key
 * too. The private keys are handed to the tests by configuration.
 */
public class OutsideIssuer implements QuarkusTestResourceLifecycleManager {
    static final String AGENCY = "luar-1";

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            var first = pair();
            var second = pair();
            var published = new AtomicInteger(1);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/rotate", exchange -> {
                published.set(2);
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.createContext("/jwks", exchange -> {
                var keys = List.of(jwk("satu", first), jwk("dua", second)).subList(0, published.get());
                var json = new JsonWebKeySet(keys).toJson().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, json.length);
                exchange.getResponseBody().write(json);
                exchange.close();
            });
            server.start();
            var address = "http://127.0.0.1:" + server.getAddress().getPort();
            var config = new HashMap<String, String>();
            config.put("test.outside.address", address);
            config.put("test.outside.first", encoded(first));
            config.put("test.outside.second", encoded(second));
            for (var name : List.of("nama", "subjek", "bisu")) {
                config.put("karier.token.issuers." + name + ".issuer", "https://" + name + ".example");
                config.put(
                        "karier.token.issuers." + name + ".jwks-url",
                        address + (name.equals("bisu") ? "/no" : "/jwks"));
                config.put("karier.token.issuers." + name + ".audience", "karier-" + name);
                config.put("karier.token.issuers." + name + ".agency", AGENCY);
            }
            config.put("karier.token.issuers.nama.username-claim", "preferred_username");
            return config;
        } catch (IOException | NoSuchAlgorithmException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static KeyPair pair() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    }

    private static JsonWebKey jwk(String id, KeyPair pair) {
        try {
            var key = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
            key.setKeyId(id);
            return key;
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String encoded(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
