package profiles.web;

/** Someone who is signed in, as far as the web needs to know. */
public interface Visitor {
    /** As shown at the top of each page. */
    String username();

    boolean staff();
}
