package chladni.app.cli;

import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.pack.PackCheck;
import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackShelf;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `chladni packs add`: makes models on this machine known.
@Command(name = "add", description = "Make a pack that is on this machine known. Its files stay where they are.", mixinStandardHelpOptions = true)
final class PacksAddCommand implements Runnable {
    private final CancelSignal cancel;
    private final Output output;
    private final Writing writing;

    @Parameters(paramLabel = "DIR|FILE", description = "The pack: a folder with model_index.json, or a single .safetensors or .ckpt, as it is published.")
    private Path place = Path.of("");

    @Option(names = "--copy", description = "Copy the files instead of linking to them.")
    private boolean copy;

    PacksAddCommand(CommandFactory shared) {
        cancel = shared.cancel();
        output = shared.output();
        writing = shared.writing();
    }

    @Override
    public void run() {
        if (!Files.exists(place)) {
            throw new BadInput("There is no " + place + ".");
        }
        PackFolder pack = writing.whole(() -> copy ? copied() : PackShelf.own().link(place));
        output.results().println(pack.id() + (copy ? ": copied to " : ": linked to ") + pack.path());
        PackCheck.quick(pack).forEach(problem -> output.messages().println("Note: " + problem));
    }

    private PackFolder copied() {
        try (ByteBar bar = new ByteBar(output)) {
            return PackShelf.own().copy(place, cancel, bar);
        }
    }
}
