package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
import chladni.app.feature.drop.Target;
import chladni.engine.take.TakeNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sitting is saved as one file and gone on with, here and on another machine; panels are kept as presets.
class ProjectsTest {
    @TempDir Path folder;

    @Test
    void aProjectIsGoneOnWithOnAnotherMachineAndOpeningItCanBeUndone() throws IOException {
        Path project = folder.resolve("mountains.chladni");
        ScriptedBench bench = new ScriptedBench(Files.createDirectory(folder.resolve("here"))).withShelf(3);
        try (StudioWindow window = StudioWindow.open(bench, folder.resolve("here"))) {
            window.type("Looks like", "a castle in the fog");
            window.wiring.setup.bench().library().note(bench.newest(1).getFirst().folder(), new TakeNotes(true, 4));
            Fx.run(() -> {
                window.wiring.document.look(window.wiring.document.takes().get(1));
                window.wiring.document.acceptLooked();
                window.wiring.document.painting().maskAll();
                window.wiring.voices.seedProperty().set("4711");
            });
            window.saveTo = project;
            window.press(KeyCode.S, "ctrl");
            Fx.until("it is saved", () -> Files.exists(project));
            Fx.until("it is said", () -> window.wiring.projects.noteProperty().get().equals("Saved mountains.chladni"));
            assertThat(window.wiring.failures.current()).isNull();
        }
        ScriptedBench there = new ScriptedBench(Files.createDirectory(folder.resolve("there"))).withShelf(1);
        try (StudioWindow window = StudioWindow.open(there, folder.resolve("there"))) {
            Fx.run(() -> window.wiring.drop.offer(project));
            assertThat(Fx.call(() -> List.copyOf(window.wiring.drop.targets()))).containsExactly(Target.PROJECT);
            Fx.snapshot(window.wiring.scene, "project-drop-dark");
            Fx.run(() -> window.wiring.drop.take(Target.PROJECT));
            Fx.until("its takes are there", () -> window.wiring.document.takes().size() == 3);
            Fx.until("the panel too", () -> window.wiring.voices.seedProperty().get().equals("4711"));
            assertThat(Fx.call(() -> window.wiring.voices.picture().promptProperty().get())).isEqualTo("a castle in the fog");
            assertThat(Fx.call(() -> window.wiring.document.painting().mask().at(64, 256))).isEqualTo(255);
            List<StoredTake> takes = Fx.call(() -> window.wiring.document.takes().stream().map(TakeItem::saved).toList());
            assertThat(takes).allSatisfy(take -> assertThat(take.folder()).startsWith(there.library().root()));
            assertThat(Files.mismatch(takes.getLast().soundFile(), bench.newest(1).getFirst().sound())).isEqualTo(-1);
            assertThat(Fx.call(() -> window.wiring.document.visible().saved())).isEqualTo(takes.get(1));
            Fx.until("its star came along", () -> window.wiring.document.takes().getLast().notesProperty().get().equals(new TakeNotes(true, 4)));
            Fx.snapshot(window.wiring.scene, "project-opened-dark");
            window.does("edit.undo"); // the mask
            window.does("edit.undo");
            assertThat(Fx.call(() -> window.wiring.document.takes().size())).isEqualTo(1);
            window.does("edit.redo");
            assertThat(Fx.call(() -> window.wiring.document.takes().size())).isEqualTo(3);
            window.opens = project;
            window.press(KeyCode.O, "ctrl");
            Fx.until("it is opened again", () -> window.wiring.document.history().steps().size() == 3); // the takes and the mask
            assertThat(there.library().search(chladni.engine.take.TakeQuery.ALL)).as("nothing is taken in twice").hasSize(3);
            assertThat(window.wiring.failures.current()).isNull();
        }
    }

