package id.karier.integration.bulk.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.karier.integration.siasn.Dossier.Raw;
import id.karier.integration.siasn.PayloadReader;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
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
    private static final SqlText CHECKSUMS = SqlText.ofAgency("""
            select employee_id, kind, siasn_id, checksum from siasn_rows
            where agency = :agency and employee_id in (:people)""");
    private static final SqlText INSERT = SqlText.ofAgency("""
            insert into siasn_rows (raw, checksum, fetched_at, agency, employee_id, kind, siasn_id)
            values (:raw, :checksum, :now, :agency, :person, :kind, :siasnId)""");
    private static final SqlText UPDATE = SqlText.ofAgency("""
            update siasn_rows set raw = :raw, checksum = :checksum, fetched_at = :now
            where agency = :agency and employee_id = :person and kind = :kind and siasn_id = :siasnId""");

    private final AgencySql sql;
    private final FieldCipher cipher;
    private final ObjectMapper json;

    SiasnQueries(AgencySql sql, FieldCipher cipher, ObjectMapper json) {
        this.sql = sql;
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

    static byte[] checksum(Raw raw) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(raw.json().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void insert(List<Owned> rows, Instant now) {
        sql.batch(INSERT, rows, row -> values(row, now));
    }

    void update(List<Owned> rows, Instant now) {
        sql.batch(UPDATE, rows, row -> values(row, now));
    }

    private Map<String, ?> values(Owned row, Instant now) {
        return Map.of(
                "raw", sealed(row),
                "checksum", checksum(row.raw()),
                "now", now,
                "person", row.employee(),
                "kind", row.raw().kind(),
                "siasnId", row.raw().siasnId());
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
