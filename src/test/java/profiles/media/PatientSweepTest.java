package profiles.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ReadableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import profiles.fixture.Log;
import profiles.storage.Storage;
import profiles.storage.StoredFile;
import profiles.web.Visitor;

/** The sweep over a storage that fails, changes while it is listed, and has a clock of its own. */
class PatientSweepTest {
    private static final Duration OLD = Duration.ofDays(2);

    private final Place place = new Place();
    private final MediaCleanup sweep = new MediaCleanup(place, new Names(), Clock.systemUTC());

    @Test void one_that_cannot_be_deleted_keeps_no_other_from_going() {
        IntStream.range(0, 1_200).forEach(i -> place.put("cvs/" + i, OLD));
        place.stuck = Set.of("cvs/0", "cvs/700");

        try (var log = new Log("profiles.media")) {
            assertEquals(1_198, sweep.run().count());
            assertTrue(log.contains("cvs/0 cannot be swept (") && log.contains("cvs/700 cannot be swept ("), log::toString);
        }
        assertEquals(Set.of("cvs/0", "cvs/700"), place.files.keySet());

        place.stuck = Set.of();

        assertEquals(2, sweep.run().count(), "the next time it goes");
    }

    @Test void a_folder_that_cannot_be_read_keeps_no_other_from_being_swept() {
        place.put("certificates/a", OLD);
        place.unreadable = "cvs";

        assertThrows(UncheckedIOException.class, sweep::run);

        assertEquals(Set.of(), place.files.keySet());
    }

    @Test void a_name_that_has_become_a_new_files_meanwhile_is_left_to_it() {
        place.put("cvs/a", OLD);
        place.put("cvs/b", OLD);
        place.afterListing = () -> {
            place.files.remove("cvs/a");
            place.put("cvs/b", Duration.ZERO);
        };

        assertEquals(0, sweep.run().count());

        assertEquals(Set.of("cvs/b"), place.files.keySet());
    }

    @Test void a_storage_whose_clock_is_days_behind_loses_nothing_on_its_way() {
        place.behind = Duration.ofDays(3);
        place.put("cvs/on-its-way", Duration.ZERO);
        place.put("cvs/orphan", OLD);

        assertEquals(1, sweep.run().count());

        assertEquals(Set.of("cvs/on-its-way"), place.files.keySet(), "nothing is left of the look at the clock either");
    }

    @Test void a_rehearsal_tells_count_and_bytes_and_touches_nothing() {
        IntStream.range(0, 1_200).forEach(i -> place.put("cvs/" + i, OLD));
        place.put("cvs/young", Duration.ZERO);
        var named = new HashSet<String>();

        var would = sweep.dryRun(named::add);

        assertEquals("1200 (3600 bytes)", would.toString());
        assertEquals(1_200, named.size());
        assertFalse(named.contains("cvs/young"));
        assertEquals(1_201, place.files.size());
    }

    /** No row names any of these files. */
    private record Names() implements MediaReferences {
        @Override
        public boolean isDjangoDatabase() {
            return false;
        }

        @Override public boolean isReadable(String key, Visitor visitor) { return false; }
        @Override public Set<String> referenced(Collection<String> keys) { return Set.of(); }
        @Override public boolean hasAny() { return true; }
        @Override public boolean held() { return false; }
        @Override public List<String> folders() { return List.of("cvs", "certificates"); }
    }

    /** Names and times, all files of three bytes. */
    private static final class Place implements Storage {
        final Map<String, Instant> files = new TreeMap<>();
        Duration behind = Duration.ZERO;
        Set<String> stuck = Set.of();
        String unreadable = "";
        Runnable afterListing = () -> { };

        void put(String key, Duration age) {
            files.put(key, Instant.now().minus(behind).minus(age));
        }

        @Override public boolean create(String key, long size, Source bytes) {
            put(key, Duration.ZERO);
            return true;
        }

        @Override public StoredFile find(String key) {
            return files.containsKey(key) ? new StoredFile(key, 3, files.get(key)) : null;
        }

        @Override public ReadableByteChannel read(String key, long from, long length) {
            return null;
        }

        @Override public void delete(String key) {
            if (stuck.contains(key)) throw new UncheckedIOException(new IOException("stuck"));
            files.remove(key);
        }

        @Override public void list(String folder, Consumer<StoredFile> each) {
            if (folder.equals(unreadable)) throw new UncheckedIOException(new IOException("unreadable"));
            var listed = files.keySet().stream().filter(key -> key.startsWith(folder + "/")).map(this::find).toList();
            afterListing.run();
            listed.forEach(each);
        }
    }
}
