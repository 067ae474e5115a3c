package chladni.engine.take;

import java.nio.file.Path;

/// A take that lies on disk.
public record SavedTake(Path folder, Take take) {
    public Path picture() {
        return folder.resolve("picture.png");
    }

    public Path spectrogram() {
        return folder.resolve("spectrogram.png");
    }

    public Path sound() {
        return folder.resolve("sound.wav");
    }

    public Path recipe() {
        return folder.resolve("recipe.json");
    }
}
