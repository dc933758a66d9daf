package profiles.web;

/** A connector that can close the connections of the clients that read their responses the slowest. */
public interface SlowReaders {
    void closeSlowestReaders();
}
