package profiles.media;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/** An answer of S3, whose connection is dropped when the reader leaves before the end: else the rest would be fetched for nobody. */
final class S3Bytes extends FilterInputStream {
    private final ResponseInputStream<?> answer;
    private boolean ended;

    S3Bytes(ResponseInputStream<?> answer) {
        super(answer);
        this.answer = answer;
    }

    @Override
    public int read() throws IOException {
        return seen(super.read());
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        return seen(super.read(to, offset, length));
    }

    private int seen(int read) {
        if (read < 0) ended = true;
        return read;
    }

    @Override
    public void close() throws IOException {
        if (ended) super.close();
        else answer.abort();
    }
}
