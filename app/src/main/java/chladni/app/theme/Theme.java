package chladni.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The two looks of the window.
public enum Theme {
    DARK(new PrimerDark().getUserAgentStylesheet(), "dark.css"),
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "light.css");

    /// Inter, as packed for the web: JavaFX reads WOFF but takes weights between regular and bold only as own families.
    private static final String FONTS = "/META-INF/resources/_static/inter/5.2.5/files/inter-latin-";

    private final String base;
    private final String scale;

    Theme(String base, String scale) {
        this.base = base;
        this.scale = scale;
    }

    public void applyTo(Scene scene) {
        Application.setUserAgentStylesheet(base);
        scene.getStylesheets().setAll(sheet(scale), sheet("studio.css"), sheet("panels.css"), sheet("flows.css"), sheet("controls.css"));
    }

    /// Makes Inter known to JavaFX; without it the style sheet falls back to the system's sans.
    public static void loadFonts() {
        for (String weight : List.of("400", "500", "600", "700")) {
            try (InputStream font = Theme.class.getResourceAsStream(FONTS + weight + "-normal.woff")) {
                if (font != null) {
                    Font.loadFont(font, 13);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
