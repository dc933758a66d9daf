package profiles.fileformat;

/** A file has an accepted format and is still rejected. The message tells the sender why, and what to do. */
public final class RejectedFile extends Exception {

    RejectedFile(String message) {
        super(message, null, false, false);
    }

    static RejectedFile damaged() {
        return new RejectedFile("This file is damaged or cut off. Open it, save it once more, and choose that file.");
    }

    static RejectedFile encrypted() {
        return new RejectedFile("This document is locked with a password. Save it without one, and choose that file.");
    }

    static RejectedFile macros() {
        return new RejectedFile("This document has macros. Save it without them, and choose that file.");
    }
}
