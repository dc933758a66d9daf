package profiles.audit;

/** The kinds of events in the trail (ASVS 16.3). The names are stored, so they never change. */
public enum AuditAction {
    SIGNED_IN("Logged in"),
    SIGN_IN_REFUSED("Login refused"),
    /** The first refusal after tries that were let through; those that follow it are not told. */
    TRIED_TOO_OFTEN("Tried too often"),
    SIGNED_OUT("Logged out"),
    SESSION_ENDED("Logged out elsewhere"),
    REGISTERED("Account made"),
    PASSWORD_CHANGED("Password changed"),
    PASSWORD_RESET_ASKED("Link for a new password asked for"),
    PASSWORD_RESET("Password chosen by a mailed link"),
    EMAIL_CHANGED("E-mail address changed"),
    EMAIL_VERIFIED("E-mail address confirmed"),
    TOKEN_MADE("Token made"),
    TOKEN_REVOKED("Token revoked"),
    VIRUS_REFUSED("Document with a virus refused"),
    EXPORTED("Data downloaded"),
    /** Of others, by staff. */
    MEMBERS_EXPORTED("Members exported"),
    ACCOUNT_DELETED("Account deleted"),
    ACTIVATED("Activated"),
    DEACTIVATED("Deactivated"),
    /** By staff; what members write into their own is no event. */
    PROFILE_EDITED("Profile edited"),
    MADE_STAFF("Made staff"),
    UNMADE_STAFF("Removed from staff"),
    MADE_SUPERUSER("Made a superuser"),
    UNMADE_SUPERUSER("Removed as superuser");

    private final String text;

    AuditAction(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
