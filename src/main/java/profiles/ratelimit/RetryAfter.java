package profiles.ratelimit;

import java.time.Duration;
import profiles.web.Problem;

/** A waiting time in whole seconds, rounded up, so that a client who waits that long is let in. */
record RetryAfter(long seconds) {

    static RetryAfter of(Duration time) {
        return new RetryAfter(time.plusNanos(999_999_999).toSeconds());
    }

    Problem problem() {
        return Problem.tooOften("That was tried too often in a short time. Please wait " + text() + ", then try again.", seconds);
    }

    String text() {
        if (seconds == 1) return "a second";
        return seconds <= 90 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }
}
