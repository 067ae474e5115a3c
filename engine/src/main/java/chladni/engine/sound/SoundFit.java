package chladni.engine.sound;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Sound;
import chladni.engine.media.SpectrogramFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How a sound of any rate, length and channel count becomes one that a spectrogram is made of: the mean of its channels,
/// resampled to the format's rate, from its beginning; too long is cut, too short is filled with silence at the end.
public final class SoundFit {
    private SoundFit() {}

    /// @param sound mono at the format's rate, a whole number of columns long
    /// @param notes what the user should know: cut, filled up; whole sentences
    public record Fitted(Sound sound, List<String> notes) {}

    /// Exactly `columns · hop` samples.
    ///
    /// @throws BadInput when the sound has no samples, or some that are no numbers
    public static Fitted toColumns(Sound sound, SpectrogramFormat format, int columns) {
        return toLength(usable(sound, "The sound"), format, columns);
    }

    /// The whole sound, filled up to whole columns and at least one window; at most [PictureFit#MOST_COLUMNS] columns.
    ///
    /// @throws BadInput when the sound has no samples, or some that are no numbers
    public static Fitted whole(Sound sound, SpectrogramFormat format) {
        return whole(sound, format, "The sound");
    }

    /// @param name what the sound is called in messages, such as its file
    public static Fitted whole(Sound sound, SpectrogramFormat format, String name) {
        double samples = (double) usable(sound, name).length() * format.sampleRate() / sound.sampleRate();
        long columns = (long) Math.ceil(Math.max(samples, format.window()) / format.hop() - 1e-9);
        return toLength(sound, format, (int) Math.min(columns, PictureFit.MOST_COLUMNS));
    }

    private static Fitted toLength(Sound sound, SpectrogramFormat format, int columns) {
        int length = Math.multiplyExact(columns, format.hop());
        double seconds = columns * format.secondsPerColumn();
        List<String> notes = new ArrayList<>();
        // Only what will be kept is resampled, and one second more so that the cut leaves no trace of the filter.
        long needed = (long) Math.ceil((seconds + 1) * sound.sampleRate());
        Sound mono = head(sound, (int) Math.min(needed, sound.length())).mono();
        float[] samples = Resampler.resample(mono, format.sampleRate()).channels()[0];
        if (sound.seconds() > seconds + format.secondsPerColumn()) {
            notes.add(String.format(Locale.ROOT, "The sound is %.2f s long; the first %.2f s are used.", sound.seconds(), seconds));
        } else if (sound.seconds() < seconds - format.secondsPerColumn()) {
            notes.add(String.format(Locale.ROOT, "The sound is %.2f s long; silence fills it up to %.2f s.", sound.seconds(), seconds));
        }
        return new Fitted(Sound.mono(format.sampleRate(), Arrays.copyOf(samples, length)), notes);
    }

    private static Sound head(Sound sound, int length) {
        if (length == sound.length()) {
            return sound;
        }
        return new Sound(sound.sampleRate(),
                Arrays.stream(sound.channels()).map(channel -> Arrays.copyOf(channel, length)).toArray(float[][]::new));
    }

    private static Sound usable(Sound sound, String name) {
        if (sound.length() == 0) {
            throw new BadInput(name + " has no samples: it is 0 s long. Choose one that is longer.");
        }
        for (float[] channel : sound.channels()) {
            for (float sample : channel) {
                if (!Float.isFinite(sample)) {
                    throw new BadInput(name + " holds samples that are not numbers (NaN or infinity); export it again.");
                }
            }
        }
        return sound;
    }
}
