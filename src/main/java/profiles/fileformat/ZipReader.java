package profiles.fileformat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import profiles.storage.BoundedChannel;
import profiles.storage.Storage;

/**
 * A zip without ambiguity: entries follow each other without a gap up to the central directory, which says the same as they do. So nothing
 * overlaps, nothing is hidden, and every other reader finds the same.
 */
final class ZipReader {
    private static final long DESCRIPTOR = 0x08074b50L, MOST = 0xffff_ffffL;

    private final Storage.Source file;
    private final ZipCentralDirectory directory;
    private final Map<String, ZipEntryHeader> byName = new HashMap<>();
    private final Map<ZipEntryHeader, Long> starts = new HashMap<>();
    private final ZipBombGuard unpacking = new ZipBombGuard();
    private final byte[] buffer = new byte[16 * 1024];

    private ZipReader(Storage.Source file, ZipCentralDirectory directory) {
        this.file = file;
        this.directory = directory;
        for (var part : directory.parts()) byName.put(ZipEntryNames.folded(part.name()), part);
    }

    /** Unpacks every part, and compares it with the directory. */
    static ZipReader read(Storage.Source file) throws IOException, RejectedFile {
        var zip = new ZipReader(file, ZipCentralDirectory.read(file));
        try (var in = file.open()) {
            zip.check(new ByteReader(in));
        } catch (EOFException | DataFormatException broken) {
            throw RejectedFile.damaged();
        }
        return zip;
    }

    /** In the order of their places. */
    List<ZipEntryHeader> entries() {
        return directory.parts();
    }

    /** Without regard to case. @return null for none */
    ZipEntryHeader find(String name) {
        return byName.get(ZipEntryNames.folded(name));
    }

    /** @return the unpacked bytes of a part */
    InputStream open(ZipEntryHeader part) throws IOException {
        var in = file.open();
        in.skipNBytes(starts.get(part));
        if (part.method() == ZipEntryHeader.STORED) return Channels.newInputStream(
            new BoundedChannel(Channels.newChannel(in), part.size()));
        var inflater = new Inflater(true);
        return new InflaterInputStream(in, inflater) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    private void check(ByteReader reader) throws IOException, DataFormatException, RejectedFile {
        var ends = entries().stream().skip(1).map(ZipEntryHeader::offset).collect(Collectors.toCollection(ArrayList::new));
        ends.add(directory.begin());
        for (int i = 0; i < entries().size(); i++) check(reader, entries().get(i), ends.get(i));
        if (reader.position() != directory.begin()) throw RejectedFile.damaged();
    }

    private void check(ByteReader reader, ZipEntryHeader part, long next) throws IOException, DataFormatException, RejectedFile {
        if (part.isEncrypted()) throw RejectedFile.encrypted();
        if (reader.position() != part.offset() || reader.u32() != ZipCentralDirectory.LOCAL) throw RejectedFile.damaged();
        header(reader, part);
        var start = reader.position();
        if (part.packed() > next - start) throw RejectedFile.damaged();
        starts.put(part, start);
        unpacking.begin();
        if (part.method() == ZipEntryHeader.DEFLATED) inflate(reader);
        else if (part.method() == ZipEntryHeader.STORED) copy(reader, part.packed());
        else throw RejectedFile.damaged();
        if (reader.position() - start != part.packed()) throw RejectedFile.damaged();
        if (unpacking.size() != part.size() || unpacking.crc() != part.crc()) throw RejectedFile.damaged();
        if (part.hasDataDescriptor()) descriptor(reader, part, next - reader.position());
    }

    /** What stands before a part's bytes. Some writers leave the sums and sizes empty there, and let them follow. */
    private static void header(ByteReader reader, ZipEntryHeader part) throws IOException, RejectedFile {
        reader.u16();
        reader.u16();
        var method = reader.u16();
        reader.u32();
        var later = part.hasDataDescriptor();
        var same = same(reader.u32(), part.crc(), later);
        same &= same(reader.u32(), part.packed(), later) & same(reader.u32(), part.size(), later);
        var nameLength = reader.u16();
        var extraLength = reader.u16();
        var name = ZipEntryNames.read(reader, nameLength, part.flags());
        reader.skip(extraLength);
        if (!same || method != part.method() || !name.equals(part.name())) throw RejectedFile.damaged();
    }

    /** A number of more than four bytes stands elsewhere. */
    private static boolean same(long local, long number, boolean later) {
        return local == number || later && local == 0 || local == MOST;
    }

    /** It has a signature or not, and numbers of four or of eight bytes; and some writers say that it follows, and leave it out. */
    private static void descriptor(ByteReader reader, ZipEntryHeader part, long length) throws IOException, RejectedFile {
        if (length == 0) return;
        if (length != 12 && length != 16 && length != 20 && length != 24) throw RejectedFile.damaged();
        if (length % 8 == 0 && reader.u32() != DESCRIPTOR) throw RejectedFile.damaged();
        var crc = reader.u32();
        var packed = length < 20 ? reader.u32() : reader.u64();
        var size = length < 20 ? reader.u32() : reader.u64();
        if (crc != part.crc() || packed != part.packed() || size != part.size()) throw RejectedFile.damaged();
    }

    private void copy(ByteReader reader, long packed) throws IOException, RejectedFile {
        for (var left = packed; left > 0;) {
            var count = reader.read(buffer, left);
            unpacking.add(buffer, count, reader.position());
            left -= count;
        }
    }

    private void inflate(ByteReader reader) throws IOException, DataFormatException, RejectedFile {
        var inflater = new Inflater(true);
        try {
            while (!inflater.finished()) {
                unpacking.add(buffer, reader.inflate(inflater, buffer), reader.position());
                if (inflater.needsDictionary()) throw RejectedFile.damaged();
            }
        } finally {
            inflater.end();
        }
    }
}
