package profiles.throttle;

import java.util.ArrayList;
import java.util.List;

/** A try under way. It counts only if that is said before it is closed: what goes well, or ends before it was judged, leaves no trace. */
public final class Attempt implements AutoCloseable {
    private final List<Place> places = new ArrayList<>(2);
    private boolean counts;

    Attempt() {
    }

    /** @return null when the place could be taken */
    Tries.Refusal take(Place place) {
        var refusal = place.limit().begin(place.key());
        if (refusal == null) places.add(place);
        return refusal;
    }

    public void count() {
        counts = true;
    }

    @Override
    public void close() {
        places.forEach(place -> place.limit().end(place.key(), counts));
    }

    record Place(Limit limit, String key) {
    }
}
