package profiles.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.Client;

/** A member names an address, and we mail a link to it, whoever reads it: nobody's box may be filled that way (ASVS 6.1.1, 2.4.1). */
class ConfirmationsTest extends ThrottledTest {

    @Test void an_address_is_mailed_five_links_an_hour_whoever_asks() {
        var box = "box" + number + "@example.org";
        for (int i = 0; i < 5; i++) assertEquals(303, change(owner, box).status());
        var stranger = service.program().from(elsewhere).register("stranger" + number);

        var page = change(owner, box);
        var json = change(stranger, box.toUpperCase(Locale.ROOT));

        assertEquals(429, page.status());
        assertTrue(page.contains("Please wait 60 minutes") && page.contains("value=\"" + box + "\""), page.toString());
        assertEquals(429, json.status());
        assertTrue(retryAfter(json) > 3500, json.header("Retry-After"));

        service.clock().forward(Duration.ofHours(1));
        assertEquals(200, change(stranger, box).status());
    }

    @Test void from_one_place_twenty_links_an_hour_are_mailed() {
        for (int i = 0; i < 20; i++) assertEquals(303, change(owner, "crowd" + number + "_" + i + "@example.org").status());

        assertEquals(429, change(owner, "crowd" + number + "_20@example.org").status());
    }

    private static Answer change(Client client, String email) {
        return client.post("/accounts/email/", "email", email, "password", PASSWORD);
    }
}
