package profiles.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code java -jar profiles.jar COMMAND}: each command is named here. */
@Command(name = "java -jar profiles.jar", synopsisSubcommandLabel = "[COMMAND]", versionProvider = Version.class,
    description = "Accounts, profiles and documents. Without a command, the service starts. Settings are environment variables.%n")
public final class Top {

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Tell how this is used.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Tell the version.")
    private boolean version;

    private Top() {
    }

    public static CommandLine of(Tools tools, Terminal terminal) {
        return new CommandLine(new Top())
            .addSubcommand(new CreateSuperuser(tools, terminal))
            .addSubcommand(new ChangePassword(tools, terminal))
            .addSubcommand(new Deactivate(tools))
            .addSubcommand(new Activate(tools))
            .addSubcommand(new MakeStaff(tools))
            .addSubcommand(new UnmakeStaff(tools))
            .addSubcommand(new CommandLine(new SessionsOf()).addSubcommand(new EndSessions(tools)))
            .addSubcommand(new SweepFiles(tools))
            .addSubcommand(new BackUp(tools))
            .addSubcommand(new RestoreBackup(tools))
            .addSubcommand(new Migrate(tools))
            .addSubcommand(new ArchiveClasses(tools))
            .addSubcommand(new Check(tools));
    }
}
