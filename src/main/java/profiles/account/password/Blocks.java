package profiles.account.password;

import java.lang.ref.SoftReference;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * The memory of hashes as we write them, used again by the next: to make and collect 19,456 blocks for each takes up to a third of its time. They
 * are wiped after each hash; where memory is short, the collector takes them.
 */
final class Blocks {
    private static final Deque<SoftReference<BlockPool>> FREE = new ConcurrentLinkedDeque<>();

    private Blocks() {
    }

    /** As many at once as there are hashes at once (see {@link Room}). @param count of the blocks that one hash takes */
    static <T> T borrow(int count, Function<BlockPool, T> hash) {
        var blocks = free();
        if (blocks == null) blocks = new FixedBlockPool(count);
        // Those of a hash that failed may be amid their use.
        var result = hash.apply(blocks);
        FREE.push(new SoftReference<>(blocks));
        return result;
    }

    private static BlockPool free() {
        for (var next = FREE.poll(); next != null; next = FREE.poll()) {
            var blocks = next.get();
            if (blocks != null) return blocks;
        }
        return null;
    }
}
