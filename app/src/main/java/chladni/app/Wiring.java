package chladni.app;

import chladni.app.bench.Opened;
import chladni.app.bench.Previews;
import chladni.app.command.Command;
import chladni.app.command.CommandButtons;
import chladni.app.command.CommandMenus;
import chladni.app.command.CommandPalette;
import chladni.app.command.CommandTable;
import chladni.app.command.KeyMemory;
import chladni.app.command.Keys;
import chladni.app.control.ColourScale;
import chladni.app.control.FrequencyScale;
import chladni.app.control.Painter;
import chladni.app.document.Document;
import chladni.app.document.Paces;
import chladni.app.failure.Failures;
import chladni.app.failure.ProblemBar;
import chladni.app.feature.canvas.CanvasToolBar;
import chladni.app.feature.canvas.CanvasView;
import chladni.app.feature.canvas.CanvasViewModel;
import chladni.app.feature.canvas.ToolsViewModel;
import chladni.app.feature.colour.ColourViewModel;
import chladni.app.feature.drop.DropView;
import chladni.app.feature.drop.DropViewModel;
import chladni.app.feature.export.ExportViewModel;
import chladni.app.feature.export.ExportWish;
import chladni.app.feature.gallery.GalleryViewModel;
import chladni.app.feature.imprint.ImprintViewModel;
import chladni.app.feature.inspect.HistoryCard;
import chladni.app.feature.inspect.InspectView;
import chladni.app.feature.inspect.InspectViewModel;
import chladni.app.feature.inspect.StepsCard;
import chladni.app.feature.inspect.VaryCard;
import chladni.app.feature.listen.Heard;
import chladni.app.feature.listen.ListenViewModel;
import chladni.app.feature.listen.TransportView;
import chladni.app.feature.packs.PacksViewModel;
import chladni.app.feature.preferences.PreferencesView;
import chladni.app.feature.preferences.PreferencesView.Place;
import chladni.app.feature.run.CutShort;
import chladni.app.feature.run.QueueChip;
import chladni.app.feature.run.RunViewModel;
import chladni.app.feature.scores.ScoresView;
import chladni.app.feature.scores.ScoresViewModel;
import chladni.app.feature.status.StatusView;
import chladni.app.feature.takes.TakesView;
import chladni.app.feature.takes.TakesViewModel;
import chladni.app.feature.voices.Start;
import chladni.app.feature.voices.UnfinishedTakes;
import chladni.app.feature.voices.VoicesView;
import chladni.app.feature.voices.VoicesViewModel;
import chladni.app.settings.Settings;
import chladni.app.settings.SettingsFile;
import chladni.app.shell.ScaledRoot;
import chladni.app.shell.ShellView;
import chladni.app.shell.TopBar;
import chladni.app.theme.Icons;
import chladni.app.theme.Theme;
import chladni.engine.failure.BadInput;
import chladni.engine.job.Lane;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Recipe;
import chladni.engine.take.SavedTake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Stage;

