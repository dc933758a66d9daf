package profiles.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "restore",
    description = "Put a backup into an empty database (either of the two) and an empty place for documents, as the settings name them, and before the service starts there.")
final class RestoreBackup extends Task {
    private final Tools tools;

    @Parameters(paramLabel = "FILE", description = "What the command backup has made.")
    private Path file;

    RestoreBackup(Tools tools) {
        this.tools = tools;
    }

    @Override
    public void run() {
        say("Restored: %s.".formatted(tools.restore(file)));
    }
}
