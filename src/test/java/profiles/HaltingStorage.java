package profiles;

import static profiles.Halting.at;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.function.Consumer;
import profiles.Halting.Point;
import profiles.storage.Storage;
import profiles.storage.StoredFile;

/** Another storage, around whose work the process may end. */
record HaltingStorage(Storage storage) implements Storage {

    @Override
    public boolean create(String key, long size, Source bytes) {
        at(Point.BEFORE_STORE);
        var created = storage.create(key, size, new Watched(bytes, size));
        at(Point.STORED);
        return created;
    }

    /** The bytes' own file takes the place, except where the copy is to break off. */
    private record Watched(Source bytes, long size) implements Source {
        @Override
        public InputStream open() throws IOException {
            return halfway(bytes.open(), size / 2);
        }

        @Override
        public Path file() {
            at(Point.NAMED);
            return Halting.ends(Point.HALF_COPIED) ? null : bytes.file();
        }
    }

    private static InputStream halfway(InputStream bytes, long half) {
        return new FilterInputStream(bytes) {
            private long left = half;

            @Override
            public int read(byte[] to, int from, int max) throws IOException {
                if (left == 0) at(Point.HALF_COPIED);
                var read = super.read(to, from, left == 0 ? max : (int) Math.min(left, max));
                left -= left == 0 ? 0 : Math.max(0, read);
                return read;
            }
        };
    }

    @Override
    public StoredFile find(String key) {
        return storage.find(key);
    }

    @Override
    public ReadableByteChannel read(String key, long from, long length) {
        return storage.read(key, from, length);
    }

    @Override
    public void delete(String key) {
        at(Point.BEFORE_DISCARD);
        storage.delete(key);
        at(Point.DISCARDED);
    }

    @Override
    public void list(String folder, Consumer<StoredFile> each) {
        storage.list(folder, each);
    }
}
