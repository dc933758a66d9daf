package profiles.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Somebody who has logged in with a device before is not kept out by others at the same address, and wins no more guesses than anybody. */
class KnownDeviceTest extends ThrottledTest {

    @Test void an_attacker_beside_the_owner_does_not_lock_the_owners_device_out() {
        var here = service.browser().from(elsewhere);
        here.login(name, PASSWORD);
        here.post("/accounts/logout/");
        fail(browser, name, 6);

        assertEquals(303, here.login(name, PASSWORD).status());
        assertEquals(429, browser.login(name, PASSWORD).status());
    }

    @Test void a_known_device_has_five_guesses_in_five_minutes_itself() {
        owner.post("/accounts/logout/");

        fail(owner, name, 6);

        assertEquals(429, owner.login(name, PASSWORD).status());
    }

    @Test void a_device_is_known_for_one_account_alone() {
        for (int i = 0; i < 95; i++) program.login("someone" + i, "wrong");
        service.program().from(home).register("other" + number);

        assertEquals(429, owner.from(elsewhere).login("other" + number, PASSWORD).status());
    }

    @Test void a_device_is_forgotten_with_the_password_but_for_the_one_that_changes_it() {
        var second = service.browser().from(elsewhere);
        second.login(name, PASSWORD);
        owner.post("/accounts/password_change/", "old_password", PASSWORD, "new_password1", "battery staple 9", "new_password2",
            "battery staple 9");
        for (int i = 0; i < 95; i++) program.login("someone" + i, "wrong");

        assertEquals(429, second.login(name, "battery staple 9").status());
        assertEquals(303, owner.from(elsewhere).login(name, "battery staple 9").status());
    }

    @Test void a_member_who_is_logged_in_is_not_shut_out_of_the_own_pages() {
        for (int i = 0; i < 95; i++) program.login("someone" + i, "wrong");

        assertEquals(303, owner.from(elsewhere).post("/accounts/email/", "email", "new" + number + "@example.org", "password", PASSWORD)
            .status());
    }
}
