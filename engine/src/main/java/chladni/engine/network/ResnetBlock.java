package chladni.engine.network;

import chladni.engine.graph.Layers.Norm;
import chladni.engine.graph.Value;
import chladni.engine.graph.Window;
import org.jspecify.annotations.Nullable;

/// diffusers' `ResnetBlock2D`: two convolutions around a time shift, added to the input.
record ResnetBlock(Norm norm, @Nullable Value time) {
    /// `x [n, c, h, w] → [n, channels, h, w]`; `time [1, t]` is the time embedding after its activation.
    Value apply(Part part, Value x, int channels) {
        Value h = part.at("norm1").groupNorm(x, norm).silu();
        h = part.at("conv1").conv(h, channels, 3, Window.keeping(3)); // → [n, channels, h, w]
        if (time != null) {
            Value shift = part.at("time_emb_proj").linear(time, channels); // [1, t] → [1, channels]
            h = h.plus(shift.unsqueeze(2).unsqueeze(3)); // [1, channels, 1, 1]
        }
        h = part.at("norm2").groupNorm(h, norm).silu();
        h = part.at("conv2").conv(h, channels, 3, Window.keeping(3));
        // diffusers has a shortcut exactly where the channels change.
        boolean changes = x.dim(1).length() != channels;
        return h.plus(changes ? part.at("conv_shortcut").conv(x, channels, 1, Window.keeping(1)) : x);
    }
}
