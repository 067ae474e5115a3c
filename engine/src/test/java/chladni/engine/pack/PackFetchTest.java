package chladni.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.failure.PackBroken;
import chladni.engine.failure.PackMissing;
import chladni.engine.failure.StorageFailed;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Against a server on this machine that behaves as badly as the real ones do.
@Timeout(60)
class PackFetchTest {
    private static final PackFetch.Patience IMPATIENT = new PackFetch.Patience(3, Duration.ofMillis(5), Duration.ofMillis(700));
    private static final int DROP_AFTER = 300_000;

    @TempDir Path folder;
    private final byte[] weights = new byte[1_000_000];
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile String mood = "";
    private volatile String etag = "\"one\"";
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        new Random(1).nextBytes(weights);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/pack/model_index.json", exchange -> send(exchange, "{}".getBytes(), 0));
        server.createContext("/pack/unet/model.safetensors", this::weights);
        server.createContext("/moved/", exchange -> {
            exchange.getResponseHeaders().add("Location", exchange.getRequestURI().getPath().replace("/moved/", "/pack/"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void weights(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        asked.add(String.valueOf(range));
        int from = range == null || mood.equals("no-ranges") || condition != null && !condition.equals(etag) ? 0
                : Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.getResponseHeaders().add("ETag", etag);
        switch (mood) {
            case "gone" -> refuse(exchange, 404);
            case "gated" -> refuse(exchange, 401);
            case "overloaded" -> refuse(exchange, 503);
            default -> send(exchange, weights, from);
        }
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void send(HttpExchange exchange, byte[] bytes, int from) throws IOException {
        if (from > 0) {
            exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, bytes.length - from);
        OutputStream out = exchange.getResponseBody();
        boolean drops = bytes.length > DROP_AFTER && (mood.equals("drops") || mood.equals("drops-once") || mood.equals("hangs"));
        out.write(bytes, from, drops ? Math.min(DROP_AFTER, bytes.length - from) : bytes.length - from);
        out.flush();
        if (mood.equals("drops-once")) {
            mood = "";
        }
        if (mood.equals("hangs") && drops) {
            mood = "";
            pause();
        }
        exchange.close(); // with bytes owed, the connection is cut
    }

    private static void pause() {
        try {
            Thread.sleep(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private PackFetch fetch(String under, String sum) throws Exception {
        Path file = folder.resolve("catalogue.json");
        Files.writeString(file, """
                {"catalogue": 1, "packs": [{"id": "tiny", "title": "Tiny", "kind": "sound", "licence": "CC0", "base": "http://%s:%d/%s/",
                 "files": [{"path": "model_index.json", "bytes": 2}, {"path": "unet/model.safetensors", "bytes": 1000000%s}]}]}
                """.formatted(server.getAddress().getAddress().getHostAddress(), server.getAddress().getPort(), under,
                sum.isEmpty() ? "" : ", \"sha256\": \"" + sum + "\""));
        return new PackFetch(Catalogue.read(file), folder.resolve("packs"), IMPATIENT);
    }

    private String sum() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(weights));
    }

    private PackFolder fetched(PackFetch fetch) {
        return fetch.fetch("tiny", new CancelSignal(), ByteWatch.nobody());
    }

    private byte[] arrived(PackFolder pack) throws IOException {
        return Files.readAllBytes(pack.unet().resolve("model.safetensors"));
    }

    @Test
    void aPackArrivesWholeWithItsManifest() throws Exception {
        List<Long> done = new ArrayList<>();
        PackFolder pack = fetch("moved", sum()).fetch("tiny", new CancelSignal(), (file, bytes, total) -> done.add(bytes * 1_000 / total));
        assertThat(arrived(pack)).isEqualTo(weights);
        assertThat(done).isSorted().endsWith(1_000L);
        assertThat(pack.manifest().kind()).isEqualTo(PackKind.SOUND);
        assertThat(pack.manifest().origin().licence()).isEqualTo("CC0");
        assertThat(pack.manifest().sha256()).containsExactly(java.util.Map.entry("unet/model.safetensors", sum()));
        assertThat(new PackStore(List.of(folder.resolve("packs"))).find("tiny").path()).isEqualTo(folder.resolve("packs/tiny"));
        try (var files = Files.walk(folder.resolve("packs"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(3);
        }
    }

    @Test
    void aConnectionThatDropsAgainAndAgainIsResumed() throws Exception {
        mood = "drops";
        assertThat(arrived(fetched(fetch("pack", sum())))).isEqualTo(weights);
        assertThat(asked.getFirst()).isEqualTo("null");
        assertThat(asked.subList(1, asked.size())).isNotEmpty().allMatch(range -> range.matches("bytes=[1-9]\\d*-"));
    }

    @Test
    void withoutAChecksumTheServersTagKeepsVersionsApart() throws Exception {
        mood = "gone-later";
        PackFetch fetch = fetch("pack", "");
        CancelSignal cancel = new CancelSignal();
        assertThatThrownBy(() -> fetch.fetch("tiny", cancel, (file, done, total) -> raiseAfter(cancel, done))).isInstanceOf(Cancelled.class);
        etag = "\"two\"";
        weights[0]++;
        assertThat(arrived(fetched(fetch))).isEqualTo(weights);
        assertThat(asked.getLast()).startsWith("bytes=");
    }

    @Test
    void aServerWithoutRangesSendsEverythingAgain() throws Exception {
        mood = "drops-once";
        PackFetch fetch = fetch("pack", sum());
        assertThat(arrived(fetched(fetch))).isEqualTo(weights);
        Folders.deleteIfThere(folder.resolve("packs"));
        CancelSignal cancel = new CancelSignal();
        assertThatThrownBy(() -> fetch.fetch("tiny", cancel, (file, done, total) -> raiseAfter(cancel, done))).isInstanceOf(Cancelled.class);
        mood = "no-ranges";
        assertThat(arrived(fetched(fetch))).isEqualTo(weights);
    }

    @Test
    void aSilentConnectionIsGivenUpAndTriedAgain() throws Exception {
        mood = "hangs";
        assertThat(arrived(fetched(fetch("pack", sum())))).isEqualTo(weights);
        assertThat(asked).hasSize(2);
    }

    @Test
    void stoppingKeepsWhatHasArrived() throws Exception {
        PackFetch fetch = fetch("pack", sum());
        CancelSignal cancel = new CancelSignal();
        assertThatThrownBy(() -> fetch.fetch("tiny", cancel, (file, done, total) -> raiseAfter(cancel, done))).isInstanceOf(Cancelled.class);
        assertThat(folder.resolve("packs/tiny")).doesNotExist();
        assertThat(new PackStore(List.of(folder.resolve("packs"))).list()).isEmpty();
        assertThat(arrived(fetched(fetch))).isEqualTo(weights);
        assertThat(asked).hasSize(2).last().asString().startsWith("bytes=");
    }

    private static void raiseAfter(CancelSignal cancel, long done) {
        if (done > 100_000) {
            cancel.raise();
        }
    }

    @Test
    void aWrongFileIsRefusedAndNotKept() throws Exception {
        assertThatThrownBy(() -> fetched(fetch("pack", "0".repeat(64)))).isInstanceOf(PackBroken.class).hasMessageContaining("SHA-256 checksum differs");
        assertThat(folder.resolve("packs/.fetch-tiny/unet")).isEmptyDirectory();
    }

    @Test
    void everyRefusalIsASentence() throws Exception {
        mood = "gone";
        assertThatThrownBy(() -> fetched(fetch("pack", sum()))).isInstanceOf(PackMissing.class).hasMessageContaining("no longer there (status 404)");
        mood = "gated";
        assertThatThrownBy(() -> fetched(fetch("pack", sum()))).isInstanceOf(PackMissing.class).hasMessageContaining("login");
        asked.clear();
        mood = "overloaded";
        assertThatThrownBy(() -> fetched(fetch("pack", sum()))).isInstanceOf(PackMissing.class).hasMessageContaining("status 503");
        assertThat(asked).hasSize(3);
        stop();
        assertThatThrownBy(() -> fetched(fetch("pack", sum()))).isInstanceOf(PackMissing.class).hasMessageContaining("fetch again");
        assertThatThrownBy(() -> fetch("pack", "").fetch("tinny", new CancelSignal(), ByteWatch.nobody()))
                .isInstanceOf(PackMissing.class).hasMessage("The catalogue has no pack 'tinny'. Did you mean 'tiny'? It has tiny.");
    }

    @Test
    void aDiskWithoutRoomIsNoticedBeforehand() throws Exception {
        PackFetch fetch = fetch("pack", "");
        Path file = folder.resolve("catalogue.json");
        Files.writeString(file, Files.readString(file).replace("1000000", "4000000000000000"));
        PackFetch huge = new PackFetch(Catalogue.read(file), folder.resolve("packs"), IMPATIENT);
        assertThatThrownBy(() -> fetched(huge)).isInstanceOf(StorageFailed.class).hasMessageContaining("too little room");
        assertThat(asked).isEmpty();
        assertThat(fetched(fetch)).isNotNull();
    }

    @Test
    void aCatalogueCannotWriteOutsideThePack() throws Exception {
        Path file = folder.resolve("bad.json");
        Files.writeString(file, """
                {"catalogue": 1, "packs": [{"id": "x", "kind": "sound", "base": "https://a.example/", "files": [{"path": "../../.profile"}]}]}""");
        assertThatThrownBy(() -> Catalogue.read(file)).isInstanceOf(PackBroken.class).hasMessageContaining("a path inside the pack");
    }

    @Test
    void theCatalogueOfThisProgramIsSound() {
        Path file = Path.of(System.getProperty("chladni.assets", "../assets"), "catalogue.json");
        Catalogue catalogue = Catalogue.read(file);
        assertThat(catalogue.find("stable-diffusion-v1-5").bytes()).isBetween(2_100_000_000L, 2_200_000_000L);
        assertThat(catalogue.find("stable-diffusion-v1-5").sums()).hasSize(11);
        assertThat(catalogue.find("auffusion").files()).extracting(Catalogue.Item::name).contains("vocoder/vocoder.pt");
    }
}
