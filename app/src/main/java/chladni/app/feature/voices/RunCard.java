package chladni.app.feature.voices;

import chladni.app.control.SettingRow;
import chladni.app.control.SettingRow.Preset;
import chladni.app.document.Flow;
import chladni.app.theme.Icons;
import chladni.engine.compose.Samplers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Steps, takes, sampler, temperature: how the next run is made.
final class RunCard extends VBox {
    /// Columns a second, as all packs have them; only for the label.
    private static final double COLUMNS_A_SECOND = 100;

    private static final double ROOM_FOR_TEMPERATURE = 132;

    RunCard(VoicesViewModel model) {
        getStyleClass().add("run-card");
        RunSettings run = model.run();
        HBox temperature = SettingRow.box(run.temperature());
        temperature.setMinWidth(ROOM_FOR_TEMPERATURE);
        temperature.disableProperty().bind(run.samplerProperty().isNotEqualTo(RunSettings.DDIM));
        BooleanBinding distils = model.flow().flowProperty().isEqualTo(Flow.DISTIL);
        HBox walk = row(sampler(run), temperature);
        VoiceCard.shownWhile(walk, distils.not());
        Label time = new Label();
        time.getStyleClass().add("flow-about");
        time.setWrapText(true);
        time.setTooltip(new Tooltip("Going by takes of the same packs that were made here"));
        time.setMinHeight(USE_PREF_SIZE);
        time.textProperty().bind(Bindings.createStringBinding(() -> FlowCard.time(model), model.whatTakesTime().toArray(Observable[]::new)));
        getChildren().addAll(howMuch(model, distils), new SeedRow(model), varied(model), walk, length(run), time);
    }

    private static HBox howMuch(VoicesViewModel model, BooleanBinding distils) {
        RunSettings run = model.run();
        HBox steps = SettingRow.box(run.steps(), new Preset("Draft", 20), new Preset("Standard", 50), new Preset("Paper", 100));
        VoiceCard.shownWhile(steps, distils.not());
        HBox iterations = SettingRow.box(model.flow().iterations(), new Preset("Draft", 150), new Preset("Standard", 400), new Preset("Long", 2000),
                new Preset("Paper", 40_000));
        VoiceCard.shownWhile(iterations, distils);
        HBox row = row(steps, SettingRow.box(run.takes(), new Preset("One", 1), new Preset("A few", 4), new Preset("Explore", 16),
                new Preset("Paper", 100)));
        HBox.setHgrow(iterations, Priority.ALWAYS);
        iterations.setPrefWidth(1);
        row.getChildren().add(1, iterations);
        return row;
    }

    private static HBox row(Region left, Region right) {
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.setPrefWidth(1);
        right.setPrefWidth(1);
        HBox row = new HBox(left, right);
        row.getStyleClass().add("field-row");
        return row;
    }

    private static ComboBox<String> sampler(RunSettings run) {
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().setAll(Samplers.names());
        choice.getStyleClass().addAll("quiet-choice", "sampler-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText("Sampler, how noise becomes a picture");
        choice.setTooltip(new Tooltip("Sampler: how noise becomes a picture. DDIM is the paper's."));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String name) {
                return name == null ? "" : RunSettings.label(name);
            }

            @Override
            public String fromString(String label) {
                return label;
            }
        });
        choice.valueProperty().bindBidirectional(run.samplerProperty());
        return choice;
    }

    /// There only while the seed's noise is varied, as in a recalled take.
    private static HBox varied(VoicesViewModel model) {
        ObservableValue<String> words = model.variationsProperty().map(all -> "Varied " + all.stream().map(one ->
                String.format(Locale.ROOT, "%.0f %%", 100 * one.strength())).collect(Collectors.joining(", then ")));
        HBox row = removable(words, "The seed's own noise again", () -> model.variationsProperty().set(List.of()));
        VoiceCard.shownWhile(row, model.variationsProperty().map(all -> !all.isEmpty()));
        return row;
    }

    /// There only while a recalled take or an extension asks for a length of its own.
    private static HBox length(RunSettings run) {
        HBox row = removable(run.columnsProperty().map(columns -> String.format(Locale.ROOT, "Length %.2f s", columns.intValue() / COLUMNS_A_SECOND)),
                "Back to the pack's own length", () -> run.columnsProperty().set(0));
        VoiceCard.shownWhile(row, run.columnsProperty().greaterThan(0));
        return row;
    }

    private static HBox removable(ObservableValue<String> words, String without, Runnable remove) {
        Label name = new Label();
        name.getStyleClass().add("start-name");
        name.textProperty().bind(words);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button clear = new Button(null, Icons.of("mdral-close"));
        clear.getStyleClass().addAll("ghost-button", "tiny");
        clear.setTooltip(new Tooltip(without));
        clear.setAccessibleText(without);
        clear.setOnAction(_ -> remove.run());
        HBox row = new HBox(name, clear);
        row.getStyleClass().add("field-box");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
