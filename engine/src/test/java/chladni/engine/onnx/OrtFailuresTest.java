package chladni.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import chladni.engine.failure.OutOfMemory;
import org.junit.jupiter.api.Test;

class OrtFailuresTest {
    @Test
    void lackOfMemorySaysHowMuchWasAskedFor() {
        RuntimeException failure = OrtFailures.running(new OrtException("Error in execution: Non-zero status code returned while running Conv node. Status "
                + "Message: /onnxruntime_src/onnxruntime/core/framework/bfc_arena.cc:376 Failed to allocate memory for requested buffer of size 268435456"));
        assertThat(failure).isInstanceOf(OutOfMemory.class).hasMessageContaining("268 MB more were asked for").hasMessageContaining("Choose fewer columns");
    }

    @Test
    void otherFailuresOfARunAreBugs() {
        assertThat(OrtFailures.running(new OrtException("Invalid rank for input: x"))).isInstanceOf(IllegalStateException.class);
    }
}
