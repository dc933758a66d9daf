package profiles.account.email;

import io.ebean.Database;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import profiles.account.User;
import profiles.database.Transactions;
import profiles.net.MailAddress;

/** Addresses that users confirmed in django-allauth, whose tables may be in the same database. */
public final class AllauthEmails {
    private static final String TABLE = "account_emailaddress";

    private final Database db;
    private final VerifiedEmails emails;

    @Inject
    AllauthEmails(Database db, VerifiedEmails emails) {
        this.db = db;
        this.emails = emails;
    }

    /** Copies those that are the addresses of the accounts and not known to be confirmed yet. */
    public void copy() {
        if (!exists()) return;
        for (var id : unknown()) Transactions.run(db, () -> {
            var user = db.find(User.class).where().idEq(id).forUpdate().findOne();
            if (user != null && !emails.isVerified(user)) emails.verified(user, user.email());
        });
    }

    private List<Integer> unknown() {
        var users = new ArrayList<Integer>();
        db.sqlQuery("select u.id, u.email, a.email as confirmed, e.address from " + TABLE + " a join auth_user u on u.id = a.user_id "
            + "left join user_email e on e.user_id = u.id where a.verified = 1").findEach(row -> {
                var address = MailAddress.folded(row.getString("email"));
                if (!address.isEmpty() && address.equals(MailAddress.folded(row.getString("confirmed")))
                    && !address.equals(row.getString("address"))) users.add(row.getInteger("id"));
            });
        return users;
    }

    private boolean exists() {
        try (var connection = db.dataSource().getConnection();
             var tables = connection.getMetaData().getTables(connection.getCatalog(), null, TABLE, null)) {
            return tables.next();
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }
}
