package chladni.engine.pack;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.network.NetworkConfig;
import chladni.engine.network.StableDiffusionFile;
import chladni.engine.pack.PackParts.Part;
import chladni.engine.pack.PackReport.CheckedFile;
import chladni.engine.pack.PackReport.State;
import chladni.engine.text.ClipTokenizer;
import chladni.engine.text.RobertaTokenizer;
import chladni.engine.text.T5Tokenizer;
import chladni.engine.weights.TensorReader;
import chladni.engine.weights.WeightFolder;
import chladni.engine.weights.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Is a pack whole? Completeness, checksums, weight tables, and numbers that are none.
public final class PackCheck {
    /// `packs/unet/weights`, and one more for shards in folders.
    private static final int DEEPEST = 4;

    private final PackFolder pack;
    private final CancelSignal cancel;
    private final List<String> problems = new ArrayList<>();

    private PackCheck(PackFolder pack, CancelSignal cancel) {
        this.pack = pack;
        this.cancel = cancel;
    }

    /// What is missing or cannot be read, without looking at the weights' numbers: takes milliseconds.
    public static List<String> quick(PackFolder pack) {
        PackCheck check = new PackCheck(pack, new CancelSignal());
        check.parts(false);
        return List.copyOf(check.problems);
    }

    /// Reads every byte: about a second per gigabyte.
    ///
    /// @throws chladni.engine.failure.Cancelled when the signal is raised
    public static PackReport full(PackFolder pack, CancelSignal cancel, ByteWatch watch) {
        PackCheck check = new PackCheck(pack, cancel);
        List<CheckedFile> files = check.checksums(watch);
        check.parts(true);
        return new PackReport(pack, files, check.problems);
    }

    private void parts(boolean numbersToo) {
        try {
            if (pack.isSingleFile()) {
                StableDiffusionFile file = StableDiffusionFile.open(pack.path());
                if (numbersToo) {
                    file.requireFinite();
                }
                return;
            }
            PackParts.of(pack).forEach(part -> part(part, numbersToo));
        } catch (PackBroken damaged) {
            problems.add(damaged.getMessage());
        }
    }

    private void part(Part part, boolean numbersToo) {
        cancel.throwIfRaised();
        if (part.need() != PackParts.Need.UNKNOWN && !Files.isDirectory(part.folder())) {
            problems.add("The part " + part.name() + " is missing: there is no folder " + part.folder() + ".");
            return;
        }
        try {
            switch (part.need()) {
                case NETWORK -> network(part.folder(), numbersToo);
                case TEXT_ENCODER -> textEncoder(part.folder(), numbersToo);
                case TOKENIZER -> ClipTokenizer.open(part.folder());
                case BYTE_TOKENIZER -> RobertaTokenizer.open(part.folder());
                case PIECE_TOKENIZER -> T5Tokenizer.open(part.folder());
                case PREPROCESSOR -> NetworkConfig.read(part.folder().resolve("preprocessor_config.json"));
                case SCHEDULER -> NetworkConfig.read(part.folder().resolve("scheduler_config.json"));
                case UNKNOWN -> problems.add("The pack has a part " + part.name() + ", which this version cannot use: it is of another kind.");
            }
        } catch (PackBroken damaged) {
            problems.add(damaged.getMessage());
        }
    }

    private void textEncoder(Path folder, boolean numbersToo) {
        if (PackParts.hasOwnTextNetwork(pack)) {
            network(folder, numbersToo);
        } else {
            NetworkConfig.read(folder.resolve("config.json"));
        }
    }

    private static void network(Path folder, boolean numbersToo) {
        NetworkConfig.read(folder.resolve("config.json"));
        Weights weights = WeightFolder.open(folder);
        if (numbersToo) {
            TensorReader.requireFinite(weights.all());
        }
    }

    private List<CheckedFile> checksums(ByteWatch watch) {
        Map<String, Path> files = files();
        Map<String, String> sums = pack.manifest().sha256();
        long total = files.values().stream().mapToLong(PackCheck::size).sum();
        long[] done = {0};
        List<CheckedFile> checked = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String name = file.getKey();
            State state = state(file.getValue(), sums.getOrDefault(name, ""), read -> watch.at(name, done[0] += read, total));
            checked.add(new CheckedFile(name, size(file.getValue()), state));
            if (state == State.WRONG) {
                problems.add(file.getValue() + " is damaged: its SHA-256 checksum is not the one in " + ManifestJson.FILE + ".");
            }
        }
        for (String name : sums.keySet()) {
            if (!files.containsKey(name)) {
                checked.add(new CheckedFile(name, 0, State.MISSING));
                problems.add(pack.path().resolve(name) + " is missing.");
            }
        }
        return checked;
    }

    private State state(Path file, String expected, java.util.function.LongConsumer read) {
        if (expected.isEmpty()) {
            read.accept(size(file));
            return State.UNVERIFIED;
        }
        try {
            return Checksum.of(file, cancel, read).equals(expected) ? State.VERIFIED : State.WRONG;
        } catch (IOException e) {
            problems.add(file + " cannot be read: " + e.getMessage());
            return State.WRONG;
        }
    }

    /// Everything but the manifest, which cannot hold its own checksum, and hidden files.
    private Map<String, Path> files() {
        if (pack.isSingleFile()) {
            return new TreeMap<>(Map.of(pack.path().getFileName().toString(), pack.path()));
        }
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(pack.path(), DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            walk.filter(Files::isRegularFile).forEach(file -> files.put(pack.path().relativize(file).toString().replace('\\', '/'), file));
        } catch (IOException | UncheckedIOException e) {
            throw new PackBroken("The pack " + pack.path() + " cannot be read: " + e.getMessage(), e);
        }
        files.keySet().removeIf(name -> name.equals(ManifestJson.FILE) || ("/" + name).contains("/."));
        return files;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}
