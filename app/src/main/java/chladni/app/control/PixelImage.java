package chladni.app.control;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// An image whose memory is used again for every picture of the same size, so that a run makes no garbage on the FX thread.
final class PixelImage {
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable WritableImage image;

    /// @return the image that now holds the pixels; the same one while the size stays
    Image show(Pixels pixels) {
        PixelBuffer<IntBuffer> now = buffer;
        WritableImage shown = image;
        if (now == null || shown == null || now.getWidth() != pixels.width() || now.getHeight() != pixels.height()) {
            now = new PixelBuffer<>(pixels.width(), pixels.height(),
                    IntBuffer.allocate(pixels.argb().length), PixelFormat.getIntArgbPreInstance());
            shown = new WritableImage(now);
            buffer = now;
            image = shown;
        }
        now.updateBuffer(memory -> {
            memory.getBuffer().put(0, pixels.argb());
            return null;
        });
        return shown;
    }
}
