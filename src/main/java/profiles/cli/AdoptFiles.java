package profiles.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "adopt",
    description = "Take files of another program, such as Django, into the service's care: those that one profile names and nothing else "
        + "does. Once replaced or removed, they are deleted. All other files are only counted.")
final class AdoptFiles extends CliCommand {
    private final CommandContext context;

    @Option(names = "--dry-run", description = "Only list them.")
    private boolean dryRun;

    AdoptFiles(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (dryRun) context.adoption().dryRun(this::printKey).forEach((finding, count) -> print(count + " " + finding));
        else context.runExclusively(() -> context.adoption().run(this::printKey).forEach((finding, count) -> print(count + " " + finding)));
    }
}
