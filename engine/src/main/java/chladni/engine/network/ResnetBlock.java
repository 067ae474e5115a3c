package chladni.engine.network;

import chladni.engine.graph.Layers.Norm;
import chladni.engine.graph.Value;
import chladni.engine.graph.Window;
import chladni.engine.graph.Winograd;
import org.jspecify.annotations.Nullable;

/// diffusers' `ResnetBlock2D`: two convolutions around a time shift, added to the input.
///
/// @param time `[1, t]`, the time embedding after its activation; null where a network knows no time
/// @param how the convolutions are computed; null: directly
record ResnetBlock(Norm norm, @Nullable Value time, @Nullable Winograd how) {
    ResnetBlock computed(@Nullable Winograd how) {
        return new ResnetBlock(norm, time, how);
    }

    /// `x [n, c, h, w] → [n, channels, h, w]`
    Value apply(Part part, Value x, int channels) {
        Value h = shifted(part, part.at("norm1").groupNorm(x, norm).silu(), channels);
        h = part.at("norm2").groupNorm(h, norm).silu();
        h = part.at("conv2").conv3(h, channels, how);
        // diffusers has a shortcut exactly where the channels change.
        boolean changes = x.dim(1).length() != channels;
        return h.plus(changes ? part.at("conv_shortcut").conv(x, channels, 1, Window.keeping(1)) : x);
    }

    private Value shifted(Part part, Value x, int channels) {
        Part conv = part.at("conv1");
        if (time == null) {
            return conv.conv3(x, channels, how);
        }
        Value shift = part.at("time_emb_proj").linear(time, channels).unsqueeze(2).unsqueeze(3); // [1, t] → [1, channels, 1, 1]
        return how == null || !how.pays(x.dim(1), channels)
                ? conv.conv3(x, channels, null).plus(shift)
                : conv.convWithoutBias(x, channels, how).plus(shift.plus(conv.channelBias(channels)));
    }
}
