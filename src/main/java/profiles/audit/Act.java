package profiles.audit;

/** What is worth remembering: who came in or was refused, and what changed about an account (ASVS 16.3). The names are stored, so they stay. */
public enum Act {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    /** The first refusal after tries that were let through; those that follow it are not told. */
    TRIED_TOO_OFTEN,
    SIGNED_OUT,
    SESSION_ENDED,
    REGISTERED,
    PASSWORD_CHANGED,
    PASSWORD_RESET_ASKED,
    PASSWORD_RESET,
    EMAIL_CHANGED,
    EMAIL_VERIFIED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    VIRUS_REFUSED,
    EXPORTED,
    ACCOUNT_DELETED,
    ACTIVATED,
    DEACTIVATED,
    /** Anything else that staff did to an account. */
    STAFF_ACT
}
