package chladni.app.document;

import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Voice;
import chladni.engine.take.Made;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/// How long takes took on this machine, so that it can be said beforehand how long the next ones will.
public final class Paces {
    private static final List<String> BESIDE = List.of("reading", "encoding", "decoding", "sounding");

    private final Document document;
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    public Paces(Document document) {
        this.document = document;
        ChangeListener<@Nullable Shown> changed = (_, _, now) -> {
            if (now != null && !now.isEstimate()) {
                changes.set(changes.get() + 1);
            }
        };
        document.takes().forEach(item -> item.shownProperty().addListener(changed));
        document.takes().addListener((ListChangeListener<TakeItem>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(item -> item.shownProperty().removeListener(changed));
                change.getAddedSubList().forEach(item -> item.shownProperty().addListener(changed));
            }
            changes.set(changes.get() + 1);
        });
    }

    /// Changes whenever another answer may be given.
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// Seconds that one take of this many steps with these packs will take, by the newest finished take of the same packs: of the same flow if
    /// there is one, else of any. Nothing when there is none to go by.
    public Optional<Double> seconds(Flow flow, List<String> packs, int steps) {
        Optional<StoredTake> like = newest(flow, Set.copyOf(packs));
        return like.or(() -> List.of(Flow.values()).stream().flatMap(other -> newest(other, Set.copyOf(packs)).stream()).findFirst())
                .map(take -> perVoice(take.made(), take.recipe()) * packs.size() * steps + beside(take.made()));
    }

    private Optional<StoredTake> newest(Flow flow, Set<String> packs) {
        return document.takes().reversed().stream().map(TakeItem::saved).filter(saved -> saved != null
                && Flow.of(saved.recipe()).equals(Optional.of(flow)) && packs.equals(ids(saved.recipe()))
                && perVoice(saved.made(), saved.recipe()) > 0).findFirst();
    }

    private static Set<String> ids(Recipe recipe) {
        return voices(recipe).stream().map(Voice::pack).collect(Collectors.toSet());
    }

    private static List<Voice> voices(Recipe recipe) {
        return Flow.composition(recipe).map(Compose::voices).orElse(List.of());
    }

    private static double perVoice(Made made, Recipe recipe) {
        int steps = Flow.of(recipe).equals(Optional.of(Flow.IMPRINT))
                ? Flow.composition(recipe).map(compose -> compose.sampling().steps()).orElse(0) : made.steps();
        int voices = voices(recipe).size();
        return steps * voices == 0 ? 0 : made.seconds().getOrDefault("denoising", 0.0) / steps / voices;
    }

    private static double beside(Made made) {
        Map<String, Double> seconds = made.seconds();
        return BESIDE.stream().mapToDouble(stage -> seconds.getOrDefault(stage, 0.0)).sum();
    }
}
