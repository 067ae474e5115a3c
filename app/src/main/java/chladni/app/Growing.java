package chladni.app;

import chladni.app.command.CommandTable;
import chladni.app.command.CommandTable.Face;
import chladni.app.control.Sheet;
import chladni.app.document.Document;
import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
import chladni.app.feature.inspect.StepsViewModel;
import chladni.app.feature.takes.CompareView;
import chladni.app.feature.takes.CompareViewModel;
import chladni.app.feature.takes.Drafts;
import chladni.app.feature.takes.Varying;
import chladni.app.settings.Settings;
import chladni.engine.failure.BadInput;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.take.TakeNotes;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What is made from takes that are there: their variations, drafts and the finishing of the best, a step that is kept.
final class Growing {
    private final Wiring wiring;
    private final Document document;
    final Varying varying = new Varying();
    final Drafts drafts;
    final StepsViewModel steps;
    final CompareViewModel compare;
    private final CompareView compareView;
    private final Sheet compareSheet;

    Growing(Wiring wiring) {
        this.wiring = wiring;
        document = wiring.document;
        drafts = new Drafts(document.takes());
        steps = new StepsViewModel(document);
        compare = new CompareViewModel(document, drafts, new CompareActions());
        compareView = new CompareView(compare, wiring.painter, wiring.keeping.softly());
        compareSheet = new Sheet("Compare takes", "gallery-sheet", compareView);
    }

    /// Lies over the window while takes are compared.
    Sheet sheet() {
        return compareSheet;
    }

    /// The takes stand side by side.
    void opened() {
        compare.open(document.looked());
        compareView.requestFocus();
    }

    void addTo(CommandTable table) {
        table.add("take.compare", new Face("Compare takes side by side", "mdral-compare", "T"), () -> wiring.sheets.openCompare());
        table.add("take.variations", new Face("Make variations", "mdral-grain", "N"), composed(), this::vary);
        table.add("take.step-back", new Face("An earlier step of this take", "mdral-chevron_left", "Shortcut+Left"),
                steps.knownProperty(), () -> steps.move(-1));
        table.add("take.step-on", new Face("A later step of this take", "mdral-chevron_right", "Shortcut+Right"),
                steps.knownProperty(), () -> steps.move(1));
        table.add("take.keep-step", new Face("Keep this step", "mdral-add_photo_alternate", "Shift+Alt+S"),
                document.stepProperty().isNotNull(), this::keepStep);
        table.add("run.drafts", new Face("Make drafts to choose from", "mdral-dashboard", "Shortcut+D"), wiring.voices.readyProperty(), this::draft);
        table.add("take.finish", new Face("Finish this draft", "mdral-done_all", "F"), Bindings.createBooleanBinding(
                () -> document.seen() != null && document.seen().isDraft(), document.seenProperty(), document.visibleProperty()), () -> {
                    TakeItem item = document.seen();
                    if (item != null) {
                        finish(List.of(item));
                    }
                });
        table.add("take.finish-best", new Face("Finish the best drafts", "mdral-filter_list", "Shift+F"),
                () -> finishBest(why -> wiring.failures.report(new BadInput(why))));
    }

    void keepIn(Settings settings) {
        varying.settings().forEach(setting -> settings.keep(setting.about().id(), setting.valueProperty()));
        drafts.settings().forEach(setting -> settings.keep(setting.about().id(), setting.valueProperty()));
    }

    /// Makes some drafts from the panel: each is the take that it would become, ended early.
    void draft() {
        wiring.regions.generate(recipe -> {
            if (recipe instanceof Compose compose) {
                Compose many = compose.withTakes((int) drafts.count().get());
                wiring.run.startUntil(many, drafts.until(many));
            } else {
                wiring.run.start(recipe);
            }
        });
    }

    /// Makes takes again that were ended early, with all their steps.
    void finish(List<TakeItem> items) {
        items.stream().filter(TakeItem::isDraft).map(TakeItem::saved).forEach(saved -> {
            if (saved != null) {
                wiring.run.start(saved.recipe());
            }
        });
    }

    /// @param otherwise hears why there is nothing to finish
    void finishBest(Consumer<String> otherwise) {
        List<TakeItem> best = drafts.best();
        if (best.isEmpty()) {
            otherwise.accept(drafts.isAny() ? "None of the drafts has a star, a rating or a score: star those that are to be finished."
                    : "There are no drafts to finish: make some first.");
        } else {
            finish(best);
        }
    }

    private void vary() {
        Compose recipe = recipe();
        if (recipe != null) {
            wiring.run.start(varying.of(recipe, RecipeJson.freshSeed()));
        }
    }

    private void keepStep() {
        Compose recipe = recipe();
        int step = steps.step();
        if (recipe != null && step > 0) {
            wiring.run.startUntil(recipe, step);
        }
    }

    private @Nullable Compose recipe() {
        TakeItem item = document.seen();
        Shown shown = item == null ? document.visible() : item.shown();
        StoredTake saved = shown == null ? null : shown.saved();
        return saved != null && saved.recipe() instanceof Compose compose ? compose : null;
    }

    private ObservableValue<Boolean> composed() {
        return Bindings.createBooleanBinding(() -> recipe() != null, document.seenProperty(), document.visibleProperty());
    }

    private final class CompareActions implements CompareViewModel.Actions {
        @Override
        public void draft(Consumer<String> otherwise) {
            if (wiring.voices.readyProperty().get()) {
                Growing.this.draft();
            } else {
                otherwise.accept("The voices have no words yet: say what it should look like or sound like.");
            }
        }

        @Override
        public void accept(TakeItem item) {
            document.look(item);
            document.acceptLooked();
            compareSheet.close();
        }

        @Override
        public void note(TakeItem item, TakeNotes notes) {
            wiring.keeping.note(item, notes);
        }

        @Override
        public void delete(TakeItem item) {
            wiring.keeping.delete(item);
        }

        @Override
        public void finish(List<TakeItem> items) {
            Growing.this.finish(items);
        }

        @Override
        public void finishBest(Consumer<String> otherwise) {
            Growing.this.finishBest(otherwise);
        }
    }
}
