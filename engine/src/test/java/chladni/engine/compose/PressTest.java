package chladni.engine.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.recipe.RecipeWriter;
import chladni.engine.recipe.Tone;
import chladni.engine.sound.FrequencyAxis;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// The numbers follow from the definitions (appendix A.3; decibels of `SpectrogramFormat`).
class PressTest {
    private static final SpectrogramFormat FORMAT = SpectrogramFormat.STARTER;
    private static final int COLUMNS = 3;
    private final Spectrogram half = new Spectrogram(FORMAT, COLUMNS, filled(0.5f));

    private static float[] filled(float value) {
        float[] values = new float[FORMAT.mels() * COLUMNS];
        Arrays.fill(values, value);
        return values;
    }

    private static Picture grey(float value) {
        return new Picture(1, FORMAT.mels(), COLUMNS, filled(value));
    }

    private Spectrogram pressed(double ratio, Tone tone, float grey) {
        return new Press(ratio, tone).into(half, grey(grey));
    }

    @Test
    void thePapersRuleScalesTheSpectrogramByTheInverseGrey() {
        assertThat(pressed(0.5, Tone.PLAIN, 0).levels()).containsOnly(0.25f);
        assertThat(pressed(0.5, Tone.PLAIN, 1).levels()).containsOnly(0.5f);
        assertThat(pressed(1, Tone.PLAIN, 0.25f).levels()).containsOnly(0.125f);
    }

    @Test
    void anInvertedPictureIsItsNegativeAndGammaShiftsTheMiddleGreys() {
        assertThat(pressed(1, new Tone(true, 1, null, 0, 0), 0.25f).levels()).containsOnly(0.375f);
        assertThat(pressed(1, new Tone(false, 2, null, 0, 0), 0.5f).levels()).containsOnly(0.125f);
    }

    @Test
    void levelsInDecibelsChangeTheSoundByThatMuch() {
        Tone tone = new Tone(false, 1, new Tone.Levels(-40, 6), 0, 0);
        assertThat(pressed(0.5, tone, 0).at(5, 1)).isCloseTo((float) (0.5 - 40 / FORMAT.rangeDecibels()), within(1e-6f));
        assertThat(pressed(0.5, tone, 1).at(5, 1)).isCloseTo((float) (0.5 + 6 / FORMAT.rangeDecibels()), within(1e-6f));
        assertThat(pressed(0.5, new Tone(false, 1, new Tone.Levels(-150, 0), 0, 0), 0).at(5, 1)).isZero();
    }

    @Test
    void outsideTheFrequenciesNothingChanges() {
        Spectrogram spectrogram = pressed(1, new Tone(false, 1, null, 500, 2000), 0);
        FrequencyAxis axis = new FrequencyAxis(FORMAT);
        for (int row = 0; row < FORMAT.mels(); row++) {
            boolean covered = axis.hertz(row) >= 500 && axis.hertz(row) <= 2000;
            assertThat(spectrogram.at(row, 0)).as("%.0f Hz", axis.hertz(row)).isEqualTo(covered ? 0 : 0.5f);
        }
    }

    @Test
    void thePictureIsSqueezedIntoItsBands() {
        float[] rising = new float[FORMAT.mels() * COLUMNS];
        for (int i = 0; i < rising.length; i++) {
            rising[i] = 1 - (float) (i / COLUMNS) / (FORMAT.mels() - 1);
        }
        Spectrogram spectrogram = new Press(1, new Tone(false, 1, null, 500, 2000)).into(half, new Picture(1, FORMAT.mels(), COLUMNS, rising));
        FrequencyAxis axis = new FrequencyAxis(FORMAT);
        assertThat(spectrogram.at((int) Math.ceil(axis.row(2000)), 1)).isCloseTo(0.5f, within(0.03f));
        assertThat(spectrogram.at((int) Math.floor(axis.row(500)), 1)).isCloseTo(0, within(0.03f));
    }

    @Test
    void everyFieldComesBackFromTheRecipe() {
        String json = "{ \"kind\": \"imprint\", \"seed\": 1, \"picture\": \"/a.png\", \"sound\": \"/b.wav\", \"invert\": true, \"gamma\": 2.2, "
                + "\"black\": -40, \"white\": 3, \"low\": 100, \"high\": 4000 }";
        Recipe recipe = RecipeJson.parse(json, Path.of(""));
        assertThat(((Imprint) recipe).tone()).isEqualTo(new Tone(true, 2.2, new Tone.Levels(-40, 3), 100, 4000));
        String written = RecipeWriter.print(new RecipeWriter(UnaryOperator.identity()).write(recipe));
        assertThat(RecipeJson.parse(written, Path.of(""))).isEqualTo(recipe);
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        assertRefused("\"gamma\": 0", "\"gamma\" must be a number from 0.1 to 10, not 0.");
        assertRefused("\"invert\": 1", "\"invert\" must be true or false, not 1.");
        assertRefused("\"low\": 3000, \"high\": 200", "\"low\" (3000.0 Hz) must be below \"high\" (200.0 Hz).");
        assertRefused("\"black\": -300", "\"black\" must be a number from -150 to 150, not -300.");
        assertRefused("\"black\": -30, \"ratio\": 0.5",
                "\"ratio\" and \"black\"/\"white\" are two ways to say how deep the picture is pressed: leave one out.");
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> pressed(1, new Tone(false, 1, null, 9000, 0), 0))
                .withMessageStartingWith("No band lies between 9000 Hz and 8000 Hz");
    }

    private static void assertRefused(String fields, String message) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(
                () -> RecipeJson.parse("{ \"kind\": \"imprint\", \"picture\": \"a.png\", \"sound\": \"b.wav\", " + fields + " }", Path.of("")))
                .withMessage(message);
    }
}
