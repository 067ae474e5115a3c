package chladni.app.feature.drop;

import chladni.app.bench.Opened;
import chladni.app.document.Document;
import chladni.app.document.Shown;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.ChladniFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A file on its way in: what it is, what can be done with it, and doing it.
public final class DropViewModel {
    private static final List<String> PICTURES = List.of("png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff", "avif", "heic");
    private static final List<String> FILMS = List.of("mp4", "mov", "m4v", "mkv", "webm", "avi", "flv", "wmv", "mpg", "mpeg", "ts", "3gp");

    private final Document document;
    private final Function<Path, Opened> open;
    private final Executor background;
    private final Actions actions;
    private Function<Path, Path> stills = film -> film;
    private final ObservableList<Target> targets = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Path> offered = new ReadOnlyObjectWrapper<>();

    /// Where the wishes go that other features fulfil.
    public interface Actions {
        void imprint(Path picture);

        void startFrom(Path file, String title);

        void restore(Opened opened);

        void project(Path file);

        void failed(Throwable failure);
    }

    /// @param open reads a file; takes long
    public DropViewModel(Document document, Function<Path, Opened> open, Executor background, Actions actions) {
        this.document = document;
        this.open = open;
        this.background = background;
        this.actions = actions;
    }

    /// @param fromFilm takes a picture out of a film and says where it is; takes long
    public void setStills(Function<Path, Path> fromFilm) {
        stills = fromFilm;
    }

    /// What can be done with what is offered; empty while nothing is.
    public ObservableList<Target> targets() {
        return targets;
    }

    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Path> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /// A file hangs over the window or was chosen: shows its targets. Whether it carries a recipe is found out meanwhile.
    public void offer(Path file) {
        if (file.equals(offered.get())) {
            return;
        }
        offered.set(file);
        name.set(String.valueOf(file.getFileName()));
        targets.setAll(targetsOf(file));
        if (!targets.contains(Target.PROJECT)) {
            background.execute(() -> lookInside(file));
        }
    }

    public void withdraw() {
        offered.set(null);
        targets.clear();
    }

    /// Does one of the things with what is offered.
    public void take(Target target) {
        Path file = offered.get();
        withdraw();
        if (file == null) {
            return;
        }
        switch (target) {
            case PROJECT -> actions.project(file);
            case IMPRINT -> actions.imprint(file);
            case START -> actions.startFrom(file, String.valueOf(file.getFileName()));
            case RESTORE -> read(file, actions::restore);
            case STILL -> background.execute(() -> {
                try {
                    Path still = stills.apply(file);
                    Platform.runLater(() -> offer(still));
                } catch (ChladniFailure failed) {
                    actions.failed(failed);
                }
            });
            case MASK -> read(file, opened -> document.painting().recallMask(opened.picture()));
            case HEAR, SEE -> read(file, opened -> document.show(Shown.of(opened)));
        }
    }

    private List<Target> targetsOf(Path file) {
        List<Target> possible = new ArrayList<>();
        if (hasExtension(file, List.of("chladni"))) {
            return List.of(Target.PROJECT);
        }
        if (isPicture(file)) {
            Shown shown = document.visible();
            if (shown != null && shown.saved() != null) {
                possible.add(Target.IMPRINT);
            }
            possible.add(Target.START);
            if (shown != null) {
                possible.add(Target.MASK);
            }
            possible.add(Target.HEAR);
        } else {
            possible.add(Target.START);
            possible.add(Target.SEE);
            if (hasExtension(file, FILMS)) {
                possible.add(Target.STILL);
            }
        }
        return possible;
    }

    private static boolean isPicture(Path file) {
        return hasExtension(file, PICTURES);
    }

    private static boolean hasExtension(Path file, List<String> extensions) {
        String lower = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return extensions.stream().anyMatch(extension -> lower.endsWith("." + extension));
    }

    private void lookInside(Path file) {
        try {
            if (open.apply(file).recipe() != null) {
                Platform.runLater(() -> {
                    if (file.equals(offered.get()) && !targets.contains(Target.RESTORE)) {
                        targets.addFirst(Target.RESTORE);
                    }
                });
            }
        } catch (ChladniFailure unreadable) {
            // it is only hanging over the window: whether it can be read is said when it is dropped
        }
    }

    private void read(Path file, java.util.function.Consumer<Opened> then) {
        background.execute(() -> {
            try {
                Opened opened = open.apply(file);
                Platform.runLater(() -> then.accept(opened));
            } catch (ChladniFailure failed) {
                actions.failed(failed);
            }
        });
    }

    /// A drop that is no file at all.
    public void refuse() {
        withdraw();
        actions.failed(new BadInput("Only files can be dropped here: pictures, sounds, or takes saved by Chladni."));
    }
}
