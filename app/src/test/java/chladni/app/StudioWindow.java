package chladni.app;

import chladni.app.bench.Bench;
import chladni.app.bench.PackCard;
import chladni.app.failure.Failures;
import chladni.app.feature.export.ExportKind;
import chladni.app.theme.Theme;
import chladni.engine.pack.PackKind;
import chladni.engine.pack.PackManifest.Defaults;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A whole studio window under test, with a person's hands.
final class StudioWindow implements AutoCloseable {
    final Wiring wiring;
    final Stage stage;
    @Nullable Path saveTo;
    @Nullable Path opens;

    private StudioWindow(Setup setup) {
        wiring = new Wiring(setup, dialogs(), new Failures(InstantSource.system()));
        stage = new Stage();
        stage.setScene(wiring.scene);
        stage.show();
    }

    static StudioWindow open(Bench bench, Path folder) {
        PackCard picture = new PackCard("starter-picture", PackKind.PICTURE, "starter picture", 128, new Defaults(5, 50, 0.5, 0.1),
                List.of("a painting of a castle, grayscale"));
        PackCard sound = new PackCard("starter-sound", PackKind.SOUND, "starter sound", 128, new Defaults(4.5, 50, 0.5, 0),
                List.of("church bell ringing"));
        return open(bench, picture, sound, folder);
    }

    static StudioWindow open(Bench bench, PackCard picture, PackCard sound, Path folder) {
        return open(new Setup(bench, new ScriptedPacks(picture, sound), List.of(picture, sound), picture, sound, "CPU · 2 cores",
                folder.resolve("settings.json")));
    }

    static StudioWindow open(Setup setup) {
        Fx.start();
        Theme.loadFonts();
        StudioWindow window = Fx.call(() -> new StudioWindow(setup));
        Fx.until("the takes on disk are read", window.wiring.session::isFollowing);
        return window;
    }

    void size(double width, double height) {
        Fx.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Fx.nap(200);
    }

    /// Types into a control found by its accessible text.
    void type(String accessibleText, String words) {
        Fx.run(() -> {
            Node field = find(accessibleText);
            field.requestFocus();
            ((javafx.scene.control.TextInputControl) field).setText(words);
        });
    }

    Node find(String accessibleText) {
        return wiring.scene.getRoot().lookupAll("*").stream()
                .filter(node -> accessibleText.equals(node.getAccessibleText())).findFirst()
                .orElseThrow(() -> new AssertionError("nothing says " + accessibleText));
    }

    void press(KeyCode code, String modifiers) {
        Fx.run(() -> {
            key(KeyEvent.KEY_PRESSED, code, modifiers);
            key(KeyEvent.KEY_RELEASED, code, modifiers);
        });
    }

    /// On the FX thread.
    void key(javafx.event.EventType<KeyEvent> type, KeyCode code, String modifiers) {
        Node focused = wiring.scene.getFocusOwner();
        KeyEvent key = new KeyEvent(type, "", "", code, modifiers.contains("shift"),
                modifiers.contains("ctrl"), modifiers.contains("alt"), false);
        javafx.event.Event.fireEvent(focused == null ? wiring.scene : focused, key);
    }

    void does(String command) {
        Fx.run(() -> wiring.commands.get(command).run());
    }

    private Dialogs dialogs() {
        return new Dialogs() {
            @Override
            public Optional<Path> open() {
                return Optional.ofNullable(opens);
            }

            @Override
            public Optional<Path> project(String suggestedName) {
                return Optional.ofNullable(saveTo);
            }

            @Override
            public Optional<Path> folder(String title) {
                return Optional.ofNullable(opens);
            }

            @Override
            public Optional<Path> where(ExportKind kind, String name, @Nullable Path folder) {
                return Optional.ofNullable(saveTo);
            }
        };
    }

    @Override
    public void close() {
        Fx.run(() -> {
            stage.close();
            wiring.close();
        });
        try {
            wiring.background.awaitTermination(1, TimeUnit.MINUTES); // its last writes go into the folder of the test
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
