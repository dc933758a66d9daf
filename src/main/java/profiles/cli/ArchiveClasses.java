package profiles.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "archive",
    description =
    "Make an archive of the jar's classes, with which the service starts in little more than half the time. Do it again for each new jar "
    + "or Java.")
final class ArchiveClasses extends CliCommand {
    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "FILE",
        description = "Where to write it: profiles.jsa beside the jar, unless named; Java 25 and later also make a .aot.")
    private Path file;

    ArchiveClasses(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        print("Start the service with: " + context.archiveClasses(file));
    }
}
