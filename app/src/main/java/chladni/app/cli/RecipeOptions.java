package chladni.app.cli;

import chladni.engine.failure.BadInput;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Canvas;
import chladni.engine.recipe.Colourise;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Repair;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.recipe.Voice;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `render` is to make: a recipe file, prompts, or a file whose fields options override.
final class RecipeOptions {
    @Parameters(arity = "0..1", paramLabel = "RECIPE.json", description = "A recipe; the recipe.json of a take renders it again.")
    private @Nullable Path file;

    @Option(names = "--picture", paramLabel = "TEXT", description = "What it should look like.")
    private @Nullable String picture;

    @Option(names = "--sound", paramLabel = "TEXT", description = "What it should sound like.")
    private @Nullable String sound;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the first take; take k uses seed + k. Default: a fresh one.")
    private @Nullable Long seed;

    @Option(names = "--steps", paramLabel = "N", description = "Denoising steps, 1 to 1000. Default: 50.")
    private @Nullable Integer steps;

    @Option(names = "--takes", paramLabel = "N", description = "How many takes.")
    private @Nullable Integer takes;

    @Option(names = "--guidance", paramLabel = "S", description = "Guidance of every voice, 0 to 30. Default: each pack's own.")
    private @Nullable Double guidance;

    @Option(names = "--clip-skip", paramLabel = "N", description = "Leave out the text encoder's last N layers for every prompt. Default: 0.")
    private @Nullable Integer clipSkip;

    @Option(names = "--canvas", paramLabel = "FILE", description = "A picture, sound or take folder to start from.")
    private @Nullable Path canvas;

    @Option(names = "--strength", paramLabel = "S", description = "How far to leave the canvas, above 0 to 1. Default: 0.55, with a mask 1.")
    private @Nullable Double strength;

    @Option(names = "--mask", paramLabel = "FILE", description = "A picture over the canvas: white is made anew, black is kept.")
    private @Nullable Path mask;

    Recipe recipe(PackStore packs, List<Path> given) {
        if (file == null) {
            return overridden(new PromptRecipe(packs, given).of(picture, sound));
        }
        return switch (RecipeJson.read(file)) {
            case Compose compose -> overridden(new PromptRecipe(packs, given).with(compose, picture, sound));
            case Colourise colourise -> overridden(colourise);
            case Imprint imprint -> overridden(imprint);
            case Repair repair -> repair;
            case Distil distil -> overridden(distil, packs, given);
        };
    }

    private Compose overridden(Compose recipe) {
        Compose result = recipe;
        result = result.withVoices(adjusted(result.voices()));
        if (steps != null) {
            result = result.withSampling(result.sampling().withSteps(steps));
        }
        result = result.withCanvas(canvas(result.canvas()));
        result = takes == null ? result : result.withTakes(takes);
        return seed == null ? result : result.withSeed(seed);
    }

    private @Nullable Canvas canvas(@Nullable Canvas inRecipe) {
        Path from = canvas != null ? canvas : inRecipe == null ? null : inRecipe.from();
        if (from == null) {
            if (mask != null || strength != null) {
                throw new BadInput("--mask and --strength need a canvas to act on: add --canvas FILE.");
            }
            return null;
        }
        Path over = mask != null ? mask : inRecipe == null ? null : inRecipe.mask();
        double otherwise = inRecipe != null ? inRecipe.strength() : over == null ? Canvas.DEFAULT_STRENGTH : 1;
        return new Canvas(from, strength == null ? otherwise : strength, over, inRecipe == null ? 0 : inRecipe.turn());
    }

    private Colourise overridden(Colourise recipe) {
        if (sound != null || canvas != null || mask != null || strength != null) {
            throw new BadInput("A colourise recipe takes only --picture, --seed, --takes, --steps and --guidance on the command line.");
        }
        Colourise result = picture == null ? recipe : recipe.withPrompt(picture);
        result = steps == null ? result : result.withSteps(steps);
        result = guidance == null ? result : result.withGuidance(guidance);
        result = takes == null ? result : result.withTakes(takes);
        return seed == null ? result : result.withSeed(seed);
    }

    /// `--steps` are the iterations here.
    private Distil overridden(Distil recipe, PackStore packs, List<Path> given) {
        if (canvas != null || mask != null || strength != null) {
            throw new BadInput("A distil recipe takes no canvas: leave out --canvas, --mask and --strength.");
        }
        Compose voices = new PromptRecipe(packs, given).with(Compose.of(recipe.seed(), recipe.voices()), picture, sound);
        Distil result = recipe.withVoices(adjusted(voices.voices()));
        result = steps == null ? result : result.withIterations(steps);
        result = takes == null ? result : result.withTakes(takes);
        return seed == null ? result : result.withSeed(seed);
    }

    private List<Voice> adjusted(List<Voice> voices) {
        List<Voice> result = voices;
        if (guidance != null) {
            double scale = guidance;
            result = result.stream().map((Voice voice) -> voice.withGuidance(scale)).toList();
        }
        if (clipSkip != null) {
            int layers = clipSkip;
            result = result.stream().map((Voice voice) -> voice.withClipSkip(layers)).toList();
        }
        return result;
    }

    private Imprint overridden(Imprint recipe) {
        if (picture != null || sound != null || steps != null || guidance != null || clipSkip != null || canvas != null || mask != null || strength != null) {
            throw new BadInput("An imprint recipe takes only --seed and --takes on the command line; change the recipe instead.");
        }
        return new Imprint(seed == null ? recipe.seed() : seed, takes == null ? recipe.takes() : takes, recipe.picture(),
                recipe.sound(), recipe.ratio(), recipe.columns(), recipe.tone());
    }
}
