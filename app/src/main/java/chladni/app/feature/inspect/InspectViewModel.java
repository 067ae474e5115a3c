package chladni.app.feature.inspect;

import chladni.app.document.Document;
import chladni.app.document.Present;
import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import java.util.List;
import javafx.beans.value.ObservableValue;

/// What is known about what the canvas shows.
public final class InspectViewModel {
    private final Document document;

    public InspectViewModel(Document document) {
        this.document = document;
    }

    public ObservableValue<List<Fact>> factsProperty() {
        return Present.map(document.visibleProperty(), Facts::of, List.of());
    }

    /// What it is, in a few words.
    public ObservableValue<String> titleProperty() {
        return Present.map(document.visibleProperty(), Shown::title, "");
    }

    /// What the user was told when it was made, such as a prompt that had to be cut.
    public ObservableValue<String> notesProperty() {
        return Present.map(document.visibleProperty(), InspectViewModel::notes, "");
    }

    private static String notes(Shown shown) {
        StoredTake saved = shown.saved();
        return saved == null ? "" : String.join(" ", saved.made().notes());
    }

    public ObservableValue<Boolean> emptyProperty() {
        return Present.map(document.visibleProperty(), _ -> false, true);
    }
}
