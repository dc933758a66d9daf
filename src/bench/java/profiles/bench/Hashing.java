package profiles.bench;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** A password hash as the service makes it: Argon2id of 19 MiB, two passes. */
final class Hashing implements Loop.Each {
    @Override
    public void once(int thread) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(19 * 1024).withIterations(2).withParallelism(1).withSalt(new byte[16]).build());
        generator.generateBytes(Browser.PASSWORD.getBytes(StandardCharsets.UTF_8), new byte[32]);
    }
}
