package chladni.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.Parity;
import chladni.engine.failure.PackBroken;
import chladni.engine.failure.PackMissing;
import chladni.engine.media.SpectrogramFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackStoreTest {
    @TempDir Path folder;

    private Path pack(String where, String manifest) throws IOException {
        Path pack = Files.createDirectories(folder.resolve(where));
        Files.writeString(pack.resolve("model_index.json"), "{}");
        if (!manifest.isEmpty()) {
            Files.writeString(pack.resolve("chladni-pack.json"), manifest);
        }
        return pack;
    }

    @Test
    void aPlaceMayHoldPacksOrBeOne() throws IOException {
        pack("many/stable-diffusion-v1-5", "");
        Path one = pack("auffusion", "");
        PackStore store = new PackStore(List.of(folder.resolve("nowhere"), folder.resolve("many"), one));
        assertThat(store.list()).extracting(PackFolder::id).containsExactly("stable-diffusion-v1-5", "auffusion");
    }

    @Test
    void theNearestPlaceWins() throws IOException {
        pack("a/bells", "");
        pack("b/bells", "");
        PackStore store = new PackStore(List.of(folder.resolve("b"), folder.resolve("a")));
        assertThat(store.find("bells").path()).isEqualTo(folder.resolve("b/bells"));
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void aManifestIsRead() throws IOException {
        Path toy = Path.of("src/test/resources/toy/toy-sound").toAbsolutePath();
        PackFolder pack = new PackStore(List.of(toy)).find("toy-sound");
        PackManifest manifest = pack.manifest();
        assertThat(manifest.kind()).isEqualTo(PackKind.SOUND);
        assertThat(manifest.spectrogram()).isEqualTo(SpectrogramFormat.STARTER);
        assertThat(manifest.columns()).isEqualTo(512);
        assertThat(manifest.guidance()).isEqualTo(3);
        assertThat(manifest.origin().licence()).isEqualTo("GPL-3.0-or-later");
        assertThat(manifest.sha256()).containsEntry("unet/config.json", "8fc58168fa4c1786b9e2a3b21e45b2e022e07c87a78df3433576110d046d3275");
        assertThat(pack.fingerprint()).startsWith("sha256:");
    }

    @Test
    void aForeignPackGetsAManifestFromItsFolder() throws IOException {
        Files.createDirectories(pack("auffusion-full", "").resolve("vocoder"));
        pack("sd", "");
        PackStore store = new PackStore(List.of(folder));
        assertThat(store.find("auffusion-full").manifest().kind()).isEqualTo(PackKind.SOUND);
        assertThat(store.find("auffusion-full").manifest().spectrogram()).isEqualTo(SpectrogramFormat.AUFFUSION);
        assertThat(store.find("sd").manifest().kind()).isEqualTo(PackKind.PICTURE);
        assertThat(store.find("sd").fingerprint()).startsWith("ends:").isEqualTo(store.find("sd").fingerprint());
    }

    @Test
    void aDownloadCacheIsAPlace() throws IOException {
        pack("models--runwayml--stable-diffusion-v1-5/snapshots/39593d5650112b4cc580433f6b0435385882d819", "");
        assertThat(new PackStore(List.of(folder)).find("stable-diffusion-v1-5").path()).isDirectory();
    }

    @Test
    void aLinkFileStandsForASymbolicLink() throws IOException {
        Path elsewhere = pack("elsewhere/bells", "");
        Files.createDirectories(folder.resolve("place"));
        Files.writeString(folder.resolve("place/bells.link"), elsewhere + "\n");
        Files.writeString(folder.resolve("place/gone.link"), "/not/there\n");
        assertThat(new PackStore(List.of(folder.resolve("place"))).find("bells").path()).isEqualTo(elsewhere);
    }

    @Test
    void aMissingPackIsAnsweredWithTheNearestIdAndThePlaces() throws IOException {
        pack("starter-picture", "");
        pack("auffusion", "");
        assertThatThrownBy(() -> new PackStore(List.of(folder)).find("starter-pictures"))
                .isInstanceOf(PackMissing.class)
                .hasMessage("There is no pack 'starter-pictures'. Did you mean 'starter-picture'? There are auffusion, starter-picture"
                        + " (looked in " + folder + ").");
        assertThatThrownBy(() -> new PackStore(List.of(folder)).find("xyzzy")).message().doesNotContain("Did you mean");
    }

    @Test
    void publishedFoldersAreKnownByWhatTheySayOfThemselves() {
        PackStore store = new PackStore(List.of(Parity.more().path("")));
        assertThat(store.list()).extracting(pack -> pack.id() + " " + pack.manifest().kind()).containsExactly(
                "tiny-clap CLAP", "tiny-clip CLIP", "tiny-if-stage1 COLOUR", "tiny-if-stage2 ENLARGE");
        assertThat(store.list()).noneMatch(pack -> pack.manifest().kind().makesPictures() || pack.manifest().kind().makesSounds());
        for (PackFolder pack : store.list()) {
            assertThat(PackCheck.quick(pack)).as(pack.id()).isEmpty();
        }
    }

    @Test
    void aDamagedManifestHidesNoOtherPackAndIsNamedWhenAskedFor() throws IOException {
        pack("good", "");
        pack("bad", "{\"id\": \"bad\", \"kind\": \"smell\"}");
        pack("worse", "[");
        pack("climber", "{\"id\": \"climber\", \"kind\": \"sound\", \"sha256\": {\"../x\": \"" + "0".repeat(64) + "\"}}");
        PackStore store = new PackStore(List.of(folder));
        assertThat(store.list()).extracting(PackFolder::id).containsExactly("good");
        assertThatThrownBy(() -> store.find("bad")).isInstanceOf(PackBroken.class).hasMessageContaining("kind should be picture, sound, both, colour");
        assertThat(store.survey().broken()).containsOnlyKeys("bad", "worse", "climber");
    }

    @Test
    void placesComeInOrder() {
        Properties system = new Properties();
        system.setProperty("os.name", "Linux");
        system.setProperty("user.home", "/home/ada");
        system.setProperty("chladni.assets", "/opt/chladni/assets");
        assertThat(PackPlaces.of(List.of(Path.of("/given")), Map.of("CHLADNI_PACKS", "/one:/two:/given"), system))
                .containsExactly(Path.of("/given"), Path.of("/one"), Path.of("/two"), Path.of("/home/ada/.local/share/chladni/packs"),
                        Path.of("/opt/chladni/assets/starter"));
        assertThat(PackPlaces.own(Map.of("XDG_DATA_HOME", "/data"), system)).isEqualTo(Path.of("/data/chladni/packs"));
        assertThat(PackPlaces.own(Map.of("XDG_DATA_HOME", "data"), system)).isEqualTo(Path.of("/home/ada/.local/share/chladni/packs"));
        system.setProperty("os.name", "Mac OS X");
        assertThat(PackPlaces.own(Map.of(), system)).isEqualTo(Path.of("/home/ada/Library/Application Support/chladni/packs"));
        system.setProperty("os.name", "Windows 11");
        assertThat(PackPlaces.own(Map.of(), system)).isEqualTo(Path.of("/home/ada/AppData/Roaming/chladni/packs"));
    }
}
