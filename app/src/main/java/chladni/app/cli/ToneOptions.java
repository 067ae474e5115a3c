package chladni.app.cli;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.recipe.Tone;
import chladni.engine.sound.PictureTone;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a picture is taken before it is heard: the fields of an imprint recipe as options.
final class ToneOptions {
    @Option(names = "--invert", description = "Hear the negative: black is loud.")
    private boolean invert;

    @Option(names = "--gamma", paramLabel = "G", description = "Grey becomes grey to the power G, 0.1 to 10: above 1 quieter middle greys. Default: 1.")
    private double gamma = 1;

    @Option(names = "--black", paramLabel = "DB", description = "Level of black, in decibels below the loudest. Default: silence.")
    private @Nullable Double black;

    @Option(names = "--white", paramLabel = "DB", description = "Level of white, in decibels. Default: 0, the loudest.")
    private double white;

    @Option(names = "--low", paramLabel = "HZ", description = "Frequency of the lower edge. Default: the lowest.")
    private double low;

    @Option(names = "--high", paramLabel = "HZ", description = "Frequency of the upper edge. Default: the highest.")
    private double high;

    /// The picture's spectrogram as it is to be heard; bands outside the two frequencies are silent.
    Spectrogram on(Spectrogram picture) {
        SpectrogramFormat format = picture.format();
        double range = format.rangeDecibels();
        double floor = black == null ? -range : black;
        if (!(floor >= -range && floor < white && white <= 0)) {
            throw new BadInput("--black must be below --white, and both between %.0f and 0 decibels.".formatted(-range));
        }
        Tone tone = new Tone(invert, gamma, null, low, high); // says what is out of range
        if (tone.equals(Tone.PLAIN) && black == null && white == 0) {
            return picture;
        }
        PictureTone taken = new PictureTone(invert, gamma, low, high);
        PictureTone.Rows rows = taken.rows(format);
        Picture laid = taken.over(picture.picture(), format, 0);
        Tone.Levels levels = new Tone.Levels(floor, white);
        float[] values = new float[laid.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.holds(i / picture.columns()) ? (float) Math.clamp(1 + levels.at(laid.values()[i]) / range, 0, 1) : 0;
        }
        return new Spectrogram(format, picture.columns(), values);
    }
}
