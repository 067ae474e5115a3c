package chladni.engine.codec;

import chladni.engine.failure.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What a file is, judged by its first bytes; its name is not looked at.
public enum FileKind {
    PNG("a PNG picture", Use.PICTURE),
    JPEG("a JPEG picture", Use.PICTURE),
    GIF("a GIF picture", Use.PICTURE),
    BMP("a BMP picture", Use.PICTURE),
    TIFF("a TIFF picture", Use.PICTURE),
    WEBP("a WebP picture", Use.PICTURE),
    WAV("a WAV sound", Use.SOUND),
    AIFF("an AIFF sound", Use.SOUND),
    FLAC("a FLAC sound", Use.SOUND),
    MP3("an MP3 sound", Use.SOUND),
    OGG("an Ogg sound", Use.SOUND),
    MP4("an MP4 or M4A file", Use.SOUND),
    MATROSKA("a Matroska or WebM file", Use.SOUND),
    AVI("an AVI film", Use.SOUND),
    FLV("a Flash film", Use.SOUND),
    ASF("a Windows Media file", Use.SOUND),
    MPEG("an MPEG film", Use.SOUND),
    HEIF("an AVIF or HEIF picture", Use.PICTURE),
    ZIP("a zip archive", Use.OTHER),
    PDF("a PDF document", Use.OTHER),
    EMPTY("an empty file", Use.OTHER),
    TEXT("a text file", Use.OTHER),
    UNKNOWN("of a kind that is not known here", Use.OTHER);

    private static final int LOOKED_AT = 4096;

    private enum Use { PICTURE, SOUND, OTHER }

    private final String words;
    private final Use use;

    FileKind(String words, Use use) {
        this.words = words;
        this.use = use;
    }

    /// "a PNG picture", "a text file".
    public String words() {
        return words;
    }

    public boolean isPicture() {
        return use == Use.PICTURE;
    }

    /// Holds a sound, or may hold one beside moving pictures.
    public boolean isSound() {
        return use == Use.SOUND;
    }

    /// @throws BadInput when there is no such file, it is a folder, or it cannot be opened
    public static FileKind of(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + " is a folder, not a file.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(LOOKED_AT));
        } catch (NoSuchFileException e) {
            throw new BadInput("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new BadInput("Cannot read " + file + ": " + SafeWrite.reason(e) + ".", e);
        }
    }

    /// @param start the file's first bytes, 4096 if there are as many
    static FileKind of(byte[] start) {
        String head = new String(start, 0, Math.min(16, start.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("RIFF") || head.startsWith("RF64")) {
            return head.startsWith("WAVE", 8) ? WAV : head.startsWith("WEBP", 8) ? WEBP : head.startsWith("AVI ", 8) ? AVI : UNKNOWN;
        }
        if (head.startsWith("FORM") && head.startsWith("AIF", 8)) {
            return AIFF;
        }
        if (head.startsWith("ftyp", 4)) {
            return head.startsWith("avif", 8) || head.startsWith("heic", 8) || head.startsWith("mif1", 8) ? HEIF : MP4;
        }
        return byPrefix(head, start);
    }

    private static FileKind byPrefix(String head, byte[] start) {
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        } else if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        } else if (head.startsWith("GIF8")) {
            return GIF;
        } else if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return TIFF;
        } else if (head.startsWith("fLaC")) {
            return FLAC;
        } else if (head.startsWith("OggS")) {
            return OGG;
        } else if (head.startsWith("ID3") || isMpegFrame(start)) {
            return MP3;
        } else if (head.startsWith("\u001aE\u00df\u00a3")) {
            return MATROSKA;
        } else if (head.startsWith("FLV\u0001")) {
            return FLV;
        } else if (head.startsWith("0&\u00b2u\u008ef\u00cf\u0011")) {
            return ASF;
        } else if (head.startsWith("\0\0\u0001\u00ba") || start.length > 188 && start[0] == 'G' && start[188] == 'G') {
            return MPEG;
        } else if (head.startsWith("PK\u0003\u0004")) {
            return ZIP;
        } else if (head.startsWith("%PDF-")) {
            return PDF;
        } else if (start.length == 0) {
            return EMPTY;
        } else if (isText(start)) {
            return TEXT;
        }
        return head.startsWith("BM") ? BMP : UNKNOWN;
    }

    /// Eleven set bits, then neither of the reserved versions and layers.
    private static boolean isMpegFrame(byte[] start) {
        return start.length > 2 && start[0] == (byte) 0xFF && (start[1] & 0xE0) == 0xE0
                && (start[1] & 0x18) != 0x08 && (start[1] & 0x06) != 0 && (start[2] & 0xF0) != 0xF0;
    }

    /// UTF-8 without control characters other than white space.
    private static boolean isText(byte[] start) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        // A character may be cut in two where the bytes looked at end.
        int length = start.length == LOOKED_AT ? LOOKED_AT - 4 : start.length;
        for (int end = length; end <= start.length; end++) {
            try {
                return decoder.decode(ByteBuffer.wrap(start, 0, end)).chars()
                        .allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0x1b);
            } catch (CharacterCodingException e) {
                decoder.reset();
            }
        }
        return false;
    }
}
