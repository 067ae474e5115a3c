package chladni.app.cli;

import chladni.engine.codec.ContactSheet;
import chladni.engine.media.Picture;
import chladni.engine.recipe.Colourise;
import chladni.engine.take.SavedTake;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The tries of a colouring side by side in one picture, to choose from.
record TryGrid(Path out) {
    private static final int ACROSS = 4;
    private static final int MOST_WIDTH = 512;

    /// @return where it lies; nothing for fewer than two tries
    Optional<Path> of(List<SavedTake> takes) {
        List<SavedTake> tries = takes.stream().filter(take -> take.take().recipe() instanceof Colourise).toList();
        if (tries.size() < 2) {
            return Optional.empty();
        }
        Picture first = tries.getFirst().take().picture();
        int width = Math.min(MOST_WIDTH, first.width());
        ContactSheet.Thumb thumb = new ContactSheet.Thumb(width, Math.max(1, Math.round((float) first.height() * width / first.width())));
        Path file = out.resolve("grid.png");
        ContactSheet.write(file, ContactSheet.grid(((Colourise) tries.getFirst().take().recipe()).prompt(), ACROSS, thumb,
                tries.stream().map(TryGrid::cell).toList()));
        return Optional.of(file);
    }

    private static ContactSheet.Cell cell(SavedTake take) {
        return new ContactSheet.Cell(take.take().picture(), take.folder().getFileName() + "   seed " + take.take().recipe().seed());
    }
}
