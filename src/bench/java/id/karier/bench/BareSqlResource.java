package id.karier.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.karier.kernel.Caller;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The statements of a page of people, a timeline and a profile with four histories, each row written as JSON with the names
 * of its columns: what their SQL costs without anything that the product makes of it.
 */
@Path("/bench")
@Access(Resource.EMPLOYEE)
public class BareSqlResource {
    private static final Pattern PARAMETER = Pattern.compile("(?<![\\w:]):([a-zA-Z]\\w*)");
    private static final String PEOPLE = """
            select e.id, e.identity_number, e.kind, e.status, e.name, e.front_titles, e.back_titles, e.unit_id, e.unit_name,
                e.position_id, e.position_title, e.position_level, e.position_since, e.leads_unit, e.rank_code,
                e.rank_since, e.retirement_on
            from employees e where e.agency = :agency order by e.name, e.id limit 51""";
    private static final String PERSON = """
            select e.id, e.agency, e.identity_number, e.kind, e.status, e.birth_date, e.sex, e.first_appointment_on,
                e.unit_id
            from employees e where e.agency = :agency and e.id = :employee""";
    private static final String PROFILE = "select e.* from employees e where e.agency = :agency and e.id = :employee";
    private static final List<String> HISTORIES = List.of(
            "select h.* from employee_ranks h where h.agency = :agency and h.employee_id = :employee"
                    + " order by h.starts_on desc, h.id desc limit 51",
            "select h.* from employee_positions h where h.agency = :agency and h.employee_id = :employee"
                    + " order by h.starts_on desc, h.id desc limit 51",
            "select h.* from employee_educations h where h.agency = :agency and h.employee_id = :employee"
                    + " order by h.counts_from desc, h.id desc limit 51",
            "select h.* from employee_trainings h where h.agency = :agency and h.employee_id = :employee"
                    + " order by h.counts_from desc, h.id desc limit 51");
    private static final String ENTRIES = statementOf("id.karier.history.timeline.TimelineQueries", "ENTRIES");
    private static final String PATHS = statementOf("id.karier.organisation.UnitDayQueries", "PATHS");

    private final DataSource database;
    private final Caller caller;
    private final JsonFactory json = new JsonFactory();

    BareSqlResource(DataSource database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    @GET
    @Path("/employees")
    public Response page() throws SQLException, IOException {
        return answer((connection, out) -> write(connection, out, PEOPLE, Map.of("agency", caller.agency())));
    }

    @GET
    @Path("/employees/{id}/timeline")
    public Response timeline(UUID id) throws SQLException, IOException {
        var values = Map.<String, Object>of(
                "agency", caller.agency(),
                "employee", bytes(id),
                "day", LocalDate.now(),
                "most", 200,
                "penalties", true);
        return answer((connection, out) -> {
            write(connection, out, PERSON, values);
            var units = write(connection, out, ENTRIES, values);
            if (!units.isEmpty()) {
                var marks = ":unit0" + unitNames(units.size());
                var more = new HashMap<>(values);
                more.put("asOf", values.get("day"));
                int i = 0;
                for (var unit : units) {
                    more.put("unit" + i++, bytes(unit));
                }
                write(connection, out, PATHS.replace(":units", marks), more);
            }
        });
    }

    @GET
    @Path("/employees/{id}/histories")
    public Response histories(UUID id) throws SQLException, IOException {
        var values = Map.<String, Object>of("agency", caller.agency(), "employee", bytes(id));
        return answer((connection, out) -> {
            write(connection, out, PROFILE, values);
            for (var history : HISTORIES) {
                write(connection, out, history, values);
            }
        });
    }

    private interface Work {
        void on(Connection connection, JsonGenerator out) throws SQLException, IOException;
    }

    private Response answer(Work work) throws SQLException, IOException {
        var bytes = new ByteArrayOutputStream(16_384);
        try (var connection = database.getConnection();
                var out = json.createGenerator(bytes)) {
            out.writeStartArray();
            work.on(connection, out);
            out.writeEndArray();
        }
        return Response.ok(bytes.toByteArray(), "application/json").build();
    }

    /** @return the units that the rows name */
    private static Set<UUID> write(Connection connection, JsonGenerator out, String sql, Map<String, ?> values)
            throws SQLException, IOException {
        var names = new ArrayList<String>();
        var positional = PARAMETER.matcher(sql).replaceAll(found -> {
            names.add(found.group(1));
            return "?";
        });
        var units = new LinkedHashSet<UUID>();
        try (var statement = connection.prepareStatement(positional)) {
            for (int i = 0; i < names.size(); i++) {
                statement.setObject(i + 1, values.get(names.get(i)));
            }
            try (var found = statement.executeQuery()) {
                var columns = found.getMetaData();
                while (found.next()) {
                    out.writeStartObject();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        var name = columns.getColumnLabel(i);
                        if (name.equals("id") || name.endsWith("_id")) {
                            var id = found.getBytes(i);
                            if (id != null && id.length == 16) {
                                out.writeStringField(name, uuid(id).toString());
                                if (name.equals("unit_id")) {
                                    units.add(uuid(id));
                                }
                            }
                        } else {
                            out.writeStringField(name, found.getString(i));
                        }
                    }
                    out.writeEndObject();
                }
            }
        }
        return units;
    }

    private static String unitNames(int many) {
        var names = new StringBuilder();
        for (int i = 1; i < many; i++) {
            names.append(", :unit").append(i);
        }
        return names.toString();
    }

    /** The timeline's own statement, so that both sides run the same one. */
    private static String statementOf(String queries, String constant) {
        try {
            var holder = Class.forName(queries);
            var text = open(holder.getDeclaredField(constant)).get(null);
            var prepared = open(text.getClass().getDeclaredField("ofAgency")).get(text);
            var pieces = (List<?>)
                    open(prepared.getClass().getDeclaredField("pieces")).get(prepared);
            var names = (List<?>)
                    open(prepared.getClass().getDeclaredField("names")).get(prepared);
            var sql = new StringBuilder(String.valueOf(pieces.get(0)));
            for (int i = 0; i < names.size(); i++) {
                sql.append(':').append(names.get(i)).append(pieces.get(i + 1));
            }
            return sql.toString();
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("the timeline keeps its statements otherwise now", changed);
        }
    }

    private static Field open(Field field) {
        field.setAccessible(true);
        return field;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
