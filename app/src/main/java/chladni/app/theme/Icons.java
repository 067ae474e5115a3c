package chladni.app.theme;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons by their Ikonli literal (Material, rounded); colour and size come from the style sheet.
public final class Icons {
    public static final String SOUND = "mdrmz-music_note";

    private Icons() {}

    public static FontIcon of(String literal) {
        return new FontIcon(literal);
    }

    /// ▣, the sign of everything that concerns the picture.
    public static Node picture() {
        Region square = new Region();
        square.getStyleClass().add("picture-glyph");
        return square;
    }

    /// ♪, the sign of everything that concerns the sound.
    public static Node sound() {
        FontIcon note = of(SOUND);
        note.getStyleClass().add("sound-glyph");
        return note;
    }
}
