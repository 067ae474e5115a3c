package chladni.app.feature.voices;

import chladni.app.control.NumberScale;
import chladni.app.control.ValueSlider;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One voice: its sign and pack, the words, style chips, guidance and when it joins.
final class VoiceCard extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");
    private static final NumberScale GUIDANCE = NumberScale.decimal(0, 30, 0.5, 1);

    private final VoiceModel voice;

    /// @param kind style class, `picture` or `sound`
    VoiceCard(VoiceModel voice, String title, String kind, Node sign) {
        this.voice = voice;
        getStyleClass().addAll("card", "voice-card", kind + "-voice");
        getChildren().addAll(head(title, sign), words(title));
        if (!voice.styles().isEmpty()) {
            getChildren().add(chips());
        }
        ValueSlider guidance = new ValueSlider("Guidance", GUIDANCE, title + ": guidance, how closely it keeps to the words");
        guidance.valueProperty().bindBidirectional(voice.guidanceProperty());
        getChildren().add(guidance);
        voice.promptProperty().subscribe(_ -> pseudoClassStateChanged(SILENT, !voice.speaks()));
    }

    /// Adds the row that says when the voice joins.
    VoiceCard withStart() {
        ValueSlider from = new ValueSlider("Starts at", NumberScale.percent(0, VoiceModel.LATEST_START),
                "The share of the steps after which this voice joins");
        from.valueProperty().bindBidirectional(voice.fromProperty());
        getChildren().add(from);
        return this;
    }

    private HBox head(String title, Node sign) {
        Label name = new Label(title, sign);
        name.getStyleClass().add("voice-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label pack = new Label();
        pack.getStyleClass().add("voice-pack");
        pack.textProperty().bind(Bindings.createStringBinding(
                () -> voice.speaks() ? voice.pack().title() : "left out", voice.promptProperty()));
        HBox head = new HBox(name, space, pack);
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    private PromptArea words(String title) {
        String example = voice.pack().prompts().isEmpty() ? "" : voice.pack().prompts().getFirst();
        return new PromptArea(voice.promptProperty(), example, title);
    }

    private FlowPane chips() {
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("chips");
        for (String style : voice.styles()) {
            Button chip = new Button(style);
            chip.getStyleClass().add("chip");
            chip.setAccessibleText("Add or remove the words " + style);
            chip.setOnAction(_ -> voice.toggle(style));
            voice.promptProperty().subscribe(_ -> chip.pseudoClassStateChanged(CHOSEN, voice.has(style)));
            chips.getChildren().add(chip);
        }
        return chips;
    }
}
