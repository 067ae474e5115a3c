package chladni.app;

import chladni.app.feature.imprint.ImprintView;
import chladni.engine.media.Spectrogram;
import java.util.function.Supplier;

/// Sounds what is not a take yet, roughly and softly.
record ImprintEar(Wiring wiring) implements ImprintView.Ear {
    @Override
    public void hear(Supplier<Spectrogram> spectrogram) {
        wiring.keeping.audition().hear(() -> wiring.setup.bench().sketch(spectrogram.get()));
    }

    @Override
    public void rest() {
        wiring.keeping.audition().rest();
    }
}
