package chladni.engine.compose;

import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;
import chladni.engine.recipe.Tone;
import chladni.engine.sound.PictureTone;

/// Presses a grey picture into a spectrogram: spectrogram · (1 − ρ · (1 − grey)) (Images that Sound, appendix A.3), or, where the tone
/// says so, louder and quieter by decibels. Bands and columns that the picture does not cover stay as they
/// are.
record Press(double ratio, Tone tone) {
    /// @param grey of the spectrogram's size
    Spectrogram into(Spectrogram spectrogram, Picture grey) {
        return into(spectrogram, grey, CanvasContent.Columns.all(spectrogram));
    }

    /// @param covered where the picture is; beside it nothing changes
    Spectrogram into(Spectrogram spectrogram, Picture grey, CanvasContent.Columns covered) {
        PictureTone taken = new PictureTone(tone.invert(), tone.gamma(), tone.low(), tone.high());
        PictureTone.Rows rows = taken.rows(spectrogram.format());
        Picture laid = taken.over(grey, spectrogram.format(), 1);
        Tone.Levels decibels = tone.levels();
        double range = spectrogram.format().rangeDecibels();
        float[] levels = spectrogram.levels().clone();
        for (int i = 0; i < levels.length; i++) {
            if (!rows.holds(i / spectrogram.columns()) || !covered.holds(i % spectrogram.columns())) {
                continue;
            }
            float value = laid.values()[i];
            levels[i] = decibels == null
                    ? levels[i] * (1 - (float) ratio * (1 - value))
                    : (float) Math.clamp(levels[i] + decibels.at(value) / range, 0, 1);
        }
        return new Spectrogram(spectrogram.format(), spectrogram.columns(), levels);
    }
}
