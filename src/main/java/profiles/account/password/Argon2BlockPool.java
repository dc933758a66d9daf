package profiles.account.password;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;

/**
 * The memory of hashes as we write them, used again by the next: to make and collect 19,456 blocks for each takes up to a third of its
 * time. They are wiped after each hash; where memory is short, the collector takes them.
 */
final class Argon2BlockPool implements BlockPool {
    private static final Deque<SoftReference<Argon2BlockPool>> FREE = new ConcurrentLinkedDeque<>();

    /** In the order in which they were made, and lie in memory, as a hash goes through them: another order is a twentieth slower. */
    private final Block[] all;
    private int next;

    private Argon2BlockPool(int count) {
        all = new Block[count];
        Arrays.setAll(all, i -> new Block());
    }

    /** As many at once as there are hashes at once (see {@link HashingLimiter}). @param count of the blocks that one hash takes */
    static <T> T borrow(int count, Function<BlockPool, T> hash) {
        var blocks = free();
        if (blocks == null) blocks = new Argon2BlockPool(count);
        blocks.next = 0;
        // Those of a hash that failed may be amid their use.
        var result = hash.apply(blocks);
        FREE.push(new SoftReference<>(blocks));
        return result;
    }

    private static Argon2BlockPool free() {
        for (var next = FREE.poll(); next != null; next = FREE.poll()) {
            var blocks = next.get();
            if (blocks != null) return blocks;
        }
        return null;
    }

    @Override
    public Block allocate() {
        return next < all.length ? all[next++] : new Block();
    }

    /** The hash has wiped it, and gives back all at its end. */
    @Override
    public void deallocate(Block used) {
    }
}
