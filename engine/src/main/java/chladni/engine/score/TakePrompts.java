package chladni.engine.score;

import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackKind;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Colourise;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.recipe.Repair;
import chladni.engine.recipe.Voice;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The words that a take was made from, one side each; empty where it had none.
public record TakePrompts(String picture, String sound) {
    /// Which voice is which is for the packs to say. Where they are not there, the order tells: the first voice the picture, the second
    /// the sound.
    public static TakePrompts of(Recipe recipe, PackStore packs) {
        return switch (recipe) {
            case Compose compose -> of(compose.voices(), packs);
            case Colourise colourise -> new TakePrompts(colourise.prompt(), "");
            case Distil distil -> of(distil.voices(), packs);
            case Imprint imprint -> new TakePrompts(words(imprint.picture()), words(imprint.sound()));
            case Repair repair -> of(RecipeJson.read(repair.from().resolve("recipe.json")), packs); // the words of what was repaired
        };
    }

    private static String words(Imprint.Source source) {
        return switch (source) {
            case Imprint.Source.File _ -> "";
            case Imprint.Source.Made made -> made.voice().prompt();
        };
    }

    private static TakePrompts of(List<Voice> voices, PackStore packs) {
        List<PackFolder> known = packs.list();
        boolean all = voices.stream().allMatch(voice -> kind(voice, known).isPresent());
        if (!all) {
            return new TakePrompts(voices.getFirst().prompt(), voices.size() > 1 ? voices.get(1).prompt() : voices.getFirst().prompt());
        }
        return new TakePrompts(joined(voices, known, PackKind::makesPictures), joined(voices, known, PackKind::makesSounds));
    }

    /// Several voices of one kind are one wish.
    private static String joined(List<Voice> voices, List<PackFolder> known, Predicate<PackKind> wanted) {
        return voices.stream().filter(voice -> kind(voice, known).filter(wanted).isPresent()).map(Voice::prompt)
                .filter(prompt -> !prompt.isBlank()).collect(Collectors.joining(", "));
    }

    private static Optional<PackKind> kind(Voice voice, List<PackFolder> known) {
        return known.stream().filter(pack -> pack.id().equals(voice.pack())).map(pack -> pack.manifest().kind()).findFirst();
    }
}
