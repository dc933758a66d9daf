package profiles.leaving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.inject.Inject;
import profiles.account.User;

/** What Django itself says of users, in a database that it has filled: its keys do not cascade, so these rows go first, in its order. */
final class DjangoRows {
    private static final List<String> TABLES = List.of("django_admin_log", "auth_user_groups", "auth_user_user_permissions");

    @Inject
    DjangoRows() {
    }

    /** In the transaction of the connection. */
    void delete(User user, Connection connection) {
        try {
            for (var table : TABLES) if (exists(table, connection)) delete(table, user, connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("Django's rows of user " + user.id() + " cannot be deleted", failed);
        }
    }

    private static boolean exists(String table, Connection connection) throws SQLException {
        try (var found = connection.getMetaData().getTables(connection.getCatalog(), null, table, null)) {
            return found.next();
        }
    }

    private static void delete(String table, User user, Connection connection) throws SQLException {
        try (var delete = connection.prepareStatement("delete from " + table + " where user_id = ?")) {
            delete.setInt(1, user.id());
            delete.executeUpdate();
        }
    }
}
