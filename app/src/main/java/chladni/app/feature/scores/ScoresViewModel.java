package chladni.app.feature.scores;

import chladni.app.bench.PackCard;
import chladni.app.document.Document;
import chladni.app.document.Present;
import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
import chladni.engine.pack.PackKind;
import chladni.engine.take.Made;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The scores of what is shown, and of all takes of the strip that have both.
public final class ScoresViewModel {
    /// CLIP's and CLAP's cosines hardly pass it.
    private static final double MOST_COSINE = 0.5;

    private final Document document;
    private final ObservableList<PackCard> packs;
    private final ObservableList<Scored> all = FXCollections.observableArrayList();
    private final InvalidationListener gather = _ -> gather();

    /// @param packs those that judge are among them
    public ScoresViewModel(Document document, ObservableList<PackCard> packs) {
        this.document = document;
        this.packs = packs;
        document.takes().forEach(item -> item.shownProperty().addListener(gather));
        document.takes().addListener((ListChangeListener<TakeItem>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(item -> item.shownProperty().removeListener(gather));
                change.getAddedSubList().forEach(item -> item.shownProperty().addListener(gather));
            }
            gather();
        });
        gather();
    }

    /// In the order of the strip.
    public ObservableList<Scored> all() {
        return all;
    }

    /// How right what is shown looks; NaN where nobody has judged.
    public ObservableValue<Double> looksProperty() {
        return score(Made.LOOKS);
    }

    public ObservableValue<Double> soundsProperty() {
        return score(Made.SOUNDS);
    }

    public ObjectProperty<@Nullable TakeItem> lookedProperty() {
        return document.lookedProperty();
    }

    /// The score of what is shown at which its needle stands at the right end: cosines stay small, the starter's judges give shares up to 1.
    ///
    /// @param name `Made.LOOKS` or `Made.SOUNDS`
    public double fullScale(String name) {
        Shown shown = document.visible();
        StoredTake saved = shown == null ? null : shown.saved();
        String[] judges = saved == null ? new String[] {""} : saved.made().facts().getOrDefault(Made.JUDGES, "").split(", ");
        String judge = name.equals(Made.LOOKS) ? judges[0] : judges[judges.length - 1];
        return packs.stream().anyMatch(pack -> pack.id().equals(judge) && (pack.kind() == PackKind.CLIP || pack.kind() == PackKind.CLAP))
                ? MOST_COSINE : 1;
    }

    private ObservableValue<Double> score(String name) {
        return Present.map(document.visibleProperty(), shown -> scores(shown).getOrDefault(name, Double.NaN), Double.NaN);
    }

    private void gather() {
        List<Scored> now = document.takes().stream().flatMap(item -> scored(item).stream()).toList();
        if (!now.equals(all)) { // estimates of a take that forms change nothing here
            all.setAll(now);
        }
    }

    private static Optional<Scored> scored(TakeItem item) {
        Shown shown = item.shown();
        Map<String, Double> scores = shown == null ? Map.of() : scores(shown);
        Double looks = scores.get(Made.LOOKS);
        Double sounds = scores.get(Made.SOUNDS);
        return looks == null || sounds == null ? Optional.empty() : Optional.of(new Scored(item, looks, sounds));
    }

    private static Map<String, Double> scores(Shown shown) {
        StoredTake saved = shown.saved();
        return saved == null ? Map.of() : saved.made().scores();
    }
}
