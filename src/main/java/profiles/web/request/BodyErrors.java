package profiles.web.request;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;
import profiles.web.Problem;

/** The problem for a body that did not arrive. */
final class BodyErrors {
    private BodyErrors() {
    }

    /**
     * @param failure  of the reading
     * @param onTheWay what went wrong between the sender and us; null when that was fine
     */
    static RuntimeException of(Throwable failure, Throwable onTheWay) {
        if (onTheWay instanceof TimeoutException) return Problem.tooSlow();
        if (onTheWay != null) return Problem.truncatedBody("The request ended before all of it had come.");
        if (failure instanceof Problem problem) return problem;
        if (isLimit(failure)) return Problem.tooLarge();
        if (failure instanceof Error) return new IllegalStateException(failure);
        if (failure instanceof IOException lost && !(failure instanceof EOFException)) return new UncheckedIOException(lost);
        return Problem.truncatedBody("The form cannot be read: it ends too early, or its parts are not separated as it says.");
    }

    /** Jetty tells a limit of forms in parts by the words of an exception. */
    private static boolean isLimit(Throwable failure) {
        return failure instanceof IllegalStateException && String.valueOf(failure.getMessage())
            .matches(".*\\bmax\\b.*|Form with too many keys.*");
    }
}
