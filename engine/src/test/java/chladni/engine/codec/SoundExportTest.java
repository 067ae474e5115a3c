package chladni.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.failure.BadInput;
import chladni.engine.failure.StorageFailed;
import chladni.engine.media.Sound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SoundExportTest {
    private static final String RECIPE = "{\"prompt\": \"Glocken über 東京\"}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void recipeCommentLengthAndPitchComeBack(SoundCoding coding) {
        Path file = folder.resolve("a." + coding.extension());
        Sound tone = tone(16_000, 2, 16_123);
        SoundExport.write(file, new SoundContents(tone, Optional.of("ein Tön"), Optional.of(RECIPE), Optional.empty()), coding);
        SoundContents read = SoundFile.read(file);
        assertThat(read.recipe()).contains(RECIPE);
        assertThat(read.comment()).contains("ein Tön");
        assertThat(read.sound().channels()).hasNumberOfRows(2);
        assertThat(read.sound().seconds()).isCloseTo(tone.seconds(), within(0.02));
        assertThat(risingZeroCrossings(read.sound()) / read.sound().seconds()).isCloseTo(440, within(4.0));
    }

    @Test
    void flacIsLosslessToTwentyFourBits() {
        Path file = folder.resolve("a.flac");
        Sound tone = tone(44_100, 1, 10_001);
        SoundExport.write(file, SoundContents.of(tone), SoundCoding.FLAC);
        Sound read = SoundFile.read(file).sound();
        assertThat(read.sampleRate()).isEqualTo(44_100);
        assertThat(read.channels()[0]).containsExactly(tone.channels()[0], within(1f / (1 << 23)));
    }

    @ParameterizedTest
    @CsvSource({"MP3, 11111", "OGG, 44100", "FLAC, 11111"})
    void ratesThatACodingLacksAreResampled(SoundCoding coding, int rate) {
        Path file = folder.resolve("a." + coding.extension());
        SoundExport.write(file, SoundContents.of(tone(rate, 1, rate)), coding);
        Sound read = SoundFile.read(file).sound();
        assertThat(read.seconds()).isCloseTo(1, within(0.03));
        assertThat(risingZeroCrossings(read) / read.seconds()).isCloseTo(440, within(12.0));
    }

    @Test
    void aNameSaysNothing() throws IOException {
        Path flac = folder.resolve("a.wav");
        SoundExport.write(flac, SoundContents.of(tone(16_000, 1, 1000)), SoundCoding.FLAC);
        assertThat(SoundFile.read(flac).sound().length()).isEqualTo(1000);
        assertThatThrownBy(() -> WavFile.read(flac)).isInstanceOf(BadInput.class).hasMessageContaining("a FLAC sound");
        Path text = Files.writeString(folder.resolve("b.wav"), "la la la");
        assertThatThrownBy(() -> SoundFile.read(text)).isInstanceOf(BadInput.class)
                .hasMessageContaining("a text file").hasMessageContaining("WAV, FLAC, MP3");
        Path playlist = Files.writeString(folder.resolve("c.mp3"), "#EXTM3U\nfile:///etc/passwd\n");
        assertThatThrownBy(() -> SoundFile.read(playlist)).isInstanceOf(BadInput.class).hasMessageContaining("a text file");
    }

    @ParameterizedTest
    @EnumSource
    void damageIsAnsweredInWords(SoundCoding coding) throws IOException {
        Path file = folder.resolve("a.bin");
        SoundExport.write(file, SoundContents.of(tone(16_000, 1, 3000)), coding);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {10, 60, 200, whole.length / 2}) {
            Files.write(file, Arrays.copyOf(whole, length));
            try {
                assertThat(SoundFile.read(file).sound().length()).isLessThan(20_000);
            } catch (BadInput expected) {
                assertThat(expected.getMessage()).contains("a.bin");
            }
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("none/a.flac");
        assertThatThrownBy(() -> SoundExport.write(file, SoundContents.of(tone(16_000, 1, 100)), SoundCoding.FLAC))
                .isInstanceOf(StorageFailed.class).hasMessageContaining(file.toString()).hasMessageContaining("folder");
    }

    private static int risingZeroCrossings(Sound sound) {
        float[] samples = sound.channels()[0];
        int count = 0;
        for (int i = 1; i < samples.length; i++) {
            count += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
        }
        return count;
    }

    /// 440 Hz at half of full scale.
    private static Sound tone(int rate, int channelCount, int length) {
        float[][] channels = new float[channelCount][length];
        for (float[] channel : channels) {
            for (int i = 0; i < length; i++) {
                channel[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / rate));
            }
        }
        return new Sound(rate, channels);
    }
}
