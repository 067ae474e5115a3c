package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.take.SavedTake;
import chladni.engine.take.TakeEntry;
import chladni.engine.take.TakeNotes;
import chladni.engine.take.TakeQuery;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Takes are found, starred, rated, thrown away and brought back as a person does it, with the keyboard.
class KeepingTest {
    @TempDir Path folder;
    private ScriptedBench bench;
    private StudioWindow window;

    @BeforeEach
    void open() {
        bench = new ScriptedBench(folder).withShelf(3);
        window = StudioWindow.open(bench, folder);
    }

    @AfterEach
    void close() {
        bench.allow(100_000);
        window.close();
    }

    @Test
    void deletingIsUndoneFromTheStripAndOnDisk() {
        SavedTake newest = bench.newest(1).getFirst();
        window.press(KeyCode.DELETE, "");
        Fx.until("it has left the strip", () -> window.wiring.document.takes().size() == 2);
        assertThat(newest.folder()).doesNotExist();
        assertThat(Fx.call(() -> window.wiring.document.visible().saved().folder())).isNotEqualTo(newest.folder());
        window.press(KeyCode.Z, "ctrl");
        Fx.until("it is back", () -> window.wiring.document.takes().size() == 3);
        assertThat(newest.recipe()).exists();
        assertThat(Fx.call(() -> window.wiring.document.visible().saved().folder())).isEqualTo(newest.folder());
        assertThat(bench.library().search(TakeQuery.ALL.inTrash(true))).isEmpty();
    }

    @Test
    void starsAndRatingsAreKeptBesideTheTake() {
        window.press(KeyCode.PERIOD, "");
        window.press(KeyCode.DIGIT4, "");
        Path newest = bench.newest(1).getFirst().folder();
        Fx.until("it is written", () -> TakeNotes.read(newest).equals(new TakeNotes(true, 4)));
        assertThat(bench.library().search(TakeQuery.ALL.withStar(true))).extracting(TakeEntry::folder).containsExactly(newest);
    }

    @Test
    void theGalleryFindsRatesDeletesAndPutsOnTheCanvas() {
        window.press(KeyCode.G, "ctrl");
        Fx.until("three are found", () -> found().size() == 3);
        Fx.snapshot(window.wiring.scene, "gallery-dark");
        window.type("Search the prompts of all takes", "mountain guit");
        Fx.until("it has searched", () -> window.wiring.keeping.gallery.noteProperty().get().equals("3 takes"));
        window.type("Search the prompts of all takes", "\"' OR NEAR(");
        Fx.until("nothing fits", () -> found().isEmpty());
        Fx.snapshot(window.wiring.scene, "gallery-none-dark");
        window.type("Search the prompts of all takes", "");
        Fx.until("all are back", () -> found().size() == 3);
        window.press(KeyCode.DOWN, "");
        window.press(KeyCode.RIGHT, "");
        TakeEntry second = Fx.call(() -> found().get(1));
        assertThat(Fx.call(() -> window.wiring.keeping.gallery.chosen().folder())).isEqualTo(second.folder());
        window.press(KeyCode.DIGIT5, "");
        window.press(KeyCode.PERIOD, "");
        Fx.until("it is written", () -> TakeNotes.read(second.folder()).equals(new TakeNotes(true, 5)));
        window.press(KeyCode.DELETE, "");
        Fx.until("it is gone", () -> found().size() == 2);
        assertThat(second.folder()).doesNotExist();
        window.press(KeyCode.Z, "ctrl");
        Fx.until("it is back", () -> found().size() == 3);
        Fx.run(() -> window.wiring.keeping.gallery.starredProperty().set(true));
        Fx.until("only it has a star", () -> found().size() == 1);
        window.does("window.light");
        Fx.snapshot(window.wiring.scene, "gallery-light");
        window.size(1100, 700);
        Fx.snapshot(window.wiring.scene, "gallery-light-small");
        window.press(KeyCode.ENTER, "");
        Fx.until("it is on the canvas", () -> window.wiring.document.visible().saved().folder().equals(second.folder()));
        assertThat(window.wiring.keeping.isOpen()).isFalse();
        assertThat(window.wiring.failures.current()).isNull();
    }

    @Test
    void theTrashGivesBack() {
        Path newest = bench.newest(1).getFirst().folder();
        window.press(KeyCode.DELETE, "");
        Fx.until("it has left the strip", () -> window.wiring.document.takes().size() == 2);
        window.press(KeyCode.G, "ctrl");
        Fx.run(() -> window.wiring.keeping.gallery.trashedProperty().set(true));
        Fx.until("it lies in the trash", () -> found().size() == 1 && found().getFirst().trashed() != null);
        Fx.snapshot(window.wiring.scene, "gallery-trash-dark");
        window.press(KeyCode.ENTER, "");
        Fx.until("the trash is empty", () -> found().isEmpty());
        assertThat(newest).isDirectory();
        window.press(KeyCode.ESCAPE, "");
        assertThat(window.wiring.keeping.isOpen()).isFalse();
    }

    private List<TakeEntry> found() {
        return window.wiring.keeping.gallery.found();
    }
}
