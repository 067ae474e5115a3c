package chladni.app.cli;

import chladni.engine.Engine;
import chladni.engine.failure.BadInput;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// The options by which a command finds its packs and its device.
final class PackOptions {
    @Option(names = "--packs", paramLabel = "DIR", description = "A pack, or a folder of packs, to look in first; may be repeated.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "auto",
            description = "Where models run: cpu, cuda[:n], tensorrt[:n], directml[:n], coreml, or auto, which is cuda where it works and else cpu (default: "
                    + "${DEFAULT-VALUE}). 'chladni doctor' says what works here.")
    private String device = "auto";

    List<Path> folders() {
        return folders;
    }

    PackStore store() {
        return store(folders);
    }

    /// @throws BadInput when a folder that was asked for by name is not there
    static PackStore store(List<Path> folders) {
        for (Path folder : folders) {
            if (!Files.exists(folder)) {
                throw new BadInput("--packs " + folder + ": there is no such folder or file.");
            }
        }
        return PackStore.standard(folders);
    }

    Device device() {
        return Device.parse(device);
    }

    Engine engine() {
        return Engine.open(store(), device());
    }
}
