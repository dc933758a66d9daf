package profiles.fileformat;

/**
 * A part of a zip, as its directory tells of it.
 *
 * @param crc    of the unpacked bytes
 * @param packed in bytes
 * @param size   unpacked, in bytes
 * @param offset where it begins in the zip
 */
record ZipEntryHeader(String name, int flags, int method, long crc, long packed, long size, long offset) {
    static final int STORED = 0, DEFLATED = 8;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13, DESCRIBED_AFTER = 1 << 3;

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    /** Whether its sizes were not known when its bytes were written, and follow them. */
    boolean hasDataDescriptor() {
        return (flags & DESCRIBED_AFTER) != 0;
    }
}
