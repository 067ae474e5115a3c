package chladni.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.failure.BadInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKindTest {
    @Test
    void filesAreKnownByTheirContent() {
        assertThat(latin("RIFF\1\2\3\4WAVEfmt ")).isEqualTo(FileKind.WAV);
        assertThat(latin("RIFF\1\2\3\4WEBPVP8 ")).isEqualTo(FileKind.WEBP);
        assertThat(latin("RIFF\1\2\3\4AVI LIST")).isEqualTo(FileKind.AVI);
        assertThat(latin("RIFF\1\2\3\4CDXAfmt ")).isEqualTo(FileKind.UNKNOWN);
        assertThat(latin("\0\0\0\40ftypisom")).isEqualTo(FileKind.MP4);
        assertThat(latin("ID3\4\0")).isEqualTo(FileKind.MP3);
        assertThat(latin("\u00ff\u00fb\u0090\0")).isEqualTo(FileKind.MP3);
        assertThat(latin("\u00ff\u00d8\u00ff\u00e0")).isEqualTo(FileKind.JPEG);
        assertThat(latin("PK\3\4")).isEqualTo(FileKind.ZIP);
        assertThat(latin("")).isEqualTo(FileKind.EMPTY);
        assertThat(latin("\1\2\3")).isEqualTo(FileKind.UNKNOWN);
    }

    @Test
    void textIsTextInAnyLanguageAndBinaryIsNot() {
        assertThat(FileKind.of("Grüße aus 東京 🎵\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.TEXT);
        assertThat(FileKind.of("BM is not always a picture".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.TEXT);
        for (int shift = 0; shift < 4; shift++) {
            byte[] long4096 = Arrays.copyOf(("x".repeat(shift) + "🎵".repeat(1100)).getBytes(StandardCharsets.UTF_8), 4096);
            assertThat(FileKind.of(long4096)).isEqualTo(FileKind.TEXT);
        }
        assertThat(latin("abc\0def")).isEqualTo(FileKind.UNKNOWN);
        assertThat(latin("abc\u00e4\u00f6")).isEqualTo(FileKind.UNKNOWN);
    }

    @Test
    void foldersAndMissingFilesAreSaidToBeSo(@TempDir Path folder) {
        assertThatThrownBy(() -> FileKind.of(folder)).isInstanceOf(BadInput.class).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> FileKind.of(folder.resolve("x"))).isInstanceOf(BadInput.class).hasMessageContaining("no file");
    }

    private static FileKind latin(String start) {
        return FileKind.of(start.getBytes(StandardCharsets.ISO_8859_1));
    }
}
