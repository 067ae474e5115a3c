package chladni.app.cli;

import chladni.engine.failure.CancelSignal;
import chladni.engine.pack.Catalogue;
import chladni.engine.pack.PackFetch;
import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackStore;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `chladni packs fetch`: downloads a pack of the catalogue, going on from where an earlier attempt stopped.
@Command(name = "fetch", description = "Download a pack; without an ID, list what there is.", mixinStandardHelpOptions = true)
final class PacksFetchCommand implements Runnable {
    private final CancelSignal cancel;
    private final Output output;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The pack to download.")
    private @Nullable String id;

    @Option(names = "--catalogue", paramLabel = "FILE", description = "Another catalogue than the program's own.")
    private @Nullable Path file;

    @Option(names = "--to", paramLabel = "DIR", description = "Where packs are put (default: your own packs folder).")
    private @Nullable Path shelf;

    @Option(names = "--offline", description = "Never use the network: fail when the pack is not here (also by CHLADNI_OFFLINE=1).")
    private boolean offline;

    PacksFetchCommand(CancelSignal cancel, Output output) {
        this.cancel = cancel;
        this.output = output;
    }

    @Override
    public void run() {
        Catalogue catalogue = file == null ? Catalogue.bundled() : Catalogue.read(file);
        if (id == null) {
            catalogue.entries().forEach(this::print);
            return;
        }
        Catalogue.Entry entry = catalogue.find(id);
        output.messages().println(entry.word("title") + ", licence: " + entry.word("licence") + ", from " + entry.word("source"));
        warnOfUnverified(entry);
        PackFolder pack;
        try (ByteBar bar = new ByteBar(output)) {
            PackFetch fetch = new PackFetch(catalogue, shelf == null ? PackStore.ownFolder() : shelf, PackFetch.Patience.USUAL);
            pack = (offline ? fetch.offline() : fetch).fetch(id, cancel, bar);
        }
        output.results().println(pack.path());
    }

    private void print(Catalogue.Entry entry) {
        String size = entry.bytes() == 0 ? "size not known" : String.format(Locale.ROOT, "%.1f GB", entry.bytes() / 1e9);
        output.results().printf("%-24s %-8s %-16s %s%n", entry.id(), entry.word("kind"), size, entry.word("title"));
    }

    private void warnOfUnverified(Catalogue.Entry entry) {
        int unverified = entry.files().size() - entry.sums().size();
        if (unverified > 0) {
            output.messages().println("Note: of " + entry.files().size() + " files " + unverified + " have no publicly known checksum and cannot be verified.");
        }
    }
}
