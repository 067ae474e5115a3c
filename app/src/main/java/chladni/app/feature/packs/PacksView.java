package chladni.app.feature.packs;

import chladni.app.bench.PackDesk.Shelf;
import chladni.app.bench.PackDesk.ShelfPack;
import chladni.app.theme.Icons;
import chladni.engine.pack.Catalogue;
import chladni.engine.pack.PackKind;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The list of packs, with what can be added and fetched below.
public final class PacksView extends VBox {
    private final PacksViewModel model;
    private final VBox rows = new VBox();

    /// @param folder and `file`: asks for one on this machine
    public PacksView(PacksViewModel model, Supplier<Optional<Path>> folder, Supplier<Optional<Path>> file) {
        this.model = model;
        getStyleClass().add("packs-view");
        rows.getStyleClass().add("pack-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("side-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(trouble(), scroll, foot(folder, file));
        InvalidationListener show = _ -> show();
        model.shelfProperty().addListener(show);
        model.fetchable().addListener(show);
        model.works().addListener(show);
        model.verdicts().addListener(show);
        model.lookingProperty().addListener(show);
        show();
    }

    private Label trouble() {
        Label trouble = new Label(null, Icons.of("mdral-error_outline"));
        trouble.getStyleClass().add("pack-problem");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.troubleProperty());
        trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        return trouble;
    }

    private HBox foot(Supplier<Optional<Path>> folder, Supplier<Optional<Path>> file) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(
                button("Add a folder…", "Make a pack in a folder on this machine known; its files stay there", () -> folder.get().ifPresent(model::add)),
                button("Add a file…", "Make a model in one file known; it stays where it is", () -> file.get().ifPresent(model::add)),
                space, button("Look again", "Look for packs again", model::refresh));
        foot.getStyleClass().add("sheet-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static Button button(String text, String accessible, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add("quiet-button");
        button.setAccessibleText(accessible);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show() {
        rows.getChildren().clear();
        Shelf shelf = model.shelfProperty().get();
        if (shelf == null) {
            rows.getChildren().add(plain(model.lookingProperty().get() ? "Looking for packs…" : ""));
            return;
        }
        rows.getChildren().add(heading("ON THIS MACHINE"));
        if (shelf.packs().isEmpty()) {
            rows.getChildren().add(plain("No packs were found. Fetch one below, or add a folder that holds one."));
        }
        shelf.packs().forEach(pack -> rows.getChildren().add(row(pack)));
        shelf.damaged().forEach(damaged -> rows.getChildren().add(new PackRow(model, "").saying(java.util.List.of(damaged), null)));
        if (!model.fetchable().isEmpty()) {
            rows.getChildren().add(heading("CAN BE FETCHED"));
            model.fetchable().forEach(entry -> rows.getChildren().add(row(entry)));
        }
        rows.getChildren().addAll(heading("LOOKED IN"),
                plain(shelf.places().stream().map(Path::toString).collect(Collectors.joining("\n"))));
    }

    private PackRow row(ShelfPack pack) {
        String id = pack.card().id();
        PackKind kind = pack.card().kind();
        String bands = kind.makesPictures() || kind.makesSounds() ? " · " + pack.card().bands() + " bands" : "";
        String licence = pack.licence().isBlank() ? "licence not stated" : pack.licence();
        return new PackRow(model, id)
                .with(pack.card().kind(), pack.card().title(), id + " · " + licence + bands,
                        button("Verify", "Verify every file of " + pack.card().title(), () -> model.verify(id)))
                .at(pack.path().toString())
                .saying(pack.problems(), model.verdicts().get(id));
    }

    private PackRow row(Catalogue.Entry entry) {
        String size = entry.bytes() == 0 ? "size not known" : String.format(Locale.ROOT, "%.1f GB", entry.bytes() / 1e9);
        int unverified = entry.files().size() - entry.sums().size();
        String trust = unverified == 0 ? "all checksums known" : unverified + " of " + entry.files().size() + " files without a public checksum";
        String detail = entry.id() + " · " + size + " · licence: " + entry.word("licence") + " · " + trust;
        PackKind kind = switch (entry.word("kind")) {
            case "picture" -> PackKind.PICTURE;
            case "sound" -> PackKind.SOUND;
            default -> PackKind.BOTH;
        };
        return new PackRow(model, entry.id())
                .with(kind, entry.word("title"), detail, button("Fetch", "Fetch " + entry.word("title") + ", " + size, () -> model.fetch(entry.id())))
                .at(entry.word("source"))
                .saying(java.util.List.of(), model.verdicts().get(entry.id()));
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("panel-heading");
        return heading;
    }

    private static Label plain(String text) {
        Label plain = new Label(text);
        plain.getStyleClass().add("pack-detail");
        plain.setWrapText(true);
        return plain;
    }
}
