package chladni.engine.codec;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Sound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// WAV files, sample for sample, with the chunks that carry a recipe and a loop.
///
/// Reads PCM of 8 to 32 bits and floats of 32 and 64, plain or WAVE_FORMAT_EXTENSIBLE, with chunks in any order.
/// Beyond the standard chunks there is one of our own: `chLd` holds the recipe, JSON in UTF-8.
///
/// source: IBM and Microsoft, Multimedia Programming Interface and Data Specifications 1.0, 1991 (RIFF, WAVE, INFO);
/// Microsoft, Multimedia Data Standards Update, 1994 (`smpl`, `fact`); Microsoft's WAVEFORMATEXTENSIBLE
public final class WavFile {
    private WavFile() {}

    /// @throws BadInput when the file cannot be read, is no WAV, ends early or is coded in another way; the message says which
    public static SoundContents read(Path file) {
        return readPlain(file).orElseThrow(() -> new BadInput(
                file + " is a WAV file whose samples are compressed, or longer than 4 GB; here only plain PCM and floats can be read."));
    }

    /// Empty when the samples are neither PCM nor floats, or the file is of the 64-bit variant.
    static Optional<SoundContents> readPlain(Path file) {
        FileKind kind = FileKind.of(file);
        if (kind != FileKind.WAV) {
            throw new BadInput(file + " is " + kind.words() + ", not a WAV sound.");
        }
        try (WavReader reader = new WavReader(file)) {
            return reader.read();
        } catch (IOException e) {
            throw new BadInput("Cannot read " + file + ": " + SafeWrite.reason(e) + ".", e);
        }
    }

    /// What became of the samples.
    ///
    /// @param clipped samples beyond full scale that the encoding could not hold
    public record Written(int clipped) {}

    /// @throws chladni.engine.failure.StorageFailed when it cannot be written; nothing is left behind then
    public static Written write(Path file, SoundContents contents, WavEncoding encoding) {
        SafeWrite.bytes(file, new WavWriter(contents, encoding).bytes());
        return new Written(encoding == WavEncoding.FLOAT_32 ? 0 : beyondFullScale(contents.sound()));
    }

    private static int beyondFullScale(Sound sound) {
        int count = 0;
        for (float[] channel : sound.channels()) {
            for (float sample : channel) {
                if (sample > 1 || sample < -1) {
                    count++;
                }
            }
        }
        return count;
    }
}
