package chladni.engine.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Objects;

/// Which characters BERT's tokenizer drops and which it splits at: not what Unicode says today, but what the published
/// tokenizers do (the table's first line says where it comes from).
final class BertCharacters {
    private static final String TABLE = "bert-characters.txt";

    /// Control characters, accents and other marks that take no room.
    static final BitSet VANISH = read("vanish ");
    static final BitSet PUNCTUATION = read("punctuation ");

    private BertCharacters() {}

    private static BitSet read(String name) {
        try (InputStream in = Objects.requireNonNull(BertCharacters.class.getResourceAsStream(TABLE), TABLE)) {
            String table = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return table.lines().filter(line -> line.startsWith(name)).map(line -> set(line.substring(name.length()))).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `c-e 41` → 12, 13, 14, 65
    private static BitSet set(String ranges) {
        BitSet set = new BitSet(Character.MAX_CODE_POINT + 1);
        for (String range : ranges.split(" ")) {
            String[] ends = range.split("-");
            set.set(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16) + 1);
        }
        return set;
    }
}
