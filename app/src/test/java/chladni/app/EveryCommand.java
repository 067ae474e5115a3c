package chladni.app;

import chladni.app.control.FrequencyScale;
import chladni.app.control.Sheet;
import chladni.app.control.SpectrogramView;
import chladni.app.control.Viewport;
import chladni.app.document.Document;
import chladni.app.document.Flow;
import chladni.app.document.Painting;
import chladni.app.document.Span;
import chladni.app.document.TakeItem;
import chladni.app.feature.canvas.Tool;
import chladni.app.feature.export.ExportKind;
import chladni.app.feature.listen.Heard;
import chladni.app.feature.voices.Seed;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Voice;
import chladni.engine.take.Accidents;
import chladni.engine.take.TakeNotes;
import chladni.engine.take.Unfinished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;

/// For every row of the command table: where it means something, and how it is seen that it was done. Both are called on the FX thread.
final class EveryCommand {
    private static final String KEPT = "a painting of mountains, grayscale";
    private static final int FEWEST = 4;

    private final StudioWindow window;
    private final Wiring wiring;
    private final Document document;
    private final ScriptedBench bench;
    private final CanvasHands hands;
    private final Path out;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    /// Takes there are again once what was deleted has come back.
    private volatile int whole = FEWEST;

    /// @param before what a person does first
    /// @param done whether it has been done; false before
    record Row(Runnable before, BooleanSupplier done) {}

    /// @param out an empty folder for what is exported
    EveryCommand(StudioWindow window, ScriptedBench bench, Path out) {
        this.window = window;
        this.wiring = window.wiring;
        this.document = wiring.document;
        this.bench = bench;
        this.out = out;
        hands = new CanvasHands(window);
        making();
        takes();
        playing();
        files();
        tools();
        masks();
        views();
    }

    Map<String, Row> rows() {
        return rows;
    }

    /// Nothing runs, nothing lies over the window, nothing is painted, the last take is on the canvas. Not on the FX thread.
    void calm() {
        Fx.run(() -> {
            while (wiring.sheets.closeTop()) {
                // until nothing lies over the window
            }
            wiring.drop.withdraw();
            wiring.failures.dismiss();
            wiring.run.pause(false);
            wiring.run.clearQueue();
            wiring.run.cancel();
            if (wiring.listen.playingProperty().get()) {
                wiring.listen.toggle();
            }
        });
        Fx.until("nothing runs", () -> {
            bench.allow(1);
            return wiring.run.queue().isEmpty();
        });
        bench.hold();
        Fx.run(() -> {
            while (document.history().canUndoProperty().getValue()) {
                document.history().undo();
            }
        });
        Fx.until("what was deleted is back", () -> document.takes().size() >= whole);
        whole = FEWEST;
        Fx.run(() -> {
            wiring.tools.choose(Tool.MOVE);
            wiring.tools.addingProperty().set(true);
            wiring.tools.sizeProperty().set(48);
            document.painting().maskNone();
            document.painting().clearBalance();
            document.selectionProperty().set(null);
            wiring.listen.heardProperty().set(Heard.ALL);
            wiring.voices.startProperty().set(null);
            wiring.voices.flow().flowProperty().set(Flow.JOINT);
            wiring.voices.picture().promptProperty().set("a castle");
            wiring.voices.seedProperty().set("1");
            wiring.voices.takesProperty().set(1);
            canvas().fit();
            wiring.shell.panelsProperty().set(true);
            document.stepProperty().set(null);
            document.look(item(3));
            document.acceptLooked();
            canvas().requestFocus();
        });
    }

    private void row(String id, Runnable before, BooleanSupplier done) {
        rows.put(id, new Row(before, done));
    }

    private void row(String id, BooleanSupplier done) {
        row(id, () -> {}, done);
    }

    /// A row that turns something on or off.
    private void flips(String id, BooleanProperty property) {
        boolean[] was = new boolean[1];
        row(id, () -> was[0] = property.get(), () -> property.get() != was[0]);
    }

