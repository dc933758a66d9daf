package profiles.web.request;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;
import profiles.web.ContentEncoding;
import profiles.web.FormSchema;
import profiles.web.Problem;

/**
 * A form sent in parts, with files (RFC 7578). Each part is kept in a temporary file, which goes with the request, or becomes a document.
 */
public final class MultipartInput {
    /** More than any form of ours has. */
    private static final int PARTS = 50;
    private static final int PART_HEADERS = 8 * 1024;
    private static final String BEGINNING = "-\r\n";
    private static final Set<String> PLAIN = Set.of("7bit", "8bit", "binary");

    private MultipartInput() {
    }

    /**
     * @param folder for the temporary files
     * @param max   the size of the whole request, in bytes
     * @throws Problem 400 for a form that does not say how its parts are separated
     */
    public static AsyncBody.Receiver receiver(Context ctx, Path folder, long max) {
        var boundary = MultiPart.extractBoundary(ctx.contentType());
        if (boundary == null) throw Problem.truncatedBody("The form does not say what separates its parts (boundary).");
        var parser = new MultiPartFormData.Parser(boundary);
        parser.configure(new MultiPartConfig.Builder().location(folder).maxSize(max).maxPartSize(-1).maxMemoryPartSize(0)
            .maxParts(PARTS).maxHeadersSize(PART_HEADERS).build());
        return (body, end) -> parser.parse(new Begun(body), Promise.Invocable.toPromise(end, parts -> parts));
    }

    /** The parser drops all before the first separator; behind a byte order mark it does not see that one, and drops the first part. */
    private record Begun(Content.Source body, AtomicBoolean seen) implements Content.Source {
        Begun(Content.Source body) {
            this(body, new AtomicBoolean());
        }

        @Override
        public Content.Chunk read() {
            var chunk = body.read();
            if (chunk == null || Content.Chunk.isFailure(chunk) || !chunk.hasRemaining() || seen.getAndSet(true)) return chunk;
            var bytes = CharsetCheck.skipMark(chunk.getByteBuffer());
            if (bytes.hasRemaining() && BEGINNING.indexOf(bytes.get(bytes.position())) < 0) {
                chunk.release();
                return Content.Chunk.from(Problem.truncatedBody("The form does not begin with what separates its parts (boundary)."), true);
            }
            return chunk;
        }

        @Override
        public void demand(Runnable more) {
            body.demand(more);
        }

        @Override
        public void fail(Throwable why) {
            body.fail(why);
        }
    }

    static FormInput read(Context ctx, FormSchema names) {
        var input = new FormInput();
        var texts = new ArrayList<MultiPart.Part>();
        MultiPartFormData.Parts parts = AsyncBody.of(ctx);
        for (var part : parts) {
            check(part);
            if (part.getFileName() == null) texts.add(part);
            else if (isFile(part)) input.put(known(part.getName(), names), new Upload(part));
        }
        var size = texts.stream().mapToLong(MultiPart.Part::getLength).sum();
        if (size > BodyReceiver.texts(ctx)) throw Problem.tooLarge();
        return RequestBody.runInTurn(size, () -> {
            for (var part : texts) input.put(part.getName(), text(part));
            return input;
        });
    }

    /** Its bytes are taken as they are: an encoding of its own (RFC 7578, 4.7) would be kept as if it were the content. */
    private static void check(MultiPart.Part part) {
        if (part.getName() == null || part.getName().isEmpty()) throw Problem.malformed("A part of the form has no name.");
        var transfer = part.getHeaders().get("Content-Transfer-Encoding");
        var plain = transfer == null || PLAIN.contains(transfer.strip().toLowerCase(Locale.ROOT));
        if (!plain || !ContentEncoding.areNone(part.getHeaders().get("Content-Encoding"))) throw Problem.unsupportedEncoding();
        if (part.getFileName() == null) CharsetCheck.check(part.getHeaders().get("Content-Type"));
    }

    /** A browser sends an empty name, and no bytes, where no file was chosen. */
    private static boolean isFile(MultiPart.Part part) {
        return !part.getFileName().isEmpty() || part.getLength() > 0;
    }

    private static String known(String name, FormSchema names) {
        if (names.contains(name)) return name;
        var files = names.all().stream().filter(each -> !each.files().isEmpty()).map(each -> "\"" + each.name() + "\"").toList();
        throw Problem.malformed("A file was sent as \"" + name + "\", which is not known here. "
            + (files.isEmpty() ? "This form takes no files." : "Files are taken as " + String.join(" and ", files) + "."));
    }

    private static String text(MultiPart.Part part) {
        try (var bytes = Upload.open(part)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
