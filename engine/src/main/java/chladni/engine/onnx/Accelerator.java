package chladni.engine.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Arrays;

/// What ONNX Runtime can compute on besides the processor, where the build and the machine have it.
enum Accelerator {
    CUDA("cuda", OrtProvider.CUDA, "NVIDIA GPUs, on Linux and Windows; a build with MAVEN_ARGS=-Pcuda has it"),
    /// What TensorRT cannot take is left to CUDA.
    TENSORRT("tensorrt", OrtProvider.TENSOR_RT, "NVIDIA GPUs with TensorRT installed; a build with MAVEN_ARGS=-Pcuda has it"),
    DIRECTML("directml", OrtProvider.DIRECT_ML, "GPUs of any make on Windows; only an ONNX Runtime compiled with it has it"),
    COREML("coreml", OrtProvider.CORE_ML, "Macs; their ordinary build has it");

    private final String id;
    private final OrtProvider provider;
    private final String where;

    Accelerator(String id, OrtProvider provider, String where) {
        this.id = id;
        this.provider = provider;
        this.where = where;
    }

    static Accelerator of(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException(id));
    }

    /// As in `--device`.
    String id() {
        return id;
    }

    OrtProvider provider() {
        return provider;
    }

    /// For whom it is, and which build has it; half a sentence.
    String where() {
        return where;
    }

    void addTo(SessionOptions options, int index) throws OrtException {
        switch (this) {
            case CUDA -> options.addCUDA(index);
            case TENSORRT -> {
                options.addTensorrt(index);
                options.addCUDA(index);
            }
            case DIRECTML -> {
                // It refuses the memory plan and the parallel order that are usual elsewhere.
                options.setMemoryPatternOptimization(false);
                options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
                options.addDirectML(index);
            }
            case COREML -> options.addCoreML();
        }
    }
}
