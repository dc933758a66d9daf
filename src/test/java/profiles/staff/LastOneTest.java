package profiles.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import profiles.cli.Run;
import profiles.fixture.Client;

/** One superuser who can sign in is always left. */
class LastOneTest extends StaffTest {
    @AfterEach void nobody_rules() {
        sql("update auth_user set is_superuser = false, is_staff = false");
    }

    @Test void two_who_demote_each_other_at_once_do_not_both_succeed() {
        for (int round = 0; round < 5; round++) atOnce(round, "unmake_superuser", "unmake_superuser");
    }

    @Test void nor_do_one_who_demotes_and_a_command_that_deactivates() {
        for (int round = 0; round < 3; round++) {
            String name = "by-page" + round, otherName = "by-command" + round;
            var one = superuser(service.program(), name);
            superuser(service.program(), otherName);
            var path = home(otherName) + "unmake_superuser/";

            var command = CompletableFuture.supplyAsync(() -> Run.of(service.settings(), "", "deactivate", name).code());
            var demoted = one.post(path, "password", PASSWORD).status() == 200;

            assertEquals(demoted ? 1 : 0, command.join(), "one of the two");
            assertEquals(1, able());
            nobody_rules();
        }
    }

    private void atOnce(int round, String action, String otherDeed) {
        String name = "a-" + action + otherDeed + round, otherName = "b-" + action + otherDeed + round;
        Client one = superuser(service.program(), name), other = superuser(service.program(), otherName);
        String path = home(otherName) + action + "/", otherPath = home(name) + otherDeed + "/";

        var later = CompletableFuture.supplyAsync(() -> other.post(otherPath, "password", PASSWORD).status());
        var first = one.post(path, "password", PASSWORD).status();
        var statuses = List.of(first, later.join());

        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
        assertTrue(statuses.stream().allMatch(status -> List.of(200, 401, 403, 422).contains(status)), statuses::toString);
        assertEquals(1, able());
        nobody_rules();
    }

    private static int able() {
        return service.db().sqlQuery("select count(*) from auth_user where is_superuser = true and is_active = true")
            .mapToScalar(Integer.class).findOne();
    }

    @Test void nor_does_one_who_leaves_while_the_other_demotes_him_or_is_demoted() {
        for (int round = 0; round < 5; round++) {
            String name = "leaving" + round, otherName = "staying" + round;
            Client one = superuser(service.program(), name), other = superuser(service.program(), otherName);
            var path = home(otherName) + "unmake_superuser/";

            var leaving = CompletableFuture.supplyAsync(() -> other.post("/accounts/delete/", "password", PASSWORD).status());
            var demoting = one.post(path, "password", PASSWORD).status();

            assertTrue(List.of(200, 404).contains(demoting), () -> "demoting " + demoting);
            assertEquals(204, leaving.join());
            assertTrue(is("is_superuser", name));
            nobody_rules();
        }
    }
}
