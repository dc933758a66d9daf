package profiles.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.OpenStore;
import profiles.fixture.Engine;
import profiles.fixture.Store;

/** Whether the documents' store is fit for use is told before anybody uploads one. */
class StoreCheckTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DISK")
    void a_store_that_takes_files_is_fine_and_left_as_it_was(Store store) {
        var settings = with(store.empty());

        var run = Run.of(settings, "", "check");

        assertEquals(0, run.code(), run.out());
        assertTrue(run.out().contains("fine   Files are kept in " + settings.get("MEDIA_STORAGE") + ", which is reached."), run.out());
        try (var storage = OpenStore.of(settings)) {
            storage.list("check", file -> {
                throw new AssertionError("left behind: " + file);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DISK")
    void a_store_that_is_not_there_is_told_with_how_to_mend_it(Store store) {
        var settings = with(store.empty());
        settings.compute("MEDIA_STORAGE", (name, place) -> place.replaceFirst("//[a-z]+", "//nowhere"));

        var run = Run.of(settings, "", "check");

        assertEquals(1, run.code());
        assertTrue(run.out()
            .matches("(?s).*WRONG  MEDIA_STORAGE: \\S+://nowhere/\\S+ answers 404 \\w+: make it, or name another in MEDIA_STORAGE\\..*"),
            run.out());
        assertFalse((run.out() + run.err()).contains("\tat "), "no stack trace");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DISK")
    void a_server_that_is_not_there_is_told(Store store) {
        var settings = with(store.at(1));

        var run = Run.of(settings, "", "check");

        assertEquals(1, run.code());
        assertTrue(run.out().contains("WRONG  MEDIA_STORAGE: " + settings.get("MEDIA_STORAGE") + " cannot be reached ("), run.out());
    }

    private Map<String, String> with(Map<String, String> store) {
        var settings = new HashMap<>(Engine.SQLITE.emptyDatabase(folder));
        settings.put("MEDIA_ROOT", folder.resolve("media").toString());
        settings.putAll(store);
        return settings;
    }
}
