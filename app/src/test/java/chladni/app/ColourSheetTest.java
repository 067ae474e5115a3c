package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.bench.PackCard;
import chladni.engine.pack.PackKind;
import chladni.engine.pack.PackManifest.Defaults;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColourSheetTest {
    @Test
    void oneOfTheTriesIsKeptOnTheCanvas(@TempDir Path folder) {
        PackCard picture = new PackCard("starter-picture", PackKind.PICTURE, "Starter: pictures", 128, new Defaults(4, 50, 0.5, 0), List.of("a castle"));
        PackCard sound = new PackCard("starter-sound", PackKind.SOUND, "Starter: sounds", 128, new Defaults(4, 50, 0.5, 0), List.of("a bell"));
        PackCard colour = new PackCard("starter-colour", PackKind.COLOUR, "Starter: colours", 128, new Defaults(10, 30, 0.5, 0), List.of());
        ScriptedBench bench = new ScriptedBench(folder).withShelf(1);
        try (StudioWindow window = StudioWindow.open(new Setup(bench, new ScriptedPacks(picture, sound), List.of(picture, sound, colour),
                picture, sound, "CPU · 2 cores", folder.resolve("settings.json")))) {
            bench.allow(100);
            window.does("take.colour");
            Fx.run(() -> window.wiring.colour.begin());
            Fx.until("the tries are made", () -> window.wiring.run.queue().isEmpty());
            Fx.run(() -> window.wiring.colour.pick(window.wiring.colour.tries().get(5)));
            Fx.run(() -> ((Button) window.wiring.scene.getRoot().lookupAll(".bright-button").stream()
                    .filter(node -> node instanceof Button button && "Keep this one".equals(button.getText())).findFirst().orElseThrow()).fire());
            assertThat(Fx.call(() -> window.wiring.document.acceptedProperty().get())).isEqualTo(window.wiring.colour.tries().get(5).shown());
            assertThat(window.wiring.failures.current()).isNull();
        }
    }
}
