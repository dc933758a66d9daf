package profiles.profile.leaving;

import io.ebean.Database;
import io.javalin.http.Context;
import jakarta.persistence.PersistenceException;
import java.util.List;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.account.User;
import profiles.account.admin.AccountErasure;
import profiles.account.password.PasswordConfirmation;
import profiles.audit.AuditAction;
import profiles.audit.AuditTrail;
import profiles.database.EbeanSetup;
import profiles.database.Transactions;
import profiles.media.Documents;
import profiles.profile.ProfileErasure;
import profiles.web.FormErrors;
import profiles.web.Problem;

/**
 * Deletes an account with all that belongs to it: the rows in one transaction, then the files. A crash in between leaves files for the
 * cleanup.
 */
final class AccountDeletion {
    private final Database db;
    private final PasswordConfirmation own;
    private final AccountErasure account;
    private final ProfileErasure profile;
    private final DjangoRows django;
    private final Documents documents;
    private final AuditTrail audit;

    @Inject
    AccountDeletion(Database db, PasswordConfirmation own, AccountErasure account, ProfileErasure profile, DjangoRows django,
        Documents documents, AuditTrail audit) {
        this.db = db;
        this.own = own;
        this.account = account;
        this.profile = profile;
        this.django = django;
        this.documents = documents;
        this.audit = audit;
    }

    /** @throws profiles.web.InvalidForm for a wrong password, and for the last superuser */
    void run(Context ctx, DeletionForm form) {
        if (!own.matches(ctx, form.password(), form)) new FormErrors().add("password", PasswordConfirmation.WRONG).check(form);
        documents.discardReleased(rows(ctx, Member.of(ctx).user(), form));
    }

    /** @return the keys of the files that nothing refers to any more */
    private List<String> rows(Context ctx, User user, DeletionForm form) {
        try {
            return Transactions.get(db, () -> delete(ctx, user, form));
        } catch (PersistenceException failed) {
            if (!EbeanSetup.isForeignKeyViolation(failed)) throw failed;
            throw new Problem(409, "Cannot be deleted", "Another program still refers to this account. Ask those who run this service.");
        }
    }

    private List<String> delete(Context ctx, User user, DeletionForm form) {
        if (account.isLastSuperuser(user)) new FormErrors()
            .add(FormErrors.FORM, "You are the last superuser: make another one first, or nobody can run this service.").check(form);
        django.delete(user, db.currentTransaction().connection());
        var files = profile.delete(user);
        account.delete(user);
        audit.record(ctx, AuditAction.ACCOUNT_DELETED, user);
        return files;
    }
}
