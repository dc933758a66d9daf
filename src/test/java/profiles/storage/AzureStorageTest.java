package profiles.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import profiles.OpenStore;
import profiles.fixture.AzureContainer;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Log;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.Store;
import profiles.web.ServiceUnavailable;

class AzureStorageTest extends RemoteStorageContract {
    private static final String CONNECTION = "AZURE_STORAGE_CONNECTION_STRING";

    @Override
    Store store() {
        return Store.AZURE;
    }

    @Test void a_wrong_key_is_told_with_how_to_mend_it_and_never_shown() {
        var settings = store().empty();
        var wrong = OpenStore.of(settings, CONNECTION, settings.get(CONNECTION).replace("AccountKey=Eby8", "AccountKey=AAAA"));

        var failure = assertThrows(ServiceUnavailable.class, () -> wrong.find("cvs/a.pdf"));

        assertTrue(failure.reason().contains(" answers 403 ") && failure.reason()
            .contains("let these credentials read, write, delete and list there"), failure.reason());
        assertFalse((failure.reason() + failure.getMessage()).contains("AAAA"), failure.reason()); // ASVS 16.2.5
    }

    @Test void what_somebody_must_mend_is_an_error_in_the_log() {
        var settings = new HashMap<>(store().empty());
        settings.put("MEDIA_STORAGE", "azure://vanishing");
        AzureContainer.make(settings.get(CONNECTION), "vanishing");
        try (var service = Service.on(Engine.SQLITE, settings); var log = new Log("profiles.web")) {
            var program = service.program().register("ada");
            AzureContainer.remove(settings.get(CONNECTION), "vanishing");

            var answer = program.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf()));

            assertEquals(503, answer.status());
            assertEquals("5", answer.header("Retry-After"));
            assertTrue(log.contains("ERROR POST /profile/edit/: azure://vanishing answers 404 ContainerNotFound: make it"), log.toString());
        }
    }
}
