package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chladni.app.bench.Bench;
import chladni.app.document.Flow;
import chladni.app.document.Shown;
import chladni.app.feature.drop.Target;
import chladni.engine.codec.PngDepth;
import chladni.engine.codec.PngFile;
import chladni.engine.codec.PngText;
import chladni.engine.media.Picture;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Tone;
import chladni.engine.recipe.Voice;
import chladni.engine.take.Unfinished;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Joint, imprint and distil in the window, and the picture that is pressed in.
class FlowsTest {
    private ScriptedBench bench;
    private StudioWindow window;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        bench = new ScriptedBench(folder).withShelf(2);
        window = StudioWindow.open(bench, folder);
        window.size(1440, 900);
        window.type("Looks like", "a painting of mountains, grayscale");
        window.type("Sounds like", "acoustic guitar");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Recipe generated() {
        bench.allow(100_000);
        window.does("run.generate");
        Fx.until("the takes are made", () -> window.wiring.run.queue().isEmpty());
        Shown last = Fx.call(() -> window.wiring.document.takes().getLast().shown());
        Recipe recipe = last == null ? null : last.recipe();
        assertThat(recipe).isNotNull();
        return recipe;
    }

    private void press(String accessibleText) {
        Fx.run(() -> ((Button) window.find(accessibleText)).fire());
    }

    @Test
    void theWayThatIsChosenIsTheRecipesKind() {
        assertThat(generated()).isInstanceOf(Compose.class);
        Fx.run(() -> ((ToggleButton) window.find(Flow.DISTIL.label() + ": " + Flow.DISTIL.about())).fire());
        Fx.run(() -> window.wiring.voices.flow().iterations().set(120));
        assertThat(generated()).isInstanceOfSatisfying(Distil.class, distil -> {
            assertThat(distil.iterations()).isEqualTo(120);
            assertThat(distil.voices()).extracting(Voice::prompt).containsExactly("a painting of mountains, grayscale", "acoustic guitar");
            assertThat(distil.voices().getFirst().from()).isEqualTo(0.1);
        });
        window.does("run.flow-imprint");
        Fx.run(() -> window.wiring.voices.flow().depth().set(0.7));
        assertThat(generated()).isInstanceOfSatisfying(Imprint.class, imprint -> {
            assertThat(imprint.ratio()).isEqualTo(0.7);
            assertThat(((Imprint.Source.Made) imprint.picture()).voice().prompt()).isEqualTo("a painting of mountains, grayscale");
            assertThat(((Imprint.Source.Made) imprint.picture()).voice().from()).isZero();
            assertThat(((Imprint.Source.Made) imprint.sound()).voice().pack()).isEqualTo("starter-sound");
        });
        Fx.snapshot(window.wiring.scene, "flow-imprint-dark");
    }

    @Test
    void recallingATakeGoesItsWay() {
        window.does("run.flow-distil");
        Fx.run(() -> window.wiring.voices.flow().iterations().set(90));
        generated();
        window.does("run.flow-joint");
        window.type("Looks like", "something else");
        window.does("take.recall");
        assertThat(Fx.call(() -> window.wiring.voices.flow().flowProperty().get())).isEqualTo(Flow.DISTIL);
        assertThat(Fx.call(() -> window.wiring.voices.flow().iterations().get())).isEqualTo(90);
        assertThat(Fx.call(() -> window.wiring.voices.picture().promptProperty().get())).isEqualTo("a painting of mountains, grayscale");
    }

    @Test
    void aKeptPanelKnowsItsWay() {
        window.does("run.flow-distil");
        Fx.run(() -> window.wiring.voices.flow().iterations().set(90));
        var panel = Fx.call(() -> window.wiring.voices.memory().write());
        window.does("run.flow-imprint");
        Fx.run(() -> window.wiring.voices.flow().iterations().set(10));
        Fx.run(() -> window.wiring.voices.memory().recall(panel));
        assertThat(Fx.call(() -> window.wiring.voices.flow().flowProperty().get())).isEqualTo(Flow.DISTIL);
        assertThat(Fx.call(() -> window.wiring.voices.flow().iterations().get())).isEqualTo(90);
    }

    @Test
    void anImprintNeedsWordsForBoth() {
        window.does("run.flow-imprint");
        window.type("Sounds like", "");
        assertThat(Fx.call(() -> window.wiring.voices.noteProperty().get())).startsWith("An imprint needs words");
        assertThat(Fx.call(() -> window.wiring.commands.get("run.generate").enabled().getValue())).isFalse();
    }

