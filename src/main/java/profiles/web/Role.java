package profiles.web;

import io.javalin.security.RouteRole;

/** The roles of the route table. A route without a role is closed to everybody. */
public enum Role implements RouteRole {
    /** Anyone, logged in or not. */
    GUEST,
    /** Anyone who is logged in, also a program with a token. */
    MEMBER,
    /** Members with a session. Changes of the account are closed to credentials that are stored in scripts. */
    OWNER,
    /** Members who may see others' profiles and documents. */
    STAFF,
    /** Members who may do everything, and who alone decide who is staff. */
    SUPERUSER
}
