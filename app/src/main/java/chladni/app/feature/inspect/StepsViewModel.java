package chladni.app.feature.inspect;

import chladni.app.document.Document;
import chladni.app.document.Shown;
import chladni.app.document.StepLog;
import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Recipe;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Goes through the steps in which the take that is seen has formed. The canvas shows the estimate of a step, and Play plays it; the last
/// place is the take itself.
public final class StepsViewModel {
    private final Document document;
    private final ObservableValue<@Nullable StepLog> log;
    private final IntegerProperty place = new SimpleIntegerProperty();
    private final ReadOnlyIntegerWrapper last = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private boolean following;

    public StepsViewModel(Document document) {
        this.document = document;
        log = document.seenProperty().flatMap(item -> item == null ? null : item.stepsProperty());
        log.subscribe(now -> follow(() -> {
            last.set(now == null ? 0 : now.size());
            place.set(last.get());
        }));
        document.stepProperty().addListener((_, _, now) -> {
            if (now == null) {
                follow(() -> place.set(last.get()));
            }
        });
        place.addListener((_, _, _) -> {
            if (!following) {
                show();
            }
            tell();
        });
    }

    private void follow(Runnable change) {
        following = true;
        change.run();
        following = false;
        tell();
    }

    /// Whether there are steps to go through.
    public BooleanBinding knownProperty() {
        return last.greaterThan(0);
    }

    /// 0 … the last place.
    public IntegerProperty placeProperty() {
        return place;
    }

    /// The place of the take itself.
    public ReadOnlyIntegerProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    /// "step 15 of 50"; "finished" at the last place.
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    public void move(int by) {
        place.set(Math.clamp(place.get() + by, 0, last.get()));
    }

    /// Steps that were done at what is shown; 0 where that is the take itself.
    public int step() {
        StepLog now = log.getValue();
        return now == null || place.get() >= now.size() ? 0 : now.step(place.get());
    }

    private void show() {
        StepLog now = log.getValue();
        Recipe recipe = recipe();
        if (now != null && recipe != null) {
            document.stepProperty().set(place.get() >= now.size() ? null : Shown.estimate(recipe, now.at(place.get())));
        }
    }

    private void tell() {
        int step = step();
        int of = recipe() instanceof Compose compose ? compose.sampling().steps() : 0;
        words.set(last.get() == 0 ? "" : step == 0 ? "the take itself" : of == 0 ? "step " + step : "step %d of %d".formatted(step, of));
    }

    private @Nullable Recipe recipe() {
        TakeItem item = document.seen();
        StoredTake saved = item == null ? null : item.saved();
        return saved == null ? null : saved.recipe();
    }
}
