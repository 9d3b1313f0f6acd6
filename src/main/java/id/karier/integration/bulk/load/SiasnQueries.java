package id.karier.integration.bulk.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.karier.integration.siasn.Dossier.Raw;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.data.OldRows;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.Secrets;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the national system as they came, sealed whole, with their checksums. */
@ApplicationScoped
class SiasnQueries implements OldRows {
    private static final String PLACE = "siasn_rows.raw/";

    /** What older versions bound single members to. */
    private static final String OLD_PLACE = "siasn_rows.raw";

    /** Letters of a name that is made for a row without one. */
    private static final int NAME = 32;

    private static final SqlText CHECKSUMS = SqlText.ofAgency("""
            select employee_id, kind, siasn_id, checksum from siasn_rows
            where agency = :agency and employee_id in (:people)""");
    private static final SqlText INSERT = SqlText.ofAgency("""
            insert into siasn_rows (raw, checksum, fetched_at, agency, employee_id, kind, siasn_id)
            values (:raw, :checksum, :now, :agency, :person, :kind, :siasnId)""");
    private static final SqlText UPDATE = SqlText.ofAgency("""
            update siasn_rows set raw = :raw, checksum = :checksum, fetched_at = :now
            where agency = :agency and employee_id = :person and kind = :kind and siasn_id = :siasnId""");

    private static final SqlText OLD_PEOPLE = SqlText.ofNode("""
            select distinct employee_id from siasn_rows
            where employee_id > :after and raw like '{%' order by employee_id limit :most""");
    private static final SqlText OLD = SqlText.ofNode("""
            select kind, siasn_id, raw, checksum from siasn_rows
            where employee_id = :person and raw like '{%'""");
    private static final SqlText SEAL = SqlText.ofNode("""
            update siasn_rows set raw = :raw, checksum = :keyed, siasn_id = :name
            where employee_id = :person and kind = :kind and siasn_id = :siasnId and checksum = :checksum""");

    private final AgencySql sql;
    private final FieldCipher cipher;
    private final Secrets secrets;
    private final ObjectMapper json;

    SiasnQueries(AgencySql sql, FieldCipher cipher, Secrets secrets, ObjectMapper json) {
        this.sql = sql;
        this.secrets = secrets;
        this.cipher = cipher;
        this.json = json;
    }

    /** A row and whose it is. */
    record Owned(UUID employee, Raw raw) {}

    private record Stored(UUID employee, String key, byte[] checksum) {}

    /** What {@link #key} of each person's rows had for a checksum. */
    Map<UUID, Map<String, byte[]>> checksums(Collection<UUID> people) {
        var found = new HashMap<UUID, Map<String, byte[]>>();
        for (var some : Keys.lists(people)) {
            sql.rows(CHECKSUMS, Map.of("people", some), SiasnQueries::stored)
                    .forEach(stored -> found.computeIfAbsent(stored.employee(), id -> new HashMap<>())
                            .put(stored.key(), stored.checksum()));
        }
        return found;
    }

    private static Stored stored(Row row) throws SQLException {
        return new Stored(row.id(), key(row.text(), row.text()), row.bytes());
    }

    static String key(Raw raw) {
        return key(raw.kind(), raw.siasnId());
    }

    private static String key(String kind, String siasnId) {
        return kind + '/' + siasnId.toUpperCase(Locale.ROOT);
    }

    /** Whether a row is the one that a checksum was made of; those of older versions have no key. */
    boolean isSame(UUID employee, Raw raw, byte[] checksum) {
        var plain = digest(raw.json());
        return MessageDigest.isEqual(checksum, keyed(employee, key(raw), plain))
                || MessageDigest.isEqual(checksum, plain);
    }

    /** Without the key nobody can try out what a row may say. */
    private byte[] keyed(UUID employee, String key, byte[] plain) {
        var message = new ByteArrayOutputStream();
        message.writeBytes((employee + "/" + key + '/').getBytes(StandardCharsets.UTF_8));
        message.writeBytes(plain);
        return secrets.hmac("siasn_rows.checksum", message.toByteArray());
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The name of a row that has none of its own: a digest of what it says, with a key. */
    String nameOf(String json) {
        return renamed(HexFormat.of().formatHex(digest(json)).substring(0, NAME));
    }

    private String renamed(String digest) {
        var keyed = secrets.hmac("siasn_rows.siasn_id", digest.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(keyed).substring(0, NAME);
    }

    void insert(List<Owned> rows, Instant now) {
        sql.batch(INSERT, rows, row -> values(row, now));
    }

    void update(List<Owned> rows, Instant now) {
        sql.batch(UPDATE, rows, row -> values(row, now));
    }

    private Map<String, ?> values(Owned row, Instant now) {
        var raw = row.raw();
        return Map.of(
                "raw", sealed(row.employee(), key(raw), raw.json()),
                "checksum", keyed(row.employee(), key(raw), digest(raw.json())),
                "now", now,
                "person", row.employee(),
                "kind", raw.kind(),
                "siasnId", raw.siasnId());
    }

    /** The whole row, bound to its person, kind and name; as a JSON text, because the column holds JSON. */
    private String sealed(UUID employee, String key, String text) {
        return '"' + cipher.sealText(PLACE + key, employee, text) + '"';
    }

    @Override
    public String name() {
        return "siasn_rows";
    }

    /** Rows of older versions: some members were sealed one by one, and the digests had no key. */
    @Override
    public @Nullable UUID sealAfter(UUID after, int most) {
        var people = sql.rows(OLD_PEOPLE, Map.of("after", after, "most", most), Row::id);
        for (var person : people) {
            for (var old : sql.rows(OLD, Map.of("person", person), SiasnQueries::old)) {
                seal(person, old);
            }
        }
        return people.size() < most ? null : people.get(people.size() - 1);
    }

    private record Old(String kind, String siasnId, String raw, byte[] checksum) {}

    private static Old old(Row row) throws SQLException {
        return new Old(row.text(), row.text(), row.text(), row.bytes());
    }

    private void seal(UUID person, Old old) {
        var unnamed = HexFormat.of().formatHex(old.checksum()).substring(0, NAME);
        var siasnId = unnamed.equals(old.siasnId()) ? renamed(unnamed) : old.siasnId();
        var key = key(old.kind(), siasnId);
        sql.change(
                SEAL,
                Map.of(
                        "raw", sealed(person, key, opened(person, old.raw())),
                        "keyed", keyed(person, key, old.checksum()),
                        "name", siasnId,
                        "person", person,
                        "kind", old.kind(),
                        "siasnId", old.siasnId(),
                        "checksum", old.checksum()));
    }

    private String opened(UUID person, String raw) {
        try {
            var tree = json.readTree(raw);
            open(tree, person);
            return json.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a row of the national system is no JSON any more", impossible);
        }
    }

    private void open(JsonNode node, UUID person) {
        if (node instanceof ObjectNode object) {
            for (var member : object.properties()) {
                var value = member.getValue();
                if (value.isTextual()) {
                    member.setValue(TextNode.valueOf(cipher.openText(OLD_PLACE, person, value.asText())));
                } else {
                    open(value, person);
                }
            }
        } else {
            node.forEach(item -> open(item, person));
        }
    }
}
