package chladni.app;

import chladni.app.document.Flow;
import chladni.app.feature.gallery.GalleryViewModel.Part;
import chladni.app.feature.voices.VoicesViewModel;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Recipe;
import java.util.Optional;

/// Puts what a take was made with back into the panel, whichever way it was made.
record Recalling(Wiring wiring) {
    /// @return whether there was anything to put back
    boolean recall(Part part, Recipe recipe) {
        Optional<Compose> composition = Flow.composition(recipe);
        composition.ifPresent(compose -> into(part, recipe, compose));
        return composition.isPresent();
    }

    private void into(Part part, Recipe recipe, Compose compose) {
        VoicesViewModel voices = wiring.voices;
        switch (part) {
            case ALL -> voices.recall(compose);
            case SEED -> voices.recallSeed(compose);
            case PROMPTS -> voices.recallPrompts(compose);
            case REMIX -> voices.recallButSeed(compose);
        }
        if (part == Part.ALL || part == Part.REMIX) {
            voices.flow().recall(recipe);
        }
        if (part != Part.SEED) {
            wiring.regions.recallBalance(compose);
        }
    }
}
