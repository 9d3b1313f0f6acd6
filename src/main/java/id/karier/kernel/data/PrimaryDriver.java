package id.karier.kernel.data;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * MySQL's driver, connecting only to a server that takes writes, wherever it stands in the URL. The driver's own failover
 * goes by the order of the URL and stays with a primary that came back as a read-only member of its group.
 */
public class PrimaryDriver implements Driver {
    private static final String CONNECT_TIMEOUT = "connectTimeout";
    private static final String SOCKET_TIMEOUT = "socketTimeout";
    private static final String PATIENCE = "3000";

    /** MySQL answers wrongly through statements that it keeps prepared (decision 0009): no URL may ask for them. */
    private static final String PREPARED_BY_SERVER = "useServerPrepStmts";

    /** The server that took writes last: asked first. */
    private static final AtomicReference<@Nullable String> LAST = new AtomicReference<>();

    /** Open connections and their servers; forgotten with the connection. */
    private static final Map<Connection, String> OPEN = new WeakHashMap<>();

    private final Driver mysql;

    public PrimaryDriver() throws SQLException {
        this.mysql = new com.mysql.cj.jdbc.Driver();
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        SQLException refused = null;
        for (var server :
                inOrder(ConnectionUrl.getConnectionUrlInstance(url, info).getHostsList())) {
            try {
                return open(server);
            } catch (SQLException failed) {
                LAST.compareAndSet(server.getHostPortPair(), null);
                refused = refused == null || SqlFailure.meaning(refused) == SqlFailure.OTHER ? failed : refused;
            }
        }
        throw refused == null ? new SQLTransientConnectionException("no server in the URL", "08001") : refused;
    }

    /** The server that the last connection was made to, or null when it is in doubt. */
    static @Nullable String last() {
        return LAST.get();
    }

    /** The next connection is made in the order of the URL. */
    static void forgetLast() {
        LAST.set(null);
    }

    /** Ends every connection to another server at once, also those that wait for an answer that does not come. */
    static int abortOthers(String server) {
        return abort(server, false);
    }

    /** Ends every connection to a server at once. */
    static int abortAll(String server) {
        return abort(server, true);
    }

    private static int abort(String server, boolean itsOwn) {
        var ended = new ArrayList<Connection>();
        synchronized (OPEN) {
            OPEN.forEach((connection, itsServer) -> {
                if (itsServer.equals(server) == itsOwn) {
                    ended.add(connection);
                }
            });
            ended.forEach(OPEN::remove);
        }
        for (var connection : ended) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException alreadyEnded) {
                // it is what was wanted
            }
        }
        return ended.size();
    }

    private static List<HostInfo> inOrder(List<HostInfo> servers) {
        var last = LAST.get();
        var order = new ArrayList<>(servers);
        if (last != null) {
            order.sort((one, other) ->
                    Boolean.compare(last.equals(other.getHostPortPair()), last.equals(one.getHostPortPair())));
        }
        return order;
    }

    private Connection open(HostInfo server) throws SQLException {
        var properties = server.exposeAsProperties();
        // a server that was stopped, not ended, accepts connections and never says a word
        var answerWithin = properties.getProperty(CONNECT_TIMEOUT, PATIENCE);
        var socketTimeout = properties.getProperty(SOCKET_TIMEOUT, "0");
        properties.setProperty(SOCKET_TIMEOUT, answerWithin);
        properties.setProperty(PREPARED_BY_SERVER, "false");
        properties.remove("host");
        properties.remove("port");
        properties.remove("dbname");
        var connection = mysql.connect(urlOf(server), properties);
        if (connection == null) {
            throw new SQLTransientConnectionException("not a URL of MySQL", "08001");
        }
        try {
            if (isReadOnly(connection)) {
                throw new SQLTransientConnectionException(
                        "the server " + server.getHostPortPair() + " is read-only", "08001");
            }
            connection.setNetworkTimeout(Runnable::run, Integer.parseInt(socketTimeout));
        } catch (SQLException failed) {
            connection.abort(Runnable::run);
            throw failed;
        }
        LAST.set(server.getHostPortPair());
        synchronized (OPEN) {
            OPEN.put(connection, server.getHostPortPair());
        }
        return connection;
    }

    /** Set on MySQL by super_read_only as well, and on every member of a group but its primary. */
    static boolean isReadOnly(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select @@global.read_only")) {
            // MariaDB answers with a word in its newest versions
            return answer.next() && !answer.getString(1).matches("(?i)0|off");
        }
    }

    private static String urlOf(HostInfo server) {
        var host = server.getHost().contains(":") ? "[" + server.getHost() + "]" : server.getHost();
        var database = server.getDatabase() == null ? "" : server.getDatabase();
        return "jdbc:mysql://" + host + ":" + server.getPort() + "/" + database;
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return mysql.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return mysql.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return mysql.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return mysql.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return mysql.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return mysql.getParentLogger();
    }
}
