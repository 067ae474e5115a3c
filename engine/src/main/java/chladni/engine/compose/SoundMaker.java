package chladni.engine.compose;

import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.pack.Pack;
import chladni.engine.sound.GriffinLim;
import org.jspecify.annotations.Nullable;

/// Makes a spectrogram heard: by the sound voice's own vocoder where its pack has one, by Griffin–Lim otherwise.
///
/// @param pack null when no model takes part
record SoundMaker(@Nullable Pack pack, CancelSignal cancel) {
    /// `columns · hop` samples.
    Sound sound(Spectrogram spectrogram) {
        if (pack != null && pack.hasVocoder()) {
            return pack.vocode(spectrogram, cancel);
        }
        return new GriffinLim(spectrogram.format()).sound(spectrogram, cancel);
    }
}
