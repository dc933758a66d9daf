package profiles.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An answer of S3, whose connection is dropped when the reader leaves before the end: else the rest would be fetched for nobody. */
final class S3ResponseChannel extends FilterInputStream {
    private final ResponseInputStream<?> answer;
    private boolean ended;

    private S3ResponseChannel(ResponseInputStream<?> answer) {
        super(answer);
        this.answer = answer;
    }

    /** @throws IllegalStateException when it is not as long as it was asked to be, as a page of a gateway is not */
    static S3ResponseChannel of(long length, ResponseInputStream<GetObjectResponse> answer) {
        if (answer.response().contentLength() == length) return new S3ResponseChannel(answer);
        answer.abort();
        throw new IllegalStateException(answer.response().contentLength() + " bytes instead of " + length);
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
