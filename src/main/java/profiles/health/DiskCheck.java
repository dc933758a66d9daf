package profiles.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import profiles.config.Config;

/** Whether the folders of the database and of the documents can be written, and have room. */
final class DiskCheck {
    private static final long LEAST_BYTES = 1024 * 1024;

    private final Config config;

    @Inject
    DiskCheck(Config config) {
        this.config = config;
    }

    /** @return null where nothing fails */
    String reason() {
        var documents = reason("the documents", config.media().root());
        if (documents != null || !config.database().sqlite()) return documents;
        return reason("the database", Path.of(config.database().file()).toAbsolutePath().getParent());
    }

    private static String reason(String target, Path folder) {
        try {
            if (!Files.isWritable(folder)) return "The folder of " + target + " cannot be written.";
            return Files.getFileStore(folder).getUsableSpace() < LEAST_BYTES ? "The disk of " + target + " is full." : null;
        } catch (IOException failed) {
            return "The folder of " + target + " cannot be read.";
        }
    }
}
