package chladni.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmExportTest {
    private static final Picture BLACK = new Picture(1, 16, 64, new float[16 * 64]);
    private static final Sound HALF_A_SECOND = Sound.mono(16_000, new float[8000]);

    @TempDir
    Path folder;

    @Test
    void theFilmLastsAsLongAsItsSoundAndThePlayheadCrossesIt() throws IOException {
        Path file = folder.resolve("a.mp4");
        FilmExport.write(file, new Film(BLACK, HALF_A_SECOND, List.of("a castle", "a bell")), new CancelSignal());
        assertThat(FileKind.of(file)).isEqualTo(FileKind.MP4);
        assertThat(SoundFile.read(file).sound().seconds()).isCloseTo(0.5, within(0.15)); // AAC codes blocks of 64 ms
        try (FFmpegFrameGrabber grabber = Ffmpeg.grabber(file)) {
            grabber.start();
            assertThat(grabber.getVideoFrameRate()).isEqualTo(60);
            assertThat(grabber.getImageWidth()).isEqualTo(1280);
            assertThat(grabber.getImageHeight()).isEqualTo(320 + 88);
            int frames = 0;
            for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
                assertThat((double) brightestColumn(frame)).isCloseTo(frames / 30.0 * 1280, within(4.0));
                frames++;
            }
            assertThat(frames).isEqualTo(30);
        }
    }

    @Test
    void hugeAndTinyPicturesBecomeSizesThatPlayersPlay() {
        FilmFrames wide = new FilmFrames(new Picture(1, 128, 9000, new float[128 * 9000]), List.of());
        assertThat(wide.width()).isEqualTo(3840);
        assertThat(wide.height()).isEqualTo(54);
        FilmFrames tiny = new FilmFrames(new Picture(3, 1, 1, new float[] {1, 0.5f, 0}), List.of());
        assertThat(tiny.width()).isEqualTo(1080).isEqualTo(tiny.height());
        assertThat(tiny.at(0)).endsWith(0, 128, 255); // blue, green, red
    }

    @Test
    void cancellingLeavesNothing() throws IOException {
        CancelSignal cancel = new CancelSignal();
        cancel.raise();
        assertThatThrownBy(() -> FilmExport.write(folder.resolve("a.mp4"), new Film(BLACK, HALF_A_SECOND, List.of()), cancel))
                .isInstanceOf(Cancelled.class);
        try (var entries = Files.list(folder)) {
            assertThat(entries).isEmpty();
        }
    }

    private static int brightestColumn(Frame frame) {
        ByteBuffer pixels = (ByteBuffer) frame.image[0];
        int brightest = 0;
        for (int x = 0; x < frame.imageWidth; x++) {
            int row = 8 * frame.imageStride;
            if ((pixels.get(row + 3 * x + 2) & 0xFF) > (pixels.get(row + 3 * brightest + 2) & 0xFF)) {
                brightest = x;
            }
        }
        return brightest;
    }
}
