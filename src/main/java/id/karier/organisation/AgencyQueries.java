package id.karier.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The few facts of agencies that everything asks for. In plain JDBC: they are asked before anybody is signed in, when a
 * Hibernate session would keep the tenant of nobody for the rest of the request.
 */
@ApplicationScoped
class AgencyQueries {
    private static final String FACTS = "select code, id, name, kind, time_zone from agencies where code = ?";
    private static final String CODE = "select code from agencies where id = ?";
    private static final String CODES = "select code from agencies order by code";

    private final DataSource database;

    AgencyQueries(DataSource database) {
        this.database = database;
    }

    private interface Work<R> {
        @Nullable
        R on(Connection connection) throws SQLException;
    }

    AgencyDirectory.@Nullable Facts facts(String code) {
        return connected(connection -> {
            try (var statement = connection.prepareStatement(FACTS)) {
                statement.setString(1, code);
                try (var found = statement.executeQuery()) {
                    return found.next() ? read(found) : null;
                }
            }
        });
    }

    @Nullable
    String code(UUID id) {
        return connected(connection -> {
            try (var statement = connection.prepareStatement(CODE)) {
                statement.setBytes(1, bytes(id));
                try (var found = statement.executeQuery()) {
                    return found.next() ? found.getString("code") : null;
                }
            }
        });
    }

    List<String> codes() {
        var codes = new ArrayList<String>();
        connected(connection -> {
            try (var statement = connection.prepareStatement(CODES);
                    var found = statement.executeQuery()) {
                while (found.next()) {
                    codes.add(found.getString("code"));
                }
                return codes;
            }
        });
        return codes;
    }

    private static AgencyDirectory.Facts read(ResultSet found) throws SQLException {
        var id = ByteBuffer.wrap(found.getBytes("id"));
        return new AgencyDirectory.Facts(
                found.getString("code"),
                new UUID(id.getLong(), id.getLong()),
                found.getString("name"),
                found.getString("kind"),
                ZoneId.of(found.getString("time_zone")));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private <R> @Nullable R connected(Work<R> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot read agencies", failed);
        }
    }
}
