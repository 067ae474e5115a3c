package chladni.engine.compose;

import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/// The intermediate tensors of one take under the names of DESIGN section 6, or nothing when tracing is off.
final class Trace {
    private final boolean on;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    Trace(boolean on) {
        this.on = on;
    }

    void put(String name, Tensor tensor) {
        if (on) {
            tensors.put(name, tensor);
        }
    }

    /// Latents after `done` steps; 0 is the start.
    void step(int done, Tensor latents) {
        put("latents-%03d".formatted(done), latents);
    }

    /// The same of a second stage, which enlarges.
    void larger(int done, Tensor latents) {
        put("larger-%03d".formatted(done), latents);
    }

    /// What the decoders gave, 0 … 1, before anything is pasted or rounded.
    void decoded(Eyes.Seen seen) {
        put("picture", tensor(seen.picture()));
        put("spectrogram", tensor(seen.spectrogram().picture()));
    }

    void waveform(Sound sound) {
        put("waveform", Tensor.of(Shape.of(sound.length()), sound.mono().channels()[0]));
    }

    Map<String, Tensor> tensors() {
        return tensors;
    }

    void picture(String name, Picture picture) {
        put(name, tensor(picture));
    }

    private static Tensor tensor(Picture picture) {
        return Tensor.of(Shape.of(picture.channels(), picture.height(), picture.width()), picture.values());
    }
}
