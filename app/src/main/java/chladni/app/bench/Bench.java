package chladni.app.bench;

import chladni.engine.job.Monitor;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Recipe;
import chladni.engine.take.Accidents;
import chladni.engine.take.SavedTake;
import chladni.engine.take.TakeLibrary;
import chladni.engine.take.Unfinished;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What the window asks of the engine. Nothing here may be called on the FX thread: everything may take long.
public interface Bench {
    /// Makes the takes of a recipe on the calling thread (the lane's). Each one is on disk before `onTake` hears of it.
    void make(Recipe recipe, Monitor monitor, Consumer<SavedTake> onTake);

    /// Takes in a take's folder that was unpacked from a project somewhere under `library().root()`.
    ///
    /// @throws chladni.engine.failure.BadInput when it is no take, or damaged
    SavedTake adopt(Path unpacked);

    /// All takes on disk, to be searched, rated and thrown away.
    TakeLibrary library();

    /// The newest takes on disk, newest first; takes that cannot be read are left out.
    List<SavedTake> newest(int count);

    /// A rough sound of a spectrogram within a fraction of a second, for listening while the picture still forms.
    Sound sketch(Spectrogram spectrogram);

    /// What a file or folder holds.
    ///
    /// @throws chladni.engine.failure.BadInput when it is nothing that can be used
    Opened open(Path file);

    /// Distillations that were left before their end, newest first.
    List<Left> left();

    /// Throws away how far one had come.
    void giveUp(Left left);

    /// Compositions that were cut short by a cancel, a failure or the end of the program, newest first.
    List<Accidents.Left> accidents();

    /// Makes a take of what was kept of one; on disk before `onTake` hears of it, and forgotten then.
    void bringBack(Accidents.Left left, Monitor monitor, Consumer<SavedTake> onTake);

    /// It is not wanted.
    void forget(Accidents.Left left);

    /// A distillation that was left.
    ///
    /// @param recipe goes on where it was left
    /// @param place where its state lies
    /// @param done iterations that are done
    record Left(Distil recipe, Unfinished.Left place, int done) {}

    /// A picture out of a film, as a file of its own in the temporary folder.
    ///
    /// @throws chladni.engine.failure.BadInput when it holds no moving picture
    Path still(Path film);
}
