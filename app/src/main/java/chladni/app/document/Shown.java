package chladni.app.document;

import chladni.app.bench.Opened;
import chladni.engine.job.Preview;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.recipe.Colourise;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Repair;
import chladni.engine.recipe.Voice;
import chladni.engine.take.SavedTake;
import chladni.engine.take.Take;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Something that can be on the canvas: a finished take, the estimate of one that still forms, or a file that was opened.
///
/// @param recipe what it is made by; null for a file that carries none
/// @param title in a few words: "castle towers × bell ringing"
/// @param sound null for an estimate and an opened picture: they are sounded only to be heard
/// @param saved its place on disk; null for estimates and files
public record Shown(State state, @Nullable Recipe recipe, String title, Look look, @Nullable Sound sound,
        @Nullable SavedTake saved) {
    public enum State { FORMING, FINISHED, OPENED }

    /// The two eyes on one latent.
    ///
    /// @param picture what the picture voice's decoder sees
    /// @param spectrogram what sounds
    public record Look(Picture picture, Spectrogram spectrogram) {}


    public static Shown of(SavedTake saved) {
        Take take = saved.take();
        Look look = new Look(take.picture(), take.spectrogram());
        return new Shown(State.FINISHED, take.recipe(), titleOf(take.recipe()), look, take.sound(), saved);
    }

    /// @param recipe of the take that forms, alone
    public static Shown estimate(Recipe recipe, Preview preview) {
        Look look = new Look(preview.picture(), preview.spectrogram());
        return new Shown(State.FORMING, recipe, titleOf(recipe), look, null, null);
    }

    public static Shown of(Opened opened) {
        Look look = new Look(opened.picture(), opened.spectrogram());
        return new Shown(State.OPENED, opened.recipe(), opened.name(), look, opened.sound(), null);
    }

    public boolean isEstimate() {
        return state == State.FORMING;
    }

    public Picture picture() {
        return look.picture();
    }

    public Spectrogram spectrogram() {
        return look.spectrogram();
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
