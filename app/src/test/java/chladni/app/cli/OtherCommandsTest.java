package chladni.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.LogPlace;
import chladni.engine.codec.PictureFile;
import chladni.engine.codec.PngDepth;
import chladni.engine.codec.PngFile;
import chladni.engine.codec.PngText;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.onnx.Device;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Voice;
import chladni.engine.take.Made;
import chladni.engine.take.SavedTake;
import chladni.engine.take.Take;
import chladni.engine.take.TakeStore;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCommandsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPictureIsHeardAndSeenAgain() {
        Path picture = folder.resolve("cross.png");
        PngFile.write(picture, cross(), PngDepth.EIGHT, PngText.NONE);

        Trial heard = Trial.of("listen", picture.toString(), "--out", folder.resolve("heard").toString());
        assertThat(heard.code()).isZero();
        assertThat(heard.lines()).containsExactly(folder.resolve("heard/sound.wav").toString());
        Trial seen = Trial.of("see", folder.resolve("heard/sound.wav").toString(), "--mels", "128", "--out", folder.resolve("seen").toString());
        assertThat(seen.code()).isZero();

        Picture again = PictureFile.read(folder.resolve("seen/spectrogram.png")).picture();
        assertThat(again.width()).isEqualTo(96);
        assertThat(again.height()).isEqualTo(128);
        assertThat(again.at(0, 64, 20)).as("on the line").isGreaterThan(again.at(0, 20, 20) + 0.2f);
        assertThat(again.at(0, 64, 80)).as("on the line").isGreaterThan(again.at(0, 100, 80) + 0.2f);
    }

    @Test
    void aSoundOfOursIsSeenInTheBandsItWasDrawnWith() {
        SavedTake take = new TakeStore(folder.resolve("takes"), TakeStore.Naming.NUMBERED).save(starterTake());
        assertThat(Trial.of("see", take.sound().toString(), "--out", folder.resolve("seen").toString()).code()).isZero();
        assertThat(PictureFile.read(folder.resolve("seen/spectrogram.png")).picture().height()).isEqualTo(128);
        assertThat(Trial.of("see", take.sound().toString(), "--mels", "256", "--out", folder.resolve("seen").toString()).code()).isZero();
        assertThat(PictureFile.read(folder.resolve("seen/spectrogram.png")).picture().height()).as("who asks is answered").isEqualTo(256);
    }

    private static Take starterTake() {
        Spectrogram spectrogram = new Spectrogram(SpectrogramFormat.STARTER, 64, new float[128 * 64]);
        return new Take(Compose.of(7, List.of(Voice.of("starter-sound", "a bell"))), new Made("", Map.of(), Map.of(), List.of(), 1), spectrogram.picture(),
                spectrogram, Sound.mono(16_000, new float[64 * 160]), Map.of());
    }

    @Test
    void doctorTellsWhatIsThereAndWhatIsNot() {
        Trial trial = Trial.of("doctor", "--packs", Trial.TOYS.toString());

        assertThat(trial.code()).isZero();
        assertThat(trial.results()).contains("toy-picture", "toy-sound", "ONNX Runtime  1.", LogPlace.file().toString());
        assertThat(line(trial, "display").startsWith("no:")).isEqualTo(GraphicsEnvironment.isHeadless());
        Device.accelerators().forEach((id, why) -> assertThat(line(trial, id).startsWith("no: ")).isEqualTo(why.isPresent()));
        assertThat(line(trial, "sound output")).startsWith(AudioDevices.describe().substring(0, 3));
    }

    @Test
    void packsAreListedAndVerified() {
        Trial list = Trial.of("packs", "list", "--json", "--packs", Trial.TOYS.toString());
        assertThat(list.lines()).anyMatch(line -> line.contains("\"id\":\"toy-sound\",\"kind\":\"sound\""));
        assertThat(Trial.of("packs", "where", "--packs", Trial.TOYS.toString()).lines().getFirst()).isEqualTo(Trial.TOYS.toString());

        Trial verified = Trial.of("packs", "--packs", Trial.TOYS.toString(), "verify", "toy-picture", "toy-sound");
        assertThat(verified.code()).isZero();
        assertThat(verified.results()).contains("toy-picture: whole", "toy-sound: whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"render", "listen", "see", "packs", "doctor"})
    void everyCommandExplainsItself(String command) {
        Trial option = Trial.of(command, "--help");
        Trial help = Trial.of("help", command);

        assertThat(option.code()).isZero();
        assertThat(option.results()).startsWith("Usage: chladni " + command).isEqualTo(help.results());
        assertThat(option.messages()).isEmpty();
        assertThat(option.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void theVersionIsTold() {
        assertThat(Trial.of("--version").results()).startsWith("Chladni ");
    }

    /// The rest of the line that begins so.
    private static String line(Trial trial, String name) {
        return trial.lines().stream().filter(line -> line.startsWith(name)).findFirst().orElse("").substring(14);
    }

    /// A bright line in the middle of 128 rows.
    private static Picture cross() {
        float[] grey = new float[128 * 96];
        Arrays.fill(grey, 64 * 96, 65 * 96, 0.8f);
        return new Picture(1, 128, 96, grey);
    }
}
