package id.karier.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.Caller;
import id.karier.kernel.Ids;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;

/** The least code that answers a profile, and that changes one: the same statements, the same JSON, by hand. */
@Path("/bench")
public class JdbcResource {
    private static final String SELECT = """
            select id, agency, identity_number, kind, status, name, front_titles, back_titles, birth_place, birth_date, sex,
                religion, marital_status, official_email, email is not null as email, nik_sealed is not null as nik,
                npwp_sealed is not null as npwp, address_sealed is not null as address,
                phone_sealed is not null as phone, first_appointment_on,
                permanent_on, unit_id, unit_name, position_id, position_title, position_level, position_since,
                leads_unit, rank_code, rank_since, education_level, education_name, retirement_on, source, siasn_id,
                updated_at, version
            from employees where id = ? and agency = ?""";

    private final DataSource database;
    private final Caller caller;
    private final ObjectMapper mapper;
    private final Ids ids;
    private final Clock clock;
    private final JsonFactory json = new JsonFactory();

    JdbcResource(DataSource database, Caller caller, ObjectMapper mapper, Ids ids, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a signed-in request costs that does nothing: the floor of everything. */
    @GET
    @Path("/empty")
    @Access(Resource.EMPLOYEE)
    public String empty() {
        return "{}";
    }

    @GET
    @Path("/employees/{id}")
    @Access(Resource.EMPLOYEE)
    public Response get(UUID id) throws SQLException, IOException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SELECT)) {
            statement.setBytes(1, bytes(id));
            statement.setString(2, caller.agency());
            try (var found = statement.executeQuery()) {
                if (!found.next()) {
                    return Response.status(404).build();
                }
                return Response.ok(profile(found), "application/json")
                        .tag(found.getString("version"))
                        .header("Cache-Control", "private, no-cache")
                        .header("Vary", "Authorization, Accept-Language, Accept-Encoding")
                        .build();
            }
        }
    }

    @PATCH
    @Path("/employees/{id}")
    @Consumes("application/merge-patch+json")
    @Access(value = Resource.EMPLOYEE, action = Action.WRITE)
    public Response patch(
            UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            ObjectNode patch)
            throws SQLException, IOException, NoSuchAlgorithmException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var account = bytes(caller.accountId());
            var hash = MessageDigest.getInstance("SHA-256").digest(mapper.writeValueAsBytes(patch));
            try (var find = connection.prepareStatement(
                    "select request_hash, status, location, version, body from idempotency_keys"
                            + " where account_id = ? and idempotency_key = ? for update nowait")) {
                find.setBytes(1, account);
                find.setString(2, key);
                find.executeQuery().close();
            }
            update(
                    connection,
                    "insert into idempotency_keys (account_id, idempotency_key, request_hash, created_at)"
                            + " values (?, ?, ?, ?)",
                    account,
                    key,
                    hash,
                    Timestamp.from(clock.instant()));
            byte[] body;
            try (var select = connection.prepareStatement(SELECT)) {
                select.setBytes(1, bytes(id));
                select.setString(2, caller.agency());
                try (var found = select.executeQuery()) {
                    if (!found.next()) {
                        return Response.status(404).build();
                    }
                    body = profile(found);
                }
            }
            var name = patch.get("officialEmail").asText();
            update(
                    connection,
                    "update employees set official_email = ?, updated_at = ?, version = version + 1"
                            + " where id = ? and agency = ?",
                    name,
                    Timestamp.from(clock.instant()),
                    bytes(id),
                    caller.agency());
            update(
                    connection,
                    "insert into change_log (id, agency, occurred_at, actor_id, operation, request_id, object_type,"
                            + " object_id, employee_id, action, fields, reason) values (?,?,?,?,?,?,?,?,?,?,?,?)",
                    bytes(ids.next()),
                    caller.agency(),
                    Timestamp.from(clock.instant()),
                    account,
                    "patchEmployee",
                    caller.requestId(),
                    "employee",
                    bytes(id),
                    bytes(id),
                    "UPDATED",
                    "{\"officialEmail\":{\"before\":null,\"after\":\"" + name + "\"}}",
                    null);
            update(
                    connection,
                    "update idempotency_keys set status = ?, location = ?, version = ?, body = ?"
                            + " where account_id = ? and idempotency_key = ?",
                    200,
                    null,
                    1L,
                    body,
                    account,
                    key);
            connection.commit();
            return Response.ok(body, "application/json").build();
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private byte[] profile(ResultSet row) throws SQLException, IOException {
        var bytes = new ByteArrayOutputStream(1024);
        try (var out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("id", uuid(row.getBytes("id")));
            text(out, row, "identityNumber", "identity_number");
            text(out, row, "kind", "kind");
            text(out, row, "status", "status");
            text(out, row, "name", "name");
            var back = row.getString("back_titles");
            out.writeStringField("fullName", row.getString("name") + (back == null ? "" : ", " + back));
            text(out, row, "frontTitles", "front_titles");
            text(out, row, "backTitles", "back_titles");
            text(out, row, "birthPlace", "birth_place");
            text(out, row, "birthDate", "birth_date");
            text(out, row, "sex", "sex");
            text(out, row, "religion", "religion");
            text(out, row, "maritalStatus", "marital_status");
            text(out, row, "officialEmail", "official_email");
            masked(out, row, "email", "email");
            masked(out, row, "nik", "nik");
            masked(out, row, "npwp", "npwp");
            masked(out, row, "address", "address");
            masked(out, row, "phone", "phone");
            text(out, row, "firstAppointmentOn", "first_appointment_on");
            text(out, row, "permanentOn", "permanent_on");
            out.writeObjectFieldStart("unit");
            out.writeStringField("id", uuid(row.getBytes("unit_id")));
            text(out, row, "name", "unit_name");
            out.writeEndObject();
            out.writeObjectFieldStart("position");
            out.writeStringField("id", uuid(row.getBytes("position_id")));
            text(out, row, "title", "position_title");
            text(out, row, "level", "position_level");
            text(out, row, "since", "position_since");
            out.writeBooleanField("leadsUnit", row.getBoolean("leads_unit"));
            out.writeEndObject();
            out.writeObjectFieldStart("rank");
            text(out, row, "code", "rank_code");
            text(out, row, "since", "rank_since");
            out.writeEndObject();
            out.writeObjectFieldStart("education");
            text(out, row, "level", "education_level");
            text(out, row, "field", "education_name");
            out.writeEndObject();
            text(out, row, "retirementOn", "retirement_on");
            text(out, row, "source", "source");
            text(out, row, "siasnId", "siasn_id");
            out.writeStringField(
                    "updatedAt", row.getTimestamp("updated_at").toInstant().toString());
            out.writeNumberField("version", row.getLong("version"));
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void text(JsonGenerator out, ResultSet row, String member, String column)
            throws SQLException, IOException {
        var value = row.getString(column);
        if (value != null) {
            out.writeStringField(member, value);
        }
    }

    private static void masked(JsonGenerator out, ResultSet row, String member, String column)
            throws SQLException, IOException {
        if (row.getBoolean(column)) {
            out.writeStringField(member, "***");
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String uuid(byte[] bytes) {
        if (bytes == null) {
            return "";
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }
}
