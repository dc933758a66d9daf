package profiles.account;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.web.Problem;

/** Hashes passwords, only as many at once as the heap has room for; the others wait in a line that has an end. Never call it in a transaction. */
@Singleton
final class Passwords {
    /** A third of the heap for hashes: one at a time at -Xmx64m. */
    private static final long HEAP_EACH = 3L * Argon2.KIBIBYTES * 1024;
    private static final int IN_LINE = 64, SECONDS = 10;

    /** Takes as long to deny as a real hash does. */
    private static final String NOBODY = "argon2$argon2id$v=19$m=" + Argon2.KIBIBYTES + ",t=" + Argon2.PASSES + ",p=" + Argon2.LANES
        + "$" + "A".repeat(22) + "$" + "A".repeat(43);

    private final Semaphore room = new Semaphore(permits(Runtime.getRuntime()), true);

    @Inject
    Passwords() {
    }

    /** @throws Problem 503 when too many wait already */
    String hash(String password) {
        return inTurn(() -> Argon2.hash(password));
    }

    /**
     * @param user null for an unknown one, which costs the same time
     * @throws Problem 503 when too many wait already
     */
    boolean matches(String password, User user) {
        var known = user != null && user.active();
        return inTurn(() -> Argon2.matches(password, known ? user.password() : NOBODY)) && known;
    }

    private <T> T inTurn(Supplier<T> work) {
        if (room.getQueueLength() >= IN_LINE || !await()) throw Problem.busy("Too many people sign in at this moment. Try again soon.", SECONDS);
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    private boolean await() {
        try {
            return room.tryAcquire(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int permits(Runtime machine) {
        return (int) Math.max(1, Math.min(machine.availableProcessors(), machine.maxMemory() / HEAP_EACH));
    }
}
