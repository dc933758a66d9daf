package profiles.web;

/** Someone who is signed in, as far as the web needs to know. */
public interface Visitor {
    /** As shown at the top of each page. */
    String username();

    boolean staff();

    boolean superuser();

    /** Signed in by a session, which {@link Role#OWNER} asks for. */
    boolean owner();

    /** False for a token that may only read. */
    boolean writes();
}
