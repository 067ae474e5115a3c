package chladni.engine.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.bytedeco.javacv.Seekable;
import org.jspecify.annotations.Nullable;

/// Where FFmpeg's encoders write. They do not pass on what goes wrong at the end of a file, so a failure is kept here until
/// it is asked for.
final class EncoderOutput extends OutputStream implements Seekable {
    private static final int FROM_START = 0;
    private static final int FROM_HERE = 1;
    private static final int FROM_END = 2;

    private final FileChannel channel;
    private @Nullable IOException failure;

    EncoderOutput(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws IOException what went wrong first, if anything did
    void throwIfFailed() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        attempt(() -> {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        });
    }

    /// `fseek`; other values of `whence` are questions that need no answer.
    @Override
    public void seek(long offset, int whence) {
        attempt(() -> {
            switch (whence) {
                case FROM_START -> channel.position(offset);
                case FROM_HERE -> channel.position(channel.position() + offset);
                case FROM_END -> channel.position(channel.size() + offset);
                default -> { }
            }
        });
    }

    private interface Access {
        void run() throws IOException;
    }

    private void attempt(Access access) {
        if (failure == null) {
            try {
                access.run();
            } catch (IOException e) {
                failure = e;
            }
        }
    }
}
