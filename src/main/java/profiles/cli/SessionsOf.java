package profiles.cli;

import picocli.CommandLine.Command;

@Command(name = "sessions", description = "What is signed in.", synopsisSubcommandLabel = "COMMAND")
final class SessionsOf {
}
