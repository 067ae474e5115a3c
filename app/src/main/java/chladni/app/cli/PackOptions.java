package chladni.app.cli;

import chladni.engine.Engine;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// The options by which a command finds its packs and its device.
final class PackOptions {
    @Option(names = "--packs", paramLabel = "DIR", description = "A pack, or a folder of packs, to look in first; may be repeated.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--device", paramLabel = "cpu|cuda[:n]|auto", defaultValue = "auto", description = "Where models run (default: ${DEFAULT-VALUE}).")
    private String device = "auto";

    List<Path> folders() {
        return folders;
    }

    PackStore store() {
        return PackStore.standard(folders);
    }

    Engine engine() {
        return Engine.open(store(), Device.parse(device));
    }
}
