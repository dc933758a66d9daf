package profiles.cli;

import picocli.CommandLine.Command;

@Command(name = "migrate", description = "Bring the database's tables up to date. The service does it at its start.")
final class Migrate extends Task {
    private final Tools tools;

    Migrate(Tools tools) {
        this.tools = tools;
    }

    @Override
    public void run() {
        var done = tools.migrate();
        say(done.isEmpty() ? "The database is up to date." : "The database is up to date now. Done: " + String.join(", ", done));
    }
}
