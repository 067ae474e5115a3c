package chladni.engine.recipe;

import java.nio.file.Path;

/// A voice's share in the mix: the same everywhere, or painted over the picture (the balance brush).
public sealed interface Weight {
    static Weight of(double share) {
        return new Even(share);
    }

    /// @param share 0 … 10; only the ratio to the other voices' weights matters
    record Even(double share) implements Weight {
        public Even {
            Ranges.number("weight", share, 0, 10);
        }
    }

    /// @param map a grey picture of the canvas: black = `low`, white = `high`
    record Painted(Path map, double low, double high) implements Weight {
        public Painted {
            Ranges.number("weight.low", low, 0, 10);
            Ranges.number("weight.high", high, 0, 10);
        }
    }
}
