package profiles.media;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.inject.Inject;
import profiles.Config;

/** Lets nginx in front send the bytes, once it is known that the asker may have them: it then answers ranges and conditions as well. */
final class Handover {
    private final String prefix;

    @Inject
    Handover(Config config) {
        this.prefix = config.media().accel();
    }

    /** Whether this service is run so. */
    boolean on() {
        return prefix != null;
    }

    /** Of the headers nginx keeps three by itself; the others it copies as the README shows. */
    void to(Context ctx, Stored file) {
        MediaHeaders.describe(ctx, file);
        ctx.header("X-Accel-Redirect", prefix + Arrays.stream(file.key().split("/")).map(MediaUrl::encode).collect(Collectors.joining("/")));
    }
}
