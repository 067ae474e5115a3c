package chladni.app;

import chladni.app.bench.Bench;
import chladni.app.bench.Opened;
import chladni.engine.Engine;
import chladni.engine.codec.DrawnFormat;
import chladni.engine.codec.FileKind;
import chladni.engine.codec.FilmStill;
import chladni.engine.codec.PictureContents;
import chladni.engine.codec.PictureFile;
import chladni.engine.codec.PngDepth;
import chladni.engine.codec.PngFile;
import chladni.engine.codec.PngText;
import chladni.engine.codec.RiffusionExif;
import chladni.engine.codec.SoundContents;
import chladni.engine.codec.SoundFile;
import chladni.engine.compose.Distiller;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.ChladniFailure;
import chladni.engine.failure.StorageFailed;
import chladni.engine.job.Monitor;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.sound.GriffinLim;
import chladni.engine.sound.InputLevel;
import chladni.engine.sound.LogMel;
import chladni.engine.sound.PictureFit;
import chladni.engine.sound.RiffusionReading;
import chladni.engine.sound.SoundFit;
import chladni.engine.take.Accidents;
import chladni.engine.take.SavedTake;
import chladni.engine.take.Take;
import chladni.engine.take.TakeLibrary;
import chladni.engine.take.TakeStore;
import chladni.engine.take.Unfinished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The real engine behind the window.
final class EngineBench implements Bench, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineBench.class);

    private final Engine engine;
    private final TakeStore takes;
    private final TakeLibrary library;
    private final SpectrogramFormat format;
    private final Path firstTake;
    private final Unfinished unfinished;
    private final Accidents accidents;

    /// @param format what files without a calibration are fitted to
    /// @param firstTake folder of the take that is shown before the user has made one; need not exist
    EngineBench(Engine engine, TakeStore takes, SpectrogramFormat format, Path firstTake) {
        this.engine = engine;
        this.takes = takes;
        this.library = new TakeLibrary(takes.root(), InstantSource.system());
        this.format = format;
        this.firstTake = firstTake;
        this.unfinished = Unfinished.in(takes.root());
        engine.keepUnfinished(unfinished);
        this.accidents = Accidents.in(takes.root());
        engine.keepAccidents(accidents);
    }

    @Override
    public void make(Recipe recipe, Monitor monitor, Consumer<SavedTake> onTake) {
        engine.run(recipe, monitor, take -> onTake.accept(saved(take)));
    }

    private SavedTake saved(Take take) {
        SavedTake saved = takes.save(take);
        library.add(saved.folder());
        return saved;
    }

    @Override
    public List<Accidents.Left> accidents() {
        return accidents.left();
    }

    @Override
    public void bringBack(Accidents.Left left, Monitor monitor, Consumer<SavedTake> onTake) {
        engine.bringBack(left, monitor, take -> onTake.accept(saved(take)));
    }

    @Override
    public void forget(Accidents.Left left) {
        accidents.forget(left);
    }

    @Override
    public SavedTake adopt(Path unpacked) {
        SavedTake saved = takes.adopt(unpacked);
        library.add(saved.folder());
        return saved;
    }

    @Override
    public TakeLibrary library() {
        return library;
    }

    @Override
    public List<SavedTake> newest(int count) {
        List<SavedTake> found = new ArrayList<>();
        for (Path folder : takes.newest(count)) {
            read(folder).ifPresent(found::add);
        }
        if (found.isEmpty() && Files.isDirectory(firstTake)) {
            read(firstTake).ifPresent(found::add);
        }
        return found;
    }

    @Override
    public List<Left> left() {
        List<Left> found = new ArrayList<>();
        for (Unfinished.Left place : unfinished.left()) {
            if (place.recipe() instanceof Distil recipe) {
                found.add(new Left(recipe, place, Distiller.done(place)));
            }
        }
        return found;
    }

    @Override
    public void giveUp(Left left) {
        unfinished.forget(left.place());
    }

    private static Optional<SavedTake> read(Path folder) {
        try {
            return Optional.of(TakeStore.read(folder));
        } catch (ChladniFailure damaged) {
            LOG.warn("left out of the strip: {}", folder, damaged);
            return Optional.empty();
        }
    }

    @Override
    public Sound sketch(Spectrogram spectrogram) {
        return new GriffinLim(spectrogram.format()).sound(spectrogram, new CancelSignal());
    }

    @Override
    public Opened open(Path file) {
        if (Files.isDirectory(file)) {
            Take take = TakeStore.read(file).take();
            return new Opened(file, Opened.Kind.PICTURE, take.picture(), take.spectrogram(), take.sound(), take.recipe());
        }
        FileKind kind = FileKind.of(file);
        if (kind.isPicture()) {
            return picture(file);
        }
        if (kind.isSound()) {
            return sound(file);
        }
        if (kind == FileKind.UNKNOWN) {
            try {
                return sound(file); // FFmpeg knows more kinds than we do
            } catch (BadInput unreadable) {
                throw new BadInput("%s is no picture and no sound that can be read; it may be damaged.".formatted(file.getFileName()));
            }
        }
        throw new BadInput("%s is %s; pictures, sounds and folders of takes can be opened.".formatted(
                file.getFileName(), kind.words()));
    }

    private Opened picture(Path file) {
        PictureContents contents = PictureFile.read(file);
        SpectrogramFormat meant = contents.text().calibration().orElse(format);
        Spectrogram fitted = RiffusionExif.of(file).map(foreign -> new RiffusionReading(foreign, meant).spectrogram(contents.picture()))
                .orElseGet(() -> PictureFit.KEEP_ASPECT.fit(contents.picture(), meant, contents.picture().width()));
        return new Opened(file, Opened.Kind.PICTURE, contents.picture(), fitted, null,
                recipe(contents.text().recipe(), file));
    }

    @Override
    public Path still(Path film) {
        Picture picture = FilmStill.of(film).orElseThrow(() -> new BadInput(film.getFileName() + " holds no moving picture."));
        Path copy = film.getFileName() == null ? film : stills().resolve(film.getFileName() + ".png");
        PngFile.write(copy, picture, PngDepth.EIGHT, PngText.NONE);
        return copy;
    }

    private static Path stills() {
        try {
            return Files.createTempDirectory("chladni-still-");
        } catch (IOException refused) {
            throw new StorageFailed("The still cannot be kept in the temporary folder: " + refused.getMessage() + ".", refused);
        }
    }

    private Opened sound(Path file) {
        SoundContents contents = SoundFile.read(file);
        SpectrogramFormat drawn = DrawnFormat.of(contents).orElse(format);
        Sound fitted = SoundFit.whole(contents.sound(), drawn).sound();
        Spectrogram seen = new LogMel(drawn).analyse(fitted, InputLevel.NORMALISED);
        return new Opened(file, Opened.Kind.SOUND, seen.picture(), seen, fitted, recipe(contents.recipe(), file));
    }

    /// A recipe that cannot be read back is no reason to refuse the file.
    private static @Nullable Recipe recipe(Optional<String> json, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            return json.map(text -> RecipeJson.parse(text, folder == null ? file.toAbsolutePath() : folder)).orElse(null);
        } catch (BadInput foreign) {
            LOG.info("{} carries a recipe that this version cannot read", file, foreign);
            return null;
        }
    }

    @Override
    public void close() {
        engine.close();
        library.close();
    }
}
