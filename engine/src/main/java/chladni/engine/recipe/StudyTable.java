package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a study compares: one recipe, varied, over pairs of prompts.
///
/// @param title for people
/// @param recipe everything that is not varied: a picture's voice and a sound's, in this order; `takes` per pair
/// @param pictures prompts of the picture's voice
/// @param sounds prompts of the sound's voice
/// @param alike the k-th picture meets the k-th sound only, instead of every sound
/// @param grid what is varied
/// @param ratio of imprints
/// @param distil how distillations are optimised
public record StudyTable(String title, Compose recipe, List<String> pictures, List<String> sounds, boolean alike, Grid grid, double ratio,
        Distil distil) {
    /// Every value of each list is combined with every value of the others. A list may be empty: the recipe's own value.
    ///
    /// @param starts when the voices join, as fractions of the steps
    /// @param balances the sound's share
    /// @param griffinLim whether the sound is made by Griffin–Lim instead of the pack's vocoder
    /// @param styles words added to the picture's prompts
    public record Grid(List<StudyMethod> methods, List<Start> starts, List<Double> guidances, List<Double> balances, List<Boolean> griffinLim,
            List<String> styles) {}

    /// When the picture's voice and the sound's voice join, 0 … 1.
    public record Start(double picture, double sound) {}

    /// One point of the grid: a line of the study's table. Null: as in the recipe.
    public record Setting(StudyMethod method, @Nullable Start start, @Nullable Double guidance, @Nullable Double balance, boolean griffinLim,
            String style) {
        /// In a few words.
        public String words() {
            StringBuilder words = new StringBuilder(method.id());
            if (start != null) {
                words.append(String.format(Locale.ROOT, ", picture from %.2f, sound from %.2f", start.picture, start.sound));
            }
            if (guidance != null) {
                words.append(String.format(Locale.ROOT, ", guidance %.1f", guidance));
            }
            if (balance != null) {
                words.append(String.format(Locale.ROOT, ", balance %.2f", balance));
            }
            return words.append(griffinLim ? ", Griffin–Lim" : "").append(style.isEmpty() ? "" : ", style \"" + style + "\"").toString();
        }
    }

    /// One take of the study.
    ///
    /// @param picture what it should look like, with the style's words
    public record Cell(Setting setting, int pair, String picture, String sound, Recipe recipe) {}

    public StudyTable {
        pictures = List.copyOf(pictures);
        sounds = List.copyOf(sounds);
        if (recipe.voices().size() != 2) {
            throw new BadInput("The \"recipe\" of a study needs two voices: the picture's, then the sound's.");
        }
        if (pictures.isEmpty() || sounds.isEmpty()) {
            throw new BadInput("A study needs \"pictures\" and \"sounds\": lists of at least one prompt each.");
        }
        if (alike && pictures.size() != sounds.size()) {
            throw new BadInput("\"pairs\": \"alike\" needs as many \"sounds\" (%d) as \"pictures\" (%d).".formatted(sounds.size(), pictures.size()));
        }
    }

    /// The lines of the table, in the order of the lists.
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (StudyMethod method : grid.methods) {
            for (@Nullable Start start : orOwn(grid.starts, method.mixes())) {
                for (@Nullable Double guidance : orOwn(grid.guidances, true)) {
                    for (@Nullable Double balance : orOwn(grid.balances, method.mixes())) {
                        endings(settings, new Setting(method, start, guidance, balance, false, ""));
                    }
                }
            }
        }
        return settings;
    }

    private void endings(List<Setting> settings, Setting like) {
        for (boolean griffinLim : grid.griffinLim) {
            for (String style : grid.styles) {
                settings.add(new Setting(like.method, like.start, like.guidance, like.balance, griffinLim, style));
            }
        }
    }

    private static <T> List<@Nullable T> orOwn(List<T> values, boolean varied) {
        List<@Nullable T> list = new ArrayList<>();
        if (varied) {
            list.addAll(values);
        }
        if (list.isEmpty()) {
            list.add(null);
        }
        return list;
    }

    /// How many pairs of prompts there are.
    public int pairs() {
        return alike ? pictures.size() : pictures.size() * sounds.size();
    }

    public String pictureOf(int pair) {
        return pictures.get(alike ? pair : pair / sounds.size());
    }

    public String soundOf(int pair) {
        return sounds.get(alike ? pair : pair % sounds.size());
    }

    /// Every take of the study: pair by pair, so that an unfinished study has compared all settings on the pairs it has done. Take *k* has the
    /// same seed in every setting.
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int pair = 0; pair < pairs(); pair++) {
            for (int k = 0; k < recipe.takes(); k++) {
                for (Setting setting : settings()) {
                    cells.add(cell(setting, pair, recipe.seed() + k));
                }
            }
        }
        return cells;
    }

    private Cell cell(Setting setting, int pair, long seed) {
        String look = pictureOf(pair) + setting.style;
        Voice picture = recipe.voices().getFirst().withPrompt(look);
        Voice sound = recipe.voices().getLast().withPrompt(soundOf(pair));
        if (setting.start != null) {
            picture = picture.withFrom(setting.start.picture);
            sound = sound.withFrom(setting.start.sound);
        }
        if (setting.guidance != null) {
            picture = picture.withGuidance(setting.guidance);
            sound = sound.withGuidance(setting.guidance);
        }
        if (setting.balance != null) {
            picture = picture.withWeight(Weight.of(1 - setting.balance));
            sound = sound.withWeight(Weight.of(setting.balance));
        }
        return new Cell(setting, pair, look, sound.prompt(), setting.method.recipe(this, seed, List.of(picture, sound)));
    }
}
