package chladni.app.feature.takes;

import chladni.app.theme.Icons;
import chladni.engine.take.TakeNotes;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// What the owner says about a take: the star, and the rating as so many small stars.
final class Marks extends Label {
    private final Node star = Icons.of("mdrmz-star");

    Marks() {
        getStyleClass().add("take-marks");
        setMinWidth(Region.USE_PREF_SIZE);
    }

    void show(TakeNotes notes) {
        setGraphic(notes.starred() ? star : null);
        setText("★".repeat(notes.rating()));
    }

    /// For screen readers; empty when nothing is said.
    static String spoken(TakeNotes notes) {
        return (notes.starred() ? ", starred" : "") + (notes.rating() == 0 ? "" : ", rated " + notes.rating());
    }
}
