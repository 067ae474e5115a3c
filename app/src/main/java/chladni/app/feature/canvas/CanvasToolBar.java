package chladni.app.feature.canvas;

import atlantafx.base.controls.Popover;
import atlantafx.base.controls.Popover.ArrowLocation;
import chladni.app.command.Command;
import chladni.app.command.CommandButtons;
import chladni.app.command.CommandMenus;
import chladni.app.command.CommandTable;
import chladni.app.control.NumberScale;
import chladni.app.control.ValueSlider;
import chladni.app.document.Painting;
import chladni.app.theme.Icons;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The row under the canvas: tools, the size of the brush, what the mask does, and what can be done with it. Where it gets tight the
/// size goes into the menu of the mask.
public final class CanvasToolBar extends HBox {
    private static final List<Tool> MASKING = List.of(Tool.BRUSH, Tool.ERASER, Tool.RECTANGLE, Tool.LASSO, Tool.POLYGON, Tool.HARMONIC);
    private static final List<Tool> MOST_USED = List.of(Tool.BRUSH, Tool.ERASER, Tool.RECTANGLE);
    private static final double ROOM_FOR_SHAPES = 540;
    private static final double ROOM_FOR_WORDS = 690;
    private static final double ROOM_FOR_CELLS = 620;
    private static final double ROOM_FOR_SIZE = 800;
    private static final double ROOM_FOR_SIDES = 100;
    private static final NumberScale SIZE = new NumberScale(ToolsViewModel.LEAST_BRUSH, ToolsViewModel.MOST_BRUSH, 1, 0, 1, " px");
    private static final NumberScale PIXELS = new NumberScale(0, 64, 1, 0, 1, " px");

    private final CommandTable commands;
    private final ToolsViewModel model;

    /// @param heard whether only the masked part is heard
    public CanvasToolBar(CommandTable commands, ToolsViewModel model, ObservableValue<Boolean> heard) {
        this.commands = commands;
        this.model = model;
        getStyleClass().add("canvas-tools");
        setAlignment(Pos.CENTER_LEFT);
        Node hearing = wide(solo(heard), ROOM_FOR_CELLS);
        HBox pointing = group(tool(Tool.MOVE), tool(Tool.HAND));
        HBox masking = group(MASKING.stream().map(tool -> MOST_USED.contains(tool) ? tool(tool) : wide(tool(tool), ROOM_FOR_SHAPES))
                .toArray(Node[]::new));
        HBox balance = group(tool(Tool.BALANCE));
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(pointing, line(), masking, line(), balance, sides(), size(), space,
                hearing,
                wide(toggle("mask.eye", model.veiledProperty()), ROOM_FOR_SHAPES), wide(toggle("mask.effective", model.effectiveProperty()), ROOM_FOR_CELLS),
                besideBalance(maskMenu()), besideBalance(repairs()), anew());
        setMinWidth(0);
    }

    private static HBox group(Node... nodes) {
        HBox group = new HBox(nodes);
        group.getStyleClass().add("tool-group");
        group.setMinWidth(USE_PREF_SIZE);
        return group;
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("tool-line");
        return line;
    }

    private ToggleButton tool(Tool tool) {
        Command command = commands.get("tool." + tool.name().toLowerCase(java.util.Locale.ROOT));
        ToggleButton button = bare(command);
        button.setSelected(model.toolProperty().get() == tool);
        model.toolProperty().addListener((_, _, now) -> button.setSelected(now == tool));
        button.setOnAction(_ -> {
            command.run();
            button.setSelected(true);
        });
        return button;
    }

    private ToggleButton toggle(String id, BooleanProperty on) {
        Command command = commands.get(id);
        ToggleButton button = bare(command);
        button.selectedProperty().bindBidirectional(on);
        return button;
    }

    private ToggleButton solo(ObservableValue<Boolean> heard) {
        Command command = commands.get("play.solo");
        ToggleButton solo = bare(command);
        heard.subscribe(solo::setSelected);
        solo.setOnAction(_ -> {
            command.run();
            solo.setSelected(heard.getValue());
        });
        solo.disableProperty().bind(command.enabled().map(enabled -> !enabled));
        return solo;
    }

