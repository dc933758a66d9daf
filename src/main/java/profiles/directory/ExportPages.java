package profiles.directory;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.account.User;
import profiles.audit.AuditAction;
import profiles.audit.AuditTrail;
import profiles.media.zip.ZipDownload;
import profiles.profile.DocumentField;
import profiles.profile.Fields;
import profiles.storage.Storage;
import profiles.web.ExternalUrl;
import profiles.web.FormField;
import profiles.web.Problem;
import profiles.web.response.AsyncDownload;

/** Exports of the people found: as a table, and their documents. They are streamed. */
public final class ExportPages {
    private final Directory directory;
    private final SearchIndex index;
    private final ExportLimiter exportLimiter;
    private final Storage storage;
    private final AuditTrail audit;
    private final ExternalUrl origin;
    private final Clock clock;

    @Inject
    ExportPages(Directory directory, SearchIndex index, ExportLimiter exportLimiter, Storage storage, AuditTrail audit, ExternalUrl origin,
        Clock clock) {
        this.directory = directory;
        this.index = index;
        this.exportLimiter = exportLimiter;
        this.storage = storage;
        this.audit = audit;
        this.origin = origin;
        this.clock = clock;
    }

    /** Which documents go into the zip. */
    public static FormField field() {
        return FormField.choice("field", Fields.documents().stream().map(DocumentField::name).toList());
    }

    public void csv(Context ctx) {
        table(ctx, ExportFormat.CSV, "members.csv");
    }

    public void lines(Context ctx) {
        table(ctx, ExportFormat.JSONL, "members.jsonl");
    }

    public void zip(Context ctx) {
        var field = field(ctx);
        var found = begin(ctx, DirectoryQuery.read(ctx).having(field));
        var archive = new ZipDownload(storage, clock.instant());
        archive.add(stream(found).filter(user -> user.profile() != null && !field.value(user.profile()).isEmpty())
            .map(user -> Map.entry(folder(user), field.value(user.profile()))).iterator());
        archive.send(ctx, "members-" + field.name() + ".zip");
    }

    private void table(Context ctx, ExportFormat format, String name) {
        var found = begin(ctx, DirectoryQuery.read(ctx));
        var address = origin.of(ctx);
        ctx.contentType(format.contentType()).header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        var pieces = Stream.concat(Stream.of(format.head()), stream(found).map(user -> format.line(ExportRecord.of(user, address))));
        if (isGet(ctx)) AsyncDownload.async(ctx, new ExportChannel(pieces.iterator()));
    }

    /**
     * @throws Problem 503 while the index is being filled: who is missing could not be told from who is not there; and when too many export
     * already
     */
    private PagedUsers begin(Context ctx, DirectoryQuery query) {
        exportLimiter.enter(ctx);
        if (index.refresh()) throw Problem.busy("The search is still being prepared. Try again in a few minutes.", 60);
        var found = new PagedUsers(directory, query);
        if (isGet(ctx)) audit.record(ctx, AuditAction.MEMBERS_EXPORTED, Member.of(ctx).user());
        return found;
    }

    /** @throws Problem 400 for a field that there is not */
    private static DocumentField field(Context ctx) {
        var name = ctx.queryParam("field");
        var all = Fields.documents();
        if (name == null || name.isEmpty()) return all.get(0);
        return all.stream().filter(field -> field.name().equals(name)).findFirst()
            .orElseThrow(() -> Problem.malformed("\"field\" must be one of "
            + String.join(", ", all.stream().map(DocumentField::name).toList()) + "."));
    }

    /** A folder of its own for each person, even where file names ignore case, as on Windows. */
    private static String folder(User user) {
        return user.username().replaceAll("[^\\p{L}\\p{N}@+_-]+", "_") + "-" + user.id();
    }

    private static Stream<User> stream(Iterator<User> found) {
        Iterable<User> each = () -> found;
        return StreamSupport.stream(each.spliterator(), false);
    }

    private static boolean isGet(Context ctx) {
        return ctx.req().getMethod().equals("GET");
    }
}
