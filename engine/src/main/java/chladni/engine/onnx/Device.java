package chladni.engine.onnx;

import chladni.engine.failure.BadInput;
import chladni.engine.failure.DeviceUnavailable;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /// Something besides the processor: `cuda`, `tensorrt`, `directml` or `coreml`.
    ///
    /// @param index which one of several, from 0
    record Accelerated(String id, int index) implements Device {
        @Override
        public String toString() {
            return id + ":" + index;
        }
    }

    /// Reads `cpu`, `auto`, or an accelerator such as `cuda` or `cuda:1`; `auto` takes CUDA where it works and the CPU elsewhere.
    ///
    /// @throws BadInput for anything else
    /// @throws DeviceUnavailable when an accelerator was asked for by name and cannot be had
    static Device parse(String text) {
        if (text.equals("cpu")) {
            return CPU;
        }
        if (text.equals("auto")) {
            return Providers.whyNot(Accelerator.CUDA, 0).isEmpty() ? new Accelerated(Accelerator.CUDA.id(), 0) : CPU;
        }
        for (Accelerator accelerator : Accelerator.values()) {
            if (text.matches(accelerator.id() + "(:\\d{1,3})?")) {
                int colon = text.indexOf(':');
                int index = colon < 0 ? 0 : Integer.parseInt(text.substring(colon + 1));
                Providers.whyNot(accelerator, index).ifPresent(reason -> {
                    throw new DeviceUnavailable("The device " + text + " cannot be used: " + reason + " Choose the device cpu instead.");
                });
                return new Accelerated(accelerator.id(), index);
            }
        }
        throw new BadInput("There is no device '" + text + "'. Choose cpu, cuda, cuda:N, tensorrt, directml, coreml or auto.");
    }

    /// Every accelerator's name, and why it cannot be used here, as a sentence; empty when it can.
    static Map<String, Optional<String>> accelerators() {
        Map<String, Optional<String>> all = new LinkedHashMap<>();
        for (Accelerator accelerator : Accelerator.values()) {
            all.put(accelerator.id(), Providers.whyNot(accelerator, 0));
        }
        return all;
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
