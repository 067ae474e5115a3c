package chladni.engine.take;

import chladni.engine.codec.SafeWrite;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.StorageFailed;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.recipe.RecipeWriter;
import chladni.engine.tensor.Npy;
import chladni.engine.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last estimates of compositions that did not become takes, because they were cancelled, failed, or the program was killed:
/// `ROOT/.accidents/ID/` with the recipe and the latents x̂₀, from which the take of that moment can still be decoded. The oldest go first.
public final class Accidents {
    /// Keeps nothing.
    public static final Accidents NOWHERE = new Accidents(Path.of(""), false);
    /// STUDIO section 7.
    public static final int MOST = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Accidents.class);
    private static final String FOLDER = ".accidents";
    private static final String RECIPE = "accident.json"; // not recipe.json: whoever looks for takes must not find it
    private static final Pattern LATENTS = Pattern.compile("latents-(\\d+)\\.npy");
    private static final long APART_NANOS = 2_000_000_000L;

    private final Path root;
    private final boolean keeping;

    private Accidents(Path root, boolean keeping) {
        this.root = root;
        this.keeping = keeping;
    }

    /// @param root folder of the takes
    public static Accidents in(Path root) {
        return new Accidents(root, true);
    }

    /// A composition that was cut short.
    ///
    /// @param latents file of x̂₀
    /// @param recipe of the single take
    /// @param step steps that were done
    /// @param kept when that was
    public record Left(Path latents, Compose recipe, int step, Instant kept) {
        /// @throws BadInput when they cannot be read any more
        public Tensor read() {
            try {
                return Npy.read(latents);
            } catch (IOException damaged) {
                throw new BadInput("What was kept of the run that was cut short cannot be read: " + SafeWrite.reason(damaged) + ".", damaged);
            }
        }
    }

    /// Watches a take that is about to form. Only compositions are kept: a distillation keeps its own state.
    public Watch watch(Recipe single) {
        return new Watch(keeping && single instanceof Compose compose ? compose : null, root.resolve(FOLDER).resolve(UUID.randomUUID().toString()));
    }

    /// What was cut short, newest first; what cannot be read is left out.
    public List<Left> left() {
        Path all = root.resolve(FOLDER);
        List<Left> found = new ArrayList<>();
        if (keeping && Files.isDirectory(all)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(all)) {
                folders.forEach(folder -> read(folder).ifPresent(found::add));
            } catch (IOException unreadable) {
                LOG.warn("{} cannot be listed", all, unreadable);
            }
        }
        found.sort(Comparator.comparing(Left::kept).reversed());
        return found;
    }

    private static Optional<Left> read(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            Path newest = null;
            int step = 0;
            for (Path file : files) {
                Matcher name = LATENTS.matcher(String.valueOf(file.getFileName()));
                if (name.matches() && Integer.parseInt(name.group(1)) > step) {
                    step = Integer.parseInt(name.group(1));
                    newest = file;
                }
            }
            return newest != null && RecipeJson.read(folder.resolve(RECIPE)) instanceof Compose recipe
                    ? Optional.of(new Left(newest, recipe, step, Files.getLastModifiedTime(newest).toInstant())) : Optional.empty();
        } catch (IOException | BadInput | NumberFormatException damaged) {
            LOG.warn("{} cannot be brought back", folder, damaged);
            return Optional.empty();
        }
    }

    /// It has been brought back, or is not wanted.
    public void forget(Left left) {
        Path folder = left.latents().getParent();
        if (folder != null) {
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException remains) {
            LOG.debug("{} stays", folder, remains);
        }
    }

    /// One take in the making. Closed before it was finished, it leaves its last estimate.
    public final class Watch implements AutoCloseable {
        private final @Nullable Compose recipe;
        private final Path folder;
        private @Nullable Tensor last;
        private int lastStep;
        private int written;
        private long writtenNanos = System.nanoTime();
        private boolean finished;

        private Watch(@Nullable Compose recipe, Path folder) {
            this.recipe = recipe;
            this.folder = folder;
        }

        /// Another step has been done. Written every two seconds, so that a killed program loses no more than that.
        public void at(int step, Tensor x0) {
            last = x0;
            lastStep = step;
            if (recipe != null && System.nanoTime() - writtenNanos > APART_NANOS) {
                write(recipe, x0);
            }
        }

        /// The take is on disk.
        public void finished() {
            finished = true;
        }

        @Override
        public void close() {
            Tensor x0 = last;
            if (recipe == null || x0 == null) {
                return;
            }
            if (!finished) {
                write(recipe, x0);
            } else if (written > 0) {
                remove(folder);
            }
        }

        /// Saving from accidents must not be one: what cannot be written is logged.
        private void write(Compose single, Tensor x0) {
            if (written == lastStep) {
                return;
            }
            try {
                if (written == 0) {
                    left().stream().skip(MOST - 1).forEach(Accidents.this::forget);
                    Files.createDirectories(folder);
                    String json = RecipeWriter.print(new RecipeWriter(UnaryOperator.identity()).write(single));
                    SafeWrite.bytes(folder.resolve(RECIPE), json.getBytes(StandardCharsets.UTF_8));
                }
                SafeWrite.bytes(place(lastStep), Npy.bytes(x0));
                if (written > 0) {
                    Files.deleteIfExists(place(written));
                }
                written = lastStep;
            } catch (IOException | StorageFailed refused) {
                LOG.warn("the estimate after step {} is not kept", lastStep, refused);
            }
            writtenNanos = System.nanoTime();
        }

        private Path place(int step) {
            return folder.resolve("latents-" + step + ".npy");
        }
    }
}
