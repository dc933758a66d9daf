package profiles.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.sqlite.SQLiteException;

/** The connections that write. They tell an unknown outcome of a commit from a failure, and no rollback hides the cause. */
final class WriterPool extends HikariDataSource {

    private final WriteState state;

    WriterPool(HikariConfig config, WriteState state) {
        super(config);
        this.state = state;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var writer = new Writer(super.getConnection());
        return (Connection) Proxy.newProxyInstance(WriterPool.class.getClassLoader(), new Class<?>[] {Connection.class}, writer);
    }

    private final class Writer implements InvocationHandler {
        private final Connection connection;

        Writer(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            var name = method.getName();
            if (name.equals("commit")) commit();
            else if (name.equals("rollback") && arguments == null) rollback();
            else if (name.equals("setAutoCommit") && connection.isClosed()) return null;
            else return call(method, arguments);
            return null;
        }

        private void commit() throws SQLException {
            if (connection.isClosed()) throw new SQLTransientConnectionException("The connection was given up before the commit");
            try {
                connection.commit();
                state.succeeded();
            } catch (SQLException failed) {
                throw mayBeStored(failed) ? new CommitFailedException(failed) : failed;
            }
        }

        /**
         * A database that answers that it is busy, in conflict or read-only has stored nothing; nor has SQLite without room, since what
         * makes a transaction count is the last that it writes.
         */
        private static boolean mayBeStored(SQLException failed) {
            var kind = DatabaseFailure.of(failed);
            if (kind == DatabaseFailure.FULL) return !(failed instanceof SQLiteException);
            return kind == DatabaseFailure.UNREACHABLE || kind == DatabaseFailure.BROKEN;
        }

        /** A connection that cannot do so is closed, by which the database does so itself. */
        private void rollback() {
            try {
                if (!connection.isClosed()) connection.rollback();
            } catch (SQLException broken) {
                evictConnection(connection);
            }
        }

        private Object call(Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }
    }
}
