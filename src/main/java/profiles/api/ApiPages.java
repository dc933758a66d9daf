package profiles.api;

import io.javalin.http.Context;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.web.EntityTag;
import profiles.web.ExternalUrl;
import profiles.web.Json;
import profiles.web.View;
import profiles.web.response.Reply;

/** The API's document, and a page that shows it. */
@Singleton
public final class ApiPages {
    private final Operations operations;
    private final ExternalUrl origin;
    private final Reply reply;
    private volatile Document document;

    @Inject
    ApiPages(Operations operations, ExternalUrl origin, Reply reply) {
        this.operations = operations;
        this.origin = origin;
        this.reply = reply;
    }

    /** The page; what it shows, it asks for. */
    private record Docs() implements View {

        @Override
        public String template() {
            return "api/docs";
        }
    }

    public void docs(Context ctx) {
        ctx.header("Cache-Control", "no-cache");
        reply.page(ctx, new Docs());
    }

    /** It is the same for everybody. */
    public void document(Context ctx) {
        var known = cachedDocument();
        ctx.header("Cache-Control", "no-cache");
        EntityTag.respondShared(ctx, known.tag(), known.bytes());
    }

    /** Made when it is first asked for; two who ask at once may both make it. */
    private Document cachedDocument() {
        if (document == null) document = Document.of(Json.bytes(
            new OpenApi(operations.all(), origin.isAlwaysHttps() ? "__Host-session" : "session").document()));
        return document;
    }

    private record Document(byte[] bytes, String tag) {

        static Document of(byte[] bytes) {
            return new Document(bytes, EntityTag.of(bytes));
        }
    }
}
