package id.karier.identity;

import com.password4j.Argon2Function;
import id.karier.kernel.Published;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The sign-ins of the demo, whose password everybody knows: what tells that the demo has filled a database. */
@Published
public final class KnownSignIns {
    /** Names and hashes of the accounts and machines that the demo makes: a word, a dot or dash, and the code of an agency. */
    public static final String SELECT = """
            select username, password_hash from accounts
            where not disabled and (username = 'nasional' or username like '%.lampung' or username like '%.bengkulu'
                or username like '%.bandung' or username like '%.tanjungselor' or username like '%.lhokseumawe')
              and (username = 'nasional' or substring_index(username, '.', 1) in
                ('asn', 'atasan', 'sdm', 'pelatihan', 'asesor', 'pimpinan', 'admin', 'auditor'))
            union all
            select client_id, secret_hash from clients where not disabled and client_id in ('integrasi-lampung',
                'integrasi-bengkulu', 'integrasi-bandung', 'integrasi-tanjungselor', 'integrasi-lhokseumawe')""";

    private static final String PASSWORD = "karier-demo";

    private KnownSignIns() {}

    /**
     * The first name that still has the demo's password, or an empty text.
     *
     * @param hashes by name, as {@link #SELECT} finds them
     */
    public static String open(Map<String, String> hashes) {
        for (var entry : hashes.entrySet()) {
            if (entry.getValue().startsWith("$argon2") && isKnown(entry.getValue())) {
                return entry.getKey();
            }
        }
        return "";
    }

    private static boolean isKnown(String hash) {
        var password = PASSWORD.getBytes(StandardCharsets.UTF_8);
        var stored = hash.getBytes(StandardCharsets.US_ASCII);
        return Argon2Function.getInstanceFromHash(hash).check(password, stored);
    }
}
