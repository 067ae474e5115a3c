package chladni.app.feature.listen;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.media.Sound;
import java.io.ByteArrayOutputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The player on a loudspeaker that remembers everything and plays when it is told.
class PlayerTest {
    private static final int RATE = 8000;

    private final Memory out = new Memory();
    private final Player player = new Player(_ -> out);

    @AfterEach
    void close() {
        player.close();
    }

    @Test
    void aLoopOfAStretchFollowsItselfWithoutAGap() throws InterruptedException {
        player.load(ramp(8000));
        player.loop(true, 0.25, 0.5);
        player.seek(0.25);
        player.play();
        int[] heard = out.await(6000);
        assertThat(heard).startsWith(IntStream.range(0, 6000).map(i -> 2000 + i % 2000).toArray());
    }

    @Test
    void theClockRunsInTheLoopToo() throws InterruptedException {
        player.load(ramp(8000));
        player.loop(true, 0.25, 0.5);
        player.seek(0.25);
        player.play();
        out.await(6000);
        out.played = 5000; // twice round and a half
        assertThat(player.position()).isEqualTo(0.25 + 1000.0 / RATE);
    }

    @Test
    void aLoopOfEverythingGoesOnAtTheStart() throws InterruptedException {
        player.load(ramp(1600));
        player.loop(true, 0, 0);
        player.play();
        assertThat(out.await(4000)).startsWith(IntStream.range(0, 4000).map(i -> i % 1600).toArray());
    }

    @Test
    void whereTheLoopIsShorterThanTheWayToItsEndThePlayerGetsThere() throws InterruptedException {
        player.load(ramp(8000));
        player.loop(true, 0.5, 0.75);
        player.play();
        int[] heard = out.await(7000);
        assertThat(heard).startsWith(IntStream.range(0, 7000).map(i -> i < 6000 ? i : 4000 + (i - 6000) % 2000).toArray());
    }

    @Test
    void scrubbingSoundsAMomentAndStaysWhereItIs() throws InterruptedException {
        player.load(ramp(8000));
        player.scrub(0.5);
        out.await(720);
        assertThat(player.isPlaying()).isFalse();
        out.played = 800;
        for (int i = 0; i < 200 && player.position() != 0.5; i++) {
            Thread.sleep(5);
        }
        assertThat(player.position()).isEqualTo(0.5);
    }

    @Test
    void anotherTakeGoesOnAtTheSameSampleWithoutAGap() throws InterruptedException {
        out.most = 3000;
        player.load(ramp(8000));
        player.play();
        int switched = out.await(3000).length;
        player.load(negative(ramp(8000)));
        out.most = 7000;
        int[] heard = out.await(7000);
        assertThat(heard).startsWith(IntStream.range(0, 7000).map(i -> i < switched ? i : -i).toArray());
    }

    @Test
    void anotherTakeIsHeardAtOnceAtTheSamePlace() throws InterruptedException {
        out.most = 3000;
        player.load(ramp(8000));
        player.play();
        int before = out.await(3000).length;
        out.played = 1000; // the device still has some two thousand samples of the first take
        player.flip(negative(ramp(8000)));
        assertThat(player.position()).as("nothing moves").isEqualTo(1000.0 / RATE);
        out.most = before + 2000;
        int[] heard = out.await(before + 1000);
        assertThat(IntStream.range(before, before + 1000).map(i -> heard[i]).toArray())
                .isEqualTo(IntStream.range(0, 1000).map(i -> -1000 - i).toArray());
    }

    @Test
    void aLongerTakeGoesOnAtTheSamePlaceOfALoopThatWentRoundBefore() throws InterruptedException {
        player.load(ramp(8000));
        player.loop(true, 0, 0);
        player.play();
        out.most = 30_000;
        out.await(20_000);
        out.played = 18_000; // twice round and a quarter
        assertThat(player.position()).isEqualTo(0.25);
        player.load(ramp(9000));
        assertThat(player.position()).isEqualTo(0.25);
    }

    /// A sound card that counts in periods of 20 ms, as ALSA's do: the playhead must not.
    @Test
    void thePlayheadIsWithinTenMillisecondsOfADeviceThatCountsInPeriods() {
        double[] seconds = new double[1];
        Memory device = new Memory();
        SteadyClock clock = new SteadyClock(device, RATE, () -> (long) (seconds[0] * 1e9));
        clock.write(new byte[2 * RATE]);
        double period = 0.02;
        long last = 0;
        for (int millis = 0; millis < 900; millis += 4) { // as often as the player looks
            seconds[0] = millis / 1000.0;
            device.played = (long) (Math.floor(seconds[0] / period) * period * RATE);
            long told = clock.framesPlayed();
            assertThat(told).isGreaterThanOrEqualTo(last);
            if (millis >= 20) {
                assertThat(Math.abs(told / (double) RATE - seconds[0])).as("after %d ms", millis).isLessThan(0.01);
            }
            last = told;
        }
        device.played = RATE / 2 * 2L;
        seconds[0] = 3;
        assertThat(clock.framesPlayed()).as("never beyond what was written").isEqualTo(RATE);
        clock.drop();
        seconds[0] = 4;
        assertThat(clock.framesPlayed()).as("a device that is stopped stands").isEqualTo(device.played);
    }

    private static Sound negative(Sound sound) {
        float[] samples = sound.channels()[0].clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = -samples[i];
        }
        return Sound.mono(RATE, samples);
    }

    /// Sample i has the 16-bit value i.
    private static Sound ramp(int samples) {
        float[] values = new float[samples];
        for (int i = 0; i < samples; i++) {
            values[i] = i / (float) Short.MAX_VALUE;
        }
        return Sound.mono(RATE, values);
    }

    private static final class Memory implements AudioOut {
        private final ByteArrayOutputStream pcm = new ByteArrayOutputStream();
        volatile long played;
        volatile int most = 12_000;

        int[] await(int frames) throws InterruptedException {
            for (int i = 0; i < 2000 && size() < frames; i++) {
                Thread.sleep(5);
            }
            byte[] bytes = bytes();
            return IntStream.range(0, bytes.length / 2).map(i -> bytes[2 * i] & 0xFF | bytes[2 * i + 1] << 8).toArray();
        }

        private synchronized int size() {
            return pcm.size() / 2;
        }

        private synchronized byte[] bytes() {
            return pcm.toByteArray();
        }

        @Override
        public synchronized int room() {
            return size() < most ? 4000 : 0;
        }

        @Override
        public synchronized void write(byte[] chunk) {
            pcm.writeBytes(chunk);
        }

        @Override
        public long framesPlayed() {
            return played;
        }

        @Override
        public void drop() {}

        @Override
        public String silentBecause() {
            return "";
        }

        @Override
        public void close() {}
    }
}
