package chladni.engine.failure;

import java.nio.file.Path;

/// A pack's file is missing, damaged or of a kind that cannot be read; the message names the file and what is wrong in it.
public final class PackBroken extends ChladniFailure {
    private static final long serialVersionUID = 1;

    public PackBroken(String message) {
        super(message, null);
    }

    public PackBroken(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "pack-broken";
    }

    /// A file that its parser does not understand, in the parser's words without its advice for programmers.
    public static PackBroken damaged(Path file, String parsersWords, Throwable cause) {
        return new PackBroken(file + " is damaged: " + parsersWords.replaceFirst("(?s) \\(start marker .*", "") + ".", cause);
    }

    @Override
    public int exitCode() {
        return 3;
    }
}
