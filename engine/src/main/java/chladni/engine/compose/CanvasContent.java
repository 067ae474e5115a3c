package chladni.engine.compose;

import chladni.engine.codec.FileKind;
import chladni.engine.codec.PictureFile;
import chladni.engine.codec.SoundFile;
import chladni.engine.failure.BadInput;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.sound.InputLevel;
import chladni.engine.sound.LogMel;
import chladni.engine.sound.Loudness;
import chladni.engine.sound.PictureFit;
import chladni.engine.sound.SoundFit;
import chladni.engine.tensor.Npy;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a file or take folder puts on a canvas of a given size. Longer content is cut at the end, shorter content is followed by
/// silence; pictures keep their shape and stand in the middle, and what is too wide is cut on both sides.
///
/// @param spectrogram rows × columns of the canvas
/// @param picture the picture to look at, same size; null when it is the spectrogram
/// @param sound the sound it was made from, exactly as long as the canvas; null when there is only a picture
/// @param covered the columns that the file fills; what is beside them is silence
/// @param gain what a sound made from the spectrogram must be multiplied by to be as loud as `sound`
record CanvasContent(Spectrogram spectrogram, @Nullable Picture picture, @Nullable Sound sound, Columns covered, double gain) {
    /// @param end the column behind the last one
    record Columns(int first, int end) {
        static Columns all(Spectrogram spectrogram) {
            return new Columns(0, spectrogram.columns());
        }

        boolean holds(int column) {
            return first <= column && column < end;
        }
    }

    /// @throws BadInput when there is no such file, or it is neither a picture, a sound nor a take
    static CanvasContent read(Path path, SpectrogramFormat format, int columns) {
        if (Files.isDirectory(path)) {
            return take(path, format, columns);
        }
        if (path.toString().endsWith(".npy")) {
            return numbers(path, format, columns);
        }
        FileKind kind = FileKind.of(path);
        if (kind.isPicture()) {
            return picture(PictureFile.read(path).picture(), format, columns);
        }
        if (kind.isSound()) {
            return sound(SoundFile.read(path).sound(), path.toString(), format, columns);
        }
        throw new BadInput(path + " is " + kind.words() + "; a canvas is a picture, a sound or a take's folder.");
    }

    /// The same with its time turned.
    CanvasContent turned(Turn turn) {
        return turn.columns() == 0 ? this : new CanvasContent(turn.of(spectrogram), picture == null ? null : turn.of(picture),
                sound == null ? null : turn.of(sound, spectrogram.format().hop()), Columns.all(spectrogram), gain);
    }

    /// What an eye sees of it.
    Picture toSee() {
        return picture == null ? spectrogram.picture() : picture;
    }

    private static CanvasContent take(Path folder, SpectrogramFormat format, int columns) {
        Path spectrogram = folder.resolve("spectrogram.png");
        if (!Files.isRegularFile(spectrogram)) {
            throw new BadInput(folder + " is not a take: it holds no spectrogram.png.");
        }
        Spectrogram shown = fitted(PictureFile.read(spectrogram).picture(), format, columns);
        Picture picture = PictureFile.read(folder.resolve("picture.png")).picture();
        boolean sameSize = picture.height() == format.mels() && picture.width() == columns;
        Path wav = folder.resolve("sound.wav");
        Sound sound = Files.isRegularFile(wav) ? exactly(SoundFile.read(wav).sound(), format, columns) : null;
        return new CanvasContent(shown, sameSize ? picture : null, sound, Columns.all(shown), sound == null ? 1 : SoundLevel.relativeTo(shown, sound));
    }

    private static CanvasContent picture(Picture picture, SpectrogramFormat format, int columns) {
        Spectrogram fitted = fitted(picture, format, columns);
        return new CanvasContent(fitted, null, null, filled(picture, format, columns), 1);
    }

    /// An array of a spectrogram's rows and columns in −1 … 1, as networks see pictures: exact, where files of pictures round.
    private static CanvasContent numbers(Path file, SpectrogramFormat format, int columns) {
        Tensor array;
        try {
            array = Npy.read(file);
        } catch (IOException unreadable) {
            throw new BadInput("The array " + file + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
        Shape shape = array.shape();
        int rank = shape.rank();
        if (rank < 2 || shape.length(-2) != format.mels() || shape.length(-2) * shape.length(-1) != array.size()) {
            throw new BadInput("The array " + file + " has the shape " + shape + "; a canvas has [" + format.mels() + ", columns].");
        }
        float[] levels = array.map(v -> v / 2 + 0.5).data();
        Spectrogram numbers = wide(new Spectrogram(format, shape.length(-1), levels), columns, 0);
        return new CanvasContent(numbers, null, null, Columns.all(numbers), 1);
    }

    private static CanvasContent sound(Sound sound, String name, SpectrogramFormat format, int columns) {
        Sound fit = SoundFit.whole(sound, format, name).sound();
        Spectrogram whole = new LogMel(format).analyse(fit, InputLevel.NORMALISED);
        double gain = Loudness.peak(fit) / LogMel.PEAK;
        Spectrogram seen = wide(whole, columns, 0);
        return new CanvasContent(seen, null, exactly(fit, format, columns), Columns.all(seen), gain);
    }

    private static Spectrogram fitted(Picture picture, SpectrogramFormat format, int columns) {
        if (picture.height() == format.mels()) { // pixel for pixel, as a spectrogram
            return wide(new Spectrogram(format, picture.width(), picture.grey().values()), columns, 0);
        }
        Spectrogram own = PictureFit.KEEP_ASPECT.fit(picture, format, columns);
        return own.columns() > columns
                ? PictureFit.CROP.fit(picture, format, columns)
                : wide(own, columns, (columns - own.columns()) / 2);
    }

    /// Where [#fitted] puts a picture.
    private static Columns filled(Picture picture, SpectrogramFormat format, int columns) {
        if (picture.height() == format.mels()) {
            return new Columns(0, Math.min(columns, picture.width()));
        }
        int own = Math.min(columns, PictureFit.KEEP_ASPECT.fit(picture, format, columns).columns());
        int left = (columns - own) / 2;
        return new Columns(left, left + own);
    }

    /// Cut at the end, or placed on black `left` columns from the beginning.
    private static Spectrogram wide(Spectrogram spectrogram, int columns, int left) {
        if (spectrogram.columns() == columns) {
            return spectrogram;
        }
        float[] levels = new float[spectrogram.rows() * columns];
        int kept = Math.min(columns, spectrogram.columns());
        for (int row = 0; row < spectrogram.rows(); row++) {
            System.arraycopy(spectrogram.levels(), row * spectrogram.columns(), levels, row * columns + left, kept);
        }
        return new Spectrogram(spectrogram.format(), columns, levels);
    }

    private static @Nullable Sound exactly(Sound sound, SpectrogramFormat format, int columns) {
        if (sound.sampleRate() != format.sampleRate()) {
            return null; // resampling would change what is to stay as it is
        }
        return Sound.mono(format.sampleRate(), Arrays.copyOf(sound.mono().channels()[0], columns * format.hop()));
    }
}
