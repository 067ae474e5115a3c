package chladni.engine.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import chladni.engine.failure.CancelSignal;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/// What `assets/recipe/speed.py unet` prints, for our graph of a pack and for a graph that PyTorch exported (`speed.py export`), so that the
/// three can be compared from a cold start: seconds since the process began, seconds a prediction, processor time, peak memory.
///
/// `PredictionTimes PACK|GRAPH.onnx ROWS CHANNELS HEIGHT WIDTH TOKENS CONTEXT PASSES`; bind it to one processor (`taskset -c 0`) for one thread.
public final class PredictionTimes {
    private static final float TIME = 500;

    private PredictionTimes() {}

    private interface Network {
        void predict(Tensor sample, Tensor context) throws Exception;
    }

    public static void main(String... args) throws Exception {
        int[] size = Stream.of(args).skip(1).mapToInt(Integer::parseInt).toArray();
        Tensor sample = Noise.single(1).normal(Shape.of(size[0], size[1], size[2], size[3]));
        Tensor context = Noise.single(2).normal(Shape.of(size[0], size[4], size[5]));
        Network network = args[0].endsWith(".onnx") ? exported(Path.of(args[0])) : ours(Path.of(args[0]));
        tell("opened", 1, sinceStart(), busy());
        network.predict(sample, context);
        tell("first prediction", 1, sinceStart(), busy());
        double start = sinceStart();
        double work = busy();
        for (int i = 0; i < size[6]; i++) {
            network.predict(sample, context);
        }
        tell("a prediction takes", size[6], sinceStart() - start, busy() - work);
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            lines.filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
        }
    }

    private static void tell(String what, int times, double seconds, double busy) {
        System.out.printf("%s: %.3f s (%.3f s of processor time)%n", what, seconds / times, busy / times);
    }

    private static double sinceStart() {
        return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
    }

    private static double busy() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static Network ours(Path pack) {
        UNet2DCondition unet = UNet2DCondition.open(NetworkFolder.open(pack.resolve("unet")), Device.CPU);
        return (sample, context) -> unet.predict(sample, TIME, context, new CancelSignal());
    }

    /// A whole graph with its weights, as SD4J (Oracle's Stable Diffusion for Java) is given it: opened and run, nothing else.
    private static Network exported(Path graph) throws Exception {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
        OrtSession session = environment.createSession(graph.toString(), options);
        return (sample, context) -> {
            try (OnnxTensor x = tensor(environment, sample);
                 OnnxTensor t = OnnxTensor.createTensor(environment, new float[] {TIME});
                 OnnxTensor words = tensor(environment, context);
                 OrtSession.Result result = session.run(Map.of("sample", x, "timestep", t, "context", words))) {
                result.get(0);
            }
        };
    }

    private static OnnxTensor tensor(OrtEnvironment environment, Tensor values) throws Exception {
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values.data()), values.shape().toLongArray());
    }
}
