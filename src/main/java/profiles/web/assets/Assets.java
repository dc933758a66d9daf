package profiles.web.assets;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.config.Config;
import profiles.web.ContentEncoding;
import profiles.web.EntityTag;
import profiles.web.Problem;
import profiles.web.Role;

/**
 * The files that pages load. Their address holds the fingerprint of them all, so that browsers may keep them for ever, and what one of them
 * names beside itself is of the same age. In development they are read from the folder where they are edited, each time.
 */
@Singleton
public final class Assets {
    private static final String ROOT = "/static/", INDEX = "static.index", FOREVER = "public, max-age=31536000, immutable",
        ASK = "no-cache", ANY_FINGERPRINT = "^[\\w-]{12}/";
    private static final Path EDITED = Path.of("static");

    private final boolean development;
    private final Set<String> names;
    private final String fingerprint;
    /** By their names in the jar, as they are asked for: no more than the jar holds. */
    private final Map<String, Asset> known = new ConcurrentHashMap<>();

    @Inject
    Assets(Config config) {
        var index = Objects.requireNonNull(resource(INDEX), INDEX + " is not there: the build writes it (mvn process-classes)");
        development = config.development();
        names = new String(index, StandardCharsets.UTF_8).lines().map(line -> line.split(" ", 2)[1]).collect(Collectors.toSet());
        fingerprint = EntityTag.of(index).substring(1, 13);
    }

    public void declare(RoutesConfig to) {
        declare(to, ROOT + "<file>", this::send);
        // Crawlers ask for it there (RFC 9309, 2.3).
        declare(to, "/robots.txt", ctx -> send(ctx, "robots.txt", ASK));
    }

    private static void declare(RoutesConfig to, String path, Handler handler) {
        to.get(path, handler, Role.GUEST);
        to.head(path, handler, Role.GUEST);
    }

    /**
     * Where a page finds a file.
     *
     * @param name below static/, such as "profiles.css"
     * @throws NoSuchElementException when there is none: a page that names it is wrong
     */
    public String path(String name) {
        if (!names.contains(name) && !edited(name)) throw new NoSuchElementException("static/" + name);
        return development ? ROOT + name : ROOT + fingerprint + "/" + name;
    }

    /**
     * By its plain name a file is sent too, to who asks each time whether it is still the same; and by the fingerprint of another release,
     * whose page may have come from another copy of the service.
     */
    private void send(Context ctx) {
        var file = ctx.pathParam("file");
        var name = names.contains(file) ? file : file.replaceFirst(ANY_FINGERPRINT, "");
        send(ctx, name, !development && file.equals(fingerprint + "/" + name) ? FOREVER : ASK);
    }

    private void send(Context ctx, String name, String keep) {
        if (edited(name)) Asset.of(name, ContentEncoding.NONE, read(EDITED.resolve(name))).answer(ctx.header("Cache-Control", keep));
        else if (names.contains(name)) packed(name, ctx.header("Accept-Encoding")).answer(ctx.header("Cache-Control", keep));
        else throw Problem.notFound();
    }

    private Asset packed(String name, String accept) {
        return ContentEncoding.accepted(accept).map(coding -> known.computeIfAbsent(name + coding.end,
            file -> packed(name, coding, resource("static/" + file))))
            .filter(Objects::nonNull).findFirst().orElseThrow();
    }

    private static Asset packed(String name, ContentEncoding coding, byte[] bytes) {
        return bytes == null ? null : Asset.of(name, coding, bytes);
    }

    private boolean edited(String name) {
        if (!development) return false;
        var file = EDITED.resolve(name).normalize();
        return file.startsWith(EDITED) && Files.isRegularFile(file);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @return null when there is none */
    private static byte[] resource(String name) {
        try (var in = Assets.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
