package chladni.engine.compose;

import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.pack.Pack;
import chladni.engine.sound.GriffinLim;
import chladni.engine.sound.Loudness;
import chladni.engine.take.Made;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes a spectrogram heard: by the sound voice's own vocoder where its pack has one, by Griffin–Lim otherwise.
///
/// @param pack null when no model takes part
record SoundMaker(@Nullable Pack pack, CancelSignal cancel) {
    /// What fits into full scale. Nearly every picture is brighter than a sound may be, so this is a fact about the take and no news.
    Sound audible(Spectrogram spectrogram, NoteBook notes) {
        Sound sound = sound(spectrogram);
        Sound fitting = Loudness.withinFullScale(sound);
        if (Loudness.peak(sound) > 1) {
            notes.fact(Made.TURNED_DOWN, String.format(Locale.ROOT, "%.0f dB", Loudness.peakDecibels(sound) - Loudness.peakDecibels(fitting)));
        }
        return fitting;
    }

    /// `columns · hop` samples at the level that the spectrogram says, however loud.
    Sound sound(Spectrogram spectrogram) {
        if (pack != null && pack.hasVocoder()) {
            return pack.vocode(spectrogram, cancel);
        }
        return new GriffinLim(spectrogram.format()).sound(spectrogram, cancel);
    }
}
