package chladni.engine.onnx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says what an accelerator lacks, in words that one can act on. The loader's messages name the library that it did not find.
final class Missing {
    private static final Pattern LIBRARY = Pattern.compile(
            "\\b(lib[\\w+-]+\\.so(?:\\.\\d+)*|[\\w+-]+\\.dll)(?=: cannot open shared object file|\" which is missing)");
    private static final List<Path> DRIVERS = List.of(Path.of("/proc/driver/nvidia/version"), Path.of("C:\\Windows\\System32\\nvcuda.dll"));

    private Missing() {}

    /// This build of ONNX Runtime does not know the accelerator.
    static String inBuild(Accelerator wanted) {
        boolean driver = DRIVERS.stream().anyMatch(Files::exists);
        return "this build has no " + wanted.id() + " (it is for " + wanted.where() + ")."
                + (driver && (wanted == Accelerator.CUDA || wanted == Accelerator.TENSORRT) ? " An NVIDIA driver is here." : "");
    }

    /// It knows it and could not start it.
    static String atStart(Accelerator wanted, String message) {
        Optional<String> library = library(message);
        return library.map(name -> "the library " + name + " was not found: " + origin(name) + ".").orElseGet(() ->
                wanted.id() + " could not be started (" + message.strip() + ").");
    }

    static Optional<String> library(String message) {
        Matcher names = LIBRARY.matcher(message);
        return names.find() ? Optional.of(names.group(1)) : Optional.empty();
    }

    /// What to install for a library.
    static String origin(String library) {
        String name = library.toLowerCase(Locale.ROOT);
        String version = version(name);
        if (name.contains("nvinfer") || name.contains("nvonnxparser")) {
            return "it belongs to NVIDIA's TensorRT" + version + ", which must be installed";
        }
        if (name.contains("cudnn")) {
            return "it belongs to NVIDIA's cuDNN" + version + ", which must be installed besides CUDA";
        }
        if (name.startsWith("libcuda.so") || name.startsWith("nvcuda") || name.contains("nvidia-ml")) {
            return "it belongs to NVIDIA's driver, which is not installed";
        }
        if (name.matches("lib(cudart|cublas|cublaslt|cufft|curand|cusparse|nvrtc|nvjitlink).*|(cudart|cublas|cufft|curand|cusparse|nvrtc).*")) {
            return "it belongs to the CUDA toolkit" + version + ", which must be installed and on the library path";
        }
        return "install what it belongs to, and see that it is on the library path";
    }

    /// `libcublasLt.so.12` → ` 12`, `cudnn64_9.dll` → ` 9`.
    private static String version(String library) {
        Matcher number = Pattern.compile("(?:\\.so\\.|64_)(\\d+)").matcher(library);
        return number.find() ? " " + number.group(1) : "";
    }
}
