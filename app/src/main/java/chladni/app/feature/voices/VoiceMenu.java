package chladni.app.feature.voices;

import chladni.app.theme.Icons;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/// What can be done with a voice: earlier words, words its pack knows well, its place, and taking it away.
final class VoiceMenu extends Button {
    private static final int SHOWN = 12;
    private static final int CHARACTERS = 48;

    private final Ensemble ensemble;
    private final VoiceModel voice;

    VoiceMenu(Ensemble ensemble, VoiceModel voice) {
        super(null, Icons.of("mdrmz-more_vert"));
        this.ensemble = ensemble;
        this.voice = voice;
        getStyleClass().addAll("ghost-button", "tiny");
        setAccessibleText(voice.kind().title() + ": earlier words, place, remove");
        setTooltip(new Tooltip("Earlier words, ideas, order, remove"));
        setOnAction(_ -> menu().show(this, Side.BOTTOM, 0, 0));
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(words("Earlier words", voice.history().prompts()), words("Words that it knows well", voice.pack().prompts()),
                new SeparatorMenuItem(),
                item("Up", ensemble.voices().indexOf(voice) == 0, () -> ensemble.move(voice, -1)),
                item("Down", ensemble.voices().indexOf(voice) == ensemble.voices().size() - 1, () -> ensemble.move(voice, 1)),
                item("Another one of this kind", false, () -> ensemble.add(voice.kind())));
        if (voice.paintedProperty().get() != null) {
            menu.getItems().add(item("Forget its painted map", false, () -> voice.paintedProperty().set(null)));
        }
        menu.getItems().addAll(new SeparatorMenuItem(), item("Remove", ensemble.isOnlyOne(voice), () -> ensemble.remove(voice)));
        return menu;
    }

    private Menu words(String title, List<String> prompts) {
        Menu menu = new Menu(title);
        prompts.stream().limit(SHOWN).forEach(prompt -> menu.getItems().add(
                item(prompt.length() > CHARACTERS ? prompt.substring(0, CHARACTERS) + "…" : prompt, false,
                        () -> voice.promptProperty().set(prompt))));
        menu.setDisable(prompts.isEmpty());
        return menu;
    }

    private static MenuItem item(String text, boolean disabled, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setDisable(disabled);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
