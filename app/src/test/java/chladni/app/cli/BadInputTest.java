package chladni.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is wrong is answered with its exit code and one sentence, and leaves nothing behind.
class BadInputTest {
    private static final String VOICES = "\"voices\": [{\"pack\": \"toy-picture\", \"prompt\": \"a toy\"}]";
    private static final String WEIGHTS = "toy-picture/unet/diffusion_pytorch_model.safetensors";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "''                              | must be a JSON object",
        "hello                           | This is not JSON",
        "{\"voices\": [                  | line 1, column 13",
        "{\"steps\": 1, \"steps\": 2, V} | Duplicate Object property \"steps\"",
        "{\"voicez\": 1, V}              | Unknown field \"voicez\"",
        "{\"steps\": 0, V}               | from 1 to 1000, not 0",
        "{\"steps\": \"many\", V}        | \"steps\" must be a whole number",
        "{\"columns\": 100000000, V}     | from 0 to 8192",
        "{\"columns\": 13, V}            | multiple of 8",
        "{\"sampler\": \"magic\", V}     | not \"magic\"",
        "{\"voices\": []}                | at least one voice",
        "{\"canvas\": {\"from\": \"a\\u0000b\"}, V} | Nul character",
        "{\"canvas\": {\"from\": \"\\ud800\"}, V} | \"canvas.from\" cannot be a file",
        "{\"canvas\": {\"from\": \"gone.png\"}, V} | There is no file",
        "{\"canvas\": {\"from\": \".\"}, V} | is not a take",
        "{\"canvas\": {\"from\": \"text.wav\"}, V} | is a text file",
        "{\"canvas\": {\"from\": \"silent.wav\"}, V} | silent.wav has no samples: it is 0 s long",
        "{\"canvas\": {\"from\": \"wish.json\", \"mask\": \"gone.png\"}, V} | There is no file",
        "{\"voices\": [{\"pack\": \"toy-picture\", \"weight\": {\"map\": \"gone.png\"}}]} | There is no file",
        "{\"steps\": 1, \"voices\": [{\"pack\": \"toy-picture\", \"prompt\": \"a toy\", \"weight\": 0}]} | so nobody has a say",
        "{\"canvas\": {\"from\": \"wish.json\", \"strength\": 7}, V} | from 0 to 1, not 7",
        "{\"kind\": \"imprint\", \"picture\": \"x.png\"} | \"sound\" is missing",
    })
    void recipes(String recipe, String words) throws IOException {
        Files.writeString(folder.resolve("text.wav"), "this is no sound\n");
        Files.write(folder.resolve("silent.wav"), wav());
        Path wish = Files.writeString(folder.resolve("wish.json"), recipe.replace("V}", VOICES + "}"));

        refused(2, words, "render", wish.toString(), "--packs", Trial.TOYS.toString(), "--out", out());
        assertThat(Path.of(out())).doesNotExist();
    }

    @Test
    void aMissingCanvasIsNoticedBeforeAModelIsLookedFor() throws IOException {
        Path wish = Files.writeString(folder.resolve("wish.json"), "{\"voices\": [{\"pack\": \"gone\"}], \"canvas\": {\"from\": \"gone.png\"}}");
        refused(2, "There is no file", "render", wish.toString(), "--out", out());
    }

    @Test
    void aFolderThatWasThereBeforeStaysAfterAFailure() throws IOException {
        Files.createDirectories(Path.of(out()));
        refused(3, "no pack", "render", Files.writeString(folder.resolve("wish.json"), "{\"voices\": [{\"pack\": \"gone\"}]}").toString(), "--out", out());
        assertThat(Path.of(out())).isEmptyDirectory();
    }

    @Test
    void aPromptOfTenThousandCharacters() {
        refused(2, "10,000 characters", "render", "--picture", "x".repeat(10_000), "--packs", Trial.TOYS.toString(), "--out", out());
    }

    @Test
    void nestingWithoutEnd() throws IOException {
        Path wish = Files.writeString(folder.resolve("wish.json"), "[".repeat(100_000));
        refused(2, "This is not JSON", "render", wish.toString(), "--out", out());
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        Path wish = Files.write(folder.resolve("wish.json"), new byte[] {'{', (byte) 0xff, (byte) 0xfe});
        refused(2, "not text in UTF-8", "render", wish.toString(), "--out", out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "render                                     | Missing required option: '--out=DIR'",
        "render --out OUT                           | Say what to make",
        "render gone.json --out OUT                 | there is no such file",
        "render OUT/.. --out OUT                    | cannot be read",
        "render one two --out OUT                   | one argument too many",
        "render --picture x --steps ten --out OUT   | 'ten' is not a whole number",
        "render --picture x --packs gone --out OUT  | there is no such folder",
        "render --picture x --device gpu --out OUT  | no device 'gpu'",
        "render --picture x --bogus --out OUT       | There is no option '--bogus'",
        "sing                                       | There is no command 'sing'",
        "packs sing                                 | There is no command 'sing'",
        "listen gone.png --out OUT                  | There is no file gone.png",
        "see . --out OUT                            | is a folder, not a file",
        "see gone.wav --mels 100 --out OUT          | must be 128 or 256",
        "packs add gone                             | There is no gone",
    })
    void arguments(String line, String words) {
        refused(2, words, line.replace("OUT", out()).split(" "));
        assertThat(made()).isEmpty();
    }

    @Test
    void aNameThatNoFileCanHave() {
        refused(2, "cannot be the name of a file", "render", "--picture", "x", "--out", "a\0b");
        refused(2, "name is empty", "render", "--picture", "x", "--out", "");
    }

    @Test
    void aFileWhereTheFolderShouldBe() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        for (Path out : List.of(file, file.resolve("below"))) {
            refused(2, file + " is a file", "render", "--picture", "x", "--packs", Trial.TOYS.toString(), "--out", out.toString());
        }
    }

    @Test
    void aPackThatIsNotThere() throws IOException {
        Path wish = Files.writeString(folder.resolve("wish.json"), "{\"voices\": [{\"pack\": \"toy-pictures\", \"prompt\": \"x\"}]}");
        refused(3, "Did you mean 'toy-picture'?", "render", wish.toString(), "--packs", Trial.TOYS.toString(), "--out", out());
        refused(3, "no pack 'gone'", "packs", "verify", "gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "lying offsets", "lying length", "not a number"})
    void weightsThatAreDamaged(String how) throws IOException {
        Path weights = packs().resolve(WEIGHTS);
        byte[] bytes = Files.readAllBytes(weights);
        Files.write(weights, switch (how) {
            case "truncated" -> java.util.Arrays.copyOf(bytes, bytes.length / 2);
            case "lying offsets" -> new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst("\"shape\":\\[8", "\"shape\":[9")
                    .getBytes(StandardCharsets.ISO_8859_1);
            case "lying length" -> ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 1L << 62).array();
            default -> ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(bytes.length - 2, (short) 0x7e00).array();
        });

        refused(3, weights.toString(), "render", "--picture", "x", "--packs", folder.resolve("packs").toString(), "--out", out());
        assertThat(made()).isEmpty();
        Trial verified = Trial.of("packs", "--packs", folder.resolve("packs").toString(), "verify", "toy-picture");
        assertThat(verified.code()).isEqualTo(3);
        assertThat(verified.results()).contains(weights.toString());
    }

    @Test
    void aPackWithoutANetwork() throws IOException {
        Files.delete(packs().resolve(WEIGHTS));
        refused(3, "unet", "render", "--picture", "x", "--packs", folder.resolve("packs").toString(), "--out", out());
    }

    private static void refused(int code, String words, String... arguments) {
        Trial trial = Trial.of(arguments);
        assertThat(trial.messages()).contains(words);
        assertThat(trial.code()).isEqualTo(code);
        assertThat(trial.results()).isEmpty();
        assertThat(trial.messages()).doesNotContain("Exception", "\tat ");
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    /// What lies in the folder for takes, hidden files included.
    private List<Path> made() {
        try (Stream<Path> files = Files.isDirectory(Path.of(out())) ? Files.list(Path.of(out())) : Stream.empty()) {
            return files.toList();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private Path packs() throws IOException {
        Path copy = folder.resolve("packs");
        try (Stream<Path> files = Files.walk(Trial.TOYS)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(Trial.TOYS.relativize(file).toString()));
            }
        }
        return copy;
    }

    /// A WAV file without samples.
    private static byte[] wav() {
        return ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN).put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1).putInt(16000)
                .putInt(32000).putShort((short) 2).putShort((short) 16).put("data".getBytes(StandardCharsets.US_ASCII)).putInt(0).array();
    }
}
