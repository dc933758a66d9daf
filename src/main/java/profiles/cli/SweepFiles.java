package profiles.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "sweep",
    description = "Delete files that the service has stored and that nothing refers to any more. The service does it once a day.")
final class SweepFiles extends CliCommand {
    private final CommandContext context;

    @Option(names = "--dry-run", description = "Only list them.")
    private boolean dryRun;

    SweepFiles(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (dryRun) print("Files that would be deleted: " + context.sweep().dryRun(this::printKey));
        else context.runExclusively(() -> print("Files deleted: " + context.sweep().run()));
    }
}
