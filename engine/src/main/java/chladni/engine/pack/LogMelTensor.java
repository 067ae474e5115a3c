package chladni.engine.pack;

import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;

/// A spectrogram as vocoders read it.
final class LogMelTensor {
    private LogMelTensor() {}

    /// Levels 0 … 1 → natural logarithms of the band amplitudes, lowest band first: rows × columns → `[1, mels, columns]`.
    static Tensor of(Spectrogram spectrogram) {
        SpectrogramFormat format = spectrogram.format();
        float low = (float) Math.log(format.logMin());
        float range = (float) (Math.log(format.logMax()) - Math.log(format.logMin()));
        int rows = spectrogram.rows();
        float[] out = new float[spectrogram.levels().length];
        for (int band = 0; band < rows; band++) {
            for (int column = 0; column < spectrogram.columns(); column++) {
                out[band * spectrogram.columns() + column] = spectrogram.at(rows - 1 - band, column) * range + low;
            }
        }
        return Tensor.of(Shape.of(1, rows, spectrogram.columns()), out);
    }
}
