package profiles.leaving;

import io.ebean.Database;
import io.javalin.http.Context;
import jakarta.persistence.PersistenceException;
import java.util.List;
import javax.inject.Inject;
import profiles.account.LeavingAccount;
import profiles.account.Member;
import profiles.account.OwnPassword;
import profiles.account.User;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.data.Databases;
import profiles.media.Documents;
import profiles.profile.LeavingProfile;
import profiles.web.Errors;
import profiles.web.Problem;

/** Deletes an account with all that belongs to it: the rows in one transaction, then the files. A crash in between leaves files for the sweep. */
final class Deletion {
    private final Database db;
    private final OwnPassword own;
    private final LeavingAccount account;
    private final LeavingProfile profile;
    private final DjangoRows django;
    private final Documents documents;
    private final Audit audit;

    @Inject
    Deletion(Database db, OwnPassword own, LeavingAccount account, LeavingProfile profile, DjangoRows django, Documents documents, Audit audit) {
        this.db = db;
        this.own = own;
        this.account = account;
        this.profile = profile;
        this.django = django;
        this.documents = documents;
        this.audit = audit;
    }

    /** @throws profiles.web.Invalid for a wrong password, and for the last superuser */
    void run(Context ctx, DeletionForm form) {
        if (!own.is(ctx, form.password(), form)) new Errors().on("password", OwnPassword.WRONG).check(form);
        rows(ctx, Member.of(ctx).user(), form).forEach(documents::discard);
    }

    /** @return the keys of the files that nothing refers to any more */
    private List<String> rows(Context ctx, User user, DeletionForm form) {
        try (var transaction = db.beginTransaction()) {
            if (account.isLastSuperuser(user)) new Errors()
                .on(Errors.FORM, "You are the last superuser: make another one first, or nobody can run this service.").check(form);
            django.delete(user, transaction.connection());
            var files = profile.delete(user);
            account.delete(user);
            audit.record(ctx, Act.ACCOUNT_DELETED, user);
            transaction.commit();
            return files;
        } catch (PersistenceException failed) {
            if (!Databases.stillReferred(failed)) throw failed;
            throw new Problem(409, "Cannot be deleted", "Another program still refers to this account. Ask those who run this service.");
        }
    }
}
