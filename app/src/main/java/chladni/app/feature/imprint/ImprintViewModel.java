package chladni.app.feature.imprint;

import chladni.app.control.NumberScale;
import chladni.app.control.Parameter;
import chladni.app.control.Setting;
import chladni.app.document.Document;
import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import chladni.engine.compose.ImprintLook;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.ChladniFailure;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Tone;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// Which picture, into which take, and how it is taken. What it will be follows every change.
public final class ImprintViewModel {
    private static final double LEAST_HERTZ_BETWEEN = 1;
    private static final double HIGHEST_HERTZ = 8000;

    private final Document document;
    private final Executor background;
    private final Consumer<Recipe> start;
    private final Consumer<Throwable> onFailure;
    private final Setting depth = setting("depth", "Depth", NumberScale.decimal(0, 1, 0.05, 2), Imprint.DEFAULT_RATIO,
            "how deep black is pressed: 0 not at all, 1 down to silence.");
    private final Setting black = setting("black", "Black", new NumberScale(-120, 40, 1, 0, 1, " dB"), Tone.Levels.DEFAULT_BLACK,
            "how much louder or quieter the sound becomes where the picture is black.");
    private final Setting white = setting("white", "White", new NumberScale(-120, 40, 1, 0, 1, " dB"), 0,
            "how much louder or quieter the sound becomes where the picture is white.");
    private final Setting gamma = setting("gamma", "Gamma", NumberScale.decimal(Tone.LOWEST_GAMMA, 4, 0.1, 2), 1,
            "middle greys: above 1 darker, below 1 lighter.");
    private final Setting low = setting("low", "From", new NumberScale(0, HIGHEST_HERTZ, 50, 0, 1, " Hz"), 0,
            "frequency of the picture's lower edge.");
    private final Setting high = setting("high", "To", new NumberScale(0, HIGHEST_HERTZ, 50, 0, 1, " Hz"), HIGHEST_HERTZ,
            "frequency of its upper edge.");
    private final BooleanProperty invert = new SimpleBooleanProperty();
    private final BooleanProperty byLevels = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable ImprintLook> look = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private @Nullable Path picture;
    private @Nullable StoredTake onto;

    /// @param start puts a recipe into the queue
    public ImprintViewModel(Document document, Executor background, Consumer<Recipe> start, Consumer<Throwable> onFailure) {
        this.document = document;
        this.background = background;
        this.start = start;
        this.onFailure = onFailure;
        InvalidationListener checked = _ -> check();
        all().forEach(one -> one.valueProperty().addListener(checked));
    }

    private static Setting setting(String id, String name, NumberScale scale, double standard, String help) {
        return new Setting(new Parameter("imprint-tool-" + id, name, scale, standard, help));
    }

    /// ρ, where black says nothing in decibels.
    public Setting depth() {
        return depth;
    }

    public Setting black() {
        return black;
    }

    public Setting white() {
        return white;
    }

    public Setting gamma() {
        return gamma;
    }

    public Setting low() {
        return low;
    }

    public Setting high() {
        return high;
    }

    /// Whether black stands for white.
    public BooleanProperty invertProperty() {
        return invert;
    }

    /// Whether black and white are said in decibels, instead of the depth.
    public BooleanProperty byLevelsProperty() {
        return byLevels;
    }

    private List<Setting> all() {
        return List.of(depth, black, white, gamma, low, high);
    }

    /// Both parts, ready to be pressed; null while there is nothing to press.
    public ReadOnlyObjectProperty<@Nullable ImprintLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /// "castle.png into take 4".
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Why nothing can be pressed now; empty when it can.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Takes a picture for the take on the canvas.
    ///
    /// @return whether there is a take to press it into; the user has been told where there is none
    public boolean take(Path file) {
        Shown shown = document.visible();
        StoredTake take = shown == null ? null : shown.saved();
        if (shown == null || take == null) {
            onFailure.accept(new BadInput("There is no finished take on the canvas to press the picture into: make or choose one first."));
            return false;
        }
        picture = file;
        onto = take;
        look.set(null);
        title.set(file.getFileName() + " into “" + shown.title() + "”");
        note.set("Reading the picture…");
        background.execute(() -> {
            try {
                ImprintLook ready = ImprintLook.of(file, shown.spectrogram());
                Platform.runLater(() -> {
                    look.set(ready);
                    check();
                });
            } catch (ChladniFailure unreadable) {
                Platform.runLater(() -> note.set(unreadable.getMessage()));
            }
        });
        return true;
    }

    /// Puts everything back.
    public void reset() {
        all().forEach(Setting::reset);
        invert.set(false);
        byLevels.set(false);
    }

    /// How the picture is taken, as it stands.
    public Tone tone() {
        double top = high.get() >= HIGHEST_HERTZ ? 0 : high.get();
        return new Tone(invert.get(), gamma.get(), byLevels.get() ? new Tone.Levels(black.get(), white.get()) : null, low.get(), top);
    }

    private void check() {
        boolean room = high.get() - low.get() >= LEAST_HERTZ_BETWEEN;
        note.set(room ? look.get() == null ? note.get() : "" : "The picture needs room: “From” must lie below “To”.");
    }

    /// Makes the take.
    public void make() {
        Path file = picture;
        StoredTake take = onto;
        if (file != null && take != null && note.get().isEmpty()) {
            start.accept(new Imprint(1, 1, new Imprint.Source.File(file), new Imprint.Source.File(take.folder()), depth.get(), 0, tone()));
        }
    }
}