    /// Gives way to the sides of the balance brush where it gets tight.
    private <T extends Node> T besideBalance(T node) {
        node.visibleProperty().bind(model.toolProperty().isNotEqualTo(Tool.BALANCE).or(widthProperty().greaterThan(ROOM_FOR_WORDS)));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    /// Seen only where there is room; the same can be done by key, menu and palette.
    private <T extends Node> T wide(T node, double room) {
        node.visibleProperty().bind(widthProperty().greaterThan(room));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private static ToggleButton bare(Command command) {
        ToggleButton button = new ToggleButton(null, Icons.of(command.icon()));
        button.setId(command.id().replace('.', '-'));
        button.getStyleClass().add("tool-button");
        String keys = command.keysText();
        button.setTooltip(new Tooltip(keys.isEmpty() ? command.text() : command.text() + " (" + keys + ")"));
        button.setAccessibleText(command.text());
        return button;
    }

    /// Towards which voice the balance brush paints; there only with that brush.
    private Node sides() {
        HBox sides = group();
        for (BalanceSide side : BalanceSide.values()) {
            Node sign = switch (side) {
                case PICTURE -> Icons.picture();
                case NEITHER -> Icons.of("mdral-backspace");
                case SOUND -> Icons.sound();
            };
            ToggleButton button = new ToggleButton(null, sign);
            button.getStyleClass().add("tool-button");
            button.setTooltip(new Tooltip("Paint " + side.label()));
            button.setAccessibleText("Paint " + side.label());
            button.setSelected(model.sideProperty().get() == side);
            model.sideProperty().addListener((_, _, now) -> button.setSelected(now == side));
            button.setOnAction(_ -> {
                model.sideProperty().set(side);
                button.setSelected(true);
            });
            sides.getChildren().add(button);
        }
        sides.visibleProperty().bind(model.toolProperty().isEqualTo(Tool.BALANCE));
        sides.managedProperty().bind(sides.visibleProperty());
        return sides;
    }

    private Node size() {
        ValueSlider size = new ValueSlider("Size", SIZE, "Diameter of the brush in cells: [ and ] or Ctrl and the wheel");
        size.getStyleClass().add("brush-size");
        size.valueProperty().bindBidirectional(model.sizeProperty());
        size.visibleProperty().bind(model.tipProperty().greaterThan(0).and(widthProperty().greaterThan(
                Bindings.when(model.toolProperty().isEqualTo(Tool.BALANCE)).then(ROOM_FOR_SIZE + ROOM_FOR_SIDES).otherwise(ROOM_FOR_SIZE))));
        size.managedProperty().bind(size.visibleProperty());
        return size;
    }

    /// Everything about the mask that is not needed at every stroke.
    private Button maskMenu() {
        Button open = new Button(null, Icons.of("mdral-layers"));
        open.textProperty().bind(Bindings.when(widthProperty().greaterThan(ROOM_FOR_WORDS)).then("Mask").otherwise((String) null));
        open.getStyleClass().add("quiet-button");
        open.setMinWidth(USE_PREF_SIZE);
        open.setTooltip(new Tooltip("How the mask is used, and all, none, invert"));
        open.setAccessibleText("How the mask is used");
        Popover popover = new Popover(maskContent());
        popover.setArrowLocation(ArrowLocation.BOTTOM_RIGHT);
        popover.setDetachable(false);
        open.setOnAction(_ -> popover.show(open));
        return open;
    }

    private VBox maskContent() {
        Painting painting = model.painting();
        ValueSlider size = new ValueSlider("Brush", SIZE, "Diameter of the brush in cells");
        size.valueProperty().bindBidirectional(model.sizeProperty());
        ValueSlider grow = new ValueSlider("Grow", PIXELS, "Cells added all around before the mask is used");
        grow.valueProperty().bindBidirectional(painting.growProperty());
        ValueSlider feather = new ValueSlider("Feather", PIXELS, "Cells over which the new fades into the old");
        feather.valueProperty().bindBidirectional(painting.featherProperty());
        CheckBox snap = new CheckBox("Snap to latent cells (8 × 8)");
        snap.selectedProperty().bindBidirectional(painting.snapProperty());
        CheckBox cells = new CheckBox("Show the cells that will be made anew");
        cells.selectedProperty().bindBidirectional(model.effectiveProperty());
        CheckBox adds = new CheckBox("Tools add to the mask (X)");
        adds.selectedProperty().bindBidirectional(model.addingProperty());
        HBox acts = new HBox(small("mask.all"), small("mask.none"), small("mask.invert"));
        acts.getStyleClass().add("mask-acts");
        Label hint = new Label("Shift adds, Alt takes away. What is hatched is made anew,\nall else stays bit for bit, for the eye and the ear.");
        hint.getStyleClass().add("look-hint");
        VBox content = new VBox(size, grow, feather, snap, cells, adds, acts, hint);
        content.getStyleClass().addAll("look-menu", "mask-menu");
        return content;
    }

    private Button small(String id) {
        return CommandButtons.plain(commands.get(id), "quiet-button");
    }

    private MenuButton repairs() {
        MenuButton menu = new MenuButton(null, Icons.of("mdral-healing"));
        menu.textProperty().bind(Bindings.when(widthProperty().greaterThan(ROOM_FOR_WORDS)).then("Repair").otherwise((String) null));
        menu.getStyleClass().addAll("quiet-button", "repair-button");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setAccessibleText("Repair inside the mask, without a model");
        menu.setTooltip(new Tooltip("Repair inside the mask at once, without a model"));
        commands.all().stream().filter(command -> command.id().startsWith("repair."))
                .forEach(command -> menu.getItems().add(CommandMenus.item(command)));
        menu.disableProperty().bind(model.painting().maskedProperty().not());
        return menu;
    }

    private Button anew() {
        Command command = commands.get("run.region");
        Button anew = CommandButtons.plain(command, "anew-button");
        anew.textProperty().bind(Bindings.when(widthProperty().greaterThan(ROOM_FOR_WORDS)).then("Make region anew").otherwise("Make anew"));
        anew.disableProperty().unbind();
        anew.disableProperty().bind(model.painting().maskedProperty().and(Bindings.createBooleanBinding(
                () -> !command.isEnabled(), command.enabled())));
        anew.setOnAction(_ -> {
            if (model.painting().maskedProperty().get()) {
                command.run();
            } else {
                model.choose(Tool.BRUSH); // the way to a region
            }
        });
        return anew;
    }
}
