package profiles.web;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.Config;

/**
 * The files that pages load. Their address holds the fingerprint of them all, so that browsers may keep them for ever, and what one of them
 * names beside itself is of the same age. In development they are read from the folder where they are edited, each time.
 */
@Singleton
public final class Assets {
    private static final String ROOT = "/static/", INDEX = "static.index", FOREVER = "public, max-age=31536000, immutable", ASK = "no-cache";
    private static final Path EDITED = Path.of("static");

    private final boolean development;
    private final Map<String, String> hashes;
    private final String fingerprint;
    /** No more than the jar holds, as soon as each was asked for. */
    private final Map<String, Asset> known = new ConcurrentHashMap<>();

    @Inject
    Assets(Config config) {
        var index = Asset.resource(INDEX);
        if (index == null) throw new IllegalStateException("There is no " + INDEX + ": the build writes it (mvn process-classes)");
        development = config.development();
        hashes = new String(index, StandardCharsets.UTF_8).lines().map(line -> line.split(" ", 2)).collect(Collectors.toMap(line -> line[1], line -> line[0]));
        fingerprint = EntityTag.of(index).substring(1, 13);
    }

    public void declare(RoutesConfig to) {
        declare(to, ROOT + "<file>", this::send);
        // Crawlers ask for it there (RFC 9309, 2.3).
        declare(to, "/robots.txt", ctx -> find("robots.txt").answer(ctx.header("Cache-Control", ASK)));
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
        if (find(name) == null) throw new NoSuchElementException("static/" + name);
        return development ? ROOT + name : ROOT + fingerprint + "/" + name;
    }

    /** By its plain name a file is sent too, to who asks each time whether it is still the same. */
    private void send(Context ctx) {
        var file = ctx.pathParam("file");
        var printed = !development && file.startsWith(fingerprint + "/");
        var asset = find(printed ? file.substring(fingerprint.length() + 1) : file);
        if (asset == null) throw Problem.notFound();
        asset.answer(ctx.header("Cache-Control", printed ? FOREVER : ASK));
    }

    private Asset find(String name) {
        var edited = EDITED.resolve(name).normalize();
        if (development && edited.startsWith(EDITED) && Files.isRegularFile(edited)) return edited(name, edited);
        return hashes.containsKey(name) ? known.computeIfAbsent(name, Asset::packed) : null;
    }

    private static Asset edited(String name, Path file) {
        try {
            return Asset.plain(name, Files.readAllBytes(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
