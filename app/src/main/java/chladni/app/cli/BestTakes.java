package chladni.app.cli;

import chladni.engine.failure.StorageFailed;
import chladni.engine.score.JointRank;
import chladni.engine.take.SavedTake;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Of many takes the best stay where they are; the others are put aside, not thrown away.
record BestTakes(Path out, int keep) {
    private static final String ASIDE = "rest";

    /// Best first.
    List<SavedTake> of(List<SavedTake> takes, PrintStream messages) {
        if (takes.stream().allMatch(take -> take.take().made().scores().isEmpty())) {
            messages.println("Note: no take was scored, for want of a judge or of words, so all of them stay.");
            return takes;
        }
        List<Integer> order = JointRank.PAPER.order(takes.stream().map(take -> take.take().made()).toList());
        List<SavedTake> kept = order.stream().limit(keep).map(takes::get).toList();
        List<SavedTake> rest = order.stream().skip(keep).map(takes::get).toList();
        Path aside = out.resolve(ASIDE);
        try {
            if (!rest.isEmpty()) {
                Files.createDirectories(aside);
            }
            for (SavedTake take : rest) {
                Files.move(take.folder(), free(aside, take.folder().getFileName().toString()));
            }
        } catch (IOException failed) {
            throw new StorageFailed("The other takes cannot be moved to " + aside + ": " + failed.getMessage() + ".", failed);
        }
        if (!rest.isEmpty()) {
            messages.printf("Kept the best %d of %d; the others are in %s.%n", kept.size(), takes.size(), aside);
        }
        return new ArrayList<>(kept);
    }

    /// What an earlier run put aside is not overwritten.
    private static Path free(Path folder, String name) {
        Path path = folder.resolve(name);
        for (int i = 2; Files.exists(path); i++) {
            path = folder.resolve(name + "-" + i);
        }
        return path;
    }
}
