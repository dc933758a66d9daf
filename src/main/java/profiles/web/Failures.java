package profiles.web;

import io.ebean.AcquireLockException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.persistence.PersistenceException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.UUID;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what is thrown into an answer, in the asker's dialect. Nothing else catches. */
@Singleton
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Reply reply;

    @Inject
    Failures(Reply reply) {
        this.reply = reply;
    }

    public void declare(RoutesConfig to) {
        to.exception(Invalid.class, this::invalid);
        to.exception(Unavailable.class, (gone, ctx) -> unavailable(ctx, gone));
        to.exception(Problem.class, (problem, ctx) -> problem(ctx, problem));
        to.exception(HttpResponseException.class, (refused, ctx) -> refused(ctx, refused));
        to.exception(AcquireLockException.class, (busy, ctx) -> problem(ctx, Problem.busy("The database is busy. Try again in a moment.", 2)));
        to.exception(UncheckedIOException.class, (failed, ctx) -> bugOrFull(ctx, failed));
        to.exception(PersistenceException.class, (failed, ctx) -> database(ctx, failed));
        to.exception(Exception.class, (bug, ctx) -> bug(ctx, bug));
    }

    private void invalid(Invalid invalid, Context ctx) {
        invalid.headers().forEach(ctx::header);
        reply.invalid(ctx, invalid, view(invalid));
    }

    private void problem(Context ctx, Problem problem) {
        if (problem.status() == 401 && Dialect.of(ctx) == Dialect.PAGE) {
            stranger(ctx);
            return;
        }
        if (problem.status() == 401) Challenge.add(ctx);
        problem.headers().forEach(ctx::header);
        reply.problem(ctx, view(problem));
    }

    private void stranger(Context ctx) {
        if (!Interrupted.is(ctx)) {
            reply.goTo(ctx, "/accounts/login/?next=" + URLEncoder.encode(Next.after(ctx), StandardCharsets.UTF_8));
            return;
        }
        Challenge.add(ctx);
        reply.page(ctx.status(401), Interrupted.PAGE);
    }

    private void unavailable(Context ctx, Unavailable gone) {
        if (gone.toMend()) LOG.error("{} {}: {}", ctx.method(), route(ctx), gone.reason());
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

    /** A database that cannot be reached, or has no connection free in time, is a matter of waiting. */
    private void database(Context ctx, PersistenceException failed) {
        if (failed.getCause() instanceof SQLTransientConnectionException || failed.getCause() instanceof SQLNonTransientConnectionException) {
            LOG.warn("{} {}: the database cannot be reached ({})", ctx.method(), route(ctx), failed.getCause().getMessage());
            problem(ctx, Problem.busy("The database cannot be reached. Try again in a moment.", 5));
        } else bugOrFull(ctx, failed);
    }

    private void bugOrFull(Context ctx, RuntimeException failed) {
        if (!DiskFull.is(failed)) {
            bug(ctx, failed);
            return;
        }
        LOG.error("{} {}: no room left on the disk ({})", ctx.method(), route(ctx), failed.getMessage());
        problem(ctx, Problem.full());
    }

    /** Ours to mend: the log has it whole, the asker gets the id that finds it there. */
    private void bug(Context ctx, Exception bug) {
        var id = UUID.randomUUID();
        LOG.error("{} {} failed, {}", ctx.method(), route(ctx), id, bug);
        reply.problem(ctx, ProblemView.of(500, "Something went wrong", "The mistake is ours. Try again; if it happens again, tell those who run this service, and name " + id + "."));
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
