package profiles.throttle;

import java.time.Duration;
import profiles.web.Problem;

/** How long someone is asked to wait, in whole seconds, rounded up: who waits as long is let in. */
record Pause(long seconds) {

    static Pause of(Duration time) {
        return new Pause(time.plusNanos(999_999_999).toSeconds());
    }

    Problem problem() {
        return Problem.tooOften("That was tried too often in a short time. Please wait " + words() + ", then try again.", seconds);
    }

    String words() {
        if (seconds == 1) return "a second";
        return seconds <= 90 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }
}
