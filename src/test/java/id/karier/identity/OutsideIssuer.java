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
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Somebody else's sign-on: publishes its keys over HTTP. A request to {@code /rotate} makes it publish the second key
 * too; {@code /hang}, {@code /fail}, {@code /withdraw} and {@code /mend} change what the issuer {@code macet} answers. The
 * private keys are handed to the tests by configuration.
 */
public class OutsideIssuer implements QuarkusTestResourceLifecycleManager {
    public static final String AGENCY = "luar-1";

    private static final Map<String, String> PATHS = Map.of("bisu", "/no", "macet", "/macet");

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
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                var thread = new Thread(work, "outside-issuer");
                thread.setDaemon(true);
                return thread;
            }));
            var mood = new AtomicReference<>("mend");
            for (var word : List.of("hang", "fail", "withdraw", "mend")) {
                server.createContext("/" + word, exchange -> {
                    mood.set(word);
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
            }
            server.createContext("/macet", exchange -> {
                while (mood.get().equals("hang")) {
                    pause();
                }
                var keys = mood.get().equals("withdraw") ? List.of(jwk("dua", second)) : List.of(jwk("satu", first));
                var json = new JsonWebKeySet(keys).toJson().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(mood.get().equals("fail") ? 500 : 200, json.length);
                exchange.getResponseBody().write(json);
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
            for (var name : List.of("nama", "subjek", "bisu", "macet", "nasional")) {
                config.put("karier.token.issuers." + name + ".issuer", "https://" + name + ".example");
                config.put("karier.token.issuers." + name + ".jwks-url", address + PATHS.getOrDefault(name, "/jwks"));
                config.put("karier.token.issuers." + name + ".audience", "karier-" + name);
                config.put("karier.token.issuers." + name + ".agency", name.equals("nasional") ? "*" : AGENCY);
            }
            config.put("karier.token.issuers.nasional.agency-claim", "instansi");
            config.put("karier.issuer-keys.refresh", "2S");
            config.put("karier.issuer-keys.retry", "1S");
            config.put("karier.token.issuers.nama.username-claim", "preferred_username");
            return config;
        } catch (IOException | NoSuchAlgorithmException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
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
