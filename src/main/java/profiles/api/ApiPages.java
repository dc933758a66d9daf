package profiles.api;

import io.javalin.http.Context;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.web.EntityTag;
import profiles.web.Json;
import profiles.web.Origin;
import profiles.web.Reply;
import profiles.web.View;

/** What the service tells of itself: a document for programs, and a page that shows it. */
@Singleton
public final class ApiPages {
    private final Operations operations;
    private final Origin origin;
    private final Reply reply;
    private volatile byte[] document;

    @Inject
    ApiPages(Operations operations, Origin origin, Reply reply) {
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
        var bytes = document();
        ctx.header("Cache-Control", "no-cache");
        EntityTag.answer(ctx, EntityTag.of(bytes), bytes);
    }

    /** Made when it is first asked for; two who ask at once may both make it. */
    private byte[] document() {
        if (document == null) document = Json.bytes(new OpenApi(operations.all(), origin.alwaysSecure() ? "__Host-session" : "session").document());
        return document;
    }
}
