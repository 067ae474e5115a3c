package chladni.app.feature.gallery;

import chladni.app.theme.Icons;
import chladni.engine.take.TakeQuery;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The search field and everything that narrows the gallery down.
final class GalleryFilters extends FlowPane {
    private static final String ANY_PACK = "Any pack";
    private static final String ANY_KIND = "Any kind";

    private static final double CHOICE_WIDTH = 136;

    private final GalleryViewModel model;
    private final TextField words = new TextField();

    GalleryFilters(GalleryViewModel model) {
        this.model = model;
        getStyleClass().add("gallery-filters");
        words.setPromptText("Search the prompts");
        words.setAccessibleText("Search the prompts of all takes");
        words.getStyleClass().add("gallery-search");
        words.setTooltip(new Tooltip("Beginnings of words in any order; \"a phrase\"; -without"));
        words.textProperty().bindBidirectional(model.wordsProperty());
        ChoiceBox<TakeQuery.Order> order = new ChoiceBox<>(FXCollections.observableArrayList(TakeQuery.Order.values()));
        order.setConverter(words(TakeQuery.Order::words));
        order.valueProperty().bindBidirectional(model.orderProperty());
        ChoiceBox<Days> days = new ChoiceBox<>(FXCollections.observableArrayList(Days.values()));
        days.valueProperty().bindBidirectional(model.daysProperty());
        getChildren().addAll(words, box(days, "Only takes of these days"), names(ANY_PACK, model.packs(), model.packProperty()),
                names(ANY_KIND, model.kinds(), model.kindProperty()), rating(),
                toggle("Starred", "mdrmz-star", "Only starred takes", model.starredProperty()),
                toggle("Best", "mdral-emoji_events", "Only takes in the top fifth by looks and by sound", model.bestProperty()), box(order, "What comes first"),
                toggle("Trash", "mdral-delete_outline", "Show the trash", model.trashedProperty()));
    }

    TextField words() {
        return words;
    }

    private Node rating() {
        ChoiceBox<Integer> least = new ChoiceBox<>(FXCollections.observableArrayList(IntStream.rangeClosed(0, 5).boxed().toList()));
        least.setConverter(words(stars -> stars == 0 ? "Any rating" : "★".repeat(stars) + (stars == 5 ? "" : " +")));
        least.setValue(0);
        least.valueProperty().addListener((_, _, now) -> model.leastRatingProperty().set(now));
        return box(least, "Only takes rated so or better");
    }

    /// One of the names, or any.
    private static Node names(String any, ObservableList<String> names, ObjectProperty<@Nullable String> chosen) {
        ChoiceBox<String> choice = new ChoiceBox<>();
        Runnable fill = () -> {
            String now = chosen.get();
            choice.getItems().setAll(Stream.concat(Stream.of(any), names.stream()).toList());
            choice.setValue(now != null && names.contains(now) ? now : any);
        };
        names.addListener((ListChangeListener<String>) _ -> fill.run());
        fill.run();
        choice.valueProperty().addListener((_, _, now) -> {
            if (now != null) {
                chosen.set(any.equals(now) ? null : now);
            }
        });
        return box(choice, any.equals(ANY_PACK) ? "Only takes of this pack" : "Only takes of this kind");
    }

    private static Node box(ChoiceBox<?> choice, String accessibleText) {
        choice.setPrefWidth(CHOICE_WIDTH);
        choice.getStyleClass().add("gallery-choice");
        choice.setAccessibleText(accessibleText);
        choice.setTooltip(new Tooltip(accessibleText));
        return choice;
    }

    private static Node toggle(String text, String icon, String about, BooleanProperty on) {
        ToggleButton button = new ToggleButton(text, Icons.of(icon));
        button.getStyleClass().add("gallery-toggle");
        button.selectedProperty().bindBidirectional(on);
        button.setAccessibleText(about);
        button.setTooltip(new Tooltip(about));
        return button;
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }

}
