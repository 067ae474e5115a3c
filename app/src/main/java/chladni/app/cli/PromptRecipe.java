package chladni.app.cli;

import chladni.engine.failure.BadInput;
import chladni.engine.failure.PackMissing;
import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackManifest;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.recipe.Voice;
import chladni.engine.recipe.Weight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes recipes from bare prompts: packs given with `--packs` speak first, then the starter's, with their own best settings.
record PromptRecipe(PackStore packs, List<Path> given) {
    private static final String STARTER_PICTURE = "starter-picture";
    private static final String STARTER_SOUND = "starter-sound";

    Compose of(@Nullable String picture, @Nullable String sound) {
        if (picture == null && sound == null) {
            throw new BadInput("Say what to make: a recipe file, or --picture TEXT, --sound TEXT, or both.");
        }
        List<Voice> voices = new ArrayList<>();
        boolean both = picture != null && sound != null;
        if (picture != null) {
            PackManifest pack = pack(STARTER_PICTURE, manifest -> manifest.kind().makesPictures());
            voices.add(voice(pack, picture, 1 - pack.defaults().balance()).withFrom(both ? pack.defaults().start() : 0));
        }
        if (sound != null) {
            PackManifest pack = pack(STARTER_SOUND, manifest -> manifest.kind().makesSounds());
            voices.add(voice(pack, sound, pack.defaults().balance()));
        }
        return Compose.of(RecipeJson.freshSeed(), voices);
    }

    /// A recipe with its first picture's and first sound's prompt replaced.
    Compose with(Compose recipe, @Nullable String picture, @Nullable String sound) {
        Compose result = picture == null ? recipe : replaced(recipe, picture, manifest -> manifest.kind().makesPictures());
        return sound == null ? result : replaced(result, sound, manifest -> manifest.kind().makesSounds());
    }

    private Compose replaced(Compose recipe, String prompt, Predicate<PackManifest> kind) {
        List<Voice> voices = new ArrayList<>(recipe.voices());
        for (int i = 0; i < voices.size(); i++) {
            if (kind.test(packs.find(voices.get(i).pack()).manifest())) {
                voices.set(i, voices.get(i).withPrompt(prompt));
                return recipe.withVoices(voices);
            }
        }
        throw new BadInput("The recipe has no voice for the prompt \"" + prompt + "\".");
    }

    private static Voice voice(PackManifest pack, String prompt, double share) {
        return Voice.of(pack.id(), prompt).withWeight(Weight.of(share));
    }

    private PackManifest pack(String starter, Predicate<PackManifest> kind) {
        if (!given.isEmpty()) {
            for (PackFolder folder : new PackStore(given).list()) {
                if (kind.test(folder.manifest())) {
                    return folder.manifest();
                }
            }
        }
        try {
            return packs.find(starter).manifest();
        } catch (PackMissing missing) {
            return packs.list().stream().map(PackFolder::manifest).filter(kind).findFirst().orElseThrow(() -> missing);
        }
    }
}
