package chladni.engine.weights;

import chladni.engine.failure.PackBroken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where in a zip file the bytes of each entry lie. The library's own reader hides that, and it is all that is wanted here:
/// entries that are stored, not compressed, can be used where they are. Zip64 included, for files over 4 GB.
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int END64 = 0x06064b50;
    private static final int END64_LOCATOR = 0x07064b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long IN_ZIP64 = 0xFFFF_FFFFL;

    private final Path file;
    private final FileChannel channel;

    private ZipDirectory(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Bytes `[offset, offset + length)` of the file; `stored` when they are the entry itself and not a compressed form of it.
    record Entry(long offset, long length, boolean stored) {}

    static Map<String, Entry> read(Path file, FileChannel channel) throws IOException {
        return new ZipDirectory(file, channel).entries();
    }

    private Map<String, Entry> entries() throws IOException {
        ByteBuffer directory = central();
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (directory.remaining() >= CENTRAL_LENGTH && directory.getInt(directory.position()) == CENTRAL) {
            Claim claim = claim(directory);
            if (entries.put(claim.name(), located(claim)) != null) {
                throw broken("it holds '" + claim.name() + "' twice");
            }
        }
        if (directory.hasRemaining()) {
            throw broken("its directory is cut off");
        }
        return entries;
    }

    /// The bytes of the central directory.
    private ByteBuffer central() throws IOException {
        int tailLength = (int) Math.min(channel.size(), END_LENGTH + LONGEST_COMMENT);
        long tailStart = channel.size() - tailLength;
        ByteBuffer tail = WeightFile.read(channel, tailStart, tailLength);
        for (int at = tailLength - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                long length = tail.getInt(at + 12) & 0xFFFF_FFFFL;
                long offset = tail.getInt(at + 16) & 0xFFFF_FFFFL;
                boolean zip64 = offset == IN_ZIP64 || length == IN_ZIP64;
                return zip64 ? central64(tailStart + at - 20) : region(offset, length);
            }
        }
        throw broken("it is a zip archive without its end, so its download stopped early");
    }

    private ByteBuffer central64(long locator) throws IOException {
        ByteBuffer found = region(locator, 20);
        if (found.getInt(0) != END64_LOCATOR) {
            throw broken("its directory cannot be found");
        }
        ByteBuffer end = region(found.getLong(8), 56);
        if (end.getInt(0) != END64) {
            throw broken("its directory cannot be found");
        }
        return region(end.getLong(48), end.getLong(40));
    }

    private record Claim(String name, int method, long packed, long size, long header) {}

    /// Reads one record of the directory and moves past it.
    private Claim claim(ByteBuffer directory) {
        int at = directory.position();
        int nameLength = directory.getShort(at + 28) & 0xFFFF;
        int extraLength = directory.getShort(at + 30) & 0xFFFF;
        int commentLength = directory.getShort(at + 32) & 0xFFFF;
        int next = at + CENTRAL_LENGTH + nameLength + extraLength + commentLength;
        if (next > directory.limit()) {
            throw broken("its directory is cut off");
        }
        String name = new String(directory.array(), at + CENTRAL_LENGTH, nameLength, StandardCharsets.UTF_8);
        long size = directory.getInt(at + 24) & 0xFFFF_FFFFL;
        long packed = directory.getInt(at + 20) & 0xFFFF_FFFFL;
        long header = directory.getInt(at + 42) & 0xFFFF_FFFFL;
        // The zip64 field holds, in this order, those of the three numbers that did not fit.
        ByteBuffer wide = wideNumbers(directory, at + CENTRAL_LENGTH + nameLength, extraLength);
        size = size == IN_ZIP64 ? wide(wide) : size;
        packed = packed == IN_ZIP64 ? wide(wide) : packed;
        header = header == IN_ZIP64 ? wide(wide) : header;
        directory.position(next);
        return new Claim(name, directory.getShort(at + 10), packed, size, header);
    }

    private static ByteBuffer wideNumbers(ByteBuffer directory, int start, int length) {
        int at = start;
        while (at + 4 <= start + length) {
            int fieldLength = directory.getShort(at + 2) & 0xFFFF;
            if (directory.getShort(at) == 1 && at + 4 + fieldLength <= start + length) {
                return directory.slice(at + 4, fieldLength).order(directory.order());
            }
            at += 4 + fieldLength;
        }
        return ByteBuffer.allocate(0);
    }

    private long wide(ByteBuffer numbers) {
        if (numbers.remaining() < 8) {
            throw broken("its directory is damaged");
        }
        return numbers.getLong();
    }

    /// The entry's bytes begin after its local header, whose length only it knows.
    private Entry located(Claim claim) throws IOException {
        ByteBuffer local = region(claim.header(), LOCAL_LENGTH);
        if (local.getInt(0) != LOCAL) {
            throw broken("its entry '" + claim.name() + "' is not where its directory says");
        }
        long offset = claim.header() + LOCAL_LENGTH + (local.getShort(26) & 0xFFFF) + (local.getShort(28) & 0xFFFF);
        if (claim.packed() < 0 || claim.packed() > channel.size() || offset > channel.size() - claim.packed()) {
            throw broken("its entry '" + claim.name() + "' reaches past the end of the file");
        }
        return new Entry(offset, claim.packed(), claim.method() == 0 && claim.size() == claim.packed());
    }

    private ByteBuffer region(long offset, long length) throws IOException {
        if (offset < 0 || length < 0 || length > Integer.MAX_VALUE - 8 || offset > channel.size() - length) {
            throw broken("its directory points past the end of the file");
        }
        return WeightFile.read(channel, offset, (int) length);
    }

    private PackBroken broken(String what) {
        return new PackBroken(file + " is damaged: " + what + ".");
    }
}
