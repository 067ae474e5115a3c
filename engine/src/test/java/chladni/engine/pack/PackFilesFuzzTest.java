package chladni.engine.pack;

import chladni.engine.Hostile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Manifests, indexes and catalogues may be anything.
class PackFilesFuzzTest {
    private static final Path FOLDER = Hostile.folder("packs");
    private static final byte[] MANIFEST = bytes(Path.of("src/test/resources/toy/toy-sound/chladni-pack.json"));
    private static final byte[] INDEX = bytes(Path.of("src/test/resources/parity/open/tiny-sound/model_index.json"));
    private static final byte[] CATALOGUE = """
            {"catalogue": 1, "packs": [{"id": "tiny", "title": "Tiny", "kind": "sound", "licence": "CC0", "base": "https://a.example/b/",
             "files": [{"path": "model_index.json", "bytes": 2}, {"path": "unet/model.safetensors", "bytes": 10, "sha256": "%s"}]}]}
            """.formatted("0123456789abcdef".repeat(4)).getBytes(StandardCharsets.UTF_8);

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property
    void damagedManifestsAreAnsweredOrRefused(@ForAll long seed) {
        Path folder = FOLDER.resolve("manifest");
        Hostile.file(folder.resolve("chladni-pack.json"), Hostile.damaged(MANIFEST, seed));
        Hostile.survives(MANIFEST.length, () -> PackFolder.open(folder).fingerprint());
        Hostile.survives(MANIFEST.length, () -> new PackStore(List.of(FOLDER)).survey());
    }

    @Property
    void damagedIndexesAreAnsweredOrRefused(@ForAll long seed) {
        Path folder = FOLDER.resolve("index");
        Hostile.file(folder.resolve("model_index.json"), Hostile.damaged(INDEX, seed));
        Hostile.survives(INDEX.length, () -> PackCheck.quick(PackFolder.open(folder)));
    }

    @Property
    void damagedCataloguesAreAnsweredOrRefused(@ForAll long seed) {
        Path file = Hostile.file(FOLDER.resolve("catalogue.json"), Hostile.damaged(CATALOGUE, seed));
        Hostile.survives(CATALOGUE.length, () -> Catalogue.read(file).find("tiny").sums());
    }

    @Property
    void anyIdIsAnswered(@ForAll String id) {
        PackStore store = new PackStore(List.of(Path.of("src/test/resources/toy")));
        Hostile.survives(MANIFEST.length + 100L * id.length(), () -> store.find(id));
    }
}
