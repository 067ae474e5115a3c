package chladni.engine.codec;

import chladni.engine.failure.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Reads sounds: WAV by our own reader, with what it carries; FLAC, MP3, Ogg, M4A, AIFF, compressed WAV and the sound track
/// of a film by FFmpeg; known by content. At most 100 million samples.
public final class SoundFile {
    private SoundFile() {}

    /// A sound of 0 s is returned as such.
    ///
    /// @throws BadInput when it holds no sound or is broken; the message says what it is and what can be read
    public static SoundContents read(Path file) {
        FileKind kind = FileKind.of(file);
        if (kind == FileKind.WAV) {
            Optional<SoundContents> plain = WavFile.readPlain(file);
            if (plain.isPresent()) {
                return plain.get();
            }
        }
        // What is not known by its first bytes may still be some rarer kind of sound.
        if (!kind.isSound() && kind != FileKind.UNKNOWN) {
            throw new BadInput(notASound(file, kind));
        }
        try {
            return FfmpegSound.read(file);
        } catch (IOException e) {
            throw new BadInput(kind.isSound() ? broken(file, kind) : notASound(file, kind), e);
        }
    }

    private static String notASound(Path file, FileKind kind) {
        return file + " is " + kind.words() + ". Sounds can be WAV, FLAC, MP3, Ogg, M4A, AIFF, or the sound track of a film.";
    }

    private static String broken(Path file, FileKind kind) {
        return file + " is " + kind.words() + " that cannot be decoded: it is damaged, or coded in a way that is not known here.";
    }
}
