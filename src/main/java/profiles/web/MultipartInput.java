package profiles.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.util.Promise;

/** A form sent in parts, with files (RFC 7578). Each part is kept in a temporary file, which goes with the request, or becomes a document. */
final class MultipartInput {
    /** More than any form of ours has. */
    private static final int PARTS = 50;
    private static final int PART_HEADERS = 8 * 1024;

    private MultipartInput() {
    }

    /**
     * @param folder for the temporary files
     * @param most   the size of the whole request, in bytes
     * @throws Problem 400 for a form that does not say how its parts are separated
     */
    static Arrival.Receiver receiver(Context ctx, Path folder, long most) {
        var boundary = MultiPart.extractBoundary(ctx.contentType());
        if (boundary == null) throw Problem.torn("The form does not say what separates its parts (boundary).");
        var parser = new MultiPartFormData.Parser(boundary);
        parser.configure(new MultiPartConfig.Builder().location(folder).maxSize(most).maxPartSize(-1).maxMemoryPartSize(0)
            .maxParts(PARTS).maxHeadersSize(PART_HEADERS).build());
        return (body, end) -> parser.parse(body, Promise.Invocable.toPromise(end, parts -> parts));
    }

    static Input read(Context ctx) {
        var texts = new ArrayList<MultiPart.Part>();
        Map<String, List<Upload>> files = new HashMap<>();
        MultiPartFormData.Parts parts = Arrival.of(ctx);
        for (var part : parts) {
            if (part.getName() == null) throw Problem.malformed("A part of the form has no name.");
            if (part.getFileName() == null) texts.add(part);
            // A browser sends an empty name where no file was chosen.
            else if (!part.getFileName().isEmpty()) files.computeIfAbsent(part.getName(), name -> new ArrayList<>()).add(new Upload(part));
        }
        var size = texts.stream().mapToLong(MultiPart.Part::getLength).sum();
        if (size > Limits.texts(ctx)) throw Problem.tooLarge();
        return Body.inTurn(size, () -> new Input(values(texts), files));
    }

    private static Map<String, Object> values(List<MultiPart.Part> texts) {
        var values = new HashMap<String, Object>();
        for (var part : texts) values.put(part.getName(), text(part));
        return values;
    }

    /** As UTF-8, whatever the part says to be. */
    private static String text(MultiPart.Part part) {
        try (var bytes = Upload.open(part)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
