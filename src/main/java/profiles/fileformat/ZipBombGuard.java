package profiles.fileformat;

import java.util.zip.CRC32;

/** Limits what a zip may expand to: a small one may hold more than any disk (CWE-409). */
final class ZipBombGuard {
    private static final int MEGABYTE = 1024 * 1024;
    private static final long ALL = 200L * MEGABYTE, PART = 100L * MEGABYTE;
    /**
     * Text packs to a tenth, sometimes a thirtieth; nothing that a person wrote to less than a hundredth, once it is more than some
     * megabytes.
     */
    private static final long RATIO = 100, SMALL = 20L * MEGABYTE;

    private long before;
    private long size;
    private CRC32 crc;

    void begin() {
        before += size;
        size = 0;
        crc = new CRC32();
    }

    /** @param position in the zip: how much of it was needed for what has come out so far */
    void add(byte[] bytes, int count, long position) throws RejectedFile {
        crc.update(bytes, 0, count);
        size += count;
        var all = before + size;
        if (size > PART || all > ALL || all > SMALL && all > RATIO * position)
            throw new RejectedFile("This document is too large unpacked: at most " + ALL / MEGABYTE + " MB are taken, and no more than "
                + RATIO + " times its own size.");
    }

    /** Of the part that is being unpacked, in bytes. */
    long size() {
        return size;
    }

    long crc() {
        return crc.getValue();
    }
}
