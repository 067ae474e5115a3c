package chladni.app.document;

import chladni.app.bench.Opened;
import chladni.engine.job.Preview;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.recipe.Colourise;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Repair;
import chladni.engine.recipe.Voice;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Something that can be on the canvas: a finished take, the estimate of one that still forms, or a file that was opened.
///
/// @param recipe what it is made by; null for a file that carries none
/// @param title in a few words: "castle towers × bell ringing"
/// @param contents what there is to see and hear
/// @param saved its place on disk; null for estimates and files
public record Shown(State state, @Nullable Recipe recipe, String title, Contents contents, @Nullable StoredTake saved) {
    public enum State { FORMING, FINISHED, OPENED }

    /// The two eyes on one latent.
    ///
    /// @param picture what the picture voice's decoder sees
    /// @param spectrogram what sounds
    public record Look(Picture picture, Spectrogram spectrogram) {}

    /// What there is to see and hear, in memory or on disk. What may have to be read is not for the FX thread.
    public interface Contents {
        SpectrogramFormat format();

        int columns();

        /// @throws chladni.engine.failure.BadInput when it has to be read and cannot be
        Look look();

        /// What there is to see if it is in memory, else null; at once.
        @Nullable Look lookNow();

        /// Null for an estimate and an opened picture: they are sounded only to be heard.
        ///
        /// @throws chladni.engine.failure.BadInput when it has to be read and cannot be
        @Nullable Sound sound();
    }

    /// What is not on disk as a take stays in memory.
    private record Held(Look look, @Nullable Sound sound) implements Contents {
        @Override
        public SpectrogramFormat format() {
            return look.spectrogram().format();
        }

        @Override
        public int columns() {
            return look.spectrogram().columns();
        }

        @Override
        public Look lookNow() {
            return look;
        }
    }

    public static Shown of(StoredTake saved) {
        return new Shown(State.FINISHED, saved.recipe(), titleOf(saved.recipe()), saved, saved);
    }

    /// @param recipe of the take that forms, alone
    public static Shown estimate(Recipe recipe, Preview preview) {
        Look look = new Look(preview.picture(), preview.spectrogram());
        return new Shown(State.FORMING, recipe, titleOf(recipe), new Held(look, null), null);
    }

    public static Shown of(Opened opened) {
        Look look = new Look(opened.picture(), opened.spectrogram());
        return new Shown(State.OPENED, opened.recipe(), opened.name(), new Held(look, opened.sound()), null);
    }

    public boolean isEstimate() {
        return state == State.FORMING;
    }

    public SpectrogramFormat format() {
        return contents.format();
    }

    public int columns() {
        return contents.columns();
    }

    public double seconds() {
        return columns() * format().secondsPerColumn();
    }

    /// May have to be read.
    public Picture picture() {
        return contents.look().picture();
    }

    /// May have to be read.
    public Spectrogram spectrogram() {
        return contents.look().spectrogram();
    }

    /// May have to be read; null where there is none.
    public @Nullable Sound sound() {
        return contents.sound();
    }

    /// A recipe in a few words.
    public static String titleOf(Recipe recipe) {
        return switch (recipe) {
            case Compose compose -> prompts(compose.voices());
            case Colourise colourise -> colourise.prompt();
            case Distil distil -> prompts(distil.voices());
            case Imprint imprint -> "imprint of " + nameOf(imprint.picture());
            case Repair repair -> "region " + repair.act().words();
        };
    }

    private static String prompts(List<Voice> voices) {
        return voices.stream().map(Voice::prompt).filter(prompt -> !prompt.isBlank()).collect(Collectors.joining(" × "));
    }

    private static String nameOf(Imprint.Source source) {
        return switch (source) {
            case Imprint.Source.File file -> String.valueOf(file.path().getFileName());
            case Imprint.Source.Made made -> made.voice().prompt();
        };
    }
}
