package id.karier.integration.bulk.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.karier.integration.siasn.Dossier.Raw;
import id.karier.integration.siasn.PayloadReader;
import id.karier.kernel.data.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The rows of the national system as they came, with their checksums; personal data in them is sealed. */
@ApplicationScoped
class SiasnQueries {
    private static final String CHECKSUMS = """
            select employee_id, kind, siasn_id, checksum from siasn_rows where agency = ? and employee_id in (%s)""";
    private static final String INSERT = """
            insert into siasn_rows (raw, checksum, fetched_at, agency, employee_id, kind, siasn_id)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            update siasn_rows set raw = ?, checksum = ?, fetched_at = ?
            where agency = ? and employee_id = ? and kind = ? and siasn_id = ?""";

    private final RowQueries jdbc;
    private final FieldCipher cipher;
    private final ObjectMapper json;

    SiasnQueries(RowQueries jdbc, FieldCipher cipher, ObjectMapper json) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
    }

    /** A row and whose it is. */
    record Owned(UUID employee, Raw raw) {}

    private record Stored(UUID employee, String key, byte[] checksum) {}

    /** What {@link #key} of each person's rows had for a checksum. */
    Map<UUID, Map<String, byte[]>> checksums(String agency, Collection<UUID> people) {
        var found = new HashMap<UUID, Map<String, byte[]>>();
        for (var values : RowQueries.lists(people)) {
            var sql = CHECKSUMS.formatted(RowQueries.marks(values.size()));
            values.add(0, agency);
            jdbc.read(sql, SiasnQueries::stored, values.toArray())
                    .forEach(stored -> found.computeIfAbsent(stored.employee(), id -> new HashMap<>())
                            .put(stored.key(), stored.checksum()));
        }
        return found;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(RowQueries.requiredId(row, 1), key(row.getString(2), row.getString(3)), row.getBytes(4));
    }

    static String key(Raw raw) {
        return key(raw.kind(), raw.siasnId());
    }

    private static String key(String kind, String siasnId) {
        return kind + '/' + siasnId.toUpperCase(Locale.ROOT);
    }

    static byte[] checksum(Raw raw) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(raw.json().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void insert(String agency, List<Owned> rows, Instant now) {
        jdbc.batch(INSERT, values(agency, rows, now));
    }

    void update(String agency, List<Owned> rows, Instant now) {
        jdbc.batch(UPDATE, values(agency, rows, now));
    }

    private List<Object[]> values(String agency, List<Owned> rows, Instant now) {
        var values = new ArrayList<Object[]>();
        for (var row : rows) {
            values.add(RowQueries.values(
                    sealed(row),
                    checksum(row.raw()),
                    now,
                    agency,
                    row.employee(),
                    row.raw().kind(),
                    row.raw().siasnId()));
        }
        return values;
    }

    private String sealed(Owned row) {
        try {
            var tree = json.readTree(row.raw().json());
            seal(tree, row.employee());
            return json.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a row of " + row.raw().kind() + " is no JSON any more", impossible);
        }
    }

    private void seal(JsonNode node, UUID employee) {
        if (node instanceof ObjectNode object) {
            for (var member : object.properties()) {
                var value = member.getValue();
                boolean says = value.isValueNode() && !value.asText("").isBlank();
                if (says && PayloadReader.isPersonal(member.getKey())) {
                    member.setValue(TextNode.valueOf(sealed(employee, value.asText())));
                } else {
                    seal(value, employee);
                }
            }
        } else {
            node.forEach(item -> seal(item, employee));
        }
    }

    private String sealed(UUID employee, String text) {
        var sealed = cipher.sealBytes("siasn_rows.raw", employee, text.getBytes(StandardCharsets.UTF_8));
        return "sealed:" + Base64.getEncoder().encodeToString(sealed);
    }
}
