package profiles.profile.leaving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InterruptedDeletionTest extends AccountDeletionPagesTest {

    @Test void a_file_that_cannot_go_is_left_for_the_sweep() throws IOException {
        browser.register("sticky");
        upload(browser, "sticky.pdf");
        var file = service.media().resolve("cvs/sticky.pdf");
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));

        var answer = browser.post("/accounts/delete/", "password", PASSWORD);

        assertEquals(303, answer.status());
        assertEquals(0, count("auth_user where username = 'sticky'"));
        Files.delete(file.resolve("in the way"));
        Files.delete(file);
    }

    @Test void an_upload_under_way_leaves_no_file_behind() {
        for (int i = 0; i < 5; i++) {
            var name = "racer" + i;
            var leaver = service.program().register(name);
            var uploader = service.program();
            uploader.login(name, PASSWORD);

            var form = cv(name + ".pdf");
            var upload = CompletableFuture.supplyAsync(() ->
                uploader.send("PUT", "/api/profile/", form.type(), new String(form.bytes(), UTF_8)));
            assertEquals(204, leaver.post("/accounts/delete/", "password", PASSWORD).status());

            var status = upload.join().status();
            assertTrue(status == 200 || status == 401, "status " + status);
            assertFalse(service.files().contains("cvs/" + name + ".pdf"));
        }
    }
}
