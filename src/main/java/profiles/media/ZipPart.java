package profiles.media;

/**
 * What a zip tells of one of its parts, before its bytes or in its directory.
 *
 * @param crc    of the unpacked bytes
 * @param packed in bytes
 * @param size   unpacked, in bytes
 * @param offset where it begins in the zip
 */
record ZipPart(String name, int method, long crc, long packed, long size, long offset) {
    static final int STORED = 0, DEFLATED = 8;
}