    private void opens(String id, String style) {
        row(id, () -> isOpen(style));
    }

    private boolean isOpen(String style) {
        return wiring.scene.getRoot().lookupAll(".sheet-veil").stream().filter(Sheet.class::isInstance).map(Sheet.class::cast)
                .anyMatch(sheet -> sheet.isOpen() && sheet.lookup("." + style) != null);
    }

    private void queues(String id, Runnable before) {
        row(id, before, () -> wiring.run.queue().size() == 1);
    }

    private void making() {
        queues("run.generate", () -> {});
        row("run.next", () -> {
            run("run.generate");
            run("run.generate");
            wiring.voices.picture().promptProperty().set("urgent");
        }, () -> wiring.run.queue().size() == 3 && wiring.run.queue().get(1).title().startsWith("urgent"));
        row("run.stop", this::generating, () -> wiring.run.stoppingProperty().get());
        row("run.cancel", this::generating, () -> {
            bench.allow(1);
            return wiring.run.queue().isEmpty() && wiring.run.ended().getFirst().outcome().equals("cancelled");
        });
        opens("run.queue", "queue-sheet");
        row("run.pause", () -> wiring.run.pausedProperty().get());
        row("run.clear", () -> {
            run("run.generate");
            run("run.generate");
        }, () -> wiring.run.queue().size() == 1);
        int[] before = new int[1];
        row("run.bring-back", () -> {
            before[0] = document.takes().size();
            bench.accidents.clear();
            bench.accidents.add(new Accidents.Left(out.resolve("x.npy"), (Compose) item(0).saved().recipe(), 7, Instant.EPOCH));
            wiring.cutShort.refresh();
        }, () -> document.takes().size() > before[0] && document.takes().getLast().saved() != null && document.takes().getLast().saved().made().steps() == 7);
        for (Flow flow : Flow.values()) {
            row("run.flow-" + flow.id(), () -> wiring.voices.flow().flowProperty().set(flow == Flow.JOINT ? Flow.DISTIL : Flow.JOINT),
                    () -> wiring.voices.flow().flowProperty().get() == flow);
        }
        queues("run.resume", () -> {
            Distil recipe = Distil.of(5, List.of(Voice.of("starter-picture", "a castle"))).withIterations(400);
            bench.left.clear();
            bench.left.add(new chladni.app.bench.Bench.Left(recipe, new Unfinished.Left(out, recipe, Instant.EPOCH), 120));
            wiring.voices.unfinished().refresh();
        });
        row("run.drafts", () -> wiring.growing.drafts.count().set(7), () -> wiring.run.queue().size() == 1 && wiring.run.queue().getFirst().takes() == 7);
        queues("run.region", this::mask);
    }

    private void generating() {
        run("run.generate");
        bench.allow(2);
    }

