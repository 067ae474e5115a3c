package chladni.engine.compose;

import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.sound.InputLevel;
import chladni.engine.sound.LogMel;

/// How loud a take's sound is compared with what its spectrogram says: sounds of bright pictures are turned down to fit into full scale,
/// and what is pasted into them must be turned down as far.
final class SoundLevel {
    /// Quieter cells are left out: there the vocoder's own noise counts.
    private static final float HEARD = 0.35f;

    private SoundLevel() {}

    /// The factor from the spectrogram's level to the sound's, from the mean difference of their log amplitudes where there is sound.
    static double relativeTo(Spectrogram spectrogram, Sound sound) {
        Spectrogram analysed = new LogMel(spectrogram.format()).analyse(sound, InputLevel.AS_IS);
        double sum = 0;
        int cells = 0;
        for (int row = 0; row < spectrogram.rows(); row++) {
            for (int column = 0; column < Math.min(analysed.columns(), spectrogram.columns()); column++) {
                if (spectrogram.at(row, column) > HEARD) {
                    sum += analysed.at(row, column) - spectrogram.at(row, column);
                    cells++;
                }
            }
        }
        SpectrogramFormat format = spectrogram.format();
        return cells == 0 ? 1 : Math.min(1, Math.pow(format.logMax() / format.logMin(), sum / cells));
    }
}
