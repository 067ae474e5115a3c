package chladni.engine.pack;

import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackMissing;
import chladni.engine.failure.StorageFailed;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/// Downloads a pack of the catalogue. What has arrived is kept when the work is stopped or the connection fails, and the next
/// attempt goes on from there; the pack appears under its name only when every file is there and right.
public final class PackFetch {
    private final Catalogue catalogue;
    private final Path shelf;
    private final Patience patience;
    private boolean offline = isOffline();

    /// @param tries attempts in a row that bring nothing before giving up
    /// @param pause before the second attempt; doubled for each further one
    /// @param stall silence after which a connection counts as lost
    public record Patience(int tries, Duration pause, Duration stall) {
        public static final Patience USUAL = new Patience(6, Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    /// @param shelf folder for the packs, usually [PackStore#ownFolder]
    public PackFetch(Catalogue catalogue, Path shelf, Patience patience) {
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.patience = patience;
    }

    /// The same, but never asking the network: only what is here already is found.
    public PackFetch offline() {
        PackFetch same = new PackFetch(catalogue, shelf, patience);
        same.offline = true;
        return same;
    }

    /// Whether the user forbids the network, by `CHLADNI_OFFLINE` (anything but empty, 0 or false).
    public static boolean isOffline() {
        String wish = System.getenv().getOrDefault("CHLADNI_OFFLINE", "").strip();
        return !wish.isEmpty() && !wish.equals("0") && !wish.equalsIgnoreCase("false");
    }

    /// @throws PackMissing when the catalogue lacks the pack, or it cannot be downloaded
    /// @throws chladni.engine.failure.PackBroken when what arrives is not what the catalogue says
    /// @throws StorageFailed when the disk has too little room or cannot be written
    public PackFolder fetch(String id, CancelSignal cancel, ByteWatch watch) {
        Catalogue.Entry entry = catalogue.find(id);
        Path target = shelf.resolve(id);
        if (PackFolder.isPack(target)) {
            return PackFolder.open(target);
        }
        if (Files.exists(target)) {
            throw new BadInput(target + " is in the way: it is not a pack. Move it elsewhere first.");
        }
        if (offline) {
            throw new PackMissing("The pack '" + id + "' is not in " + shelf + ", and --offline or CHLADNI_OFFLINE forbids fetching it. "
                    + "Where you have it already, 'packs add' makes it known.");
        }
        try {
            Path unfinished = Files.createDirectories(shelf.resolve(".fetch-" + id));
            Folders.requireRoom(unfinished, Math.max(0, entry.bytes() - Folders.bytesIn(unfinished)));
            download(entry, unfinished, cancel, watch);
            Files.writeString(unfinished.resolve(ManifestJson.FILE), ManifestJson.text(entry.words(), entry.sums()));
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return PackFolder.open(target);
        } catch (IOException e) {
            throw new StorageFailed("The pack " + id + " could not be written to " + shelf + ": " + e.getMessage() + ".", e);
        }
    }

    private void download(Catalogue.Entry entry, Path folder, CancelSignal cancel, ByteWatch watch) throws IOException {
        long total = entry.bytes();
        long[] done = {0};
        try (HttpClient client = client()) {
            for (Catalogue.Item item : entry.files()) {
                long before = done[0];
                Download download = new Download(client, item, folder.resolve(item.name()), patience);
                done[0] = before + download.run(cancel, bytes -> watch.at(item.name(), before + bytes, total));
            }
        }
    }

    private HttpClient client() {
        HttpClient.Builder builder = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(patience.stall());
        ProxySelector proxies = ProxySelector.getDefault();
        return (proxies == null ? builder : builder.proxy(proxies)).build();
    }
}
