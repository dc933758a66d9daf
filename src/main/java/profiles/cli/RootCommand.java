package profiles.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine;
import profiles.account.admin.StaffAction;

/** {@code java -jar profiles.jar COMMAND}: each command is named here. */
@Command(name = "java -jar profiles.jar", synopsisSubcommandLabel = "[COMMAND]", versionProvider = RootCommand.Version.class,
    description = "Accounts, profiles and documents. Without a command, the service starts. Settings are environment variables.%n")
public final class RootCommand {

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Show help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    private boolean version;

    private RootCommand() {
    }

    public static CommandLine of(CommandContext context, Terminal terminal) {
        return new CommandLine(new RootCommand())
            .addSubcommand(new CreateSuperuser(context, terminal))
            .addSubcommand(new ChangePassword(context, terminal))
            .addSubcommand(StaffActionCommand.of(context, "deactivate", StaffAction.DEACTIVATE,
                "Lock a user out: nobody can log in as them, all sessions end, and all tokens are revoked.",
                "%s is not active any more; all sessions are ended, and all tokens revoked."))
            .addSubcommand(StaffActionCommand.of(context, "activate", StaffAction.ACTIVATE, "Let a user log in again.", "%s is active."))
            .addSubcommand(StaffActionCommand.of(context, "makestaff", StaffAction.MAKE_STAFF,
                "Let a user see and change the profiles of all members.", "%s is staff."))
            .addSubcommand(StaffActionCommand.of(context, "unmakestaff", StaffAction.UNMAKE_STAFF, "Take that right away.",
                "%s is not staff any more."))
            .addSubcommand(new CommandLine(new Sessions()).addSubcommand(StaffActionCommand.of(context, "end", StaffAction.END_SESSIONS,
                "End all sessions of a user, and revoke all tokens.", "All sessions of %s are ended, and all tokens revoked.")))
            .addSubcommand(new SweepFiles(context))
            .addSubcommand(new AdoptFiles(context))
            .addSubcommand(new CreateBackup(context))
            .addSubcommand(new RestoreBackup(context))
            .addSubcommand(new Migrate(context))
            .addSubcommand(new ArchiveClasses(context))
            .addSubcommand(new Check(context));
    }

    @Command(name = "sessions", description = "End sessions.", synopsisSubcommandLabel = "COMMAND")
    private static final class Sessions {
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = getClass().getPackage().getImplementationVersion();
            return new String[] {"Profiles " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
