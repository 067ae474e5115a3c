package chladni.engine.text;

import chladni.engine.failure.PackBroken;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// SentencePiece's `precompiled_charsmap`: which characters are written how, as a double-array trie over UTF-8 bytes with the replacements
/// behind it. The longest match counts; what has none stays.
///
/// source: the layout of Darts-clone (S. Yata), as SentencePiece's `normalizer.cc` reads it
final class CharacterMap {
    private final ByteBuffer trie;
    private final ByteBuffer texts;

    /// @throws PackBroken when the lengths contradict one another
    CharacterMap(ByteBuffer map, String where) {
        ByteBuffer bytes = map.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.remaining() < 4 ? -1 : bytes.getInt(0);
        if (length < 4 || length % 4 != 0 || length > bytes.remaining() - 4) {
            throw new PackBroken(where + " is damaged: its table of characters is cut off.");
        }
        trie = bytes.slice(4, length).order(ByteOrder.LITTLE_ENDIAN);
        texts = bytes.slice(4 + length, bytes.remaining() - 4 - length);
    }

    String applied(String text) {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int at = 0; at < in.length; ) {
            Match match = longest(in, at);
            if (match.length > 0) {
                append(out, match.text);
                at += match.length;
            } else {
                int size = characterSize(in[at]);
                out.write(in, at, Math.min(size, in.length - at));
                at += size;
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// @param length bytes that matched; 0 for none
    /// @param text where the replacement begins
    private record Match(int length, int text) {}

    private Match longest(byte[] in, int from) {
        Match best = new Match(0, 0);
        int node = offset(unit(0));
        for (int at = from; at < in.length; at++) {
            int label = in[at] & 0xFF;
            node ^= label;
            int unit = unit(node);
            if ((unit & 0x8000_00FF) != label) {
                return best;
            }
            node ^= offset(unit);
            if ((unit >>> 8 & 1) == 1) {
                best = new Match(at - from + 1, unit(node) & 0x7FFF_FFFF);
            }
        }
        return best;
    }

    /// A node outside the table is one that nothing matches.
    private int unit(int node) {
        return node >= 0 && node < trie.limit() / 4 ? trie.getInt(4 * node) : 0x8000_0000;
    }

    private static int offset(int unit) {
        return unit >>> 10 << ((unit & 1 << 9) >>> 6);
    }

    private void append(ByteArrayOutputStream out, int text) {
        for (int i = text; i < texts.limit() && texts.get(i) != 0; i++) {
            out.write(texts.get(i));
        }
    }

    private static int characterSize(byte first) {
        int b = first & 0xFF;
        return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    }
}
