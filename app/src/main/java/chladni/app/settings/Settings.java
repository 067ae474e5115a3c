package chladni.app.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Ties properties to names in the settings file: each takes its stored value at once and is stored one second after the
/// last change of any.
public final class Settings {
    private static final Duration CALM = Duration.seconds(1);

    private final SettingsFile file;
    private final ObjectNode tree;
    private final Consumer<Throwable> onFailure;
    private final List<Runnable> stores = new ArrayList<>();
    private final PauseTransition calm = new PauseTransition(CALM);

    public Settings(SettingsFile file, Consumer<Throwable> onFailure) {
        this.file = file;
        this.tree = file.read();
        this.onFailure = onFailure;
        calm.setOnFinished(_ -> save());
    }

    public void keep(String name, StringProperty property) {
        property.set(tree.path(name).asString(property.get()));
        watch(property, () -> tree.put(name, property.get()));
    }

    public void keep(String name, DoubleProperty property) {
        property.set(tree.path(name).asDouble(property.get()));
        watch(property, () -> tree.put(name, property.get()));
    }

    public void keep(String name, IntegerProperty property) {
        property.set(tree.path(name).asInt(property.get()));
        watch(property, () -> tree.put(name, property.get()));
    }

    public void keep(String name, BooleanProperty property) {
        property.set(tree.path(name).asBoolean(property.get()));
        watch(property, () -> tree.put(name, property.get()));
    }

    public <E extends Enum<E>> void keep(String name, ObjectProperty<E> property, Class<E> type) {
        String stored = tree.path(name).asString("");
        for (E one : type.getEnumConstants()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(stored)) {
                property.set(one);
            }
        }
        watch(property, () -> tree.put(name, property.get().name().toLowerCase(Locale.ROOT)));
    }

    /// Something with a shape of its own, such as a list: read at once when there is anything to read, and written with the
    /// rest. Call [#changed] when it has changed.
    public void keepTree(String name, Consumer<JsonNode> read, Supplier<JsonNode> write) {
        JsonNode stored = tree.get(name);
        if (stored != null) {
            read.accept(stored);
        }
        stores.add(() -> tree.set(name, write.get()));
    }

    /// Has everything saved once it is calm.
    public void changed() {
        calm.playFromStart();
    }

    /// Saves now; at the end of the sitting.
    public void save() {
        calm.stop();
        stores.forEach(Runnable::run);
        try {
            file.write(tree);
        } catch (IOException refused) {
            onFailure.accept(new chladni.engine.failure.StorageFailed(
                    "The settings could not be saved: " + refused.getMessage(), refused));
        }
    }

    private void watch(Observable property, Runnable store) {
        stores.add(store);
        property.addListener(_ -> changed());
    }
}