    @Test
    void whatWasLeftGoesOnOrIsGivenUp() {
        Distil recipe = Distil.of(5, List.of(Voice.of("starter-picture", "a castle"), Voice.of("starter-sound", "a bell"))).withIterations(400);
        bench.left.add(new Bench.Left(recipe, new Unfinished.Left(folder, recipe, Instant.EPOCH), 120));
        bench.left.add(new Bench.Left(recipe.withSeed(6), new Unfinished.Left(folder, recipe, Instant.EPOCH), 30));
        window.does("run.flow-distil");
        Fx.run(() -> window.wiring.voices.unfinished().refresh());
        Fx.until("both are offered", () -> window.wiring.voices.unfinished().all().size() == 2);
        Fx.snapshot(window.wiring.scene, "flow-distil-dark");
        window.does("window.light");
        Fx.snapshot(window.wiring.scene, "flow-distil-light");
        press("Give up a castle × a bell, 30 of 400 · a castle × a bell");
        Fx.until("it is given up", () -> bench.left.size() == 1);
        bench.allow(1000);
        window.does("run.resume");
        Fx.until("it goes on", () -> window.wiring.document.takes().size() == 3 && window.wiring.document.takes().getLast().isFinished());
        assertThat(Fx.call(() -> window.wiring.document.takes().getLast().shown().recipe())).isEqualTo(recipe);
    }

    @Test
    void aDroppedPictureIsSeenInTheSoundBeforeItIsPressedIn() {
        Path picture = folder.resolve("ramp.png");
        float[] values = new float[128 * 256];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 256 / 255f;
        }
        PngFile.write(picture, new Picture(1, 128, 256, values), PngDepth.EIGHT, PngText.NONE);
        Fx.run(() -> {
            window.wiring.drop.offer(picture);
            window.wiring.drop.take(Target.IMPRINT);
        });
        Fx.until("it is read", () -> window.wiring.imprint.lookProperty().get() != null);
        Fx.snapshot(window.wiring.scene, "imprint-dark");
        Fx.run(() -> {
            window.wiring.imprint.invertProperty().set(true);
            window.wiring.imprint.byLevelsProperty().set(true);
            window.wiring.imprint.black().set(-40);
            window.wiring.imprint.gamma().set(2);
            window.wiring.imprint.low().set(200);
            window.wiring.imprint.high().set(4000);
        });
        window.does("window.light");
        Fx.snapshot(window.wiring.scene, "imprint-light");
        Fx.run(() -> window.wiring.imprint.low().set(5000));
        assertThat(Fx.call(() -> window.find("Make the take").isDisabled())).isTrue();
        Fx.run(() -> window.wiring.imprint.low().set(200));
        bench.allow(10);
        press("Make the take");
        Fx.until("it is made", () -> window.wiring.document.takes().size() == 3 && window.wiring.document.takes().getLast().isFinished());
        assertThat(Fx.call(() -> window.wiring.document.takes().getLast().shown().recipe())).isInstanceOfSatisfying(Imprint.class, imprint -> {
            assertThat(imprint.tone()).isEqualTo(new Tone(true, 2, new Tone.Levels(-40, 0), 200, 4000));
            assertThat(((Imprint.Source.File) imprint.picture()).path()).isEqualTo(picture);
            assertThat(((Imprint.Source.File) imprint.sound()).path()).isDirectory();
        });
        assertThat(Fx.call(() -> window.wiring.sheets.isOpen())).isFalse();
    }

    @Test
    void howLongTakesTakeIsToldByThoseThatWereMade() {
        window.does("run.flow-joint");
        Fx.run(() -> {
            window.wiring.voices.stepsProperty().set(100);
            window.wiring.voices.takesProperty().set(4);
        });
        String words = Fx.call(() -> window.wiring.scene.getRoot().lookupAll(".flow-about").stream()
                .map(node -> ((javafx.scene.control.Label) node).getText()).filter(text -> text.startsWith("About")).findFirst().orElse(""));
        assertThat(words).isEqualTo("About 7 s a take, 27 s in all"); // 50 steps took 3.4 s
        assertThat(Fx.call(() -> window.wiring.voices.stepsProperty().get())).isCloseTo(100, within(0.0));
    }
}
