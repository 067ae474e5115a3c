package chladni.app.shell;

import chladni.app.command.CommandButtons;
import chladni.app.command.CommandTable;
import chladni.app.theme.Icons;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Brand, making, transport, device and menu, all buttons from the command table. The transport keeps to the middle of the
/// window as long as there is room; where it gets tight the device gives way, then the brand, then the clock.
public final class TopBar extends Region {
    private static final double GAP = 16;
    private static final double ROOM_FOR_BRAND = 980;
    private static final double ROOM_FOR_CLOCK = 860;

    private final HBox make;
    private final HBox play;
    private final HBox end;
    private final Label device;

    /// What the bar shows besides commands.
    ///
    /// @param running whether Stop and Cancel are worth showing
    /// @param playing turns the play button into a pause button
    /// @param device "CPU · 2 cores"
    public record Facts(ObservableValue<Boolean> running, ObservableValue<Boolean> playing, BooleanProperty looping,
            String device) {}

    public TopBar(CommandTable commands, Facts facts, Node queueChip, Node transport) {
        getStyleClass().add("top-bar");
        make = row(brand(), CommandButtons.withKeys(commands.get("run.generate"), "generate-button"),
                shownWhile(facts.running(), CommandButtons.labelled(commands.get("run.stop"), "stop-button")),
                shownWhile(facts.running(), CommandButtons.icon(commands.get("run.cancel"), "ghost-button")), queueChip);
        play = row(CommandButtons.icon(commands.get("play.start"), "round-button"), playButton(commands, facts),
                loop(facts), transport);
        device = device(facts.device());
        end = row(device, shownWhile(widthProperty().lessThan(ShellView.ROOM_FOR_BOTH), CommandButtons.icon(commands.get("view.side"), "ghost-button")),
                CommandButtons.icon(commands.get("take.gallery"), "ghost-button"), CommandButtons.icon(commands.get("window.palette"), "ghost-button"),
                CommandButtons.icon(commands.get("window.settings"), "ghost-button"));
        fromWidth(make.getChildren().getFirst(), ROOM_FOR_BRAND);
        fromWidth(transport, ROOM_FOR_CLOCK);
        getChildren().addAll(make, play, end);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double left = make.prefWidth(height);
        double middle = play.prefWidth(height);
        double right = end.prefWidth(height);
        double first = getInsets().getLeft();
        double last = getWidth() - getInsets().getRight();
        device.setVisible(last - first >= left + middle + right + 2 * GAP);
        double centred = Math.max(first + left + GAP, (getWidth() - middle) / 2);
        double taken = device.isVisible() ? right : right - device.getWidth();
        double x = Math.min(centred, Math.max(first + left + GAP, last - taken - GAP - middle));
        layoutInArea(make, first, 0, left, height, 0, Pos.CENTER_LEFT.getHpos(), Pos.CENTER.getVpos());
        layoutInArea(play, Math.round(x), 0, middle, height, 0, Pos.CENTER_LEFT.getHpos(), Pos.CENTER.getVpos());
        layoutInArea(end, last - right, 0, right, height, 0, Pos.CENTER_RIGHT.getHpos(), Pos.CENTER.getVpos());
    }

    private void fromWidth(Node node, double room) {
        node.visibleProperty().bind(widthProperty().greaterThan(room));
        node.managedProperty().bind(node.visibleProperty());
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("bar-group");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node brand() {
        Label name = new Label("Chladni");
        name.getStyleClass().add("brand-name");
        HBox brand = new HBox(Icons.picture(), name, Icons.sound());
        brand.getStyleClass().add("brand");
        brand.setAlignment(Pos.CENTER_LEFT);
        return brand;
    }

    private static Button shownWhile(ObservableValue<Boolean> condition, Button button) {
        button.visibleProperty().bind(condition);
        button.managedProperty().bind(condition);
        return button;
    }

    private static Button playButton(CommandTable commands, Facts facts) {
        Button play = CommandButtons.icon(commands.get("play.toggle"), "play-button");
        play.graphicProperty().bind(facts.playing().map(on -> Icons.of(on ? "mdrmz-pause" : "mdrmz-play_arrow")));
        return play;
    }

    private static ToggleButton loop(Facts facts) {
        ToggleButton loop = new ToggleButton(null, Icons.of("mdrmz-repeat"));
        loop.getStyleClass().add("round-button");
        loop.setTooltip(new Tooltip("Loop (L)"));
        loop.setAccessibleText("Play in a loop");
        loop.selectedProperty().bindBidirectional(facts.looping());
        return loop;
    }

    private static Label device(String text) {
        Region dot = new Region();
        dot.getStyleClass().add("device-dot");
        Label device = new Label(text, dot);
        device.getStyleClass().add("device-chip");
        return device;
    }
}
