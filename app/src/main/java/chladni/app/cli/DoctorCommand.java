package chladni.app.cli;

import chladni.app.DataFolders;
import chladni.app.LogPlace;
import chladni.engine.compose.Version;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackStore;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `chladni doctor`: what works here, what does not, and why.
@Command(name = "doctor", description = "What works on this machine, what does not, and why.", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final double GIB = 1 << 30;

    private final Output output;

    @Mixin
    private PackOptions packs = new PackOptions();

    DoctorCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        say("program", "Chladni " + Version.PROGRAM);
        say("Java", Runtime.version() + " (" + System.getProperty("java.vendor") + "), " + System.getProperty("java.home"));
        say("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + ", " + System.getProperty("os.arch"));
        say("processor", Runtime.getRuntime().availableProcessors() + " cores; models use " + Device.cpuThreads() + " threads");
        say("memory", memory());
        say("ONNX Runtime", onnxRuntime());
        Device.accelerators().forEach((id, why) -> say(id, why.map(reason -> "no: " + reason).orElse("yes (--device " + id + ")")));
        say("packs", packList());
        say("display", display());
        say("sound output", AudioDevices.describe());
        say("takes folder", folder(DataFolders.takes()));
        say("log", LogPlace.file().toString());
        return 0;
    }

    private void say(String what, String finding) {
        output.results().printf("%-13s %s%n", what, finding);
    }

    private static String memory() {
        long heap = Runtime.getRuntime().maxMemory();
        String machine = MachineMemory.bytes().stream().mapToObj(total -> String.format(Locale.ROOT, "%.1f GiB in this machine, ", total / GIB))
                .collect(Collectors.joining());
        return machine + String.format(Locale.ROOT, "up to %.1f GiB for Java (models lie outside of it)", heap / GIB);
    }

    /// Asks for the screens, because a display that is named may still be out of reach.
    private static String display() {
        if (GraphicsEnvironment.isHeadless()) {
            return "no: none was found, so only the command line works";
        }
        try {
            int screens = GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length;
            return screens == 0 ? "no: there is no screen, so only the command line works" : "yes";
        } catch (HeadlessException | AWTError | LinkageError unreachable) {
            return "no: it cannot be reached (" + unreachable.getMessage() + "), so only the command line works";
        }
    }

    private static String onnxRuntime() {
        try {
            return Device.runtimeVersion() + ", works";
        } catch (UnsatisfiedLinkError | RuntimeException broken) {
            return "does not load: " + broken.getMessage();
        }
    }

    private String packList() {
        PackStore.Survey survey = packs.store().survey();
        String whole = survey.packs().stream().map(PackFolder::id).collect(Collectors.joining(", "));
        String broken = survey.broken().entrySet().stream().map(entry -> "; damaged: " + entry.getKey() + " (" + entry.getValue().getMessage() + ")")
                .collect(Collectors.joining());
        return (whole.isEmpty() ? "none: takes cannot be made, only 'listen' and 'see' work" : whole) + broken;
    }

    private static String folder(Path folder) {
        Path existing = folder;
        while (existing != null && !Files.isDirectory(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isWritable(existing)) {
            return folder + ": cannot be written";
        }
        try {
            return String.format(Locale.ROOT, "%s, %.1f GiB free", folder, Files.getFileStore(existing).getUsableSpace() / GIB);
        } catch (IOException unknown) {
            return folder + ", free space unknown (" + unknown.getMessage() + ")";
        }
    }
}
