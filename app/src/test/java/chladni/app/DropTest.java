package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.document.Shown;
import chladni.app.feature.drop.Target;
import chladni.engine.Engine;
import chladni.engine.failure.CancelSignal;
import chladni.engine.codec.Film;
import chladni.engine.codec.FilmExport;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.take.TakeStore;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every kind of file on every target that it is offered, read by the real engine; the targets are pressed as they stand on the screen.
/// Projects: ProjectsTest.
class DropTest {
    private static final Path SAMPLE = Path.of(System.getProperty("chladni.assets", "../assets")).resolve("samples/first-take");

    @TempDir Path folder;
    private StudioWindow window;

    @Test
    void everyKindOfFileOnEveryTarget() throws IOException {
        TakeStore store = new TakeStore(folder.resolve("takes"), TakeStore.Naming.TELLING);
        try (EngineBench bench = new EngineBench(Engine.open(new PackStore(List.of()), Device.CPU), store, SpectrogramFormat.STARTER, SAMPLE);
                StudioWindow opened = StudioWindow.open(bench, folder)) {
            window = opened;
            window.size(1440, 900);
            Fx.until("the sample is there", () -> window.wiring.document.visible() != null);
            for (Path picture : List.of(picture(), SAMPLE.resolve("spectrogram.png"))) {
                ofAPicture(picture, picture.startsWith(SAMPLE));
            }
            for (Path sound : List.of(sound(), SAMPLE.resolve("sound.wav"))) {
                ofASound(sound, sound.startsWith(SAMPLE));
            }
            ofAFilm(film());
            broken(Files.write(folder.resolve("broken.png"), new byte[] {1, 2, 3}));
        }
    }

    private void ofAPicture(Path picture, boolean ours) {
        offered(picture, ours, Target.IMPRINT, Target.START, Target.MASK, Target.HEAR);
        press(Target.IMPRINT);
        Fx.until("what it would be is seen", () -> window.wiring.imprint.lookProperty().get() != null);
        Fx.run(window.wiring.sheets::closeTop);
        startsFrom(picture);
        drop(picture, Target.MASK);
        Fx.until("it is a mask", () -> window.wiring.document.painting().maskedProperty().get());
        window.does("mask.none");
        seen(picture, Target.HEAR);
        restored(picture, ours);
    }

    private void ofASound(Path sound, boolean ours) {
        offered(sound, ours, Target.START, Target.SEE);
        Fx.run(window.wiring.drop::withdraw);
        startsFrom(sound);
        seen(sound, Target.SEE);
        restored(sound, ours);
    }

    private void ofAFilm(Path film) {
        offered(film, false, Target.START, Target.SEE, Target.STILL);
        Fx.run(window.wiring.drop::withdraw);
        startsFrom(film);
        seen(film, Target.SEE);
        drop(film, Target.STILL);
        Fx.until("its still is offered", () -> window.wiring.drop.targets().contains(Target.HEAR));
        press(Target.HEAR);
        opened("the still");
    }

    private void broken(Path file) {
        drop(file, Target.HEAR);
        Fx.until("it is said", () -> window.wiring.failures.current() != null);
        assertThat(Fx.call(() -> window.wiring.failures.current().code())).isEqualTo("bad-input");
        assertThat(Fx.call(() -> window.wiring.failures.current().words())).contains("broken.png").contains("no picture");
    }

    private void offered(Path file, boolean restores, Target... targets) {
        Fx.run(() -> window.wiring.drop.offer(file));
        if (restores) {
            Fx.until("its settings are offered", () -> window.wiring.drop.targets().contains(Target.RESTORE));
        }
        assertThat(Fx.call(() -> window.wiring.drop.targets().stream().filter(target -> target != Target.RESTORE).toList())).containsExactly(targets);
    }

    private void startsFrom(Path file) {
        drop(file, Target.START);
        assertThat(Fx.call(() -> window.wiring.voices.recipe().canvas().from())).isEqualTo(file);
    }

    private void seen(Path file, Target target) {
        drop(file, target);
        opened(file + " is on the canvas");
    }

    private void opened(String what) {
        Fx.until(what, () -> window.wiring.document.visible().state() == Shown.State.OPENED);
        Fx.run(() -> window.wiring.document.history().undo());
        assertThat(Fx.call(() -> window.wiring.document.visible().state())).isEqualTo(Shown.State.FINISHED);
    }

    private void restored(Path file, boolean ours) {
        if (ours) {
            window.type("Looks like", "something else");
            Fx.run(() -> window.wiring.drop.offer(file));
            Fx.until("its settings are offered", () -> window.wiring.drop.targets().contains(Target.RESTORE));
            press(Target.RESTORE);
            String words = ((Compose) RecipeJson.read(SAMPLE.resolve("recipe.json"))).voices().getFirst().prompt();
            Fx.until("its words are back", () -> window.wiring.voices.picture().promptProperty().get().equals(words));
        }
    }

    private void drop(Path file, Target target) {
        Fx.run(() -> window.wiring.drop.offer(file));
        press(target);
    }

    private void press(Target target) {
        Fx.run(() -> ((Button) window.find(target.title() + ": " + target.text())).fire());
    }

    private Path picture() throws IOException {
        BufferedImage half = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        half.createGraphics().fillRect(0, 0, 32, 32);
        Path file = folder.resolve("half.png");
        ImageIO.write(half, "png", file.toFile());
        return file;
    }

    private Path sound() throws IOException {
        Path file = folder.resolve("tone.wav");
        byte[] samples = new byte[2 * 16_000];
        for (int i = 0; i < samples.length / 2; i++) {
            samples[2 * i + 1] = (byte) (80 * Math.sin(i * 0.2));
        }
        AudioFormat format = new AudioFormat(16_000, 16, 1, true, false);
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2), AudioFileFormat.Type.WAVE, file.toFile());
        return file;
    }

    private Path film() {
        float[] samples = new float[16_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(i * 0.2));
        }
        Path file = folder.resolve("film.mp4");
        FilmExport.write(file, new Film(new Picture(1, 16, 64, new float[16 * 64]), Sound.mono(16_000, samples), List.of("a", "b")), new CancelSignal());
        return file;
    }
}
