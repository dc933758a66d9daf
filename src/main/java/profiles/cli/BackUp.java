package profiles.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "backup",
    description = "Copy database and documents into a new file (a tar), while the service runs. It holds password hashes and private documents: only you may read it.")
final class BackUp extends Task {
    private final Tools tools;

    @Parameters(paramLabel = "FILE", description = "The new file, such as profiles.tar.")
    private Path file;

    BackUp(Tools tools) {
        this.tools = tools;
    }

    @Override
    public void run() {
        var copied = tools.backUp(file, this::warn);
        say("Backed up: %s, in %s.".formatted(copied, file));
    }
}
