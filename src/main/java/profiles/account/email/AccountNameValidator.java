package profiles.account.email;

import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.Username;
import profiles.database.TextColumns;
import profiles.web.FormErrors;
import profiles.web.TextRules;

/** Checks names and addresses of accounts against the database. */
@Singleton
public final class AccountNameValidator {
    private final VerifiedEmails addresses;
    private final TextColumns columns;

    @Inject
    AccountNameValidator(VerifiedEmails addresses, TextColumns columns) {
        this.addresses = addresses;
        this.columns = columns;
    }

    /** A confirmed address logs in like a user name, so it is taken as a user name, too. */
    public void validate(String username, String email, FormErrors errors) {
        if (!columns.holds("auth_user", "username", username)) errors.add("username", TextRules.NOT_KEPT);
        else if (username.contains("@") && addresses.isConfirmed(username)) errors.add("username", Username.TAKEN);
        validateEmail(email, errors);
    }

    void validateEmail(String email, FormErrors errors) {
        if (!columns.holds("auth_user", "email", email)) errors.add("email", TextRules.NOT_KEPT);
    }
}
