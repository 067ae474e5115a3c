package chladni.app.feature.listen;

import chladni.engine.media.Sound;
import chladni.engine.sound.Loudness;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Plays what the pointer rests on, 6 dB softer than the transport, without touching what that plays.
public final class Audition implements AutoCloseable {
    private static final double SOFTER = Math.pow(10, -6 / 20.0);

    private final Player player = new Player(LineOut::open);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("chladni-audition").daemon().factory());
    private final AtomicLong wish = new AtomicLong();
    private final BooleanSupplier level;
    private final Consumer<Throwable> onFailure;

    /// @param level whether everything is played with the same peak
    public Audition(BooleanSupplier level, Consumer<Throwable> onFailure) {
        this.level = level;
        this.onFailure = onFailure;
    }

    /// @param sound may take a moment, such as reading a file
    @SuppressWarnings("CatchingUnchecked") // a sound that cannot be read is said so, and the next one is heard
    public void hear(Supplier<Sound> sound) {
        long mine = wish.incrementAndGet();
        boolean same = level.getAsBoolean();
        thread.execute(() -> {
            try {
                Sound ready = Loudness.times(Listening.of(sound.get(), same).sound(), SOFTER);
                if (wish.get() == mine) {
                    player.load(ready);
                    player.seek(0);
                    player.play();
                }
            } catch (RuntimeException failed) {
                onFailure.accept(failed);
            }
        });
    }

    public void rest() {
        wish.incrementAndGet();
        player.pause();
    }

    /// Whether anything is heard now.
    public boolean isPlaying() {
        return player.isPlaying();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        player.close();
    }
}
