package chladni.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.Parity;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.pack.PackReport.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCheckTest {
    private static final Path TOY = Path.of("src/test/resources/toy/toy-picture").toAbsolutePath();

    @TempDir Path folder;

    private PackFolder copy(Path from) throws IOException {
        Path to = folder.resolve(from.getFileName());
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return PackFolder.open(to);
    }

    private static PackReport full(PackFolder pack) {
        return PackCheck.full(pack, new CancelSignal(), ByteWatch.nobody());
    }

    @Test
    void packsAsTheyArePublishedAreWhole() {
        assertThat(PackCheck.quick(PackFolder.open(Parity.open().path("tiny-picture")))).isEmpty();
        assertThat(PackCheck.quick(PackFolder.open(Parity.open().path("tiny-sound")))).isEmpty();
        PackReport foreign = full(PackFolder.open(Parity.open().path("tiny-sound")));
        assertThat(foreign.problems()).isEmpty();
        assertThat(foreign.files()).extracting(PackReport.CheckedFile::state).containsOnly(State.UNVERIFIED);
    }

    @Test
    void everyFileOfAManifestIsVerifiedAndProgressReachesTheEnd() {
        List<Long> done = new ArrayList<>();
        long[] total = {0};
        PackReport report = PackCheck.full(PackFolder.open(TOY), new CancelSignal(), (file, bytes, all) -> {
            done.add(bytes);
            total[0] = all;
        });
        assertThat(report.problems()).isEmpty();
        assertThat(report.isWhole()).isTrue();
        assertThat(report.count(State.VERIFIED)).isEqualTo(7);
        assertThat(done).isSorted().endsWith(total[0]);
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        PackFolder pack = copy(TOY);
        Files.delete(pack.vae().resolve("config.json"));
        assertThat(PackCheck.quick(pack)).singleElement().asString().contains("vae/config.json is missing");
        Files.delete(pack.unet().resolve("diffusion_pytorch_model.safetensors"));
        assertThat(full(pack).problems()).anyMatch(problem -> problem.contains("There are no weights in") && problem.contains("unet"))
                .anyMatch(problem -> problem.endsWith("unet/diffusion_pytorch_model.safetensors is missing."));
        assertThat(full(pack).count(State.MISSING)).isEqualTo(2);
    }

    @Test
    void aChangedFileIsFound() throws IOException {
        PackFolder pack = copy(TOY);
        Files.writeString(pack.scheduler().resolve("scheduler_config.json"), "{}");
        PackReport report = full(pack);
        assertThat(report.count(State.WRONG)).isEqualTo(1);
        assertThat(report.problems()).singleElement().asString().contains("scheduler_config.json is damaged").contains("SHA-256");
    }

    @Test
    void aMissingShardAMissingTokenizerAndAForeignPartAreNamed() throws IOException {
        PackFolder pack = copy(Parity.open().path("tiny-picture"));
        Files.move(pack.unet().resolve("diffusion_pytorch_model.safetensors"), folder.resolve("aside"));
        Files.writeString(pack.unet().resolve("diffusion_pytorch_model.safetensors.index.json"), "{\"weight_map\": {\"a\": \"part-1.safetensors\"}}");
        Files.delete(pack.tokenizer().resolve("merges.txt"));
        Files.writeString(pack.index(), "{\"_class_name\": \"X\", \"text_encoder_2\": [\"transformers\", \"T5\"], \"safety_checker\": [\"a\", \"b\"]}");
        assertThat(PackCheck.quick(pack)).hasSize(3)
                .anyMatch(problem -> problem.contains("part-1.safetensors is missing"))
                .anyMatch(problem -> problem.contains("merges.txt is missing"))
                .anyMatch(problem -> problem.contains("text_encoder_2"));
    }

    @Test
    void truncatedWeightsAreFoundAndMissingPartsNamed() throws IOException {
        PackFolder pack = copy(TOY);
        Path weights = pack.vae().resolve("diffusion_pytorch_model.safetensors");
        Files.write(weights, java.util.Arrays.copyOf(Files.readAllBytes(weights), 3000));
        Folders.deleteIfThere(pack.scheduler());
        assertThat(PackCheck.quick(pack)).hasSize(2)
                .anyMatch(problem -> problem.contains("truncated")).anyMatch(problem -> problem.startsWith("The part scheduler is missing"));
    }

    @Test
    void checkingCanBeStopped() {
        CancelSignal cancel = new CancelSignal();
        assertThatThrownBy(() -> PackCheck.full(PackFolder.open(TOY), cancel, (file, done, total) -> cancel.raise())).isInstanceOf(Cancelled.class);
    }

    @Test
    void addingLinksAndCopiesOnlyWhenAsked() throws IOException {
        PackShelf shelf = new PackShelf(folder.resolve("shelf/packs"));
        shelf.link(TOY);
        assertThat(folder.resolve("shelf/packs/toy-picture")).isSymbolicLink();
        assertThat(new PackStore(List.of(folder.resolve("shelf/packs"))).find("toy-picture").manifest().kind()).isEqualTo(PackKind.PICTURE);
        assertThat(shelf.link(TOY).id()).isEqualTo("toy-picture"); // twice does no harm
        PackFolder other = copy(TOY);
        assertThatThrownBy(() -> shelf.link(other.path())).hasMessageContaining("already a pack 'toy-picture'");

        PackFolder copied = new PackShelf(folder.resolve("copies")).copy(TOY, new CancelSignal(), ByteWatch.nobody());
        assertThat(full(copied).isWhole()).isTrue();
        assertThat(copied.path()).isEqualTo(folder.resolve("copies/toy-picture"));
    }

    @Test
    void aStoppedCopyLeavesNothing() throws IOException {
        CancelSignal cancel = new CancelSignal();
        assertThatThrownBy(() -> new PackShelf(folder.resolve("copies")).copy(TOY, cancel, (file, done, total) -> cancel.raise()))
                .isInstanceOf(Cancelled.class);
        assertThat(folder.resolve("copies")).isEmptyDirectory();
    }
}
