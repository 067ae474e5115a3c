package chladni.engine.take;

import chladni.engine.recipe.Colourise;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Repair;
import chladni.engine.recipe.Voice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A take in a few lines for people and other image tools: the prompts, then `Steps: 50, Sampler: ddim, Seed: 2024`, as is the custom under
/// the PNG key `parameters`.
final class TakeWords {
    private TakeWords() {}

    static String of(Recipe recipe) {
        return switch (recipe) {
            case Compose compose -> compose(compose);
            case Colourise colourise -> "%s [%s]%nSteps: %d, Start: %d, Seed: %d, Coloured with: Chladni".formatted(
                    colourise.prompt(), colourise.pack(), colourise.steps(), colourise.start(), colourise.seed()).replace("\r\n", "\n");
            case Distil distil -> String.format(Locale.ROOT, "%s%nIterations: %d, Rate: %s, Seed: %d, Distilled with: Chladni",
                    prompts(distil.voices()), distil.iterations(), distil.rate(), distil.seed()).replace("\r\n", "\n");
            case Imprint imprint -> "A picture imprinted on a sound\nRatio: %s, Seed: %d".formatted(imprint.ratio(), imprint.seed());
            case Repair repair -> "A take repaired inside a mask: %s\nSeed: %d".formatted(repair.act().words(), repair.seed());
        };
    }

    private static String prompts(List<Voice> voices) {
        return voices.stream().map(voice -> voice.prompt() + " [" + voice.pack() + "]").collect(Collectors.joining("\n"));
    }

    private static String compose(Compose compose) {
        return String.format(Locale.ROOT, "%s%nSteps: %d, Sampler: %s, Temperature: %s, Seed: %d, Made with: Chladni",
                prompts(compose.voices()), compose.sampling().steps(), compose.sampling().sampler(), compose.sampling().temperature(), compose.seed())
                .replace("\r\n", "\n");
    }
}
