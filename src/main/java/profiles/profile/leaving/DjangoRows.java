package profiles.profile.leaving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.inject.Inject;
import profiles.account.User;

/** Rows of Django's tables that refer to a user. Their keys do not cascade, so they are deleted first, in Django's order. */
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