    @Test
    void takesThatAreStillWhereTheyWereAreUsedThere() {
        Path project = folder.resolve("p.chladni");
        ScriptedBench bench = new ScriptedBench(folder).withShelf(2);
        try (StudioWindow window = StudioWindow.open(bench, folder)) {
            window.saveTo = project;
            window.does("file.save-project-as");
            Fx.until("it is saved", () -> window.wiring.projects.noteProperty().get().startsWith("Saved"));
            Path newest = bench.newest(1).getFirst().folder();
            window.does("take.delete");
            Fx.until("it is gone", () -> window.wiring.document.takes().size() == 1);
            Fx.run(() -> window.wiring.projects.open(project));
            Fx.until("both are back", () -> window.wiring.document.takes().size() == 2);
            Path other = bench.newest(2).getLast().folder();
            assertThat(Fx.call(() -> window.wiring.document.takes().getFirst().saved().folder())).isEqualTo(other);
            assertThat(Fx.call(() -> window.wiring.document.takes().getLast().saved().folder())).as("it lies in the trash, so it was unpacked")
                    .isDirectory().isNotEqualTo(newest.resolveSibling(".trash"));
        }
    }

    @Test
    void whatIsNoProjectIsSaidAndChangesNothing() throws IOException {
        Path project = Files.writeString(folder.resolve("broken.chladni"), "PK and then nothing");
        ScriptedBench bench = new ScriptedBench(folder).withShelf(1);
        try (StudioWindow window = StudioWindow.open(bench, folder)) {
            Fx.run(() -> window.wiring.projects.open(project));
            Fx.until("it is said", () -> window.wiring.failures.current() != null);
            assertThat(Fx.call(() -> window.wiring.failures.current().words())).contains("broken.chladni").contains("no project");
            assertThat(Fx.call(() -> window.wiring.document.takes().size())).isEqualTo(1);
            try (var left = Files.list(bench.library().root())) {
                assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
            }
        }
    }

    @Test
    void presetsKeepThePanelAndAreThereAgain() throws IOException {
        try (StudioWindow window = StudioWindow.open(new ScriptedBench(folder), folder)) {
            window.type("Looks like", "a lighthouse");
            Fx.run(() -> window.wiring.voices.stepsProperty().set(33));
            window.press(KeyCode.P, "ctrl shift");
            window.type("Name of a new preset", "Lighthouse: éclair / no. 1");
            press(window, "Save the panel as a preset");
            Fx.snapshot(window.wiring.scene, "presets-dark");
            window.press(KeyCode.ESCAPE, "");
            window.type("Looks like", "a tree");
            Fx.run(() -> window.wiring.voices.stepsProperty().set(50));
        }
        Files.writeString(folder.resolve("presets/broken.json"), "{ half");
        try (StudioWindow window = StudioWindow.open(new ScriptedBench(folder), folder)) {
            window.does("file.presets");
            window.does("window.light");
            Fx.snapshot(window.wiring.scene, "presets-light");
            press(window, "Use the preset Lighthouse: éclair / no. 1");
            assertThat(Fx.call(() -> window.wiring.voices.picture().promptProperty().get())).isEqualTo("a lighthouse");
            assertThat(Fx.call(() -> window.wiring.voices.stepsProperty().get())).isEqualTo(33);
            window.does("edit.undo");
            assertThat(Fx.call(() -> window.wiring.voices.picture().promptProperty().get())).isEqualTo("a tree");
            window.does("file.presets");
            press(window, "Use the preset Explore");
            assertThat(Fx.call(() -> window.wiring.voices.takesProperty().get())).isEqualTo(16);
            assertThat(Fx.call(() -> window.wiring.voices.picture().promptProperty().get())).isEqualTo("a tree");
            window.does("file.presets");
            press(window, "Delete the preset Lighthouse: éclair / no. 1");
            assertThat(Fx.call(() -> window.wiring.presets.model.presets().size())).isEqualTo(6);
            window.does("edit.undo");
            assertThat(Fx.call(() -> window.wiring.presets.model.presets().size())).isEqualTo(7);
        }
    }

    private static void press(StudioWindow window, String accessibleText) {
        Fx.run(() -> {
            window.wiring.scene.getRoot().applyCss();
            window.wiring.scene.getRoot().layout();
            ((Button) window.find(accessibleText)).fire();
        });
    }
}
