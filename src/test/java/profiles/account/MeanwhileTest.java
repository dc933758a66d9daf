package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import profiles.account.password.StoredHash;
import profiles.account.query.QSession;
import profiles.account.query.QUser;
import profiles.fixture.ServiceTest;
import profiles.fixture.Statements;
import profiles.fixture.Wait;

/** What happens to an account in the middle of a request. */
@Timeout(60)
class MeanwhileTest extends ServiceTest {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    // ASVS 7.4.3: who knew the old password comes in no more, however close it was.
    @Test void a_login_under_way_does_not_outlive_a_change_of_the_password() {
        overtake("overtaken", user -> user.changePassword(StoredHash.write("another horse")));
    }

    // ASVS 7.4.2
    @Test void a_login_under_way_does_not_outlive_a_deactivation() {
        overtake("stopped", User::deactivate);
    }

    /** The login has read the account, and waits for room to compare the password, while the account is changed. */
    private void overtake(String username, Consumer<User> change) {
        program.register(username);
        new QSession(service.db()).user.username.eq(username).delete();
        var end = new CountDownLatch(1);
        var inside = new CountDownLatch(PROCESSORS);
        IntStream.range(0, PROCESSORS).forEach(i -> CompletableFuture.runAsync(() -> hold(inside, end), work -> new Thread(work).start()));
        await(inside);
        try (var statements = Statements.listen()) {
            var login = CompletableFuture.supplyAsync(() -> service.program().login(username, "correct horse").status());
            Wait.until("the login has read the account", () -> !statements.heard().isEmpty());
            var user = new QUser(service.db()).username.eq(username).findOne();
            change.accept(user);
            service.db().update(user);
            end.countDown();

            assertEquals(409, login.join());
            assertEquals(0, new QSession(service.db()).user.username.eq(username).findCount());
        } finally {
            end.countDown();
        }
    }

    private static void hold(CountDownLatch inside, CountDownLatch end) {
        service.graph().hashingLimiter().runInTurn(1, () -> {
            inside.countDown();
            await(end);
            return null;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
