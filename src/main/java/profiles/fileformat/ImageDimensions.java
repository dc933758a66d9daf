package profiles.fileformat;

/** The size of an image by its header. A viewer needs four bytes for each pixel, however small the file is. */
record ImageDimensions(long width, long height) {
    /** A sheet of A3 at 600 dots per inch has 70 million. */
    private static final long PIXELS = 100_000_000, SIDE = 30_000;

    void check() throws RejectedFile {
        if (width == 0 || height == 0) throw RejectedFile.damaged();
        if (width > SIDE || height > SIDE || width * height > PIXELS)
            throw new RejectedFile("This picture is too large: " + width + " x " + height
                + " pixels. At most 100 million in all and 30000 on a side are taken.");
    }
}
