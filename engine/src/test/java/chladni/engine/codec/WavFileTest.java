package chladni.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavFileTest {
    private static final Sound STEREO = new Sound(44_100, new float[][] {{0, 0.5f, -1, 0.25f, 1e-4f}, {-0.5f, 0.75f, 0.125f, 0, -1e-4f}});

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("a.wav");
    }

    @ParameterizedTest
    @EnumSource
    void everyEncodingIsReadBack(WavEncoding encoding) {
        WavFile.Written written = WavFile.write(file, SoundContents.of(STEREO), encoding);
        Sound read = WavFile.read(file).sound();
        assertThat(written.clipped()).isZero();
        assertThat(read.sampleRate()).isEqualTo(44_100);
        float step = encoding == WavEncoding.PCM_16 ? 1f / 65_536 : encoding == WavEncoding.PCM_24 ? 1f / 16_777_216 : 0;
        for (int c = 0; c < 2; c++) {
            assertThat(read.channels()[c]).containsExactly(STEREO.channels()[c], Offset.offset(step));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasReadIsWrittenAgainByteForByte(WavEncoding encoding) throws IOException {
        float[] noise = new float[1001];
        Random random = new Random(3);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat(-1, 1);
        }
        WavFile.write(file, SoundContents.of(Sound.mono(8000, noise)), encoding);
        Path again = folder.resolve("again.wav");
        WavFile.write(again, WavFile.read(file), encoding);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void recipeCommentAndLoopComeBack() {
        String recipe = "{\"chladni\": 1, \"prompt\": \"Glocken über München 🔔\"}";
        WavFile.write(file, SoundContents.of(STEREO).withRecipe(recipe).withComment("a bell — 東京").withLoop(new Loop(1, 3)),
                WavEncoding.PCM_24);
        SoundContents read = WavFile.read(file);
        assertThat(read.recipe()).contains(recipe);
        assertThat(read.comment()).contains("a bell — 東京");
        assertThat(read.loop()).contains(new Loop(1, 3));
        assertThat(read.sound().length()).isEqualTo(5);
    }

    @Test
    void clippedSamplesAreCountedAndHeldAtFullScale() {
        Sound loud = Sound.mono(16_000, new float[] {1, -1, 1.5f, -2, 0.9f});
        assertThat(WavFile.write(file, SoundContents.of(loud), WavEncoding.PCM_16).clipped()).isEqualTo(2);
        assertThat(WavFile.read(file).sound().channels()[0])
                .containsExactly(32_767 / 32_768f, -1, 32_767 / 32_768f, -1, 29_491 / 32_768f);
        assertThat(WavFile.write(file, SoundContents.of(loud), WavEncoding.FLOAT_32).clipped()).isZero();
        assertThat(WavFile.read(file).sound().channels()[0]).containsExactly(1, -1, 1.5f, -2, 0.9f);
    }

    /// The same two samples, +½ and −½ of full scale, in every coding of the specification.
    @ParameterizedTest
    @CsvSource({"1, 8, C040", "1, 16, 004000C0", "1, 24, 0000400000C0", "1, 20, 0000400000C0", "1, 32, 00000040000000C0",
        "3, 32, 0000003F000000BF", "3, 64, 000000000000E03F000000000000E0BF"})
    void everyCodingIsRead(int tag, int bits, String samples) throws IOException {
        for (boolean extensible : new boolean[] {false, true}) {
            Files.write(file, wav(format(tag, bits, extensible), chunk("data", hex(samples))));
            assertThat(WavFile.read(file).sound().channels()[0]).containsExactly(0.5f, -0.5f);
        }
    }

    @Test
    void chunksMayComeInAnyOrderAndOfOddLength() throws IOException {
        Files.write(file, wav(chunk("junk", new byte[3]), chunk("data", hex("004000C0")), chunk("chLd", "{}".getBytes(StandardCharsets.UTF_8)),
                chunk("odd!", new byte[1]), format(1, 16, false)));
        SoundContents read = WavFile.read(file);
        assertThat(read.sound().channels()[0]).containsExactly(0.5f, -0.5f);
        assertThat(read.recipe()).contains("{}");
    }

    @Test
    void aStreamedFileThatNeverLearntItsLengthIsReadToItsEnd() throws IOException {
        byte[] bytes = wav(format(1, 16, false), chunk("data", hex("004000C0")));
        Arrays.fill(bytes, 40, 44, (byte) 0xFF);
        Files.write(file, bytes);
        assertThat(WavFile.read(file).sound().channels()[0]).containsExactly(0.5f, -0.5f);
    }

    @Test
    void zeroSecondsAreASoundOfNoSamples() throws IOException {
        Files.write(file, wav(format(1, 16, false), chunk("data", new byte[0])));
        assertThat(WavFile.read(file).sound().length()).isZero();
    }

    @Test
    void aTruncatedFileIsRefusedWithTheByteWhereItEnds() throws IOException {
        byte[] whole = wav(format(1, 16, false), chunk("data", new byte[1000]));
        Files.write(file, Arrays.copyOf(whole, 700));
        assertThatThrownBy(() -> WavFile.read(file)).isInstanceOf(BadInput.class)
                .hasMessageContaining("ends at byte 700").hasMessageContaining("byte 1044");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 20, 30, 36, 40})
    void aFileCutWithinItsHeadIsRefused(int length) throws IOException {
        Files.write(file, Arrays.copyOf(wav(format(1, 16, false), chunk("data", new byte[10])), length));
        assertThatThrownBy(() -> WavFile.read(file)).isInstanceOf(BadInput.class).hasMessageContaining("byte " + length);
    }

    @Test
    void liesAboutLengthsCostNoMemory() throws IOException {
        byte[] bytes = wav(format(1, 16, false), chunk("data", new byte[10]));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 0xFFFF_FFF0);
        Files.write(file, bytes);
        assertThatThrownBy(() -> WavFile.read(file)).isInstanceOf(BadInput.class).hasMessageContaining("4294967324");
    }

    @Test
    void otherContentIsNamed() throws IOException {
        Files.writeString(file, "dear diary");
        assertThatThrownBy(() -> WavFile.read(file)).isInstanceOf(BadInput.class).hasMessageContaining("a text file");
        Files.write(file, wav(format(17, 4, false), chunk("data", new byte[10])));
        assertThatThrownBy(() -> WavFile.read(file)).isInstanceOf(BadInput.class).hasMessageContaining("compressed");
        assertThatThrownBy(() -> WavFile.read(folder.resolve("none.wav"))).isInstanceOf(BadInput.class).hasMessageContaining("no file");
    }

    /// Any byte may be wrong: the answer is a sound or a sentence, never another exception.
    @Test
    void damageIsAnsweredInWords() throws IOException {
        WavFile.write(file, SoundContents.of(STEREO).withRecipe("{}").withComment("c").withLoop(new Loop(0, 4)), WavEncoding.FLOAT_32);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(11);
        for (int i = 0; i < 1000; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(8) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int k = random.nextInt(4); k >= 0 && damaged.length > 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            try {
                assertThat(WavFile.read(file).sound().length()).isLessThan(1000);
            } catch (BadInput expected) {
                assertThat(expected.getMessage()).contains("a.wav");
            }
        }
    }

    private static byte[] wav(byte[]... chunks) {
        int size = 12 + Arrays.stream(chunks).mapToInt(chunk -> chunk.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(size - 8).put("WAVE".getBytes(StandardCharsets.US_ASCII));
        Arrays.stream(chunks).forEach(out::put);
        return out.array();
    }

    private static byte[] chunk(String id, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(8 + content.length + content.length % 2).order(ByteOrder.LITTLE_ENDIAN);
        out.put(id.getBytes(StandardCharsets.US_ASCII)).putInt(content.length).put(content);
        return out.array();
    }

    /// Mono, 16 kHz.
    private static byte[] format(int tag, int bits, boolean extensible) {
        int bytes = (bits + 7) / 8;
        ByteBuffer out = ByteBuffer.allocate(extensible ? 40 : 16).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) (extensible ? 0xFFFE : tag)).putShort((short) 1).putInt(16_000).putInt(16_000 * bytes);
        out.putShort((short) bytes).putShort((short) bits);
        if (extensible) {
            out.putShort((short) 22).putShort((short) bits).putInt(4).putShort((short) tag);
            out.put(hex("000000001000800000AA00389B71"));
        }
        return chunk("fmt ", out.array());
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
