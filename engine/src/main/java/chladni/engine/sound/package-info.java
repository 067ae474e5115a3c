/// Signal processing: sounds to log-mel spectrograms and back, resampling, loudness, the axes of a spectrogram, and the rules
/// by which any picture or sound is fitted to one. The only package that uses TarsosDSP and JTransforms; knows no file
/// format, model or window.
@NullMarked
package chladni.engine.sound;

import org.jspecify.annotations.NullMarked;
