package chladni.app.feature.voices;

import chladni.app.control.SettingRow;
import chladni.app.theme.Icons;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One voice: its pack, what it is told, how closely it keeps to it, and, unfolded, what it should avoid, when it speaks and
/// how much say it has.
final class VoiceCard extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");

    private final Ensemble ensemble;
    private final VoiceModel voice;
    private final String title;

    /// @param title "Looks like"; with a number when there are several
    VoiceCard(Ensemble ensemble, VoiceModel voice, String title) {
        this.ensemble = ensemble;
        this.voice = voice;
        this.title = title;
        getStyleClass().addAll("card", "voice-card", voice.kind().style() + "-voice");
        getChildren().addAll(head(), words(), note());
        if (!voice.styles().isEmpty()) {
            getChildren().add(chips());
        }
        getChildren().add(SettingRow.slider(voice.guidance(), title));
        if (voice.kind() == VoiceKind.PICTURE) {
            getChildren().add(SettingRow.slider(voice.from(), title));
        }
        getChildren().addAll(more(), fold());
        voice.promptProperty().subscribe(_ -> pseudoClassStateChanged(SILENT, !voice.speaks()));
    }

    private HBox head() {
        Node sign = voice.kind() == VoiceKind.PICTURE ? Icons.picture() : Icons.sound();
        Label name = new Label(title, sign);
        name.getStyleClass().add("voice-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label silent = new Label("left out");
        silent.getStyleClass().add("voice-pack");
        silent.setMinWidth(Region.USE_PREF_SIZE);
        shownWhile(silent, Bindings.createBooleanBinding(() -> !voice.speaks(), voice.promptProperty()));
        HBox head = new HBox(name, space, silent, new PackChooser(ensemble, voice), new VoiceMenu(ensemble, voice));
        head.getStyleClass().add("voice-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private PromptArea words() {
        String example = voice.pack().prompts().isEmpty() ? "" : voice.pack().prompts().getFirst();
        PromptArea area = new PromptArea(voice.promptProperty(), example, title);
        area.browse(voice.history());
        return area;
    }

    private Label note() {
        Label note = new Label(null, Icons.of("mdral-content_cut"));
        note.getStyleClass().add("panel-note");
        note.setWrapText(true);
        note.textProperty().bind(voice.cutProperty());
        shownWhile(note, voice.cutProperty().isNotEmpty());
        return note;
    }

    private FlowPane chips() {
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("chips");
        for (String style : voice.styles()) {
            Button chip = new Button(style);
            chip.getStyleClass().add("chip");
            chip.setTooltip(new Tooltip("Add or remove these words"));
            chip.setAccessibleText("Add or remove the words " + style);
            chip.setOnAction(_ -> voice.toggle(style));
            voice.promptProperty().subscribe(_ -> chip.pseudoClassStateChanged(CHOSEN, voice.has(style)));
            chips.getChildren().add(chip);
        }
        return chips;
    }

    private VBox more() {
        TextField avoid = new TextField();
        avoid.getStyleClass().add("avoid-field");
        avoid.setPromptText("nothing in particular");
        avoid.setAccessibleText(title + ": not like, what it should avoid");
        avoid.textProperty().bindBidirectional(voice.negativeProperty());
        HBox.setHgrow(avoid, Priority.ALWAYS);
        Label name = new Label("Not like");
        name.getStyleClass().add("row-label");
        name.setLabelFor(avoid);
        HBox row = new HBox(name, avoid);
        row.getStyleClass().add("value-slider");
        row.setAlignment(Pos.CENTER_LEFT);
        VBox more = new VBox(row);
        more.getStyleClass().add("voice-more");
        if (voice.kind() == VoiceKind.SOUND) {
            more.getChildren().add(SettingRow.slider(voice.from(), title));
        }
        more.getChildren().add(SettingRow.slider(voice.to(), title));
        Node share = SettingRow.slider(voice.share(), title);
        shownWhile(share, Bindings.createBooleanBinding(() -> !ensemble.isOnlyOne(voice), ensemble.voices()));
        more.getChildren().add(share);
        shownWhile(more, voice.unfoldedProperty());
        return more;
    }

    private ToggleButton fold() {
        ToggleButton fold = new ToggleButton();
        fold.getStyleClass().add("fold-button");
        fold.textProperty().bind(voice.unfoldedProperty().map(open -> open ? "Less" : "More"));
        fold.graphicProperty().bind(voice.unfoldedProperty().map(open -> Icons.of(open ? "mdral-expand_less" : "mdral-expand_more")));
        fold.setAccessibleText(title + ": finer settings");
        fold.selectedProperty().bindBidirectional(voice.unfoldedProperty());
        return fold;
    }

    static void shownWhile(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }
}
