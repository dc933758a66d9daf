package profiles.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "archive", description = "Make an archive of the jar's classes, with which the service starts in little more than half the time. Do it again for each new jar or Java.")
final class ArchiveClasses extends Task {
    private final Tools tools;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where to write it: profiles.jsa beside the jar, unless named; Java 25 and later also make a .aot.")
    private Path file;

    ArchiveClasses(Tools tools) {
        this.tools = tools;
    }

    @Override
    public void run() {
        say("Start the service with: " + tools.archive(file));
    }
}
