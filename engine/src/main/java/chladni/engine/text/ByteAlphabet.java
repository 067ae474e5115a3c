package chladni.engine.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// GPT-2's way of writing any bytes as visible characters (Radford et al. 2019, `encoder.py`): printable Latin-1 characters
/// stand for themselves, the other 68 bytes for U+0100 onward.
final class ByteAlphabet {
    private static final char[] CHARACTERS = characters();

    private ByteAlphabet() {}

    private static char[] characters() {
        char[] characters = new char[256];
        char next = 0x100;
        for (int b = 0; b < 256; b++) {
            boolean visible = b >= '!' && b <= '~' || b >= 0xA1 && b <= 0xAC || b >= 0xAE;
            characters[b] = visible ? (char) b : next++;
        }
        return characters;
    }

    /// All of them, in the order in which byte-pair vocabularies begin: those that stand for themselves first.
    static String all() {
        char[] sorted = CHARACTERS.clone();
        Arrays.sort(sorted);
        return new String(sorted);
    }

    /// The UTF-8 bytes of `text`, one character each.
    static String of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder written = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            written.append(CHARACTERS[b & 0xFF]);
        }
        return written.toString();
    }
}
