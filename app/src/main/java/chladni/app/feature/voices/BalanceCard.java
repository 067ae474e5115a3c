package chladni.app.feature.voices;

import chladni.app.control.NumberField;
import chladni.app.control.NumberScale;
import chladni.app.theme.Icons;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Who has how much of a say.
final class BalanceCard extends VBox {
    private static final NumberScale SHARE = NumberScale.decimal(0, 1, 0.05, 2);

    BalanceCard(Ensemble ensemble) {
        getStyleClass().addAll("card", "balance-card");
        Label title = new Label("Balance");
        title.getStyleClass().add("card-title");
        Label painted = new Label("painted map");
        painted.getStyleClass().add("voice-pack");
        VoiceCard.shownWhile(painted, Bindings.createBooleanBinding(
                () -> ensemble.voices().stream().anyMatch(voice -> voice.paintedProperty().get() != null), ensemble.voices()));
        NumberField field = new NumberField(SHARE, "Balance, exact value: 0 all picture, 1 all sound");
        field.valueProperty().bindBidirectional(ensemble.balanceProperty());
        Slider slider = new Slider(0, 1, ensemble.balanceProperty().get());
        slider.getStyleClass().add("balance-slider");
        slider.setBlockIncrement(SHARE.step());
        slider.setMajorTickUnit(SHARE.step());
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setAccessibleText("Balance between picture and sound");
        slider.valueProperty().bindBidirectional(field.valueProperty());
        title.setLabelFor(slider);
        HBox head = row(title, field);
        head.getChildren().add(2, painted);
        getChildren().addAll(head, slider, row(end("picture", Icons.picture()), end("sound", Icons.sound())));
        disableProperty().bind(Bindings.createBooleanBinding(
                () -> !ensemble.speaks(VoiceKind.PICTURE) || !ensemble.speaks(VoiceKind.SOUND), ensemble.voices()));
    }

    private static HBox row(Node left, Node right) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(left, space, right);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label end(String name, Node sign) {
        Label end = new Label(name, sign);
        end.getStyleClass().add("balance-end");
        return end;
    }
}
