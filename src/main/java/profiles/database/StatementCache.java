package profiles.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A connection to SQLite that keeps its statements prepared. MariaDB's driver does so itself; SQLite's parses and plans each anew, which
 * cost more than to run them: a quarter of the processor time of a page.
 */
final class StatementCache implements InvocationHandler {
    /** More than the service knows; what else is asked, as lists of ids of all lengths, pushes out what was not used for longest. */
    static final int MAX = 64;
    private static final Set<String> ONCE = Set.of("addBatch", "execute", "closeOnCompletion");

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(MAX, 0.75f, true);

    private StatementCache(Connection connection) {
        this.connection = connection;
    }

    /** @param connection which one thread uses at a time */
    static Connection of(Connection connection) {
        return proxy(Connection.class, new StatementCache(connection));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("prepareStatement") && arguments.length == 1) return prepare((String) arguments[0]);
        if (method.getDeclaringClass() == Object.class) return ofObject(proxy, method, arguments);
        return call(connection, method, arguments);
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        var kept = idle.remove(sql);
        return proxy(PreparedStatement.class, new Lent(sql, kept != null ? kept : connection.prepareStatement(sql)));
    }

    private void keep(String sql, PreparedStatement statement) throws SQLException {
        var twin = idle.put(sql, statement);
        if (twin != null) twin.close();
        if (idle.size() > MAX) idle.remove(idle.keySet().iterator().next()).close();
    }

    private Object ofObject(Object proxy, Method method, Object[] arguments) throws Throwable {
        return method.getName().equals("equals") ? proxy == arguments[0] : call(connection, method, arguments);
    }

    private static Object call(Object of, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(of, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(StatementCache.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** A statement until it is closed, which gives it back. Its rows are to be closed before it: the next to have it has the same. */
    private final class Lent implements InvocationHandler {
        private final String sql;
        private final PreparedStatement statement;
        private ResultSet rows;
        private int parameters;
        private boolean spoilt, closed;

        Lent(String sql, PreparedStatement statement) {
            this.sql = sql;
            this.statement = statement;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            var name = method.getName();
            if (name.equals("close")) {
                if (!closed) close();
                return null;
            }
            if (name.equals("isClosed")) return closed;
            if (method.getDeclaringClass() == Object.class) return ofObject(proxy, method, arguments);
            if (closed) throw new SQLException("The statement is closed.");
            // A limit of time or rows, or a batch, is for this once; a parameter has its place and its value.
            if (ONCE.contains(name) || name.startsWith("set") && arguments.length == 1) spoilt = true;
            return run(method, arguments);
        }

        private Object run(Method method, Object[] arguments) throws Throwable {
            try {
                var result = call(statement, method, arguments);
                if (result instanceof ResultSet told) rows = told;
                if (method.getName().startsWith("set") && arguments.length > 1) parameters = Math.max(parameters, (int) arguments[0]);
                return result;
            } catch (Throwable failed) {
                spoilt = true;
                throw failed;
            }
        }

        private void close() throws SQLException {
            closed = true;
            if (!spoilt && tidied()) keep(sql, statement);
            else statement.close();
        }

        /** @return false where it cannot be, as when the connection is broken */
        private boolean tidied() {
            try {
                // Rows that are not read to their end hold the database's past, and its log would grow.
                if (rows != null) rows.close();
                // To clear them at once would have it planned anew: SQLite takes that for values of another kind (sqlite3_clear_bindings).
                for (int i = 1; i <= parameters; i++) statement.setNull(i, Types.NULL);
                return true;
            } catch (SQLException broken) {
                return false;
            }
        }
    }
}
