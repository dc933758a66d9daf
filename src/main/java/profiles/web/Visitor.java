package profiles.web;

/** An authenticated visitor, as far as the package web needs to know. */
public interface Visitor {
    int id();

    /** As shown at the top of each page. */
    String username();

    boolean isStaff();

    boolean isSuperuser();

    /** Signed in by a session, which {@link Role#OWNER} asks for. */
    boolean hasSession();

    /** False for a token that may only read. */
    boolean canWrite();
}
