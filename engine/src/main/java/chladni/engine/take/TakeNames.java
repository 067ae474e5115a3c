package chladni.engine.take;

import chladni.engine.recipe.Colourise;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Repair;
import chladni.engine.recipe.Voice;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Names that tell a take's prompts in a folder listing: `0004_castle-towers_bell-ringing_s2024`.
final class TakeNames {
    /// Long enough to recognise a prompt, short enough for every file system.
    private static final int PROMPT_LETTERS = 32;

    private TakeNames() {}

    static String of(int number, Recipe recipe) {
        List<String> words = switch (recipe) {
            case Compose compose -> words(compose.voices());
            case Distil distil -> words(distil.voices());
            case Colourise colourise -> List.of("colour", word(colourise.prompt()));
            case Imprint _ -> List.of("imprint");
            case Repair repair -> List.of(word(repair.act().words()));
        };
        String told = words.stream().filter(word -> !word.isEmpty()).limit(3).collect(Collectors.joining("_"));
        return "%04d%s_s%d".formatted(number, told.isEmpty() ? "" : "_" + told, recipe.seed()) + varied(recipe);
    }

    private static String varied(Recipe recipe) {
        return recipe instanceof Compose compose && !compose.variations().isEmpty() ? "v" + compose.variations().getLast().seed() : "";
    }

    private static List<String> words(List<Voice> voices) {
        return voices.stream().map(voice -> word(voice.prompt())).toList();
    }

    /// Letters and digits of any script, in lower case, with hyphens between.
    private static String word(String prompt) {
        String plain = Normalizer.normalize(prompt, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        int end = plain.offsetByCodePoints(0, Math.min(PROMPT_LETTERS, plain.codePointCount(0, plain.length())));
        return plain.substring(0, end).replaceAll("-$", "");
    }
}
