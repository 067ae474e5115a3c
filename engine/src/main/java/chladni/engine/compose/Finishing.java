package chladni.engine.compose;

import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.pack.Pack;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// From decoded pictures to a take: what the mask keeps is pasted back bit for bit, the sound is made, the crop is cut.
///
/// @param crop columns to cut at the right end, with their samples
record Finishing(Pack soundEye, @Nullable Known known, int crop, CancelSignal cancel) {
    record Finished(Picture picture, Spectrogram spectrogram, Sound sound) {}

    Finished finish(Eyes.Seen seen, NoteBook notes) {
        Finished whole = turnedBack(known != null && known.mask() != null
                ? pasted(seen, known, notes)
                : new Finished(seen.picture(), seen.spectrogram(), new SoundMaker(soundEye, cancel).audible(seen.spectrogram(), notes)));
        if (crop == 0) {
            return whole;
        }
        int columns = whole.spectrogram().columns() - crop;
        if (columns < 1) {
            notes.add("The crop of " + crop + " columns is longer than the take, so nothing was cut.");
            return whole;
        }
        return cropped(whole, columns);
    }

    private Finished turnedBack(Finished made) {
        if (known == null || known.turn().columns() == 0) {
            return made;
        }
        Turn back = known.turn().back();
        return new Finished(back.of(made.picture()), back.of(made.spectrogram()), back.of(made.sound(), made.spectrogram().format().hop()));
    }

    private Finished pasted(Eyes.Seen seen, Known known, NoteBook notes) {
        Picture mask = Objects.requireNonNull(known.mask());
        Spectrogram made = seen.spectrogram();
        Picture old = known.content().spectrogram().picture();
        Spectrogram spectrogram = new Spectrogram(made.format(), made.columns(), Paste.over(old, made.picture(), mask).values());
        Picture picture = Paste.over(known.content().toSee(), seen.picture(), mask);
        SoundMaker maker = new SoundMaker(soundEye, cancel);
        Sound oldSound = known.content().sound();
        Sound sound = oldSound == null ? maker.audible(spectrogram, notes) : new SoundPaste(maker, known.content().gain()).over(oldSound, spectrogram, mask);
        return new Finished(picture, spectrogram, sound);
    }

    private static Finished cropped(Finished whole, int columns) {
        Spectrogram spectrogram = whole.spectrogram();
        Picture levels = left(spectrogram.picture(), columns);
        float[] samples = Arrays.copyOf(whole.sound().mono().channels()[0], columns * spectrogram.format().hop());
        return new Finished(
                left(whole.picture(), columns),
                new Spectrogram(spectrogram.format(), columns, levels.values()),
                Sound.mono(whole.sound().sampleRate(), samples));
    }

    private static Picture left(Picture picture, int columns) {
        int lines = picture.channels() * picture.height();
        float[] values = new float[lines * columns];
        for (int line = 0; line < lines; line++) {
            System.arraycopy(picture.values(), line * picture.width(), values, line * columns, columns);
        }
        return new Picture(picture.channels(), picture.height(), columns, values);
    }
}
