package chladni.app.feature.packs;

import chladni.app.bench.PackCard;
import chladni.app.bench.PackDesk;
import chladni.app.bench.PackDesk.ShelfPack;
import chladni.app.failure.Problem;
import chladni.engine.failure.Cancelled;
import chladni.engine.failure.ChladniFailure;
import chladni.engine.pack.Catalogue;
import chladni.engine.pack.PackReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// What there is, and what is being done about it.
public final class PacksViewModel {
    private final PackDesk desk;
    private final Executor background;
    private final Runnable wake;
    private final ObservableList<PackCard> cards = FXCollections.observableArrayList();
    private final ObservableMap<String, PackWork> works = FXCollections.observableHashMap();
    private final ObservableMap<String, String> verdicts = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<PackDesk.@Nullable Shelf> shelf = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Catalogue.Entry> fetchable = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /// @param known what was found when the window opened
    /// @param background runs each of several long works on a thread of its own
    /// @param wake asks for frames, while something is being done
    public PacksViewModel(PackDesk desk, List<PackCard> known, Executor background, Runnable wake) {
        this.desk = desk;
        this.background = background;
        this.wake = wake;
        cards.setAll(known);
    }

    /// For choosers.
    public ObservableList<PackCard> cards() {
        return cards;
    }

    /// What was found last; null before anyone has looked.
    public ReadOnlyObjectProperty<PackDesk.@Nullable Shelf> shelfProperty() {
        return shelf.getReadOnlyProperty();
    }

    /// Packs that are not here and can be fetched.
    public ObservableList<Catalogue.Entry> fetchable() {
        return fetchable;
    }

    /// What is being done, by pack id.
    public ObservableMap<String, PackWork> works() {
        return works;
    }

    /// What came of it, by pack id.
    public ObservableMap<String, String> verdicts() {
        return verdicts;
    }

    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /// What went wrong and what to do; empty when all is well.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Looks what there is.
    public void refresh() {
        looking.set(true);
        trouble.set("");
        attempt(() -> {
            PackDesk.Shelf found = desk.look();
            List<String> here = found.packs().stream().map(pack -> pack.card().id()).toList();
            List<Catalogue.Entry> others = desk.catalogue().entries().stream().filter(entry -> !here.contains(entry.id())).toList();
            Platform.runLater(() -> {
                shelf.set(found);
                cards.setAll(found.packs().stream().map(ShelfPack::card).toList());
                fetchable.setAll(others);
                looking.set(false);
            });
        });
    }

    public void add(Path pack) {
        attempt(() -> {
            desk.add(pack);
            Platform.runLater(this::refresh);
        });
    }

    public void verify(String pack) {
        work(pack, "Verifying", work -> {
            PackReport report = desk.verify(pack, work.cancel(), work);
            say(pack, verdict(report));
        });
    }

    public void fetch(String pack) {
        work(pack, "Fetching", work -> {
            desk.fetch(pack, work.cancel(), work);
            Platform.runLater(this::refresh);
        });
    }

    /// Stops what is being done with a pack; what has arrived is kept.
    public void cancel(String pack) {
        PackWork work = works.get(pack);
        if (work != null) {
            work.cancel().raise();
        }
    }

    /// Once a frame.
    ///
    /// @return whether more frames are wanted
    public boolean frame() {
        works.values().forEach(PackWork::sample);
        return !works.isEmpty();
    }

    static String verdict(PackReport report) {
        List<String> words = new ArrayList<>();
        words.add(report.isWhole() ? "Whole." : "Not whole.");
        words.add(report.count(PackReport.State.VERIFIED) + " checksums right");
        addCount(words, report, PackReport.State.WRONG, "wrong");
        addCount(words, report, PackReport.State.MISSING, "missing");
        addCount(words, report, PackReport.State.UNVERIFIED, "not known");
        String counts = words.getFirst() + " " + String.join(", ", words.subList(1, words.size())) + ".";
        return report.isWhole() ? counts : counts + "\n" + String.join("\n", report.problems());
    }

    private static void addCount(List<String> words, PackReport report, PackReport.State state, String word) {
        if (report.count(state) > 0) {
            words.add(report.count(state) + " " + word);
        }
    }

    private void work(String pack, String title, Consumer<PackWork> body) {
        if (works.containsKey(pack)) {
            return;
        }
        PackWork work = new PackWork(title);
        works.put(pack, work);
        verdicts.remove(pack);
        trouble.set("");
        wake.run();
        attempt(() -> {
            try {
                body.accept(work);
            } catch (Cancelled stopped) {
                say(pack, title + " was stopped; it can go on later.");
            } finally {
                Platform.runLater(() -> works.remove(pack));
            }
        });
    }

    private void say(String pack, String verdict) {
        Platform.runLater(() -> verdicts.put(pack, verdict));
    }

    private void attempt(Runnable body) {
        background.execute(() -> {
            try {
                body.run();
            } catch (ChladniFailure failed) {
                Problem problem = Problem.of(failed);
                Platform.runLater(() -> {
                    looking.set(false);
                    trouble.set(problem.words() + " (" + problem.code() + ")");
                });
            }
        });
    }
}
