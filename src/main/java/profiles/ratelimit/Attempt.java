package profiles.ratelimit;

import java.util.ArrayList;
import java.util.List;
import profiles.web.Problem;

/** A running attempt. It counts only if {@link #count} is called before it is closed. */
public final class Attempt implements AutoCloseable {
    private final List<Place> places = new ArrayList<>(2);
    private Problem refusal;
    private boolean counts;

    Attempt() {
    }

    /** @return null when the place could be taken */
    AttemptWindow.Refusal take(Place place) {
        var refusal = place.limit().begin(place.key());
        if (refusal == null) places.add(place);
        return refusal;
    }

    /** It is looked at, but if it turns out to be wrong, this is the answer. */
    void refuseIfWrong(Problem refusal) {
        this.refusal = refusal;
    }

    /** It was wrong. @throws Problem 429 when it was one too many */
    public void count() {
        counts = true;
        if (refusal != null) throw refusal;
    }

    @Override
    public void close() {
        places.forEach(place -> place.limit().end(place.key(), counts));
    }

    record Place(SlidingWindowLimit limit, String key) {
    }
}
