package chladni.app.cli;

import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackManifest;
import chladni.engine.pack.PackStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `chladni packs`: what models there are, where, and whether they are whole.
@Command(
        name = "packs",
        description = "List, check, add and fetch packs (folders of models).",
        subcommands = {PacksVerifyCommand.class, PacksAddCommand.class, PacksFetchCommand.class},
        mixinStandardHelpOptions = true)
final class PacksCommand implements Runnable {
    private final Output output;

    @Option(names = "--packs", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "A pack, or a folder of packs, to look in first; may be repeated.")
    private List<Path> folders = new ArrayList<>();

    PacksCommand(Output output) {
        this.output = output;
    }

    @Override
    public void run() {
        list(false);
    }

    @Command(name = "list", description = "Every pack that is found, with its kind, licence and folder.", mixinStandardHelpOptions = true)
    void list(@Option(names = "--json", description = "Print one JSON line per pack.") boolean json) {
        PackStore.Survey survey = store().survey();
        int widest = survey.packs().stream().mapToInt(pack -> pack.id().length()).max().orElse(0);
        for (PackFolder pack : survey.packs()) {
            PackManifest manifest = pack.manifest();
            output.results().println(json ? json(pack)
                    : ("%-" + widest + "s  %-7s  %-24s  %s").formatted(pack.id(), manifest.kind().id(), licence(manifest), pack.path()));
        }
        if (survey.packs().isEmpty()) {
            output.messages().println("No packs were found. 'chladni packs where' says where they are looked for.");
        }
        survey.broken().forEach((folder, damaged) -> output.messages().println("Damaged: " + damaged.getMessage()));
    }

    @Command(name = "where", description = "The folders in which packs are looked for, in order.", mixinStandardHelpOptions = true)
    void where() {
        for (Path place : store().places()) {
            output.results().println(place);
            if (!Files.isDirectory(place)) {
                output.messages().println("Note: " + place + " does not exist yet.");
            }
        }
    }

    private static String json(PackFolder pack) {
        PackManifest manifest = pack.manifest();
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("id", pack.id()).put("kind", manifest.kind().id()).put("title", manifest.title());
        line.put("licence", manifest.origin().licence()).put("folder", pack.path().toString());
        return line.toString();
    }

    PackStore store() {
        return PackOptions.store(folders);
    }

    private static String licence(PackManifest manifest) {
        String licence = manifest.origin().licence();
        return licence.isBlank() ? "licence not stated" : licence;
    }
}
