package profiles.web.security;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.web.Problem;
import profiles.web.Role;
import profiles.web.Visitor;
import profiles.web.Visitors;

/** Checks the role of the visitor: each route names one, and a route without a role is closed (ASVS 8.2.1). */
@Singleton
public final class AccessControl {
    private static final String VISITOR = "visitor", KNOWN = "visitor.known";

    private final Visitors visitors;

    @Inject
    AccessControl(Visitors visitors) {
        this.visitors = visitors;
    }

    /** @throws Problem 401 for a guest and 403 for a member, where more is needed */
    public void check(Context ctx) {
        Set<RouteRole> roles = ctx.routeRoles();
        if (roles.contains(Role.GUEST)) return;
        var visitor = authenticate(ctx);
        if (visitor == null) throw Challenge.unauthorized(ctx);
        if (!visitor.canWrite() && !CsrfFilter.isSafeMethod(ctx)) throw Challenge.insufficient("This token may only read.");
        if (roles.contains(Role.OWNER) && !visitor.hasSession()) throw Challenge.insufficient("Log in to do this: it needs a session.");
        if (roles.contains(Role.MEMBER) || roles.contains(Role.OWNER) || roles.contains(Role.STAFF) && visitor.isStaff()) return;
        if (roles.contains(Role.SUPERUSER) && visitor.isSuperuser()) return;
        throw Problem.forbidden(roles.contains(Role.SUPERUSER) ? "Only superusers may do this." : "This page is for staff.");
    }

    /** @return null for a guest */
    public Visitor authenticate(Context ctx) {
        if (ctx.attribute(KNOWN) == null) {
            // If the visitor cannot be authenticated, as without a database, the error page is a guest's.
            setCurrent(ctx, null);
            setCurrent(ctx, visitors.authenticate(ctx));
        }
        return ctx.attribute(VISITOR);
    }

    /** After a login or a logout, the rest of the request belongs to another visitor. */
    public static void setCurrent(Context ctx, Visitor visitor) {
        ctx.attribute(VISITOR, visitor);
        ctx.attribute(KNOWN, true);
    }

    /** The visitor whom {@link #check} has admitted; null for a guest, and as long as nobody asked. */
    public static Visitor current(Context ctx) {
        return ctx.attribute(VISITOR);
    }
}