    private void takes() {
        row("take.accept", () -> document.look(item(0)), () -> document.acceptedProperty().get() == item(0).shown());
        row("take.back", () -> document.look(item(0)), () -> document.looked() == item(3));
        row("take.vary", () -> wiring.voices.startProperty().get() != null);
        opens("take.colour", "colour-sheet");
        row("take.imprint", () -> window.opens = picture(), () -> isOpen("imprint-sheet"));
        row("take.recall", () -> prompt().equals(KEPT) && seed().equals(Seed.text(item(3).seed())));
        row("take.remix", () -> prompt().equals(KEPT) && !seed().equals(Seed.text(item(3).seed())));
        row("take.prompts", () -> prompt().equals(KEPT) && seed().equals("1"));
        row("take.seed", () -> seed().equals(Seed.text(item(3).seed())) && prompt().equals("a castle"));
        row("take.compare", () -> wiring.growing.sheet().isOpen());
        row("take.gallery", () -> wiring.keeping.isOpen());
        queues("take.variations", () -> {});
        row("take.step-back", () -> {}, () -> document.stepProperty().get() != null);
        int[] step = new int[1];
        row("take.step-on", () -> {
            wiring.growing.steps.move(-5);
            step[0] = wiring.growing.steps.step();
        }, () -> wiring.growing.steps.step() > step[0]);
        queues("take.keep-step", () -> wiring.growing.steps.move(-5));
        queues("take.finish", () -> document.look(item(2)));
        queues("take.finish-best", () -> item(2).notesProperty().set(TakeNotes.NONE.withStar(true)));
        row("take.swap", () -> {
            document.look(item(0));
            document.look(item(1));
        }, () -> document.looked() == item(0));
        row("take.delete", () -> whole = document.takes().size(), () -> document.takes().size() == whole - 1);
        row("take.star", () -> item(3).notesProperty().set(TakeNotes.NONE), () -> item(3).notesProperty().get().starred());
        for (int stars = 0; stars <= TakeNotes.BEST; stars++) {
            int rating = stars;
            row("take.rate-" + stars, () -> item(3).notesProperty().set(TakeNotes.NONE.withRating(rating == 0 ? 3 : 0)),
                    () -> item(3).notesProperty().get().rating() == rating);
        }
        queues("take.extend", () -> {});
        queues("take.loop", () -> {});
        for (String act : List.of("louder", "quieter", "much-quieter", "silence", "blur")) {
            int[] before = new int[1];
            row("repair." + act, () -> {
                mask();
                before[0] = document.takes().size();
                bench.allow(1);
            }, () -> document.takes().size() == before[0] + 1);
        }
    }

    private String prompt() {
        return wiring.voices.picture().promptProperty().get();
    }

    private String seed() {
        return wiring.voices.seedProperty().get();
    }

    private void playing() {
        row("play.toggle", () -> wiring.listen.playingProperty().get());
        plays("play.start", 1, 0);
        plays("play.end", 1, 5.12);
        plays("play.back", 1, 0.9);
        plays("play.forward", 1, 1.1);
        plays("play.back-fine", 1, 0.99);
        plays("play.forward-fine", 1, 1.01);
        flips("play.loop", wiring.listen.loopingProperty());
        row("play.loop-selection", () -> {
            wiring.listen.loopingSelectionProperty().set(false);
            document.selectionProperty().set(new Span(1, 2));
        }, () -> wiring.listen.loopingSelectionProperty().get());
        row("play.solo", this::mask, () -> wiring.listen.heardProperty().get() == Heard.INSIDE);
        row("play.mute", this::mask, () -> wiring.listen.heardProperty().get() == Heard.OUTSIDE);
        row("select.mask", this::mask, () -> document.selectionProperty().get() != null);
        row("select.none", () -> document.selectionProperty().set(new Span(1, 2)), () -> document.selectionProperty().get() == null);
    }

    private void plays(String id, double from, double to) {
        row(id, () -> wiring.listen.seek(from), () -> Math.abs(wiring.listen.positionProperty().get() - to) < 0.002);
    }

    private void files() {
        row("file.open", () -> window.opens = picture(), () -> wiring.drop.offeredProperty().get() != null);
        opens("file.packs", "packs-sheet");
        opens("file.export-as", "export-sheet");
        exports("file.export-sound", ExportKind.WAV_16);
        exports("file.export-spectrogram", ExportKind.PNG_8);
        exports("file.export-picture", ExportKind.PICTURE);
        exports("file.export-again", ExportKind.PICTURE);
        opens("file.presets", "presets-sheet");
        for (String id : List.of("file.save-project", "file.save-project-as")) {
            Path project = out.resolve("project.chladni");
            row(id, () -> {
                window.saveTo = project;
                remove(project);
            }, () -> Files.exists(project));
        }
    }

    private void exports(String id, ExportKind kind) {
        long[] before = new long[1];
        row(id, () -> {
            before[0] = count();
            window.saveTo = out.resolve(id + before[0] + "." + kind.extension());
            wiring.export.kindProperty().set(kind);
        }, () -> count() > before[0] && !wiring.export.workingProperty().get());
    }

