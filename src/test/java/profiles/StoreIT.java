package profiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Jar;
import profiles.fixture.Samples;
import profiles.fixture.Store;
import profiles.fixture.Uploader;

/** The jar with its documents elsewhere: the SDKs find in it all that they look for. */
@Timeout(120)
class StoreIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void documents_go_there_and_come_back_by_a_link_and_by_us(Store store) throws Exception {
        var settings = Jar.settings(Engine.SQLITE, folder);
        settings.putAll(store.empty());
        var ada = new Uploader();
        var cv = Samples.pdf(2_000_000);

        try (var jar = Jar.ready(folder, settings, "-Xmx64m")) {
            ada.at(jar);
            ada.register("ada");
            ada.save(new Form().file("cv", "Größe.pdf", "application/pdf", cv));
            assertArrayEquals(cv, ada.download(ada.profile().get("cv").textValue()));
            assertTrue(jar.said().stream().allMatch(line -> line.contains(" INFO ")), "and quietly: " + jar.said());
        }
        settings.putAll(Map.of("MEDIA_REDIRECT", "false"));
        try (var jar = Jar.ready(folder, settings, "-Xmx64m")) {
            ada.at(jar);
            assertArrayEquals(cv, ada.download(ada.profile().get("cv").textValue()));
            assertTrue(jar.said().stream().allMatch(line -> line.contains(" INFO ")), "and quietly: " + jar.said());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DISK")
    void a_store_that_is_not_there_stops_the_start(Store store) {
        var settings = Jar.settings(Engine.SQLITE, folder);
        settings.putAll(store.at(1));

        var jar = Jar.of(folder, settings);

        assertEquals(1, jar.exit(), () -> jar.said().toString());
        assertEquals(2, jar.said().size(), () -> jar.said().toString());
        assertTrue(jar.said().get(1).startsWith("  MEDIA_STORAGE: " + settings.get("MEDIA_STORAGE") + " cannot be reached ("), jar.said()
            .toString());
    }
}
