package id.karier.identity;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.keys.BigEndianBigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs our tokens and every public key that they are believed by. RSA, because checking a signature is
 * what every request pays for, and RSA checks ten times faster than an elliptic curve on the target machines.
 */
@Singleton
public class SigningKeys {
    private static final int BITS = 2048;

    private final PrivateKey active;
    private final String activeId;
    private final Map<String, RSAPublicKey> published = new LinkedHashMap<>();

    SigningKeys(TokenConfig config, @ConfigProperty(name = "karier.data") String dataFolder)
            throws IOException, GeneralSecurityException {
        var file =
                config.signingKey().map(Path::of).orElseGet(() -> Path.of(dataFolder, "development-signing-key.pem"));
        var key = Files.exists(file) || config.signingKey().isPresent() ? read(file) : make(file);
        var publicKey = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        active = key;
        activeId = thumbprint(publicKey);
        published.put(activeId, publicKey);
        for (var earlier : config.earlierKeys().values()) {
            var earlierKey = readPublic(Path.of(earlier));
            published.put(thumbprint(earlierKey), earlierKey);
        }
    }

    PrivateKey active() {
        return active;
    }

    String activeId() {
        return activeId;
    }

    /** The key that a token names, or null when it is none of ours. */
    @Nullable
    PublicKey publicKey(@Nullable String id) {
        return id == null ? null : published.get(id);
    }

    Map<String, RSAPublicKey> published() {
        return Map.copyOf(published);
    }

    /** A public key as RFC 7517 writes it. */
    static IdentityJson.Key json(String id, RSAPublicKey key) {
        return new IdentityJson.Key(
                "RSA", "sig", "RS256", id, number(key.getModulus()), number(key.getPublicExponent()));
    }

    private static String number(BigInteger value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(BigEndianBigInteger.toByteArray(value));
    }

    private static RSAPrivateCrtKey read(Path file) throws IOException, GeneralSecurityException {
        return (RSAPrivateCrtKey)
                KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pem(file, "PRIVATE KEY")));
    }

    private static RSAPublicKey readPublic(Path file) throws IOException, GeneralSecurityException {
        return (RSAPublicKey)
                KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(pem(file, "PUBLIC KEY")));
    }

    private static byte[] pem(Path file, String kind) throws IOException {
        var text = Files.readString(file)
                .replace("-----BEGIN " + kind + "-----", "")
                .replace("-----END " + kind + "-----", "");
        return Base64.getMimeDecoder().decode(text);
    }

    private static RSAPrivateCrtKey make(Path file) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        var key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        var pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, pem, StandardCharsets.US_ASCII);
        return key;
    }

    private static String thumbprint(RSAPublicKey key) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 16);
    }
}
