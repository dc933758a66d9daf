package profiles.cli;

/** Why a command failed, for the operator. */
public final class CommandException extends RuntimeException {
    public CommandException(String message) {
        super(message);
    }
}
