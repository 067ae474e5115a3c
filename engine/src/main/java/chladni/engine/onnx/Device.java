package chladni.engine.onnx;

import chladni.engine.failure.BadInput;
import chladni.engine.failure.DeviceUnavailable;
import java.util.Optional;

/// Where networks run.
public sealed interface Device {
    Device CPU = new Cpu();

    record Cpu() implements Device {
        @Override
        public String toString() {
            return "cpu";
        }
    }

    record Cuda(int index) implements Device {
        @Override
        public String toString() {
            return "cuda:" + index;
        }
    }

    /// Reads `cpu`, `cuda`, `cuda:1` or `auto`; the last takes CUDA where it works and the CPU elsewhere.
    ///
    /// @throws BadInput for anything else
    /// @throws DeviceUnavailable when CUDA was asked for by name and cannot be had
    static Device parse(String text) {
        if (text.equals("cpu")) {
            return CPU;
        }
        if (text.equals("auto")) {
            return Providers.whyNoCuda(0).isEmpty() ? new Cuda(0) : CPU;
        }
        if (text.matches("cuda(:\\d{1,3})?")) {
            Cuda cuda = new Cuda(text.length() == 4 ? 0 : Integer.parseInt(text.substring(5)));
            Providers.whyNoCuda(cuda.index()).ifPresent(reason -> {
                throw new DeviceUnavailable("The device " + text + " cannot be used: " + reason + " Choose the device cpu instead.");
            });
            return cuda;
        }
        throw new BadInput("There is no device '" + text + "'. Choose cpu, cuda, cuda:N or auto.");
    }

    /// Why CUDA cannot be used here, as a sentence; empty when it can.
    static Optional<String> whyNoCuda() {
        return Providers.whyNoCuda(0);
    }

    /// Threads that one network uses on the CPU: the physical cores.
    static int cpuThreads() {
        return Cores.physical();
    }

    /// ONNX Runtime's version; loads its library.
    static String runtimeVersion() {
        return Providers.environment().getVersion();
    }
}
