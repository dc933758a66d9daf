package profiles.web;

import java.io.UncheckedIOException;
import profiles.database.DatabaseFailure;

/** The problem for a failure of the database or the disk. */
public final class Outage {
    private static final String AGAIN = " Try again in a moment.";

    private Outage() {
    }

    /** @return null where it is none, but a bug */
    public static Problem of(Exception failure) {
        var database = DatabaseFailure.of(failure);
        if (database != null) return database(database, failure);
        if (DiskFull.isCauseOf(failure)) return Problem.storageFull();
        if (!(failure instanceof UncheckedIOException files)) return null;
        return ServiceUnavailable.untilRepaired("The files of the service cannot be reached." + AGAIN,
            "a file cannot be read or written (" + files.getCause() + ")", files);
    }

    private static Problem database(DatabaseFailure kind, Exception failure) {
        return switch (kind) {
            case BUSY -> ServiceUnavailable.busy("The database is busy." + AGAIN, 2, log("the database is busy", failure), failure);
            case CONFLICT -> ServiceUnavailable.busy("The same was changed elsewhere at this moment, and nothing was changed here." + AGAIN,
                1,
                log("the database rolled back a conflict", failure), failure);
            case UNREACHABLE -> ServiceUnavailable.busy("The database cannot be reached." + AGAIN, 5,
                log("the database cannot be reached", failure), failure);
            case READ_ONLY -> ServiceUnavailable.untilRepaired("The database takes no changes at the moment, and nothing was changed."
                + AGAIN,
                log("the database is read-only", failure), failure);
            case BROKEN -> ServiceUnavailable.untilRepaired("The database does not work at the moment." + AGAIN,
                log("the database cannot use its files", failure), failure);
            case OUTCOME_UNKNOWN -> ServiceUnavailable.untilRepaired(
                "The database failed while it stored this. It is unknown whether it was stored:"
                + " look before you try again.", log("the database failed at a commit, and it is unknown whether it was stored", failure),
                failure);
            case DENIED -> ServiceUnavailable.untilRepaired(
                "The database does not let the service do this, and nothing was changed." + AGAIN,
                log("the database denies its user a privilege", failure), failure);
            case SCHEMA_CHANGED -> ServiceUnavailable.untilRepaired("The database has changed under the service." + AGAIN,
                log("another program has changed a table, see the command check", failure), failure);
            case FULL -> Problem.storageFull();
            // No form has looked for it first.
            case UNSUPPORTED_CHARACTER -> new Problem(422, "Not kept here", TextRules.NOT_KEPT);
            case TOO_LONG -> new Problem(422, "Too long",
                "One of these texts is longer than the database keeps. Nothing was changed; shorten it.");
        };
    }

    private static String log(String what, Throwable failure) {
        return what + " (" + root(failure).getMessage() + ")";
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && root.getCause() != root) root = root.getCause();
        return root;
    }
}
