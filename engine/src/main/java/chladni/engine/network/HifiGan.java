package chladni.engine.network;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.graph.Dim;
import chladni.engine.graph.ElementType;
import chladni.engine.graph.Graph;
import chladni.engine.graph.Layers;
import chladni.engine.graph.Value;
import chladni.engine.graph.Window;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.Feeds;
import chladni.engine.onnx.Session;
import chladni.engine.tensor.Tensor;
import java.util.List;
import java.util.Objects;

/// HiFi-GAN's generator (Kong et al. 2020, arXiv:2010.05646, section 2.2): log-mel frames to a waveform.
public final class HifiGan implements AutoCloseable {
    private static final float SLOPE = 0.1f;
    private static final float LAST_SLOPE = 0.01f; // the published code forgets to say 0.1 here, and the weights know it

    private final NetworkFolder folder;
    private final Config config;
    private final Session session;

    private HifiGan(NetworkFolder folder, Config config, Session session) {
        this.folder = folder;
        this.config = config;
        this.session = session;
    }

    /// @param rates how many times longer each upsampling makes the signal; their product is the hop
    /// @param kernels of the upsampling layers
    /// @param blockKernels kernel sizes of the residual blocks after each upsampling, which are averaged
    private record Config(String resblock, int bands, int sampleRate, int channels, List<Integer> rates, List<Integer> kernels,
            List<Integer> blockKernels, List<List<Integer>> dilations) {
        static Config read(NetworkConfig file) {
            Config config = new Config(
                    file.text("resblock", "1"),
                    file.integer("num_mels", 80),
                    file.integer("sampling_rate", 22050),
                    file.integer("upsample_initial_channel", 512),
                    file.integers("upsample_rates", List.of()),
                    file.integers("upsample_kernel_sizes", List.of()),
                    file.integers("resblock_kernel_sizes", List.of()),
                    file.integerLists("resblock_dilation_sizes"));
            config.check(file);
            return config;
        }

        private void check(NetworkConfig file) {
            if (!List.of("1", "2").contains(resblock)) {
                throw file.unsupported("resblock");
            }
            if (rates.isEmpty() || rates.size() != kernels.size() || channels >> rates.size() == 0) {
                throw file.unsupported("upsample_rates");
            }
            for (int i = 0; i < rates.size(); i++) {
                if (rates.get(i) < 1 || kernels.get(i) < rates.get(i) || kernels.get(i) > 1000) {
                    throw file.unsupported("upsample_kernel_sizes");
                }
            }
            if (blockKernels.isEmpty() || blockKernels.stream().anyMatch(kernel -> kernel % 2 == 0 || kernel > 1000)) {
                throw file.unsupported("resblock_kernel_sizes");
            }
            if (dilations.size() != blockKernels.size() || dilations.stream().anyMatch(List::isEmpty)) {
                throw file.unsupported("resblock_dilation_sizes");
            }
        }
    }

    /// Loads a pack's `vocoder` folder: `config.json` and `vocoder.pt`, whose table may lie under `generator`.
    ///
    /// @throws PackBroken when its files are damaged
    public static HifiGan open(NetworkFolder folder, Device device) {
        Config config = Config.read(folder.config());
        Part file = Part.root(folder.weights());
        boolean nested = folder.weights().has("generator.conv_pre.bias");
        write(nested ? file.at("generator") : file, config);
        return new HifiGan(folder, config, Session.open(file.model(), device));
    }

    /// `logMel [n, bands, frames]` (natural logarithm) → waveform `[n, 1, frames · hop]` in −1…1.
    public Tensor waveform(Tensor logMel, CancelSignal cancel) {
        Tensor wave = Objects.requireNonNull(session.run(new Feeds().put("mel", logMel), cancel).get("wave"));
        if (!wave.isFinite()) {
            throw new PackBroken("The vocoder in " + folder.path() + " gave numbers that are not finite; its weights are damaged, or its input is.");
        }
        // ONNX Runtime's tanh passes 1 by a rounding where it saturates, and what passes full scale would be turned down
        return wave.map(v -> Math.clamp(v, -1, 1));
    }

    /// Samples per frame.
    public int hop() {
        return config.rates.stream().reduce(1, (a, b) -> a * b);
    }

    public int bands() {
        return config.bands;
    }

    /// Samples per second.
    public int sampleRate() {
        return config.sampleRate;
    }

    @Override
    public void close() {
        session.close();
    }

    private static void write(Part root, Config config) {
        Graph graph = root.graph();
        Value mel = graph.input("mel", ElementType.FLOAT, Dim.named("n"), Dim.of(config.bands), Dim.named("frames"));
        Value x = conv(root.at("conv_pre"), mel, config.channels, 7, 1); // [n, bands, l] → [n, c, l]
        for (int i = 0; i < config.rates.size(); i++) {
            int channels = config.channels >> (i + 1);
            x = upsample(root.at("ups", i), x.leakyRelu(SLOPE), channels, new int[] {config.kernels.get(i), config.rates.get(i)}); // → [n, c/2, l·rate]
            x = fused(root, x, i, config);
        }
        graph.output("wave", conv(root.at("conv_post"), x.leakyRelu(LAST_SLOPE), 1, 7, 1).tanh()); // [n, c, l] → [n, 1, l]
    }

    /// Multi-receptive-field fusion: the mean of residual blocks that see different lengths.
    private static Value fused(Part root, Value x, int level, Config config) {
        int blocks = config.blockKernels.size();
        Value sum = block(root.at("resblocks", level * blocks), x, 0, config);
        for (int k = 1; k < blocks; k++) {
            sum = sum.plus(block(root.at("resblocks", level * blocks + k), x, k, config));
        }
        return sum.times(1f / blocks);
    }

    private static Value block(Part part, Value x, int which, Config config) {
        int channels = x.dim(1).length();
        int kernel = config.blockKernels.get(which);
        boolean pairs = config.resblock.equals("1");
        Value h = x;
        for (int i = 0; i < config.dilations.get(which).size(); i++) {
            Value y = conv(part.at(pairs ? "convs1" : "convs", i), h.leakyRelu(SLOPE), channels, kernel, config.dilations.get(which).get(i));
            if (pairs) {
                y = conv(part.at("convs2", i), y.leakyRelu(SLOPE), channels, kernel, 1);
            }
            h = h.plus(y);
        }
        return h;
    }

    private static Value conv(Part part, Value x, int channels, int kernel, int dilation) {
        Value weight = weight(part, channels, x.dim(1).length(), kernel);
        return Layers.conv(x, weight, part.weight("bias", channels), Window.dilated(kernel, dilation));
    }

    private static Value upsample(Part part, Value x, int channels, int[] kernelAndRate) {
        Value weight = weight(part, x.dim(1).length(), channels, kernelAndRate[0]);
        return Layers.convTransposed(x, weight, part.weight("bias", channels), kernelAndRate[1]);
    }

    /// A weight, also where it is published with its weight norm: `v · g / |v|`, the length over all but the first axis. ONNX
    /// Runtime does that sum once, while it loads.
    private static Value weight(Part part, int first, int second, int kernel) {
        if (part.has("weight")) {
            return part.weight("weight", first, second, kernel);
        }
        boolean old = part.has("weight_g");
        Value g = part.weight(old ? "weight_g" : "parametrizations.weight.original0", first, 1, 1);
        Value v = part.weight(old ? "weight_v" : "parametrizations.weight.original1", first, second, kernel);
        return v.times(g.dividedBy(v.lengths()));
    }
}
