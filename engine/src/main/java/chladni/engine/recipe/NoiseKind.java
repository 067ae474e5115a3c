package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Which of PyTorch's CPU generators draws the start noise (PUBLISHED.md, point 13).
public enum NoiseKind {
    /// Single precision: the default.
    FLOAT("float"),
    /// Half precision as in newer PyTorch: single precision rounded.
    HALF("half"),
    /// Half precision as up to PyTorch 2.1: replays the seeds of the published code.
    HALF_2_1("half-2.1");

    private final String id;

    NoiseKind(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static NoiseKind of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst().orElseThrow(() -> new BadInput(
                "\"noise\" must be one of " + Arrays.stream(values()).map(NoiseKind::id).collect(Collectors.joining(", "))
                        + ", not \"" + id + "\"."));
    }
}
