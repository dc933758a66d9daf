package profiles.leaving;

import io.ebean.Database;
import jakarta.persistence.PersistenceException;
import java.util.List;
import javax.inject.Inject;
import profiles.account.LeavingAccount;
import profiles.account.User;
import profiles.data.Databases;
import profiles.media.Documents;
import profiles.profile.LeavingProfile;
import profiles.web.Errors;
import profiles.web.Problem;

/** Deletes an account with all that belongs to it: the rows in one transaction, then the files. A crash in between leaves files for the sweep. */
final class Deletion {
    private final Database db;
    private final LeavingAccount account;
    private final LeavingProfile profile;
    private final DjangoRows django;
    private final Documents documents;

    @Inject
    Deletion(Database db, LeavingAccount account, LeavingProfile profile, DjangoRows django, Documents documents) {
        this.db = db;
        this.account = account;
        this.profile = profile;
        this.django = django;
        this.documents = documents;
    }

    /** @throws profiles.web.Invalid for a wrong password, and for the last superuser */
    void run(User user, DeletionForm form) {
        if (!account.confirms(form.password(), user)) new Errors().on("password", "This is not your password.").check(form);
        rows(user, form).forEach(documents::discard);
    }

    /** @return the keys of the files that nothing refers to any more */
    private List<String> rows(User user, DeletionForm form) {
        try (var transaction = db.beginTransaction()) {
            if (account.isLastSuperuser(user)) new Errors()
                .on(Errors.FORM, "You are the last superuser: make another one first, or nobody can run this service.").check(form);
            django.delete(user, transaction.connection());
            var files = profile.delete(user);
            account.delete(user);
            transaction.commit();
            return files;
        } catch (PersistenceException failed) {
            if (!Databases.stillReferred(failed)) throw failed;
            throw new Problem(409, "Cannot be deleted", "Another program still refers to this account. Ask those who run this service.");
        }
    }
}
