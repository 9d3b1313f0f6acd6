package id.karier.testing;

import id.karier.kernel.data.PrimaryDriver;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;

/** The real driver, whose statements and commits fail when {@link Faults} says so, as those of a real server would. */
public class BreakableDriver implements Driver {
    private final Driver real;

    public BreakableDriver() throws SQLException {
        real = new PrimaryDriver();
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        var connection = real.connect(url, info);
        if (connection == null) {
            return null;
        }
        return proxy(Connection.class, (self, method, values) -> onConnection(connection, method, values));
    }

    private static Object onConnection(Connection connection, Method method, Object[] values) throws Throwable {
        if (method.getName().equals("commit")) {
            var kind = Faults.strikes(Faults.COMMIT, true);
            if (kind == Faults.Kind.LOST_AFTER_COMMIT) {
                connection.commit();
            }
            fail(connection, kind);
        }
        var made = call(connection, method, values);
        if (made instanceof Statement statement) {
            var type = made instanceof CallableStatement
                    ? CallableStatement.class
                    : made instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
            var sql = values != null && values[0] instanceof String text ? text : "";
            return proxy(type, (self, called, given) -> {
                if (called.getName().startsWith("execute")) {
                    var text = given != null && given.length > 0 && given[0] instanceof String own ? own : sql;
                    fail(connection, Faults.strikes(text, !connection.getAutoCommit()));
                }
                return call(statement, called, given);
            });
        }
        return made;
    }

    private static void fail(Connection connection, Faults.Kind kind) throws SQLException {
        if (kind == Faults.Kind.DEADLOCK) {
            connection.rollback();
            throw new SQLException("planted: deadlock found when trying to get lock", "40001", 1213);
        }
        if (kind == Faults.Kind.PARENT_GONE) {
            throw new SQLException(
                    "planted: Cannot add or update a child row: a foreign key constraint fails", "23000", 1452);
        }
        if (kind == Faults.Kind.READ_ONLY) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            throw new SQLException(
                    "planted: The MySQL server is running with the --super-read-only option so it cannot execute this"
                            + " statement",
                    "HY000",
                    1290);
        }
        if (kind != null) {
            connection.abort(Runnable::run);
        }
        if (kind == Faults.Kind.CLOSED) {
            throw new SQLException("planted: No operations allowed after statement closed.", "S1009", 0);
        }
        if (kind == Faults.Kind.INVALID_STATE) {
            throw new SQLException("planted: invalid transaction state", "25000", 0);
        }
        if (kind != null) {
            throw new SQLException("planted: communications link failure", "08S01", 0);
        }
    }

    private static Object call(Object target, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(BreakableDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return real.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return real.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return real.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return real.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return real.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return real.getParentLogger();
    }
}
