package profiles.backup;

import static profiles.backup.TarHeader.BLOCK;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Writes files one after the other into a tar, and counts the SHA-256 of all that it has written. */
final class TarWriter {
    private static final int BUFFER = 64 * 1024;

    /** Adds up what reaches the file. */
    private final DigestOutputStream digest;
    private final BufferedOutputStream out;
    private final Instant now;
    private final Runnable often;

    /** @param often is run with each piece that is written; what it throws ends the writing */
    TarWriter(WritableByteChannel file, Instant now, Runnable often) {
        this.digest = new DigestOutputStream(Channels.newOutputStream(file), sha256());
        this.out = new BufferedOutputStream(digest, BUFFER);
        this.now = now;
        this.often = often;
    }

    void add(String name, byte[] bytes) throws IOException {
        begin(name, bytes.length, now);
        write(bytes, bytes.length);
        end(bytes.length);
    }

    /** To be followed by {@link #write}, and {@link #end} with the same size. */
    void begin(String name, long size, Instant modified) throws IOException {
        out.write(TarHeader.of(name, size, modified));
    }

    void write(byte[] bytes, int count) throws IOException {
        out.write(bytes, 0, count);
        often.run();
    }

    void end(long size) throws IOException {
        out.write(new byte[(int) (TarHeader.padded(size) - size)]);
    }

    /** Of all that was written so far, in hexadecimal. */
    String checksum() throws IOException {
        out.flush();
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.getMessageDigest().clone()).digest());
        } catch (CloneNotSupportedException never) {
            throw new IllegalStateException(never);
        }
    }

    /** A tar ends with two empty blocks. */
    void finish() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.flush();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
