package profiles.audit;

/** An account, as far as the trail needs to know it: its id and its name, which it keeps when the account is gone. */
public interface AuditSubject {
    int id();

    String username();
}
