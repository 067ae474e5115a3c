package chladni.engine.network;

import chladni.engine.failure.CancelSignal;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One guided prediction (two rows) and one decode. For another pack: `-Djmh="NetworkBenchmark -p pack=DIR -p height=32 -p width=128 -p tokens=77"`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class NetworkBenchmark {
    @Param("../assets/starter/starter-picture")
    public String pack = "";

    @Param("16")
    public int height;

    @Param("64")
    public int width;

    @Param("32")
    public int tokens;

    private UNet2DCondition unet;
    private AutoencoderKl vae;
    private Tensor sample;
    private Tensor context;

    @Setup
    public void open() {
        unet = UNet2DCondition.open(NetworkFolder.open(Path.of(pack, "unet")), Device.CPU);
        vae = AutoencoderKl.open(NetworkFolder.open(Path.of(pack, "vae")), Device.CPU);
        sample = Noise.single(1).normal(Shape.of(2, unet.channels(), height, width));
        context = Noise.single(2).normal(Shape.of(2, tokens, unet.contextWidth()));
    }

    @Benchmark
    public Tensor guidedPrediction() {
        return unet.predict(sample, 500, context, new CancelSignal());
    }

    @Benchmark
    public Tensor decode() {
        return vae.decode(sample.row(0), new CancelSignal());
    }

    @TearDown
    public void close() {
        unet.close();
        vae.close();
    }
}
