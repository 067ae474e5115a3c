package chladni.app.cli;

import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// Whether takes can be heard on this machine.
final class AudioDevices {
    private AudioDevices() {}

    /// Opens a line for a moment, because a listed device may still be unusable.
    static String describe() {
        AudioFormat format = new AudioFormat(44_100, 16, 2, true, false);
        DataLine.Info wanted = new DataLine.Info(SourceDataLine.class, format);
        if (!AudioSystem.isLineSupported(wanted)) {
            return "no: no audio device was found; takes are silent here but can be exported";
        }
        try (SourceDataLine line = (SourceDataLine) AudioSystem.getLine(wanted)) {
            line.open(format);
            return "yes: " + Arrays.stream(AudioSystem.getMixerInfo()).map(info -> info.getName()).findFirst().orElse("default device");
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException busy) {
            return "no: the audio device cannot be opened (" + busy.getMessage() + ")";
        }
    }
}
