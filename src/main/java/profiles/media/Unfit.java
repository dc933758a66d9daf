package profiles.media;

/** A file is of a kind that is taken, and still is not; the message tells its sender why, and what to do. */
final class Unfit extends Exception {

    Unfit(String message) {
        super(message, null, false, false);
    }

    static Unfit damaged() {
        return new Unfit("This file is damaged or cut off. Open it, save it once more, and choose that file.");
    }
}
