package chladni.engine.network;

import chladni.engine.graph.Value;
import chladni.engine.graph.Window;
import java.util.function.UnaryOperator;

/// diffusers' `ResnetBlock2D` as DeepFloyd IF uses it: the time scales and shifts, and sizes change inside the block, on both branches.
///
/// @param time `[n, t]`
record PixelResnet(PixelUNetConfig.Block block, Value time, float divisor) {
    /// `x [n, c, h, w] → [n, channels, h, w]`
    Value apply(Part part, Value x, int channels) {
        return apply(part, x, channels, UnaryOperator.identity());
    }

    /// `x [n, c, h, w] → [n, channels, h', w']`
    ///
    /// @param resized what happens to height and width, on both branches
    Value apply(Part part, Value x, int channels, UnaryOperator<Value> resized) {
        Activation activation = block.activation();
        Value h = resized.apply(activation.of(part.at("norm1").groupNorm(x, block.norm())));
        Value shortcut = resized.apply(x);
        h = part.at("conv1").conv(h, channels, 3, Window.keeping(3)); // → [n, channels, h', w']
        h = activation.of(timed(part, h, channels));
        h = part.at("conv2").conv(h, channels, 3, Window.keeping(3));
        boolean changes = x.dim(1).length() != channels;
        Value sum = h.plus(changes ? part.at("conv_shortcut").conv(shortcut, channels, 1, Window.keeping(1)) : shortcut);
        return divisor == 1 ? sum : sum.times(1 / divisor);
    }

    private Value timed(Part part, Value h, int channels) {
        Part projection = part.at("time_emb_proj");
        Value vector = block.timeActive() ? block.activation().of(time) : time;
        if (!block.scaled()) {
            return part.at("norm2").groupNorm(h.plus(perChannel(projection.linear(vector, channels))), block.norm());
        }
        Value scale = projection.linearRows(vector, 0, channels, 2 * channels); // the first half scales, the second shifts
        Value shift = projection.linearRows(vector, channels, 2 * channels, 2 * channels);
        Value normed = part.at("norm2").groupNorm(h, block.norm());
        return normed.times(perChannel(scale).plus(part.graph().scalar(1))).plus(perChannel(shift));
    }

    /// `[n, c] → [n, c, 1, 1]`
    private static Value perChannel(Value x) {
        return x.unsqueeze(2).unsqueeze(3);
    }
}
