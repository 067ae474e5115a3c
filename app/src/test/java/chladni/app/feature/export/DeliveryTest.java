package chladni.app.feature.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chladni.app.control.ColourScale;
import chladni.app.document.Span;
import chladni.engine.codec.Loop;
import chladni.engine.codec.PictureContents;
import chladni.engine.codec.PictureFile;
import chladni.engine.codec.SoundContents;
import chladni.engine.codec.SoundFile;
import chladni.engine.codec.WavFile;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Voice;
import chladni.engine.take.Made;
import chladni.engine.take.SavedTake;
import chladni.engine.take.Take;
import chladni.engine.take.TakeStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.NodeList;

/// What lies on disk after an export, read back by other readers than the writers.
class DeliveryTest {
    private static final int COLUMNS = 64;
    private static final Span MIDDLE = new Span(0.2, 0.4);

    @TempDir Path folder;
    private SavedTake take;
    private @Nullable Span loop;

    @BeforeEach
    void aTakeOnDisk() {
        SpectrogramFormat format = SpectrogramFormat.STARTER;
        float[] levels = new float[format.mels() * COLUMNS];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) (i * 7919L % 65_536) / 65_535;
        }
        Spectrogram spectrogram = new Spectrogram(format, COLUMNS, levels);
        float[] samples = new float[COLUMNS * format.hop()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(i * 0.11));
        }
        Compose recipe = Compose.of(7, List.of(Voice.of("starter-picture", "a castle"), Voice.of("starter-sound", "a bell")));
        Take made = new Take(recipe, new Made("0.1.0", Map.of(), Map.of(), List.of(), 50), spectrogram.picture(), spectrogram,
                Sound.mono(16_000, samples), Map.of());
        take = new TakeStore(folder.resolve("takes"), TakeStore.Naming.TELLING).save(made);
    }

    @Test
    void soundsKeepTheirSamplesAndTheirRecipe() {
        float[] wanted = WavFile.read(take.sound()).sound().channels()[0];
        for (ExportKind kind : List.of(ExportKind.WAV_16, ExportKind.WAV_24, ExportKind.WAV_FLOAT, ExportKind.FLAC)) {
            SoundContents written = SoundFile.read(export(kind, null));
            assertThat(written.sound().channels()[0]).as(kind.label()).isEqualTo(wanted);
            assertThat(written.recipe()).as(kind.label()).hasValueSatisfying(json -> assertThat(json).contains("a castle"));
        }
        for (ExportKind kind : List.of(ExportKind.MP3, ExportKind.OGG)) {
            SoundContents written = SoundFile.read(export(kind, null));
            assertThat(written.sound().seconds()).as(kind.label()).isCloseTo(0.64, within(0.15));
            assertThat(written.recipe()).as(kind.label()).isPresent();
        }
    }

    /// Java's own reader knows nothing of us; the chunks are walked by hand as RIFF has them.
    @Test
    void othersReadTheSoundsAndTheirChunks() throws Exception {
        loop = new Span(0.25, 0.35);
        for (ExportKind kind : List.of(ExportKind.WAV_16, ExportKind.WAV_24, ExportKind.WAV_FLOAT)) {
            Path file = export(kind, null);
            try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
                assertThat(in.getFormat().getSampleRate()).isEqualTo(16_000);
                assertThat(in.getFormat().getSampleSizeInBits()).isEqualTo(kind == ExportKind.WAV_16 ? 16 : kind == ExportKind.WAV_24 ? 24 : 32);
                assertThat(in.getFrameLength()).isEqualTo(10_240);
            }
            Map<String, byte[]> chunks = chunks(file);
            assertThat(chunks.keySet()).contains("fmt ", "data", "smpl", "LIST", "chLd");
            ByteBuffer sampler = ByteBuffer.wrap(chunks.get("smpl")).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(sampler.getInt(28)).as("loops").isEqualTo(1);
            assertThat(List.of(sampler.getInt(44), sampler.getInt(48))).as("first and last sample of the loop").containsExactly(4000, 5599);
            assertThat(new String(chunks.get("LIST"), StandardCharsets.UTF_8)).startsWith("INFOICMT").contains("a castle");
        }
    }

    private static Map<String, byte[]> chunks(Path file) throws IOException {
        ByteBuffer riff = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(riff.getInt(4)).as("what RIFF says of its length").isEqualTo(riff.limit() - 8);
        Map<String, byte[]> chunks = new LinkedHashMap<>();
        riff.position(12);
        while (riff.hasRemaining()) {
            byte[] id = new byte[4];
            riff.get(id);
            byte[] content = new byte[riff.getInt()];
            riff.get(content);
            chunks.put(new String(id, StandardCharsets.US_ASCII), content);
            riff.position(riff.position() + content.length % 2);
        }
        return chunks;
    }

    @Test
    void othersReadTheWordsInAPlayablePicture() throws IOException {
        for (ExportKind kind : List.of(ExportKind.PNG_8, ExportKind.PNG_16)) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
            try (ImageInputStream in = ImageIO.createImageInputStream(export(kind, null).toFile())) {
                reader.setInput(in);
                assertThat(reader.getRawImageType(0).getBitsPerBand(0)).isEqualTo(kind == ExportKind.PNG_8 ? 8 : 16);
                assertThat(reader.getRawImageType(0).getNumBands()).as("grey").isEqualTo(1);
                IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
                IIOMetadataNode words = (IIOMetadataNode) root.getElementsByTagName("tEXtEntry").item(0);
                assertThat(words.getAttribute("keyword")).isEqualTo("parameters");
                assertThat(words.getAttribute("value")).contains("a castle", "a bell", "Seed: 7");
                NodeList others = root.getElementsByTagName("iTXtEntry");
                assertThat(IntStream.range(0, others.getLength()).mapToObj(i -> ((IIOMetadataNode) others.item(i)).getAttribute("keyword")))
                        .containsExactly("chladni", "chladni-calibration");
                assertThat(((IIOMetadataNode) others.item(1)).getAttribute("text")).contains("\"sampleRate\":16000", "\"mels\":128", "\"hop\":160");
            }
        }
    }

    @Test
    void aSelectionIsCutToTheSampleAndTheColumn() {
        float[] whole = WavFile.read(take.sound()).sound().channels()[0];
        assertThat(WavFile.read(export(ExportKind.WAV_16, MIDDLE)).sound().channels()[0]).isEqualTo(Arrays.copyOfRange(whole, 3200, 6400));
        Picture part = PictureFile.read(export(ExportKind.PNG_8, MIDDLE)).picture();
        assertThat(part.width()).isEqualTo(20);
        assertThat(part.at(0, 5, 0)).isCloseTo(take.take().spectrogram().at(5, 20), within(0.5f / 255));
    }

    @Test
    void playablePicturesKeepEveryLevelAndSayWhatTheyMean() {
        PictureContents fine = PictureFile.read(export(ExportKind.PNG_16, null));
        assertThat(fine.picture().values()).isEqualTo(take.take().spectrogram().levels());
        assertThat(fine.text().calibration()).contains(SpectrogramFormat.STARTER);
        assertThat(fine.text().recipe()).isPresent();
        assertThat(export(ExportKind.PNG_8, null)).hasSameBinaryContentAs(take.spectrogram());
    }

    @Test
    void aFilmHasSixtyFramesASecondAndTheSamplesOfTheWav() throws IOException {
        Delivery delivery = new Delivery(wish(ExportKind.MP4, null), new CancelSignal(), _ -> {});
        assertThat(delivery.film().sound().channels()[0]).isEqualTo(WavFile.read(take.sound()).sound().channels()[0]);
        assertThat(delivery.film().captions()).containsExactly("a castle", "a bell");
        try (FFmpegFrameGrabber film = new FFmpegFrameGrabber(export(ExportKind.MP4, null).toFile())) {
            film.start();
            assertThat(film.getVideoFrameRate()).isEqualTo(60);
            assertThat(film.getVideoCodecName()).contains("264");
            assertThat(film.getAudioChannels()).isEqualTo(1);
            int frames = 0;
            while (film.grabImage() != null) {
                frames++;
            }
            assertThat(frames).isEqualTo((int) Math.ceil(0.64 * 60));
        }
    }

    @Test
    void aMovingPictureHasAFrameEveryFourHundredths() throws IOException {
        Path file = export(ExportKind.GIF, null);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(16);
            assertThat(reader.read(0).getWidth()).isEqualTo(1024);
            int grey = reader.read(0).getRGB(1000, 5) & 0xFF;
            assertThat(grey / 255.0).isCloseTo(take.take().spectrogram().at(0, 62), within(0.01));
            assertThat(reader.read(8).getWidth()).as("only what moves").isLessThan(100);
        }
    }

    @Test
    void aFigureIsLargerThanItsPictureAndNotPlayable() {
        PictureContents figure = PictureFile.read(export(ExportKind.FIGURE, null));
        assertThat(figure.picture().width()).isGreaterThan(1600);
        assertThat(figure.picture().channels()).isEqualTo(3);
        assertThat(figure.text().calibration()).isEmpty();
    }

    @Test
    void whatIsPlayedInALoopIsSaidInTheWav() {
        loop = new Span(0.25, 0.35);
        assertThat(WavFile.read(export(ExportKind.WAV_24, null)).loop()).contains(new Loop(4000, 5599));
        assertThat(WavFile.read(export(ExportKind.WAV_16, null)).loop()).contains(new Loop(4000, 5599));
        assertThat(WavFile.read(export(ExportKind.WAV_16, MIDDLE)).loop()).as("within the part").contains(new Loop(800, 2399));
        loop = null;
        assertThat(WavFile.read(export(ExportKind.WAV_16, null)).loop()).isEmpty();
    }

    @Test
    void theCeilingOfTheCanvasIsTheFiguresWhite() {
        Picture figure = PictureFile.read(export(ExportKind.FIGURE, null)).picture();
        int bright = -1;
        float[] levels = take.take().spectrogram().levels();
        for (int i = 0; i < levels.length; i++) {
            bright = (levels[i] - 1) * SpectrogramFormat.STARTER.rangeDecibels() > -9 ? i : bright; // above the ceiling of −10 dB
        }
        int scale = 1600 / COLUMNS;
        int x = 104 + bright % COLUMNS * scale + scale / 2;
        int y = 64 + bright / COLUMNS * scale + scale / 2;
        int rgb = ColourScale.MAGMA.argb(1);
        assertThat(Math.round(255 * figure.at(0, y, x)) << 16 | Math.round(255 * figure.at(1, y, x)) << 8 | Math.round(255 * figure.at(2, y, x)))
                .isEqualTo(rgb & 0xFFFFFF);
    }

    @Test
    void aProofShowsHowFarTheSoundIsFromThePicture() {
        PictureContents proof = PictureFile.read(export(ExportKind.PROOF, null));
        assertThat(proof.picture().height()).isGreaterThan(3 * SpectrogramFormat.STARTER.mels() * (1600 / COLUMNS));
        assertThat(proof.text().parameters().orElseThrow()).contains("a castle × a bell").matches(".*within \\d+\\.\\d dB on average, correlation -?0\\.\\d+");
    }

    @Test
    void aStoppedFilmLeavesNothing() throws IOException {
        CancelSignal cancel = new CancelSignal();
        Path target = Files.createDirectory(folder.resolve("out")).resolve("a.mp4");
        assertThatThrownBy(() -> new Delivery(wish(ExportKind.MP4, null), cancel, share -> cancel.raise()).to(target)).isInstanceOf(Cancelled.class);
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    private Path export(ExportKind kind, @Nullable Span span) {
        Path target = folder.resolve(kind.name() + "." + kind.extension());
        new Delivery(wish(kind, span), new CancelSignal(), _ -> {}).to(target);
        return target;
    }

    private ExportWish wish(ExportKind kind, @Nullable Span span) {
        return new ExportWish(take, kind, span, loop, true, new ExportWish.Look(ColourScale.MAGMA, -80, -10));
    }
}
