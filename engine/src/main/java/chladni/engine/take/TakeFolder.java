package chladni.engine.take;

import chladni.engine.codec.Loop;
import chladni.engine.codec.PngDepth;
import chladni.engine.codec.PngFile;
import chladni.engine.codec.PngText;
import chladni.engine.codec.SafeWrite;
import chladni.engine.codec.SoundContents;
import chladni.engine.codec.WavEncoding;
import chladni.engine.codec.WavFile;
import chladni.engine.failure.StorageFailed;
import chladni.engine.recipe.Compose;
import chladni.engine.tensor.Npy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Writes a take as a folder that is either whole or not there: everything goes to a hidden folder beside it, which is renamed at the end.
/// Files that the recipe refers to are copied in, so that the folder needs nothing outside itself.
final class TakeFolder {
    private static final int MOST_RIVALS = 100;

    private final Take take;
    private final Map<Path, Path> copies = new LinkedHashMap<>();

    TakeFolder(Take take) {
        this.take = take;
    }

    /// @param parent exists
    /// @param names the next free folder in it; asked again when another program was quicker to take one
    /// @return the take's folder
    /// @throws StorageFailed with the path and the reason; nothing is left behind then
    Path write(Path parent, Supplier<Path> names) {
        Path part = parent.resolve(".chladni-" + UUID.randomUUID() + ".part");
        try {
            Files.createDirectory(part);
            fill(part);
            return named(part, names);
        } catch (IOException failed) {
            throw unwritten(parent, failed);
        } catch (StorageFailed failed) { // of one file in a folder that nobody knows
            throw failed.getCause() instanceof IOException reason ? unwritten(parent, reason) : failed;
        } finally {
            remove(part);
        }
    }

    private static StorageFailed unwritten(Path parent, IOException reason) {
        return new StorageFailed("The take cannot be written to " + parent + ": " + SafeWrite.reason(reason) + ".", reason);
    }

    private static Path named(Path part, Supplier<Path> names) throws IOException {
        for (int rivals = 0; ; rivals++) {
            Path folder = names.get();
            try {
                return Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failed) {
                if (!Files.exists(folder) || rivals == MOST_RIVALS) {
                    throw failed;
                }
            }
        }
    }

    private void fill(Path part) throws IOException {
        for (Path source : RecipeFiles.of(take.recipe())) {
            copies.put(source, copied(source, part));
        }
        String json = TakeJson.print(take.recipe(), take.made(), take.spectrogram().format(), path -> copies.getOrDefault(path, path));
        Files.writeString(part.resolve("recipe.json"), json, StandardCharsets.UTF_8);
        String words = TakeWords.of(take.recipe());
        PngText text = PngText.NONE.withParameters(words).withRecipe(json);
        PngFile.write(part.resolve("picture.png"), take.picture(), PngDepth.EIGHT, text);
        PngFile.write(part.resolve("spectrogram.png"), take.spectrogram().picture(), PngDepth.EIGHT,
                text.withCalibration(take.spectrogram().format()));
        WavFile.write(part.resolve("sound.wav"), sound().withComment(words).withRecipe(json), WavEncoding.PCM_16);
        trace(part.resolve("trace"));
    }

    /// What was made to go round says so to samplers and players.
    private SoundContents sound() {
        SoundContents contents = SoundContents.of(take.sound());
        boolean round = take.recipe() instanceof Compose compose && compose.canvas() != null && compose.canvas().turn() > 0;
        return round && take.sound().length() > 0 ? contents.withLoop(new Loop(0, take.sound().length() - 1)) : contents;
    }

    private Path copied(Path source, Path part) throws IOException {
        if (Files.isDirectory(source)) {
            Path folder = part.resolve("canvas");
            Files.createDirectory(folder);
            for (String name : List.of("picture.png", "spectrogram.png", "sound.wav", "recipe.json")) {
                if (Files.isRegularFile(source.resolve(name))) {
                    Files.copy(source.resolve(name), folder.resolve(name));
                }
            }
            return part.relativize(folder);
        }
        Path copy = part.resolve("from-" + copies.size() + "-" + source.getFileName());
        Files.copy(source, copy);
        return part.relativize(copy);
    }

    private void trace(Path folder) throws IOException {
        if (take.trace().isEmpty()) {
            return;
        }
        Files.createDirectory(folder);
        for (var entry : take.trace().entrySet()) {
            Npy.write(folder.resolve(entry.getKey() + ".npy"), entry.getValue());
        }
        Files.writeString(folder.resolve("README.txt"), TRACE_README);
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException gone) {
            // what cannot be removed is hidden, and named .part
        }
    }

    private static final String TRACE_README = """
            latents-000.npy      the latents that the loop started from, [1, c, h, w]
            latents-NNN.npy      the latents after step NNN of those that were run, [1, c, h, w]
            larger-NNN.npy       the same of stage II of DeepFloyd IF, where it enlarges
            context-K.npy        text states of voice K (counted from 0, in the recipe's order), [2, l, d]: row 0 the negative
                                 or empty prompt, row 1 the prompt
            picture.npy          what the picture voice's decoder gave, [c, H, W], 0 (black) to 1 (white), clamped, before any
                                 rounding to 8 bits and before anything is pasted back
            spectrogram.npy      what the sound voice's decoder gave, the mean of its channels after clamping, [1, H, W], 0 to 1; row 0
                                 is the highest band
            waveform.npy         the samples, [n], -1 to 1, before any rounding to 16 bits
            All numbers are float32.
            """;
}
