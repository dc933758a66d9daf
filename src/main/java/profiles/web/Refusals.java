package profiles.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.ByteBuffer;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server refuses before any route is asked, such as {@code ..%2F}: told like all else, in the asker's dialect as far as it was read. */
@Singleton
public final class Refusals extends ErrorHandler {
    private final TemplateEngine templates;
    private final Assets assets;
    private final SafeHeaders headers;

    @Inject
    Refusals(TemplateEngine templates, Assets assets, SafeHeaders headers) {
        this.templates = templates;
        this.assets = assets;
        this.headers = headers;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    /** @param message Jetty's own words, and the cause: neither is for the asker */
    @Override
    protected void generateResponse(Request asked, Response answer, int status, String message, Throwable cause, Callback callback) {
        var problem = ProblemView.of(status, HttpStatus.getMessage(status), detail(status));
        var json = Dialect.of(asked.getHttpURI().getPath(), asked.getHeaders().get("Accept"), false) == Dialect.JSON;
        headers.add(answer.getHeaders());
        answer.getHeaders().put("Content-Type", json ? "application/problem+json" : "text/html; charset=utf-8");
        answer.getHeaders().put("Vary", "Accept");
        answer.write(true, ByteBuffer.wrap(json ? Json.bytes(problem) : page(problem)), callback);
    }

    private static String detail(int status) {
        return switch (status) {
            case 408 -> "What was sent took too long to arrive. Check your connection, and try again.";
            case 414 -> "The address is too long.";
            case 431 -> "The headers are too long.";
            case 503 -> "The service is about to stop. Try again in a moment.";
            default -> status < 500 ? "The request is not written as HTTP asks for, or its address is ambiguous." : "The mistake is ours. Try again in a moment.";
        };
    }

    private byte[] page(ProblemView problem) {
        var out = new Utf8ByteOutput();
        templates.render(problem.template() + ".jte", Map.of("page", new Page(null, null, Errors.NONE, templates, problem.names(), assets), "view", problem), out);
        return out.toByteArray();
    }
}