/// Every long-lived object of the window, made with `new`, on one page.
final class Wiring implements AutoCloseable {
    private static final int TAKES_AT_START = 24;
    private static final int SECONDS_TO_WRITE = 10;
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    final Failures failures;
    final Lane lane = new Lane();
    final Painter painter = new Painter();
    final Frames frames = new Frames();
    final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("chladni-files").daemon().factory());
    final ExecutorService errands = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("chladni-errand").factory());
    private final List<Runnable> endings = new ArrayList<>();
    final Document document = new Document();
    final BooleanProperty light = new SimpleBooleanProperty();
    final DoubleProperty size = new SimpleDoubleProperty(1);
    final Settings settings;
    final Setup setup;
    final Dialogs dialogs;

    final PacksViewModel packs;
    final VoicesViewModel voices;
    final ColourViewModel colour;
    final ImprintViewModel imprint;
    final RunViewModel run;
    final CutShort cutShort;
    final CanvasViewModel canvas;
    final ToolsViewModel tools;
    final Regions regions;
    final ListenViewModel listen;
    final TakesViewModel takes;
    final ExportViewModel export;
    final Keeping keeping;
    final Growing growing;
    final Projects projects;
    final Presets presets;
    final Session session;
    final DropViewModel drop;

    final CanvasView canvasView;
    final CommandTable commands;
    final CommandPalette palette;
    final Sheets sheets;
    final DragOut dragOut;
    final Notices notices;
    final ShellView shell;
    final ScaledRoot root;
    final Scene scene;

    Wiring(Setup setup, Dialogs dialogs, Failures failures) {
        this.setup = setup;
        this.dialogs = dialogs;
        this.failures = failures;
        settings = new Settings(new SettingsFile(setup.settings()), failures::report);
        session = new Session(setup.settings().resolveSibling("session.json"), background, failures::report);
        packs = new PacksViewModel(setup.packs(), setup.cards(), errands, frames::wake);
        run = new RunViewModel(lane, setup.bench(), document, failures::report);
        cutShort = new CutShort(setup.bench(), errands, run);
        colour = new ColourViewModel(document, packs.cards(), run::start, new SecureRandom());
        voices = new VoicesViewModel(new VoicesViewModel.Packs(setup.picture(), setup.sound(), packs.cards()),
                new UnfinishedTakes(setup.bench(), errands, run::start), new Paces(document), new SecureRandom());
        imprint = new ImprintViewModel(document, background, run::start, failures::report);
        canvas = new CanvasViewModel(document);
        tools = new ToolsViewModel(document);
        regions = new Regions(document, setup.bench(), voices, background, failures::report);
        listen = new ListenViewModel(document, setup.bench()::sketch, failures::report);
        takes = new TakesViewModel(document);
        export = new ExportViewModel(document, dialogs, background, failures::report);
        drop = new DropViewModel(document, setup.bench()::open, background, new DropActions());
        canvasView = new CanvasView(canvas, tools, painter, new RulerToListen(listen, document));
        keeping = new Keeping(this);
        growing = new Growing(this);
        projects = new Projects(this);
        presets = new Presets(this);
        commands = new CommandRows(this).table();
        canvasView.setToolBar(new CanvasToolBar(commands, tools, listen.heardProperty().isEqualTo(Heard.INSIDE)));
        palette = new CommandPalette(commands);
        sheets = new Sheets(this);
        dragOut = new DragOut(failures::report);
        notices = new Notices(run.chimeProperty()::get, errands);
        shell = shell();
        root = new ScaledRoot(shell);
        scene = new Scene(root, WIDTH, HEIGHT);
        connect();
    }

    private ShellView shell() {
        DropView targets = new DropView(drop);
        TopBar top = new TopBar(commands, new TopBar.Facts(run.runningProperty(), listen.playingProperty(),
                listen.loopingProperty(), setup.device()), new QueueChip(run, () -> sheets.openQueue()), new TransportView(listen));
        StatusView status = new StatusView(new StatusView.Facts(canvas.readoutProperty(),
                Bindings.createStringBinding(this::note, cutShort.noteProperty(), run.noteProperty(), export.noteProperty(), projects.noteProperty(),
                tools.maskTextProperty(), tools.hintProperty()),
                run.statusProperty(), run.progressProperty()));
        ShellView shell = new ShellView(new ShellView.Parts(CommandMenus.bar(commands), top, new VoicesView(voices), canvasView, targets,
                new ProblemBar(failures), new TakesView(takes, painter, keeping.softly()), inspector(), status, sheets.over()));
        targets.listenOn(shell);
        dragOut.listenOn(shell);
        return shell;
    }

    PreferencesView.Model preferences() {
        return new PreferencesView.Model(light, size, run.chimeProperty(), canvas.notesProperty(), canvas.pianoProperty(),
                run.previewsProperty(), listen.levelProperty(),
                List.of(new Place("Takes", DataFolders.takes()),
                        new Place("Settings", setup.settings().toAbsolutePath()), new Place("Log", DataFolders.logs())));
    }

    private InspectView inspector() {
        List<Node> actions = Stream.of("take.vary", "take.extend", "take.loop", "take.colour", "take.recall", "take.remix")
                .<Node>map(id -> CommandButtons.plain(commands.get(id), "action-button")).toList();
        MenuButton menu = CommandButtons.exportMenu(commands, "Export…");
        HBox.setHgrow(menu, Priority.ALWAYS);
        HBox foot = new HBox(menu, handle());
        foot.getStyleClass().add("export-foot");
        Command vary = commands.get("take.variations");
        List<Node> sections = List.of(
                new VaryCard(growing.varying.strength(), growing.varying.count(), CommandButtons.plain(vary, "action-button"), vary.enabled()),
                new StepsCard(growing.steps, List.of(CommandButtons.icon(commands.get("take.step-back"), "action-button"),
                        CommandButtons.icon(commands.get("take.step-on"), "action-button"),
                        CommandButtons.plain(commands.get("take.keep-step"), "action-button"))),
                new HistoryCard(document.history()));
        return new InspectView(new InspectViewModel(document), scores(), actions, sections, foot);
    }

    private ScoresView scores() {
        return new ScoresView(new ScoresViewModel(document, packs.cards()),
                take -> keeping.audition().hear(take::sound));
    }

    /// The take that is shown, to be dragged out of the window.
    private Label handle() {
        Label handle = new Label(null, Icons.of("mdral-drag_indicator"));
        handle.getStyleClass().add("drag-handle");
        handle.setTooltip(new Tooltip("Drag the sound out of the window; with Alt the playable picture"));
        handle.setAccessibleText("Handle to drag the sound out of the window, with Alt the playable picture");
        dragOut.handle(handle, document::visible);
        return handle;
    }

    private void connect() {
        canvas.playheadProperty().bind(listen.positionProperty());
        frames.add(run::frame);
        frames.add(listen::frame);
        frames.add(packs::frame);
        lane.onChange(frames::wake);
        listen.playingProperty().subscribe(frames::wake);
        voices.keepIn(settings);
        growing.keepIn(settings);
        endings.add(voices.watchLength(setup.packs()::cut, errands));
        settings.keep("theme.light", light);
        settings.keep("canvas.floor", canvas.floorDecibelsProperty());
        settings.keep("canvas.ceiling", canvas.ceilingDecibelsProperty());
        settings.keep("canvas.colours", canvas.scaleProperty(), ColourScale.class);
        settings.keep("canvas.axis", canvas.axisProperty(), FrequencyScale.class);
        settings.keep("run.previews", run.previewsProperty(), Previews.class);
        settings.keep("play.level", listen.levelProperty());
        settings.keep("canvas.notes", canvas.notesProperty());
        settings.keep("canvas.piano", canvas.pianoProperty());
        settings.keep("brush.size", tools.sizeProperty());
        settings.keep("mask.grow", document.painting().growProperty());
        settings.keep("mask.feather", document.painting().featherProperty());
        settings.keep("mask.snap", document.painting().snapProperty());
        settings.keep("play.loop", listen.loopingProperty());
        export.selectionProperty().bind(document.selectionProperty());
        drop.setStills(setup.bench()::still);
        export.setLook(() -> new ExportWish.Look(canvas.scaleProperty().get(), canvas.floorDecibelsProperty().get(),
                canvas.ceilingDecibelsProperty().get()));
        export.setLoop(listen::loopSpan);
        settings.keep("export.captions", export.captionsProperty());
        settings.keep("run.chime", run.chimeProperty());
        settings.keep("window.scale", size);
        root.factorProperty().bindBidirectional(size);
        KeyMemory keys = new KeyMemory(commands);
        settings.keepTree("keys", keys::read, keys::write);
        run.setOnEnd(end -> {
            notices.ended(end, scene.getWindow());
            voices.unfinished().refresh();
            cutShort.ended();
        });
        voices.unfinished().refresh();
        cutShort.refresh();
        light.subscribe(on -> (on ? Theme.LIGHT : Theme.DARK).applyTo(scene));
        new SpaceBar(canvasView.spectrogram().panningProperty(), commands.get("play.toggle"), growing.sheet()::isOpen).listenOn(scene);
        new HoldKey(commands.get("take.swap"), sheets::isOpen).listenOn(scene);
        new Keys(commands, sheets::isOpen).listenOn(scene);
        scene.windowProperty().subscribe(window -> {
            if (window != null) {
                keeping.listenOn(window);
            }
        });
        run.runningProperty().addListener((_, _, _) -> settings.save()); // what is typed outlives whatever a run may do
        background.execute(this::resume);
        keeping.begin();
    }

    /// The last sitting goes on; without one the newest takes are there.
    private void resume() {
        boolean known = Files.exists(setup.settings());
        Session.Before before = session.read();
        List<SavedTake> newest = before == null ? setup.bench().newest(TAKES_AT_START) : List.of();
        Platform.runLater(() -> {
            if (before == null) {
                document.fill(newest);
                if (!known && !newest.isEmpty() && newest.getFirst().take().recipe() instanceof Compose first) {
                    voices.recallPrompts(first); // the words of what is seen and heard, so that Generate goes on from there
                }
            } else {
                document.restore(before.takes(), before.onCanvas());
            }
            session.follow(document);
        });
    }

    /// The window comes back as large as it was.
    void keepSize(Stage stage) {
        DoubleProperty width = new SimpleDoubleProperty(WIDTH);
        DoubleProperty height = new SimpleDoubleProperty(HEIGHT);
        settings.keep("window.width", width);
        settings.keep("window.height", height);
        stage.setWidth(width.get());
        stage.setHeight(height.get());
        width.bind(stage.widthProperty());
        height.bind(stage.heightProperty());
    }

    /// "Chladni", and how far the run is: the part of the window that taskbars show.
    ObservableValue<String> title() {
        return Bindings.createStringBinding(() -> run.statusProperty().get().isEmpty() ? "Chladni"
                : String.format(Locale.ROOT, "%.0f %% · Chladni", 100 * run.progressProperty().get()),
                run.statusProperty(), run.progressProperty());
    }

    private String note() {
        String news = Stream.of(cutShort.noteProperty().get(), run.noteProperty().get(), export.noteProperty().get(), projects.noteProperty().get())
                .filter(note -> !note.isEmpty()).findFirst().orElse("");
        String hint = tools.hintProperty().get();
        return Stream.of(tools.maskTextProperty().get(), tools.paints() || news.isEmpty() ? hint : "", news).filter(note -> !note.isEmpty())
                .collect(Collectors.joining("     "));
    }

    @Override
    public void close() {
        settings.save();
        session.close();
        frames.stop();
        listen.close();
        keeping.close();
        painter.close();
        endings.forEach(Runnable::run);
        background.shutdown();
        errands.shutdownNow();
        lane.close();
        awaitFiles();
    }

    /// What is still to be written, such as the session, would be lost with the process.
    private void awaitFiles() {
        try {
            boolean ignored = background.awaitTermination(SECONDS_TO_WRITE, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// What dropped and opened files set going.
    private final class DropActions implements DropViewModel.Actions {
        @Override
        public void imprint(Path picture) {
            sheets.openImprint(picture);
        }

        @Override
        public void startFrom(Path file, String title) {
            voices.startProperty().set(new Start(file, title));
        }

        @Override
        public void restore(Opened opened) {
            Recipe recipe = opened.recipe();
            if (recipe == null || !new Recalling(Wiring.this).recall(GalleryViewModel.Part.ALL, recipe)) {
                failed(new BadInput(opened.name() + " carries no recipe with prompts that could be put into the panel."));
            }
        }

        @Override
        public void project(Path file) {
            projects.open(file);
        }

        @Override
        public void failed(Throwable failure) {
            failures.report(failure);
        }
    }
}
