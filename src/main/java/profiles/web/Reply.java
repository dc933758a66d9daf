package profiles.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Answers people with pages and programs with JSON; no one else asks which of the two is there. */
@Singleton
public final class Reply {
    private final TemplateEngine templates;
    private final Assets assets;
    private final Access access;
    private final Origin origin;

    @Inject
    Reply(TemplateEngine templates, Assets assets, Access access, Origin origin) {
        this.templates = templates;
        this.assets = assets;
        this.access = access;
        this.origin = origin;
    }

    public void ok(Context ctx, View view) {
        if (Dialect.of(ctx) == Dialect.JSON) json(ctx, view, "application/json");
        else page(ctx, view, Flash.take(ctx), Errors.NONE);
    }

    /** As {@link #ok}; programs get it with its {@link EntityTag}. */
    public void tagged(Context ctx, View view) {
        if (Dialect.of(ctx) == Dialect.JSON) tagged(ctx, Json.bytes(view));
        else ok(ctx, view);
    }

    /**
     * As {@link #changed}; programs get it with its {@link EntityTag}, or that alone where they {@linkplain Preference prefer} so; the script of
     * a page gets the message too.
     */
    public void changedTagged(Context ctx, String location, Flash message, View view) {
        if (Preference.flash(ctx)) message.next(ctx, origin.secure(ctx));
        if (Dialect.of(ctx) == Dialect.PAGE) move(ctx, location, message);
        else if (Preference.minimal(ctx)) ctx.status(HttpStatus.NO_CONTENT).header("ETag", EntityTag.of(view));
        else json(ctx.header("ETag", EntityTag.of(view)).disableCompression(), view, "application/json");
    }

    /** For people alone, whatever the asker accepts. */
    public void page(Context ctx, View view) {
        page(ctx, view, null, Errors.NONE);
    }

    /** Something new: programs get it with a 201, people go on to its page, with a message. */
    public void created(Context ctx, String location, Flash message, Object it) {
        if (Dialect.of(ctx) == Dialect.JSON) {
            ctx.status(HttpStatus.CREATED).header("Location", location);
            json(ctx, it, "application/json");
        } else move(ctx, location, message);
    }

    /** Something changed: programs get it as it is now, people go on to a page, with a message that may be null. */
    public void changed(Context ctx, String location, Flash message, Object it) {
        if (Dialect.of(ctx) == Dialect.JSON) json(ctx, it, "application/json");
        else move(ctx, location, message);
    }

    /** Something is gone: nothing more is to be said to programs, and people go on to a page. */
    public void gone(Context ctx, String location, Flash message) {
        if (Dialect.of(ctx) == Dialect.JSON) ctx.status(HttpStatus.NO_CONTENT);
        else move(ctx, location, message);
    }

    /** @param location a path of this service, already encoded */
    public void goTo(Context ctx, String location) {
        vary(ctx);
        ctx.redirect(location, HttpStatus.SEE_OTHER);
    }

    void problem(Context ctx, ProblemView problem) {
        ctx.status(problem.status());
        if (Dialect.of(ctx) == Dialect.JSON) json(ctx, problem, "application/problem+json");
        else page(ctx, problem, null, Errors.NONE);
    }

    void invalid(Context ctx, Invalid invalid, ProblemView problem) {
        ctx.status(problem.status());
        if (Dialect.of(ctx) == Dialect.JSON) json(ctx, problem.with(invalid.errors()), "application/problem+json");
        else page(ctx, invalid.form(), null, invalid.errors());
    }

    private static void tagged(Context ctx, byte[] json) {
        vary(ctx);
        EntityTag.answer(ctx, EntityTag.of(json), json);
    }

    private static void vary(Context ctx) {
        ctx.res().addHeader("Vary", "Accept");
    }

    private void move(Context ctx, String location, Flash message) {
        if (message != null) message.next(ctx, origin.secure(ctx));
        goTo(ctx, location);
    }

    private void json(Context ctx, Object it, String type) {
        vary(ctx);
        ctx.json(it, it.getClass()).contentType(type);
    }

    private void page(Context ctx, View view, String message, Errors errors) {
        var out = new Utf8ByteOutput();
        templates.render(view.template() + ".jte", Map.of("page", new Page(access.visitor(ctx), message, errors, templates, view.names(), assets), "view", view), out);
        vary(ctx);
        if (view.previews()) SafeHeaders.allowPreviews(ctx);
        ctx.contentType("text/html; charset=utf-8").result(out.toByteArray());
    }
}
