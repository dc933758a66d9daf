package profiles.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "backup",
    description =
        "Copy database and documents into a new file (a tar), while the service runs. It holds password hashes and private documents: "
        + "only you may read it.")
final class CreateBackup extends CliCommand {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "The new file, such as profiles.tar.")
    private Path file;

    CreateBackup(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        var copied = context.backUp(file, this::printWarning);
        print("Backed up: %s, in %s.".formatted(copied, file));
    }
}
