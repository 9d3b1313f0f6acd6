package id.karier.testing;

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
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;

/** The real driver, whose statements and commits fail when {@link Faults} says so, as those of a real server would. */
public class BreakableDriver implements Driver {
    private final Driver real;

    public BreakableDriver() throws SQLException {
        real = new com.mysql.cj.jdbc.Driver();
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        var connection = real.connect(url, info);
        if (connection == null) {
            return null;
        }
        var last = new AtomicReference<>("");
        return proxy(Connection.class, (self, method, values) -> onConnection(connection, last, method, values));
    }

    private static Object onConnection(
            Connection connection, AtomicReference<String> last, Method method, Object[] values) throws Throwable {
        if (method.getName().equals("commit")) {
            var kind = Faults.strikes(Faults.COMMIT, last.get(), true);
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
                    fail(connection, Faults.strikes(sql, last.get(), !connection.getAutoCommit()));
                    last.set(sql);
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
        if (kind != null) {
            connection.abort(Runnable::run);
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
