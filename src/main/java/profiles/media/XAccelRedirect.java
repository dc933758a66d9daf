package profiles.media;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.inject.Inject;
import profiles.config.Config;
import profiles.storage.StoredFile;

/** Lets nginx send the bytes after the service has allowed it. Nginx then also handles ranges and conditions. */
final class XAccelRedirect {
    private final String prefix;

    @Inject
    XAccelRedirect(Config config) {
        this.prefix = config.media().accel();
    }

    boolean isEnabled() {
        return prefix != null;
    }

    /** Nginx keeps three headers by itself; the manual shows how it copies the others. */
    void send(Context ctx, StoredFile file) {
        MediaHeaders.describe(ctx, file);
        ctx.header("X-Accel-Redirect", prefix + Arrays.stream(file.key().split("/")).map(MediaUrl::encode)
            .collect(Collectors.joining("/")));
    }
}
