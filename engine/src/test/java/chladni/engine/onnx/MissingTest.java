package chladni.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The loaders' own messages, as ONNX Runtime passes them on.
class MissingTest {
    private static final String LINUX = "Error code - ORT_FAIL - message: /onnxruntime_src/onnxruntime/core/session/provider_bridge_ort.cc:2002 "
            + "onnxruntime::ProviderLibrary::Get [ONNXRuntimeError] : 1 : FAIL : Failed to load library /x/natives/libonnxruntime_providers_cuda.so with "
            + "error: libcudnn.so.9: cannot open shared object file: No such file or directory";
    private static final String WINDOWS = "LoadLibrary failed with error 126 \"\" when trying to load \"C:\\x\\onnxruntime_providers_cuda.dll\". "
            + "Error loading \"C:\\x\\onnxruntime_providers_cuda.dll\" which depends on \"cublasLt64_12.dll\" which is missing.";

    @Test
    void theMissingLibraryIsNamedWithWhatItBelongsTo() {
        assertEquals("the library libcudnn.so.9 was not found: it belongs to NVIDIA's cuDNN 9, which must be installed besides CUDA.",
                Missing.atStart(Accelerator.CUDA, LINUX));
        assertEquals(Optional.of("cublasLt64_12.dll"), Missing.library(WINDOWS));
        assertTrue(Missing.atStart(Accelerator.CUDA, WINDOWS).contains("the CUDA toolkit 12"));
        assertTrue(Missing.origin("libnvinfer.so.10").contains("TensorRT 10"));
        assertTrue(Missing.origin("libcuda.so.1").contains("driver"));
    }

    @Test
    void anotherReasonIsPassedOn() {
        assertEquals("cuda could not be started (CUDA failure 100: no CUDA-capable device is detected).",
                Missing.atStart(Accelerator.CUDA, "CUDA failure 100: no CUDA-capable device is detected"));
    }
}
