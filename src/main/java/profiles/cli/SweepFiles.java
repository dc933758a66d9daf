package profiles.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "sweep", description = "Remove the files that no profile refers to and that are older than a day. The service does it once a day.")
final class SweepFiles extends Task {
    private final Tools tools;

    @Option(names = "--dry-run", description = "Only list them.")
    private boolean dryRun;

    SweepFiles(Tools tools) {
        this.tools = tools;
    }

    @Override
    public void run() {
        if (dryRun) say("Files that would go: " + tools.sweep().rehearse(key -> say(visible(key))));
        else tools.alone(() -> say("Files removed: " + tools.sweep().run()));
    }

    /** What other programs put there may be named to steer a terminal. */
    private static String visible(String key) {
        return key.replaceAll("\\p{C}", "?");
    }
}
