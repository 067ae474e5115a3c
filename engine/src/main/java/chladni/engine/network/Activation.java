package chladni.engine.network;

import chladni.engine.graph.Pointwise;
import chladni.engine.graph.Value;
import java.util.List;

/// Activations by the names that published configurations use.
enum Activation {
    QUICK_GELU("quick_gelu"),
    GELU("gelu"),
    TANH_GELU("gelu_new", "gelu_pytorch_tanh", "gelu_fast"),
    SILU("silu", "swish"),
    RELU("relu"),
    TANH("tanh");

    private final List<String> names;

    Activation(String... names) {
        this.names = List.of(names);
    }

    /// @throws chladni.engine.failure.PackBroken when the configuration names another one
    static Activation read(NetworkConfig config, String key, String byDefault) {
        String name = config.text(key, byDefault);
        for (Activation activation : values()) {
            if (activation.names.contains(name)) {
                return activation;
            }
        }
        throw config.unsupported(key);
    }

    Value of(Value x) {
        return switch (this) {
            case QUICK_GELU -> x.quickGelu(1.702f);
            case GELU -> x.gelu();
            case TANH_GELU -> Pointwise.tanhGelu(x);
            case SILU -> x.silu();
            case RELU -> Pointwise.relu(x);
            case TANH -> x.tanh();
        };
    }
}
