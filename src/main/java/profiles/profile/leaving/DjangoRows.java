package profiles.profile.leaving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.inject.Inject;
import profiles.account.User;

/** Rows of Django's tables, and of its usual apps, that refer to a user. Their keys do not cascade, so they are deleted first. */
public final class DjangoRows {
    private static final String BY_USER = "user_id = ?";

    private record Rows(String table, String condition) {
    }

    /** Those that refer to others come before them. */
    private static final List<Rows> ALL = List.of(new Rows("django_admin_log", BY_USER), new Rows("auth_user_groups", BY_USER),
        new Rows("auth_user_user_permissions", BY_USER),
        new Rows("account_emailconfirmation", "email_address_id in (select id from account_emailaddress where user_id = ?)"),
        new Rows("account_emailaddress", BY_USER),
        new Rows("socialaccount_socialtoken", "account_id in (select id from socialaccount_socialaccount where user_id = ?)"),
        new Rows("socialaccount_socialaccount", BY_USER), new Rows("mfa_authenticator", BY_USER),
        new Rows("usersessions_usersession", BY_USER), new Rows("authtoken_token", BY_USER));

    @Inject
    DjangoRows() {
    }

    /** The tables whose rows are deleted with an account. */
    public static List<String> tables() {
        return ALL.stream().map(Rows::table).toList();
    }

    /** In the transaction of the connection. */
    void delete(User user, Connection connection) {
        try {
            for (var rows : ALL) if (exists(rows.table, connection)) delete(rows, user, connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("Django's rows of user " + user.id() + " cannot be deleted", failed);
        }
    }

    private static boolean exists(String table, Connection connection) throws SQLException {
        try (var found = connection.getMetaData().getTables(connection.getCatalog(), null, table, null)) {
            return found.next();
        }
    }

    private static void delete(Rows rows, User user, Connection connection) throws SQLException {
        try (var delete = connection.prepareStatement("delete from " + rows.table + " where " + rows.condition)) {
            delete.setInt(1, user.id());
            delete.executeUpdate();
        }
    }
}
