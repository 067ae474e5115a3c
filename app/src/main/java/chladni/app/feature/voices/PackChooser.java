package chladni.app.feature.voices;

import chladni.app.bench.PackCard;
import javafx.beans.InvalidationListener;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/// Which pack speaks for a voice; opened, it can be searched by typing.
final class PackChooser extends SearchableComboBox<PackCard> {
    private final Ensemble ensemble;
    private final VoiceModel voice;
    private boolean filling;

    PackChooser(Ensemble ensemble, VoiceModel voice) {
        this.ensemble = ensemble;
        this.voice = voice;
        getStyleClass().add("pack-chooser");
        setAccessibleText(voice.kind().title() + ": pack, the model that speaks for this voice");
        setTooltip(new Tooltip("The pack, that is the model, for this voice.\nMore of them: File ▸ Packs…"));
        setConverter(new Titles());
        setCellFactory(_ -> new Title());
        InvalidationListener refill = _ -> fill();
        ensemble.packs().addListener(refill);
        voice.packProperty().addListener(refill);
        fill();
        valueProperty().addListener((_, _, chosen) -> {
            if (!filling && chosen != null) {
                voice.packProperty().set(chosen);
            }
        });
    }

    private void fill() {
        filling = true;
        getItems().setAll(ensemble.packsFor(voice));
        setValue(voice.pack());
        filling = false;
    }

    private static final class Title extends ListCell<PackCard> {
        @Override
        protected void updateItem(@Nullable PackCard pack, boolean empty) {
            super.updateItem(pack, empty);
            setText(empty || pack == null ? null : pack.title());
        }
    }

    private final class Titles extends StringConverter<PackCard> {
        @Override
        public String toString(@Nullable PackCard pack) {
            return pack == null ? "" : pack.title();
        }

        @Override
        public PackCard fromString(String title) {
            return ensemble.packsFor(voice).stream().filter(pack -> pack.title().equals(title)).findFirst().orElse(voice.pack());
        }
    }
}
