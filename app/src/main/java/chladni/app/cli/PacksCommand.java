package chladni.app.cli;

import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackManifest;
import chladni.engine.pack.PackStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

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
        list();
    }

    @Command(name = "list", description = "Every pack that is found, with its kind, licence and folder.", mixinStandardHelpOptions = true)
    void list() {
        PackStore.Survey survey = store().survey();
        for (PackFolder pack : survey.packs()) {
            PackManifest manifest = pack.manifest();
            output.results().printf("%-24s %-8s %s%n%26s%s%n", pack.id(), manifest.kind().id(), licence(manifest), "", pack.path());
        }
        if (survey.packs().isEmpty()) {
            output.messages().println("No packs were found. 'chladni packs where' says where they are looked for.");
        }
        survey.broken().forEach((folder, damaged) -> output.messages().println(folder + ": " + damaged.getMessage()));
    }

    @Command(name = "where", description = "The folders in which packs are looked for, in order.", mixinStandardHelpOptions = true)
    void where() {
        store().places().forEach(output.results()::println);
    }

    PackStore store() {
        return PackStore.standard(folders);
    }

    private static String licence(PackManifest manifest) {
        String licence = manifest.origin().licence();
        return licence.isBlank() ? "licence not stated" : licence;
    }
}
