package chladni.app.cli;

import chladni.engine.codec.DrawnFormat;
import chladni.engine.codec.OutputFolder;
import chladni.engine.codec.PngDepth;
import chladni.engine.codec.PngFile;
import chladni.engine.codec.PngText;
import chladni.engine.codec.SoundContents;
import chladni.engine.codec.SoundFile;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.sound.InputLevel;
import chladni.engine.sound.LogMel;
import chladni.engine.sound.SoundFit;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `chladni see`: shows a sound as a playable spectrogram. No model takes part.
@Command(name = "see", description = "See a sound: its log-mel spectrogram, low frequencies at the bottom.", mixinStandardHelpOptions = true)
final class SeeCommand implements Callable<Integer> {
    private final Output output;
    private final Writing writing;

    @Parameters(paramLabel = "SOUND", description = "WAV, FLAC, MP3, Ogg, AIFF, or a video's sound.")
    private Path sound = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for spectrogram.png.")
    private Path out = Path.of("");

    @Option(names = "--mels", paramLabel = "128|256",
            description = "Mel bands (default: those that a sound made by Chladni was drawn with, else 256; the starter's have 128).")
    private @Nullable Integer mels;

    SeeCommand(Output output, Writing writing) {
        this.output = output;
        this.writing = writing;
    }

    @Override
    public Integer call() {
        @Nullable SpectrogramFormat asked = mels == null ? null : Mels.format(mels);
        SoundContents contents = SoundFile.read(sound);
        SpectrogramFormat format = asked != null ? asked : DrawnFormat.of(contents).orElse(SpectrogramFormat.AUFFUSION);
        SoundFit.Fitted fitted = SoundFit.whole(contents.sound(), format, sound.toString());
        fitted.notes().forEach(note -> output.messages().println("Note: " + note));
        Spectrogram spectrogram = new LogMel(format).analyse(fitted.sound(), InputLevel.NORMALISED);
        PngText text = PngText.NONE.withParameters("Seen from " + sound.getFileName()).withCalibration(format);
        Path file = OutputFolder.prepared(out).resolve("spectrogram.png");
        PngText told = contents.recipe().map(text::withRecipe).orElse(text);
        writing.whole(() -> {
            PngFile.write(file, spectrogram.picture(), PngDepth.EIGHT, told);
            return file;
        });
        output.results().println(file);
        return 0;
    }
}
