package chladni.app.feature.listen;

import chladni.app.document.Document;
import chladni.app.document.Shown;
import chladni.app.document.Span;
import chladni.app.mask.ShapedMask;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Plays what the canvas shows. While a take forms, its newest estimate is sketched off the FX thread and played.
public final class ListenViewModel implements AutoCloseable {
    private static final double QUIET_DECIBELS = -60;
    /// Sketching takes a core from the run that is being listened to.
    private static final long SKETCHES_APART_NANOS = 700_000_000;

    private final Document document;
    private final Function<Spectrogram, Sound> sketch;
    private final Consumer<Throwable> onFailure;
    private final Player player = new Player(LineOut::open);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("chladni-listen").daemon().factory());
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final BooleanProperty looping = new SimpleBooleanProperty();
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper seconds = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper decibels = new ReadOnlyDoubleWrapper(QUIET_DECIBELS);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private @Nullable Listening loaded;
    private @Nullable Wish loadedFrom;
    private final ObjectProperty<Heard> heard = new SimpleObjectProperty<>(Heard.ALL);
    private final BooleanProperty loopingSelection = new SimpleBooleanProperty();
    private final BooleanProperty level = new SimpleBooleanProperty(true);
    private boolean preparing;
    private long preparedNanos;

    /// @param sketch a rough sound of a spectrogram; takes long
    public ListenViewModel(Document document, Function<Spectrogram, Sound> sketch, Consumer<Throwable> onFailure) {
        this.document = document;
        this.sketch = sketch;
        this.onFailure = onFailure;
        InvalidationListener loop = _ -> loop();
        looping.addListener(loop);
        loopingSelection.addListener(loop);
        document.selectionProperty().addListener(loop);
        heard.addListener(_ -> refresh());
        level.addListener(_ -> refresh());
        document.painting().settledProperty().addListener(_ -> refresh());
        document.visibleProperty().addListener((_, _, _) -> refresh());
        refresh();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    public BooleanProperty loopingProperty() {
        return looping;
    }

    /// Seconds, from the audio clock.
    public ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty secondsProperty() {
        return seconds.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty decibelsProperty() {
        return decibels.getReadOnlyProperty();
    }

    /// What the user should know about what is heard or not heard; usually empty.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// What of it is heard.
    public ObjectProperty<Heard> heardProperty() {
        return heard;
    }

    /// Whether everything is played with its peak at −1 dBFS, so that takes can be compared; else as loud as its file is.
    public BooleanProperty levelProperty() {
        return level;
    }

    /// The stretch that is played again and again; null: none, or everything.
    public @Nullable Span loopSpan() {
        return looping.get() && loopingSelection.get() ? document.selectionProperty().get() : null;
    }

    /// Whether the loop is the chosen stretch of time instead of everything.
    public BooleanProperty loopingSelectionProperty() {
        return loopingSelection;
    }

    /// Hears only one side of the mask, or everything again.
    public void hear(Heard part) {
        heard.set(heard.get() == part ? Heard.ALL : part);
    }

    /// Loops everything, or stops looping.
    public void loopAll() {
        boolean on = !looping.get() || loopingSelection.get();
        loopingSelection.set(false);
        looping.set(on);
    }

    /// Loops the chosen stretch, or stops looping it; without one nothing changes.
    public void loopSelection() {
        Span span = document.selectionProperty().get();
        boolean on = span != null && !(looping.get() && loopingSelection.get());
        loopingSelection.set(on);
        looping.set(on);
        if (on && (position.get() < span.from() || position.get() >= span.to())) {
            seek(span.from());
        }
    }

    private void loop() {
        Span span = loopingSelection.get() ? document.selectionProperty().get() : null;
        player.loop(looping.get(), span == null ? 0 : span.from(), span == null ? 0 : span.to());
    }

    /// The playhead is dragged: what it passes is heard.
    public void scrub(double toSeconds) {
        player.scrub(toSeconds);
        position.set(Math.clamp(toSeconds, 0, seconds.get()));
    }

    public void toggle() {
        if (playing.get()) {
            player.pause();
            playing.set(false);
        } else if (document.visible() != null) {
            playing.set(true);
            prepare();
            if (loaded != null) {
                player.play();
            }
        }
    }

    public void seek(double toSeconds) {
        player.seek(toSeconds);
        position.set(Math.clamp(toSeconds, 0, seconds.get()));
    }

    public void step(double bySeconds) {
        seek(Math.max(0, position.get() + bySeconds));
    }

    /// Once a frame.
    ///
    /// @return whether more frames are wanted
    public boolean frame() {
        if (!playing.get()) {
            decibels.set(QUIET_DECIBELS);
            return false;
        }
        position.set(player.position());
        Listening now = loaded;
        decibels.set(now == null ? QUIET_DECIBELS : now.decibelsAt(position.get()));
        note.set(player.silentBecause());
        playing.set(player.isPlaying() || preparing);
        if (System.nanoTime() - preparedNanos > SKETCHES_APART_NANOS) {
            prepare();
        }
        return true;
    }

    @Override
    public void close() {
        player.close();
        thread.shutdownNow();
    }

    private void refresh() {
        Shown shown = document.visible();
        seconds.set(shown == null ? 0 : shown.seconds());
        if (shown != null && !shown.isEstimate()) {
            prepare();
        }
    }

    /// Makes what is shown ready to play, one at a time; when it has moved on meanwhile, once more.
    private void prepare() {
        Shown shown = document.visible();
        if (preparing || shown == null) {
            return;
        }
        boolean filtered = heard.get() != Heard.ALL && document.painting().maskedProperty().get();
        Wish wish = new Wish(shown, level.get(), filtered ? heard.get() : Heard.ALL, filtered ? document.painting().shaped() : null);
        if (!wish.equals(loadedFrom)) {
            preparing = true;
            thread.execute(() -> {
                Listening ready = listen(wish);
                Platform.runLater(() -> prepared(wish, ready));
            });
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever goes wrong, the transport must not stay waiting
    private @Nullable Listening listen(Wish wish) {
        try {
            Sound sound = wish.shown().sound();
            Listening all = Listening.of(sound == null ? sketch.apply(wish.shown().spectrogram()) : sound, wish.level());
            return wish.mask() == null ? all : all.part(wish.heard(), wish.mask().used(), wish.shown().format());
        } catch (RuntimeException failed) {
            onFailure.accept(failed);
            return null;
        }
    }

    private void prepared(Wish wish, @Nullable Listening ready) {
        if (thread.isShutdown()) {
            return; // the window has closed meanwhile
        }
        preparing = false;
        preparedNanos = System.nanoTime();
        loadedFrom = wish;
        if (ready != null) {
            loaded = ready;
            if (wish.shown().isEstimate()) {
                player.load(ready.sound());
            } else {
                player.flip(ready.sound());
            }
        }
        if (playing.get() && !player.isPlaying() && ready != null) {
            player.play();
        }
        refresh();
    }

    /// What is made ready to be heard.
    ///
    /// @param mask null: all of it is heard
    private record Wish(Shown shown, boolean level, Heard heard, @Nullable ShapedMask mask) {}

    /// "0:02.31".
    static String clock(double seconds) {
        int hundredths = (int) Math.round(seconds * 100);
        int rest = hundredths % 6000;
        return hundredths / 6000 + (rest < 1000 ? ":0" : ":") + rest / 100 + (rest % 100 < 10 ? ".0" : ".") + rest % 100;
    }
}
