package profiles.directory;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import profiles.web.ExternalUrl;
import profiles.web.FormField;
import profiles.web.response.Reply;

/** The list of people for staff: search, filters, order, pages. */
public final class DirectoryPages {
    private static final int PAGE = 50;
    private static final String PATH = "/staff/profiles/";

    private final Directory directory;
    private final SearchIndex index;
    private final Reply reply;
    private final ExternalUrl origin;

    @Inject
    DirectoryPages(Directory directory, SearchIndex index, Reply reply, ExternalUrl origin) {
        this.directory = directory;
        this.index = index;
        this.reply = reply;
        this.origin = origin;
    }

    /** What may stand behind the question mark; {@code cursor} comes from an answer's addresses. */
    public static FormField[] query() {
        return names(true);
    }

    /** The same for all people at once. */
    public static FormField[] search() {
        return names(false);
    }

    public void list(Context ctx) {
        var query = DirectoryQuery.read(ctx);
        // Who was changed a moment ago, also by another program, is found.
        var filling = index.refresh();
        var view = page(query, origin.of(ctx), filling);
        if (view.next() != null) ctx.header("Link", "<" + view.next() + ">; rel=\"next\"");
        reply.ok(ctx, view);
    }

    private DirectoryView page(DirectoryQuery query, String origin, boolean filling) {
        var back = query.cursor() != null && query.cursor().back();
        var found = directory.findPage(query, query.cursor(), PAGE + 1);
        var more = found.size() > PAGE;
        // Who was asked for to see whether there are more stands at the far end.
        var places = more ? found.subList(back ? 1 : 0, back ? PAGE + 1 : PAGE) : found;
        var rows = directory.loadUsers(places).stream().map(user -> DirectoryRow.of(user, origin)).toList();
        return new DirectoryView(rows, (back || more) && !places.isEmpty() ? url(query, origin, places.get(places.size() - 1)) : null,
            (back ? more : query.cursor() != null) && !places.isEmpty() ? url(query, origin, places.get(0).backward()) : null, filling,
            query);
    }

    private static String url(DirectoryQuery query, String origin, DirectoryCursor at) {
        return origin + PATH + query.address(at);
    }

    private static FormField[] names(boolean paged) {
        var names = new ArrayList<>(List.of(FormField.text("q", DirectoryQuery.LONGEST)
            .withDescription("The beginnings of words of names, user name and e-mail address")));
        for (var filter : DirectoryFilter.ALL) names.add(FormField.choice(filter.name(), List.of("any", "yes", "no")));
        names.add(FormField.choice("sort", DirectorySort.ALL));
        if (paged) names.add(FormField.text("cursor", 400).withDescription("From the address of another page"));
        return names.toArray(FormField[]::new);
    }
}
