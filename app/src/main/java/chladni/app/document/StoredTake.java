package chladni.app.document;

import chladni.engine.codec.PictureFile;
import chladni.engine.codec.WavFile;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.recipe.Recipe;
import chladni.engine.take.Made;
import chladni.engine.take.SavedTake;
import chladni.engine.take.Take;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A take that lies on disk, without holding on to its picture and its sound: they are in memory while they are looked at, and are read
/// from its files when they are needed again.
public final class StoredTake implements Shown.Contents {
    private final TakeMemory memory;
    private final Recipe recipe;
    private final Made made;
    private final SpectrogramFormat format;
    private final int columns;
    private volatile Path folder;

    /// What of a take stays in memory; `TakeMemory.keep` makes one.
    StoredTake(TakeMemory memory, SavedTake saved) {
        this.memory = memory;
        folder = saved.folder();
        recipe = saved.take().recipe();
        made = saved.take().made();
        format = saved.take().spectrogram().format();
        columns = saved.take().spectrogram().columns();
    }

    /// Where it lies now.
    public Path folder() {
        return folder;
    }

    /// Its folder has been moved, such as into the trash.
    public void movedTo(Path place) {
        folder = place;
    }

    public Recipe recipe() {
        return recipe;
    }

    public Made made() {
        return made;
    }

    @Override
    public SpectrogramFormat format() {
        return format;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public Shown.Look look() {
        return lookOf(memory.of(this));
    }

    @Override
    public Shown.@Nullable Look lookNow() {
        Take now = memory.now(this);
        return now == null ? null : lookOf(now);
    }

    private static Shown.Look lookOf(Take take) {
        return new Shown.Look(take.picture(), take.spectrogram());
    }

    /// Read alone where it is not in memory, for those who only listen.
    @Override
    public Sound sound() {
        Take now = memory.now(this);
        return now == null ? WavFile.read(soundFile()).sound() : now.sound();
    }

    /// The spectrogram as a grey picture; read alone where it is not in memory, for many small pictures side by side.
    public Picture spectrogramPicture() {
        Take now = memory.now(this);
        return now == null ? PictureFile.read(spectrogramFile()).picture().grey() : now.spectrogram().picture();
    }

    /// All of it, from memory or from its files. May take a while.
    ///
    /// @throws chladni.engine.failure.BadInput when its files are gone or damaged
    public SavedTake whole() {
        return new SavedTake(folder, memory.of(this));
    }

    public Path soundFile() {
        return folder.resolve("sound.wav");
    }

    public Path spectrogramFile() {
        return folder.resolve("spectrogram.png");
    }
}
