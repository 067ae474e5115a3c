package chladni.engine.graph;

import java.util.Arrays;

/// Numbers that stay in a file: `length` bytes at `offset` of `location`, a path relative to the folder that the session is given.
public record Stored(String location, long offset, long length, ElementType type, int... lengths) {
    public Stored {
        long size = type.bytes();
        for (int axis : lengths) {
            size *= axis;
        }
        if (size != length) {
            throw new IllegalArgumentException(type + Arrays.toString(lengths) + " takes " + size + " bytes, not " + length);
        }
        lengths = lengths.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stored stored && location.equals(stored.location) && offset == stored.offset
                && type == stored.type && Arrays.equals(lengths, stored.lengths);
    }

    @Override
    public int hashCode() {
        return 31 * location.hashCode() + Long.hashCode(offset);
    }
}
