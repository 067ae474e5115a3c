package chladni.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chladni.engine.Parity;
import chladni.engine.failure.CancelSignal;
import chladni.engine.onnx.Device;
import org.junit.jupiter.api.Test;

class AutoencoderKlTest {
    private final Parity parity = Parity.open();

    @Test
    void decodesAndEncodesAsDiffusersDoesWithOldAttentionNames() {
        check("tiny-picture/vae", "picture");
    }

    @Test
    void decodesAndEncodesAsDiffusersDoesFromAPyTorchArchiveWithNewAttentionNames() {
        check("tiny-sound/vae", "sound");
    }

    private void check(String folder, String which) {
        try (AutoencoderKl vae = AutoencoderKl.open(NetworkFolder.open(parity.path(folder)), Device.CPU)) {
            CancelSignal cancel = new CancelSignal();
            parity.check("vae/" + which + "_decoded", vae.decode(vae.fromModel(parity.load("vae/" + which + "_latents")), cancel));
            AutoencoderKl.Moments moments = vae.encode(parity.load("vae/" + which + "_image"), cancel);
            parity.check("vae/" + which + "_mean", moments.mean());
            parity.check("vae/" + which + "_logvar", moments.logVariance());
            parity.check("vae/" + which + "_scaled_mean", vae.toModel(moments.mean()));
            assertEquals(8, vae.factor());
            assertEquals(3, vae.pictureChannels());
        }
    }
}
