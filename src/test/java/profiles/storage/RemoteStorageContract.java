package profiles.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import profiles.OpenStore;
import profiles.fixture.Relay;
import profiles.fixture.Store;
import profiles.web.Problem;
import profiles.web.ServiceUnavailable;

/** What a store elsewhere must do besides: the way to it may break, and readers may be sent to it. */
public abstract class RemoteStorageContract extends StorageContract {
    private Map<String, String> settings;
    private Relay relay;

    abstract Store store();

    @Override
    Storage empty() {
        relay = new Relay(store().port());
        settings = store().at(relay.port());
        return OpenStore.of(settings);
    }

    @AfterEach
    void close() throws IOException {
        // Neither is there where the store is missing, and the test is skipped.
        if (storage != null) storage.close();
        if (relay != null) relay.close();
    }

    @Test void a_store_that_cannot_be_reached_is_told_in_one_way() {
        create("cvs/a.pdf", "kept");
        relay.breakOff();

        for (var failure : new ServiceUnavailable[] {
            assertThrows(ServiceUnavailable.class, () -> create("cvs/b.pdf", "new")),
            assertThrows(ServiceUnavailable.class, () -> storage.find("cvs/a.pdf")),
            assertThrows(ServiceUnavailable.class, () -> storage.read("cvs/a.pdf", 0, 4)),
            assertThrows(ServiceUnavailable.class, () -> storage.delete("cvs/a.pdf")),
            assertThrows(ServiceUnavailable.class, () -> list("cvs"))}) {
            assertTrue(failure.reason().startsWith(settings.get("MEDIA_STORAGE") + " cannot be reached ("), failure.reason());
            assertNotNull(failure.getCause());
        }
        relay.mend();
        assertEquals("kept", assertRead("cvs/a.pdf", 4));
        assertNull(storage.find("cvs/b.pdf"));
    }

    @Test void a_lost_answer_loses_nothing() {
        relay.loseAnswer();

        var told = create("cvs/a.pdf", "bytes");

        assertFalse(told, "the second try meets the file of the first, so another key is taken, and this one is the sweep's");
        assertEquals("bytes", assertRead("cvs/a.pdf", 5));
    }

    @Test void a_place_that_is_not_there_is_named_and_no_file_of_it_is_missing() {
        var nowhere = OpenStore.of(settings, "MEDIA_STORAGE", settings.get("MEDIA_STORAGE").replaceFirst("//[a-z]+", "//nowhere"));

        for (var failure : new ServiceUnavailable[] {
            assertThrows(ServiceUnavailable.class, () -> nowhere.create("cvs/b.pdf", 1, () -> new ByteArrayInputStream(new byte[1]))),
            assertThrows(ServiceUnavailable.class, () -> nowhere.find("cvs/a.pdf")),
            assertThrows(ServiceUnavailable.class, () -> nowhere.read("cvs/a.pdf", 0, 4)),
            assertThrows(ServiceUnavailable.class, () -> nowhere.list("cvs", file -> { }))})
            assertTrue(failure.reason().contains("://nowhere") && failure.reason().contains(" answers 404 ") && failure.reason()
            .contains("make it"), failure.reason());
    }

    @Test void only_so_many_files_are_read_at_once() throws IOException {
        create("cvs/a.pdf", "bytes");
        var open = new ArrayList<ReadableByteChannel>();
        try {
            for (int i = 0; i < 64; i++) open.add(storage.read("cvs/a.pdf", 0, 5));

            assertThrows(Problem.class, () -> storage.read("cvs/a.pdf", 0, 5));

            open.remove(0).close();
            open.add(storage.read("cvs/a.pdf", 0, 5));
        } finally {
            for (var each : open) each.close();
        }
    }

    @Test void a_reader_who_stops_holds_no_large_part_of_the_file() throws IOException {
        var size = 20_000_000;
        storage.create("cvs/a.pdf", size, () -> new ByteArrayInputStream(new byte[size]));
        try (var channel = storage.read("cvs/a.pdf", 0, size)) {
            channel.read(ByteBuffer.allocate(1));

            assertTrue(relay.connections() <= 2, relay.connections() + " connections");
        }
    }

    @Test void a_link_opens_one_file_with_the_headers_that_it_was_given() throws Exception {
        create("cvs/Größe +.pdf", "%PDF bytes");
        create("cvs/b.pdf", "of another");

        var link = storage.presignedUrl("cvs/Größe +.pdf", "application/pdf",
            "inline; filename=\"Gr__e.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%2B.pdf");

        var answer = get(link);
        assertEquals(200, answer.statusCode());
        assertEquals("%PDF bytes", answer.body());
        assertEquals("application/pdf", answer.headers().firstValue("Content-Type").orElse(null));
        assertEquals("inline; filename=\"Gr__e.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%2B.pdf", answer.headers()
            .firstValue("Content-Disposition").orElse(null));
        assertEquals("private, no-store", answer.headers().firstValue("Cache-Control").orElse(null));
        assertTrue(link.getRawQuery().matches(".*(X-Amz-Expires=60|se=).*"), "for a minute");
        var part = get(link, "Range", "bytes=0-3");
        assertEquals(206, part.statusCode());
        assertEquals("%PDF", part.body());
    }

    @Test void without_redirects_there_are_no_links() {
        assertNull(OpenStore.of(settings, "MEDIA_REDIRECT", "false").presignedUrl("cvs/a.pdf", "application/pdf", "inline"));
    }

    static HttpResponse<String> get(URI link, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(link);
        if (headers.length > 0) request.headers(headers);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String assertRead(String key, long length) {
        try {
            return read(key, 0, length);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