    private long count() {
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> !String.valueOf(file.getFileName()).startsWith(".")).count();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            throw new AssertionError(refused);
        }
    }

    /// Some picture that lies on disk.
    private Path picture() {
        return item(0).saved().folder().resolve("picture.png");
    }

    private void tools() {
        for (Tool tool : Tool.values()) {
            row("tool." + tool.name().toLowerCase(Locale.ROOT), () -> wiring.tools.choose(tool == Tool.MOVE ? Tool.HAND : Tool.MOVE),
                    () -> wiring.tools.toolProperty().get() == tool);
        }
        row("tool.shapes", () -> wiring.tools.toolProperty().get() == Tool.RECTANGLE);
        flips("tool.swap", wiring.tools.addingProperty());
        row("tool.smaller", () -> wiring.tools.sizeProperty().get() == 40); // ⌊48 · 0.85⌋
        row("tool.larger", () -> wiring.tools.sizeProperty().get() == 56); // ⌈48 · 1.15⌉
    }

    private void mask() {
        document.painting().maskAll();
    }

    private void masks() {
        Painting painting = document.painting();
        row("mask.all", () -> painting.maskedProperty().get());
        row("mask.none", this::mask, () -> !painting.maskedProperty().get());
        row("mask.invert", this::mask, () -> !painting.maskedProperty().get());
        flips("mask.eye", wiring.tools.veiledProperty());
        flips("mask.effective", wiring.tools.effectiveProperty());
        flips("mask.snap", painting.snapProperty());
        row("balance.clear", () -> {
            wiring.tools.choose(Tool.BALANCE);
            for (int frame = 0; frame < 3; frame++) {
                hands.on(frame, 3);
            }
        }, () -> !painting.balancedProperty().get());
        row("edit.undo", this::mask, () -> !painting.maskedProperty().get());
        row("edit.redo", () -> {
            mask();
            document.history().undo();
        }, () -> painting.maskedProperty().get());
    }

    private void views() {
        row("view.fit", () -> canvas().zoom(4), () -> canvas().viewport().isWhole(canvas().axes()));
        for (int perCent : new int[] {100, 200, 400, 800}) {
            row("view.zoom-" + perCent, () -> canvas().view(new Viewport(3, 3, 30, 30)), () -> {
                double scale = 100 * canvas().stageSizeProperty().get().getWidth() / canvas().viewport().width();
                return Math.abs(scale - perCent) < 0.5 || canvas().viewport().width() == 512 && scale > perCent;
            });
        }
        row("view.in", () -> canvas().viewport().width() < 512);
        row("view.out", () -> canvas().view(new Viewport(0, 0, 64, 32)), () -> canvas().viewport().width() > 64);
        for (FrequencyScale scale : FrequencyScale.values()) {
            row("view.axis-" + scale.name().toLowerCase(Locale.ROOT),
                    () -> wiring.canvas.axisProperty().set(scale == FrequencyScale.MEL ? FrequencyScale.LOG : FrequencyScale.MEL),
                    () -> wiring.canvas.axisProperty().get() == scale);
        }
        flips("view.notes", wiring.canvas.notesProperty());
        flips("view.piano", wiring.canvas.pianoProperty());
        flips("view.eye", wiring.canvas.pictureEyeProperty());
        row("view.panels", () -> !wiring.shell.panelsProperty().get());
        flips("view.side", wiring.shell.inspectingProperty());
        row("view.larger", () -> wiring.root.factorProperty().set(1), () -> wiring.root.factorProperty().get() == 1.25);
        row("view.smaller", () -> wiring.root.factorProperty().set(1.25), () -> wiring.root.factorProperty().get() == 1);
        flips("window.light", wiring.light);
        row("window.full", () -> window.stage.setFullScreen(false), () -> window.stage.isFullScreen());
        row("window.palette", () -> wiring.palette.isVisible());
        opens("window.settings", "settings-sheet");
        opens("window.keys", "keys-sheet");
    }

    private void run(String id) {
        wiring.commands.get(id).run();
    }

    private SpectrogramView canvas() {
        return wiring.canvasView.spectrogram();
    }

    private TakeItem item(int index) {
        return document.takes().get(index);
    }
}
