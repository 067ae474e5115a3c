package chladni.app.cli;

import chladni.engine.codec.OutputFolder;
import chladni.engine.codec.PictureContents;
import chladni.engine.codec.PictureFile;
import chladni.engine.codec.SoundContents;
import chladni.engine.codec.WavEncoding;
import chladni.engine.codec.WavFile;
import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.sound.GriffinLim;
import chladni.engine.sound.Loudness;
import chladni.engine.sound.PictureFit;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `chladni listen`: reads a picture as a spectrogram and makes it heard. No model takes part.
@Command(name = "listen", description = "Hear a picture: its height is frequency, its width time.", mixinStandardHelpOptions = true)
final class ListenCommand implements Callable<Integer> {
    private final CancelSignal cancel;
    private final Output output;
    private final Writing writing;

    @Parameters(paramLabel = "PICTURE", description = "PNG, JPEG, GIF, BMP, TIFF or WebP.")
    private Path picture = Path.of("");

    @Mixin
    private ToneOptions tone = new ToneOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for sound.wav.")
    private Path out = Path.of("");

    ListenCommand(CommandFactory shared) {
        cancel = shared.cancel();
        output = shared.output();
        writing = shared.writing();
    }

    @Override
    public Integer call() {
        PictureContents contents = PictureFile.read(picture);
        SpectrogramFormat format = contents.text().calibration().orElseGet(() -> formatOf(contents.picture().height()));
        Spectrogram spectrogram = tone.on(PictureFit.KEEP_ASPECT.fit(contents.picture(), format, contents.picture().width()));
        Sound heard = new GriffinLim(format).sound(spectrogram, cancel);
        Sound fitting = Loudness.withinFullScale(heard);
        if (Loudness.peak(heard) > 1) {
            output.messages().printf(Locale.ROOT, "Note: the sound was turned down by %.0f dB so that it fits into a file; nothing of it is lost.%n",
                    Loudness.peakDecibels(heard) - Loudness.peakDecibels(fitting));
        }
        SoundContents sound = SoundContents.of(fitting);
        Path file = OutputFolder.prepared(out).resolve("sound.wav");
        SoundContents told = contents.text().recipe().map(sound::withRecipe).orElse(sound).withComment("Heard from " + picture.getFileName());
        writing.whole(() -> WavFile.write(file, told, WavEncoding.PCM_16));
        output.results().println(file);
        return 0;
    }

    /// A picture exactly as high as the starter's spectrograms is one; everything else gets the finer bands.
    private static SpectrogramFormat formatOf(int height) {
        return height == SpectrogramFormat.STARTER.mels() ? SpectrogramFormat.STARTER : SpectrogramFormat.AUFFUSION;
    }
}
