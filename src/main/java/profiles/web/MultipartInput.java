package profiles.web;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A form sent in parts, with files (RFC 7578). Jetty keeps each part in a temporary file, and removes it after the request. */
final class MultipartInput {
    /** The request attribute in which Jetty looks for the limits. */
    private static final String LIMITS = "org.eclipse.jetty.multipartConfig";
    /** What stays in memory of a part, in bytes: Jetty takes a thousand parts. */
    private static final int SMALL = 4 * 1024;

    private MultipartInput() {
    }

    /**
     * @param folder for the temporary files
     * @param most   the size of the whole request, in bytes
     */
    static void limit(Context ctx, Path folder, long most) {
        ctx.attribute(LIMITS, new MultipartConfigElement(folder.toString(), -1, most, SMALL));
    }

    static Input read(Context ctx) {
        Map<String, Object> values = new HashMap<>();
        Map<String, List<Upload>> files = new HashMap<>();
        for (var part : parts(ctx)) {
            var file = part.getSubmittedFileName();
            if (file == null) values.put(part.getName(), text(part, Limits.texts(ctx)));
            // A browser sends an empty name where no file was chosen.
            else if (!file.isEmpty()) files.computeIfAbsent(part.getName(), name -> new ArrayList<>()).add(new Upload(file, part));
        }
        return new Input(values, files);
    }

    private static Collection<Part> parts(Context ctx) {
        try {
            return ctx.req().getParts();
        } catch (IOException | ServletException | RuntimeException broken) {
            throw Limits.exceeded(broken) ? Problem.tooLarge()
                : Problem.torn("The form cannot be read: it ends too early, or its parts are not separated as it says.");
        }
    }

    private static String text(Part part, int most) {
        if (part.getSize() > most) throw Problem.tooLarge();
        try (var in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException lost) {
            throw Problem.malformed("The form cannot be read.");
        }
    }
}
