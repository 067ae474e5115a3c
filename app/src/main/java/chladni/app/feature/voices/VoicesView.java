package chladni.app.feature.voices;

import chladni.app.document.Flow;
import chladni.app.theme.Icons;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The left panel: a card for each voice, the balance, what to start from, and how to make it.
public final class VoicesView extends ScrollPane {
    private final VoicesViewModel model;
    private final VBox cards = new VBox();
    private List<VoiceModel> shown = List.of();

    public VoicesView(VoicesViewModel model) {
        this.model = model;
        getStyleClass().add("side-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Label heading = new Label("VOICES");
        heading.getStyleClass().add("panel-heading");
        cards.getStyleClass().add("voice-cards");
        BalanceCard balance = new BalanceCard(model.ensemble());
        VoiceCard.shownWhile(balance, model.flow().flowProperty().isNotEqualTo(Flow.IMPRINT));
        VBox panel = new VBox(heading, cards, note(model), balance, new StartCard(model), new FlowCard(model),
                new RunCard(model), more());
        panel.getStyleClass().add("voices");
        setContent(panel);
        model.ensemble().voices().addListener((ListChangeListener<VoiceModel>) _ -> show());
        show();
    }

    /// Cards are made anew only when voices come or go, so that typing keeps its place.
    private void show() {
        List<VoiceModel> now = List.copyOf(model.ensemble().voices());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        cards.getChildren().setAll(now.stream().map(voice -> new VoiceCard(model.ensemble(), voice, title(voice, now))).toList());
    }

    /// "Sounds like", "Sounds 2": there is no room for more beside the pack.
    private static String title(VoiceModel voice, List<VoiceModel> all) {
        List<VoiceModel> ofKind = all.stream().filter(other -> other.kind() == voice.kind()).toList();
        int number = ofKind.indexOf(voice) + 1;
        return number == 1 ? voice.kind().title() : voice.kind().title().replace(" like", " " + number);
    }

    private MenuButton more() {
        MenuButton more = new MenuButton("Add a voice", Icons.of("mdral-add"));
        more.getStyleClass().addAll("action-button", "add-voice");
        more.setMaxWidth(Double.MAX_VALUE);
        more.setAccessibleText("Add a voice: a further picture or sound");
        for (VoiceKind kind : VoiceKind.values()) {
            MenuItem item = new MenuItem(kind == VoiceKind.PICTURE ? "One more picture" : "One more sound",
                    kind == VoiceKind.PICTURE ? Icons.picture() : Icons.sound());
            item.setOnAction(_ -> model.ensemble().add(kind));
            more.getItems().add(item);
        }
        return more;
    }

    private static Label note(VoicesViewModel model) {
        Label note = new Label(null, Icons.of("mdral-info"));
        note.getStyleClass().add("panel-note");
        note.setWrapText(true);
        note.textProperty().bind(model.noteProperty());
        VoiceCard.shownWhile(note, model.noteProperty().isNotEmpty());
        return note;
    }
}
