package profiles.web.response;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.web.CompressionPolicy;
import profiles.web.EntityTag;
import profiles.web.ExternalUrl;
import profiles.web.FormErrors;
import profiles.web.InvalidForm;
import profiles.web.Json;
import profiles.web.ResponseFormat;
import profiles.web.ResponseWriter;
import profiles.web.View;
import profiles.web.Visitor;
import profiles.web.assets.Assets;
import profiles.web.security.AccessControl;
import profiles.web.security.SecurityHeaders;

/** Answers people with pages and programs with JSON. No other class asks for the format. */
@Singleton
public final class Reply {
    private final TemplateEngine templates;
    private final Assets assets;
    private final AccessControl access;
    private final ExternalUrl externalUrl;

    @Inject
    Reply(TemplateEngine templates, Assets assets, AccessControl access, ExternalUrl externalUrl) {
        this.templates = templates;
        this.assets = assets;
        this.access = access;
        this.externalUrl = externalUrl;
    }

    public void ok(Context ctx, View view) {
        if (ResponseFormat.of(ctx) == ResponseFormat.JSON) json(ctx, view, "application/json");
        else page(ctx, view, access.authenticate(ctx), Flash.take(ctx), FormErrors.NONE);
    }

    /** As {@link #ok}; programs get it with its {@link EntityTag}. */
    public void tagged(Context ctx, View view) {
        if (ResponseFormat.of(ctx) == ResponseFormat.JSON) tagged(ctx, Json.bytes(view));
        else ok(ctx, view);
    }

    /**
     * As {@link #changed}; programs get it with its {@link EntityTag}, or that alone where they {@linkplain PreferHeader prefer} so; the
     * script of a page gets the message too.
     */
    public void changedTagged(Context ctx, String location, Flash message, View view) {
        if (PreferHeader.isFlash(ctx)) message.show(ctx, externalUrl.isHttps(ctx));
        if (ResponseFormat.of(ctx) == ResponseFormat.PAGE) redirect(ctx, location, message);
        else if (PreferHeader.isMinimal(ctx)) ctx.status(HttpStatus.NO_CONTENT).header("ETag", EntityTag.of(view));
        else json(CompressionPolicy.disable(ctx.header("ETag", EntityTag.of(view))), view, "application/json");
    }

    /** For people alone, whatever the asker accepts. */
    public void page(Context ctx, View view) {
        page(ctx, view, access.authenticate(ctx), null, FormErrors.NONE);
    }

    /** For what has failed. It asks nobody who is there: that may be what has failed. */
    void errorPage(Context ctx, View view) {
        page(ctx, view, AccessControl.current(ctx), null, FormErrors.NONE);
    }

    /** Something new: programs get it with a 201, people go on to its page, with a message. */
    public void created(Context ctx, String location, Flash message, Object it) {
        if (ResponseFormat.of(ctx) == ResponseFormat.JSON) {
            ctx.status(HttpStatus.CREATED).header("Location", location);
            json(ctx, it, "application/json");
        } else redirect(ctx, location, message);
    }

    /** Something changed: programs get it as it is now, people go on to a page, with a message that may be null. */
    public void changed(Context ctx, String location, Flash message, Object it) {
        if (ResponseFormat.of(ctx) == ResponseFormat.JSON) json(ctx, it, "application/json");
        else redirect(ctx, location, message);
    }

    /** Something is gone: nothing more is to be said to programs, and people go on to a page. */
    public void deleted(Context ctx, String location, Flash message) {
        if (ResponseFormat.of(ctx) == ResponseFormat.JSON) ctx.status(HttpStatus.NO_CONTENT);
        else redirect(ctx, location, message);
    }

    /** @param location a path of this service, already encoded */
    public void redirect(Context ctx, String location) {
        ctx.redirect(location, HttpStatus.SEE_OTHER);
    }

    void problem(Context ctx, ProblemView problem) {
        ctx.status(problem.status());
        if (ResponseFormat.of(ctx) == ResponseFormat.JSON) json(ctx, problem, "application/problem+json");
        else errorPage(ctx, problem);
    }

    void invalid(Context ctx, InvalidForm invalid, ProblemView problem) {
        ctx.status(problem.status());
        if (ResponseFormat.of(ctx) == ResponseFormat.JSON) json(ctx, problem.with(invalid.errors()), "application/problem+json");
        else page(ctx, invalid.form(), AccessControl.current(ctx), null, invalid.errors());
    }

    private static void tagged(Context ctx, byte[] json) {
        EntityTag.respond(ctx, EntityTag.of(json), json);
    }

    private void redirect(Context ctx, String location, Flash message) {
        if (message != null) message.show(ctx, externalUrl.isHttps(ctx));
        redirect(ctx, location);
    }

    private void json(Context ctx, Object it, String type) {
        ResponseWriter.set(ctx.contentType(type), Json.bytes(it));
    }

    private void page(Context ctx, View view, Visitor visitor, String message, FormErrors errors) {
        var out = new Utf8ByteOutput();
        templates.render(view.template() + ".jte", Map.of("page", new Page(visitor, message, errors, templates, view.names(), assets),
            "view", view), out);
        if (view.previews()) SecurityHeaders.allowPreviews(ctx);
        ResponseWriter.set(ctx.contentType("text/html; charset=utf-8"), out.toByteArray());
    }
}
