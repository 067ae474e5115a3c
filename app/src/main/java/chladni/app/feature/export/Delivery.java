package chladni.app.feature.export;

import chladni.app.document.Shown;
import chladni.app.document.Span;
import chladni.engine.codec.AnimationExport;
import chladni.engine.codec.FigureFile;
import chladni.engine.codec.Film;
import chladni.engine.codec.FilmExport;
import chladni.engine.codec.Loop;
import chladni.engine.codec.PictureFile;
import chladni.engine.codec.PngDepth;
import chladni.engine.codec.PngFile;
import chladni.engine.codec.PngText;
import chladni.engine.codec.SafeWrite;
import chladni.engine.codec.SoundCoding;
import chladni.engine.codec.SoundContents;
import chladni.engine.codec.SoundExport;
import chladni.engine.codec.SoundFile;
import chladni.engine.codec.WavEncoding;
import chladni.engine.codec.WavFile;
import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Voice;
import chladni.engine.take.SavedTake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;

/// Brings a take to where the user wants it, whole or not at all.
final class Delivery {
    private final ExportWish wish;
    private final CancelSignal cancel;
    private final DoubleConsumer progress;

    /// @param progress told what share is done, 0 … 1, on the working thread
    Delivery(ExportWish wish, CancelSignal cancel, DoubleConsumer progress) {
        this.wish = wish;
        this.cancel = cancel;
        this.progress = progress;
    }

    /// @throws chladni.engine.failure.StorageFailed when it cannot be written; nothing is left behind
    void to(Path target) {
        ExportKind kind = wish.kind();
        SavedTake take = wish.take();
        if (kind.isCopy() && wish.span() == null && (wish.loop() == null || kind != ExportKind.WAV_16)) {
            SafeWrite.stream(target, out -> Files.copy(source(take, kind), out));
            return;
        }
        switch (kind) {
            case WAV_16 -> WavFile.write(target, sound(), WavEncoding.PCM_16);
            case WAV_24 -> WavFile.write(target, sound(), WavEncoding.PCM_24);
            case WAV_FLOAT -> WavFile.write(target, sound(), WavEncoding.FLOAT_32);
            case FLAC -> SoundExport.write(target, sound(), SoundCoding.FLAC);
            case MP3 -> SoundExport.write(target, sound(), SoundCoding.MP3);
            case OGG -> SoundExport.write(target, sound(), SoundCoding.OGG);
            case PNG_8 -> PngFile.write(target, spectrogram(), PngDepth.EIGHT, text(take.spectrogram()));
            case PNG_16 -> PngFile.write(target, spectrogram(), PngDepth.SIXTEEN, text(take.spectrogram()));
            case PICTURE -> PngFile.write(target, cropped(take.take().picture()), PngDepth.EIGHT, text(take.picture()));
            case PROOF -> {
                ProofMaker proof = new ProofMaker(take);
                FigureFile.write(target, proof.figure(), PngText.NONE.withParameters(proof.words()));
            }
            case FIGURE -> FigureFile.write(target, figure(), PngText.NONE);
            case MP4 -> FilmExport.write(target, film(), cancel, progress);
            case GIF -> AnimationExport.write(target, cropped(take.take().picture()), sound().sound().seconds(), cancel, progress);
        }
    }

    private static Path source(SavedTake take, ExportKind kind) {
        return switch (kind) {
            case WAV_16 -> take.sound();
            case PNG_8 -> take.spectrogram();
            default -> take.picture();
        };
    }

    /// The samples as they lie on disk, with what the file carries.
    private SoundContents sound() {
        SoundContents contents = SoundFile.read(wish.take().sound());
        Span span = wish.span();
        Sound whole = contents.sound();
        if (span == null) {
            return wish.loop() == null ? contents : contents.withLoop(loop(wish.loop(), 0, whole));
        }
        int from = Math.min(whole.length() - 1, (int) Math.round(span.from() * whole.sampleRate()));
        int to = Math.clamp(Math.round(span.to() * whole.sampleRate()), from + 1, whole.length());
        float[][] channels = new float[whole.channels().length][];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = java.util.Arrays.copyOfRange(whole.channels()[c], from, to);
        }
        Sound part = new Sound(whole.sampleRate(), channels);
        SoundContents cut = new SoundContents(part, contents.comment(), contents.recipe(), java.util.Optional.empty());
        return wish.loop() == null ? cut : cut.withLoop(loop(wish.loop(), from, part));
    }

    /// @param from first sample of the part in the whole
    private static Loop loop(Span span, int from, Sound part) {
        int last = part.length() - 1;
        int start = Math.clamp(Math.round(span.from() * part.sampleRate()) - from, 0, last);
        return new Loop(start, Math.clamp(Math.round(span.to() * part.sampleRate()) - from - 1, start, last));
    }

    private Picture spectrogram() {
        return cropped(wish.take().take().spectrogram().picture());
    }

    private static PngText text(Path carrier) {
        return PictureFile.read(carrier).text();
    }

    /// The columns within the span, of the spectrogram or of the picture on the same canvas.
    private Picture cropped(Picture whole) {
        Span span = wish.span();
        if (span == null) {
            return whole;
        }
        double perSecond = whole.width() / wish.take().take().spectrogram().seconds();
        int from = Math.min(whole.width() - 1, (int) Math.round(span.from() * perSecond));
        int to = Math.clamp(Math.round(span.to() * perSecond), from + 1, whole.width());
        int width = to - from;
        float[] values = new float[whole.channels() * whole.height() * width];
        for (int row = 0; row < whole.channels() * whole.height(); row++) {
            System.arraycopy(whole.values(), row * whole.width() + from, values, row * width, width);
        }
        return new Picture(whole.channels(), whole.height(), width, values);
    }

    /// The film with the very samples of the WAV on disk.
    Film film() {
        return new Film(cropped(wish.take().take().picture()), sound().sound(), wish.captions() ? captions() : List.of());
    }

    private List<String> captions() {
        if (wish.take().take().recipe() instanceof Compose recipe) {
            return recipe.voices().stream().map(Voice::prompt).filter(prompt -> !prompt.isBlank()).toList();
        }
        return List.of(Shown.titleOf(wish.take().take().recipe()));
    }

    private chladni.engine.codec.Figure figure() {
        Spectrogram whole = wish.take().take().spectrogram();
        Picture part = spectrogram();
        Spectrogram shown = new Spectrogram(whole.format(), part.width(), part.values());
        Span span = wish.span();
        return new FigureMaker(shown, wish.look(), span == null ? 0 : span.from())
                .figure(Shown.titleOf(wish.take().take().recipe()));
    }

    /// The wish with its extension. What the user did not confirm to overwrite is not overwritten: it gets a number.
    static Path withExtension(Path wish, String extension) {
        String name = String.valueOf(wish.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith("." + extension)) {
            return wish;
        }
        return free(wish.resolveSibling(name + "." + extension), extension);
    }

    /// The path itself, or the first numbered one that does not exist: "bell 2.wav".
    static Path free(Path wish, String extension) {
        String name = String.valueOf(wish.getFileName());
        String stem = name.substring(0, name.length() - extension.length() - 1);
        Path path = wish;
        for (int i = 2; Files.exists(path); i++) {
            path = wish.resolveSibling(stem + " " + i + "." + extension);
        }
        return path;
    }
}
