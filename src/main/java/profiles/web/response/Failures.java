package profiles.web.response;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.web.InvalidForm;
import profiles.web.Outage;
import profiles.web.Problem;
import profiles.web.ResponseFormat;
import profiles.web.ServiceUnavailable;
import profiles.web.request.RedirectTarget;
import profiles.web.security.Challenge;

/** Turns exceptions into responses in the client's format. Nothing else catches. */
@Singleton
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Reply reply;

    @Inject
    Failures(Reply reply) {
        this.reply = reply;
    }

    public void declare(RoutesConfig to) {
        map(to, InvalidForm.class, this::invalid);
        map(to, ServiceUnavailable.class, (gone, ctx) -> unavailable(ctx, gone));
        map(to, Problem.class, (problem, ctx) -> problem(ctx, problem));
        map(to, HttpResponseException.class, (refused, ctx) -> refused(ctx, refused));
        map(to, Exception.class, (failed, ctx) -> failed(ctx, failed));
    }

    /** The last filter but one: no error leaves without its page, such as an Error of Java's. */
    public void complete(Context ctx) {
        if (ctx.statusCode() < 400 || ctx.resultInputStream() != null || ctx.res().isCommitted()) return;
        var status = ctx.statusCode();
        var detail = status < 500 ? "The request was refused." : "The mistake is ours. Try again in a moment.";
        reply.problem(ctx, ProblemView.of(status, HttpStatus.forStatus(status).getMessage(), detail));
    }

    /** An exception that has no page would be a bare 500: Javalin writes one when a handler of exceptions throws. */
    private static <E extends Exception> void map(RoutesConfig to, Class<E> type, ExceptionHandler<E> handler) {
        to.exception(type, (failed, ctx) -> {
            try {
                handler.handle(failed, ctx);
            } catch (RuntimeException again) {
                LOG.error("{} {} failed, and so did the page that should say so", ctx.method(), route(ctx), again);
                ctx.status(500);
            }
        });
    }

    private void invalid(InvalidForm invalid, Context ctx) {
        invalid.headers().forEach(ctx::header);
        reply.invalid(ctx, invalid, view(invalid));
    }

    private void problem(Context ctx, Problem problem) {
        if (problem.status() == 401 && ResponseFormat.of(ctx) == ResponseFormat.PAGE) {
            unauthenticated(ctx);
            return;
        }
        if (problem.status() == 401) Challenge.add(ctx);
        problem.headers().forEach(ctx::header);
        reply.problem(ctx, view(problem));
    }

    private void unauthenticated(Context ctx) {
        if (!SessionExpiredView.is(ctx)) {
            reply.redirect(ctx, "/accounts/login/?next=" + URLEncoder.encode(RedirectTarget.afterLogin(ctx), StandardCharsets.UTF_8));
            return;
        }
        Challenge.add(ctx);
        reply.errorPage(ctx.status(401), SessionExpiredView.PAGE);
    }

    private void unavailable(Context ctx, ServiceUnavailable gone) {
        if (gone.needsRepair()) LOG.error("{} {}: {}", ctx.method(), route(ctx), gone.reason());
        else LOG.warn("{} {}: {}", ctx.method(), route(ctx), gone.reason());
        problem(ctx, gone);
    }

    /** What Javalin itself refuses: an unknown address or method. */
    private void refused(Context ctx, HttpResponseException refused) {
        if (refused instanceof MethodNotAllowedResponse) ctx.header("Allow", String.join(", ", refused.getDetails().values()));
        reply.problem(ctx, switch (refused.getStatus()) {
            case 404 -> view(Problem.notFound());
            case 405 -> ProblemView.of(405, "Method not allowed", "This address does not answer " + ctx.method() + ".");
            case 413 -> view(Problem.tooLarge());
            default -> ProblemView.of(refused.getStatus(), "Request refused", refused.getMessage());
        });
    }

    private void failed(Context ctx, Exception failed) {
        var outage = Outage.of(failed);
        if (outage == null) bug(ctx, failed);
        else if (outage instanceof ServiceUnavailable gone) unavailable(ctx, gone);
        else if (outage.status() == 422) problem(ctx, outage);
        else {
            LOG.error("{} {}: no room left on the disk ({})", ctx.method(), route(ctx), failed.getMessage());
            problem(ctx, outage);
        }
    }

    /** Ours to mend: the log has it whole, the asker gets the id that finds it there. */
    private void bug(Context ctx, Exception bug) {
        var id = UUID.randomUUID();
        LOG.error("{} {} failed, {}", ctx.method(), route(ctx), id, bug);
        reply.problem(ctx, ProblemView.of(500, "Something went wrong",
            "The mistake is ours. Try again; if it happens again, tell those who run this service, and name " + id + "."));
    }

    /** For the log: the path itself may hold the token of a mailed link (ASVS 16.2.5). */
    private static String route(Context ctx) {
        var route = ctx.endpoints().matchedHttpEndpoint();
        return route == null ? "(no route)" : route.path;
    }

    private static ProblemView view(Problem problem) {
        return ProblemView.of(problem.status(), problem.title(), problem.getMessage());
    }
}
