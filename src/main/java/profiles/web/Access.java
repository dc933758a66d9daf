package profiles.web;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Lets through who may ask: each route names a role, and what names none is closed (ASVS 8.2.1). */
@Singleton
public final class Access {
    private static final String VISITOR = "visitor", KNOWN = "visitor.known";

    private final Visitors visitors;

    @Inject
    Access(Visitors visitors) {
        this.visitors = visitors;
    }

    /** @throws Problem 401 for a guest and 403 for a member, where more is needed */
    public void check(Context ctx) {
        Set<RouteRole> roles = ctx.routeRoles();
        if (roles.contains(Role.GUEST)) return;
        var visitor = visitor(ctx);
        if (visitor == null) throw Challenge.unauthorized(ctx);
        if (!visitor.writes() && !SameOrigin.safe(ctx)) throw Challenge.insufficient("This token may only read.");
        if (roles.contains(Role.OWNER) && !visitor.owner()) throw Challenge.insufficient("Log in to do this: it needs a session.");
        if (roles.contains(Role.MEMBER) || roles.contains(Role.OWNER) || roles.contains(Role.STAFF) && visitor.staff()) return;
        if (roles.contains(Role.SUPERUSER) && visitor.superuser()) return;
        throw Problem.forbidden(roles.contains(Role.SUPERUSER) ? "Only superusers may do this." : "This page is for staff.");
    }

    /** @return null for a guest */
    public Visitor visitor(Context ctx) {
        if (ctx.attribute(KNOWN) == null) {
            // Where it cannot be told, as without a database, the page that says so is a guest's.
            nowIs(ctx, null);
            nowIs(ctx, visitors.asking(ctx));
        }
        return ctx.attribute(VISITOR);
    }

    /** After a login or a logout the rest of the request is somebody else's. */
    public static void nowIs(Context ctx, Visitor visitor) {
        ctx.attribute(VISITOR, visitor);
        ctx.attribute(KNOWN, true);
    }

    /** Who asks, on a route that {@link #check} has let through for a member of whatever kind. */
    public static Visitor let(Context ctx) {
        return ctx.attribute(VISITOR);
    }
}
