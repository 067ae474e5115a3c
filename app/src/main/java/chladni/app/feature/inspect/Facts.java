package chladni.app.feature.inspect;

import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import chladni.engine.recipe.Canvas;
import chladni.engine.recipe.Colourise;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Repair;
import chladni.engine.recipe.Tone;
import chladni.engine.recipe.Voice;
import chladni.engine.recipe.Weight;
import chladni.engine.take.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Puts what is known about something into words.
final class Facts {
    private Facts() {}

    static List<Fact> of(Shown shown) {
        List<Fact> facts = new ArrayList<>();
        Recipe recipe = shown.recipe();
        StoredTake saved = shown.saved();
        String state = stateOf(shown);
        if (!state.isEmpty()) {
            facts.add(Fact.of("State", state));
        }
        if (recipe != null) {
            addRecipe(facts, recipe);
        }
        if (saved != null) {
            addMade(facts, saved.made());
        }
        facts.add(Fact.of("Size", size(shown)));
        return facts;
    }

    /// Empty when it is a finished take, as most are.
    private static String stateOf(Shown shown) {
        return switch (shown.state()) {
            case FORMING -> "an estimate";
            case FINISHED -> draft(shown);
            case OPENED -> "opened file";
        };
    }

    private static String draft(Shown shown) {
        StoredTake saved = shown.saved();
        if (saved != null && saved.recipe() instanceof Compose compose && saved.made().steps() > 0
                && saved.made().steps() < compose.sampling().steps()) {
            return "a draft: ended after step " + saved.made().steps();
        }
        return "";
    }

    private static void addRecipe(List<Fact> facts, Recipe recipe) {
        switch (recipe) {
            case Compose compose -> addCompose(facts, compose);
            case Colourise colourise -> {
                facts.add(Fact.of("Kind", "Colours"));
                facts.add(Fact.copied("Seed", Long.toString(colourise.seed())));
                facts.add(Fact.of("Steps", colourise.steps() + ", from step " + colourise.start()));
            }
            case Distil distil -> {
                facts.add(Fact.of("Kind", "Distilled"));
                facts.add(Fact.copied("Seed", Long.toString(distil.seed())));
                facts.add(Fact.of("Iterations", distil.iterations() + " · rate " + distil.rate()));
            }
            case Imprint imprint -> {
                facts.add(Fact.of("Kind", "Imprint"));
                Tone tone = imprint.tone();
                Tone.Levels levels = tone.levels();
                facts.add(levels == null ? Fact.of("Depth", decimal(imprint.ratio()))
                        : Fact.of("Levels", "black %.0f dB · white %.0f dB".formatted(levels.black(), levels.white())));
                if (!tone.equals(new Tone(false, 1, levels, 0, 0))) {
                    facts.add(Fact.of("Picture", (tone.invert() ? "negative · " : "") + "gamma " + decimal(tone.gamma())
                            + (tone.low() == 0 && tone.high() == 0 ? "" : " · %.0f–%.0f Hz".formatted(tone.low(), tone.high()))));
                }
            }
            case Repair repair -> {
                facts.add(Fact.of("Kind", "Repair"));
                facts.add(Fact.of("Region", repair.act().words()));
            }
        }
    }

    private static void addCompose(List<Fact> facts, Compose compose) {
        facts.add(Fact.of("Kind", kind(compose)));
        facts.add(Fact.copied("Seed", Long.toString(compose.seed())));
        if (!compose.variations().isEmpty()) {
            facts.add(Fact.of("Varied", compose.variations().stream().map(one -> String.format(Locale.ROOT, "%.0f %% to %d",
                    100 * one.strength(), one.seed())).collect(Collectors.joining(", "))));
        }
        facts.add(Fact.of("Steps", compose.sampling().steps() + " · "
                + compose.sampling().sampler().toUpperCase(Locale.ROOT)));
        if (compose.sampling().temperature() > 0) {
            facts.add(Fact.of("Temperature", decimal(compose.sampling().temperature())));
        }
        facts.add(Fact.finer("Guidance", compose.voices().stream().map(Facts::guidance).collect(Collectors.joining(" · "))));
        if (compose.voices().size() == 2) {
            facts.add(Fact.finer("Balance", balance(compose)));
        }
        if (compose.canvas() != null) {
            facts.add(Fact.of("Starts from", start(compose.canvas())));
        }
    }

    /// "take 0002, a region", "castle.png, strength 0.55".
    private static String start(Canvas canvas) {
        String name = String.valueOf(canvas.from().getFileName()).replaceFirst("^(\\d{4})_.*", "take $1");
        return name + (canvas.mask() == null ? ", strength " + decimal(canvas.strength()) : ", a region");
    }

    private static String kind(Compose compose) {
        return compose.voices().size() > 1 ? compose.voices().size() == 2 ? "Two voices" : "Many voices" : "One voice";
    }

    private static String guidance(Voice voice) {
        Double scale = voice.guidance();
        return scale == null ? "pack's own" : decimal(scale);
    }

    private static String balance(Compose compose) {
        return compose.voices().stream()
                .map(voice -> voice.weight() instanceof Weight.Even even ? decimal(even.share()) : "painted")
                .collect(Collectors.joining(" : "));
    }

    private static void addMade(List<Fact> facts, Made made) {
        if (!made.packs().isEmpty()) {
            facts.add(Fact.finer("Packs", made.packs().keySet().stream().sorted().collect(Collectors.joining(", "))));
        }
        double seconds = made.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
        if (seconds > 0) {
            facts.add(Fact.of("Made in", String.format(Locale.ROOT, "%.1f s", seconds)));
        }
        String quieter = made.facts().get(Made.TURNED_DOWN);
        if (quieter != null) {
            facts.add(Fact.finer("Sound", quieter + " below its greys, to fit full scale"));
        }
        if (!made.version().isBlank()) {
            facts.add(Fact.finer("Version", made.version()));
        }
    }

    private static String size(Shown shown) {
        return String.format(Locale.ROOT, "%.2f s · %d bands", shown.seconds(), shown.format().mels());
    }

    private static String decimal(double value) {
        String digits = String.format(Locale.ROOT, "%.2f", value);
        return digits.endsWith("0") ? digits.substring(0, digits.length() - 1) : digits;
    }
}
