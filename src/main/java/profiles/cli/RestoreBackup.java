package profiles.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "restore",
    description =
        "Put a backup into an empty database (either of the two) and an empty place for documents, as the settings name them, and before "
        + "the service starts there.")
final class RestoreBackup extends CliCommand {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "What the command backup has made.")
    private Path file;

    RestoreBackup(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        print("Restored: %s.".formatted(context.restore(file, this::print)));
    }
}
