package profiles.web;

import io.javalin.security.RouteRole;

/** Who may ask a route. A route that names none is closed to everybody. */
public enum Role implements RouteRole {
    /** Anyone, signed in or not. */
    GUEST,
    /** Anyone who is signed in, a program with a token too. */
    MEMBER,
    /** Members signed in by a session: what steers an account is closed to credentials that lie in scripts. */
    OWNER,
    /** Members who may see others' profiles and documents. */
    STAFF,
    /** Members who may do everything, and alone say who is staff. */
    SUPERUSER
}
