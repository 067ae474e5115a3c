package chladni.app.feature.takes;

import chladni.app.document.Document;
import chladni.app.document.Shown;
import chladni.app.document.TakeItem;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The strip: look at a take, go on to the next, accept it onto the canvas.
public final class TakesViewModel {
    private final Document document;

    public TakesViewModel(Document document) {
        this.document = document;
    }

    public ObservableList<TakeItem> takes() {
        return document.takes();
    }

    public ObjectProperty<@Nullable TakeItem> lookedProperty() {
        return document.lookedProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Shown> acceptedProperty() {
        return document.acceptedProperty();
    }

    public void accept() {
        document.acceptLooked();
    }

    /// Goes back to what was accepted.
    public void back() {
        document.look(document.itemOf(document.acceptedProperty().get()));
    }
}
