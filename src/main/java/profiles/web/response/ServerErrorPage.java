package profiles.web.response;

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
import profiles.web.FormErrors;
import profiles.web.Json;
import profiles.web.ResponseFormat;
import profiles.web.assets.Assets;
import profiles.web.security.SecurityHeaders;

/** The error page for requests that the server refuses before any route, such as {@code ..%2F}. */
@Singleton
public final class ServerErrorPage extends ErrorHandler {
    private final TemplateEngine templates;
    private final Assets assets;
    private final SecurityHeaders headers;

    @Inject
    ServerErrorPage(TemplateEngine templates, Assets assets, SecurityHeaders headers) {
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
    protected void generateResponse(Request request, Response answer, int status, String message, Throwable cause, Callback callback) {
        var problem = ProblemView.of(status, HttpStatus.getMessage(status), detail(status));
        var json = ResponseFormat.of(request.getHttpURI().getPath(), request.getHeaders().get("Accept"), false) == ResponseFormat.JSON;
        headers.add(answer.getHeaders());
        answer.getHeaders().put("Content-Type", json ? "application/problem+json" : "text/html; charset=utf-8");
        answer.write(true, ByteBuffer.wrap(json ? Json.bytes(problem) : page(problem)), callback);
    }

    private static String detail(int status) {
        return switch (status) {
            case 408 -> "What was sent took too long to arrive. Check your connection, and try again.";
            case 414 -> "The address is too long.";
            case 431 -> "The headers are too long.";
            case 503 -> "The service is about to stop. Try again in a moment.";
            default -> status < 500 ? "The request is not written as HTTP asks for, or its address is ambiguous."
                : "The mistake is ours. Try again in a moment.";
        };
    }

    private byte[] page(ProblemView problem) {
        var out = new Utf8ByteOutput();
        templates.render(problem.template() + ".jte", Map.of("page",
            new Page(null, null, FormErrors.NONE, templates, problem.names(), assets), "view", problem), out);
        return out.toByteArray();
    }
}
