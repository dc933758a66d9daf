package profiles.cli;

import picocli.CommandLine.Command;

@Command(name = "migrate", description = "Bring the database's tables up to date. The service does it at its start.")
final class Migrate extends CliCommand {
    private final CommandContext context;

    Migrate(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        var done = context.migrate();
        print(done.isEmpty() ? "The database is up to date." : "The database is up to date now. Done: " + String.join(", ", done));
    }
}
