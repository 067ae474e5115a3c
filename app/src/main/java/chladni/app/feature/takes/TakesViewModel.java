package chladni.app.feature.takes;

import chladni.app.document.Document;
import chladni.app.document.Shown;
import chladni.app.document.TakeItem;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The strip: look at a take, go on to the next, accept it onto the canvas, swap it with the one before.
public final class TakesViewModel {
    private final Document document;
    private final ReadOnlyObjectWrapper<@Nullable TakeItem> other = new ReadOnlyObjectWrapper<>();

    public TakesViewModel(Document document) {
        this.document = document;
        document.lookedProperty().addListener((_, before, now) -> {
            if (before != null && before != now && document.takes().contains(before)) {
                other.set(before);
            }
        });
        document.takes().addListener((ListChangeListener<TakeItem>) _ -> {
            if (!document.takes().contains(other.get())) {
                other.set(null);
            }
        });
    }

    public ObservableList<TakeItem> takes() {
        return document.takes();
    }

    public ObjectProperty<@Nullable TakeItem> lookedProperty() {
        return document.lookedProperty();
    }

    /// The take under the pointer, seen until the pointer goes on.
    public ObjectProperty<@Nullable TakeItem> glancedProperty() {
        return document.glancedProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Shown> acceptedProperty() {
        return document.acceptedProperty();
    }

    /// The take that `swap` goes to: the one that was looked at before; null when there is none.
    public ReadOnlyObjectProperty<@Nullable TakeItem> otherProperty() {
        return other.getReadOnlyProperty();
    }

    /// Looks at the other take, at the same moment of it; once more, and it is the first one again.
    public void swap() {
        TakeItem there = other.get();
        if (there != null && there != document.looked()) {
            document.look(there);
        }
    }

    public void accept() {
        document.acceptLooked();
    }

    /// Goes back from a step to its take, from a take to what was accepted.
    public void back() {
        if (document.stepProperty().get() != null) {
            document.stepProperty().set(null);
        } else {
            document.look(document.itemOf(document.acceptedProperty().get()));
        }
    }
}
