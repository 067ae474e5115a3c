package chladni.app;

import chladni.app.feature.export.Part;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's own file dialogs; they confirm overwriting themselves.
final class FileDialogs implements Dialogs {
    private final Window owner;

    FileDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> where(Part part, String suggestedName, @Nullable Path folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export " + part.label().toLowerCase(java.util.Locale.ROOT));
        chooser.setInitialFileName(suggestedName);
        if (folder != null && folder.toFile().isDirectory()) {
            chooser.setInitialDirectory(folder.toFile());
        }
        chooser.getExtensionFilters().add(new ExtensionFilter(part.label(), "*." + part.extension()));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a picture or a sound");
        chooser.getExtensionFilters().addAll(
                new ExtensionFilter("Pictures and sounds", "*.png", "*.jpg", "*.jpeg", "*.webp", "*.bmp", "*.gif", "*.tif",
                        "*.tiff", "*.wav", "*.flac", "*.mp3", "*.ogg", "*.aif", "*.aiff", "*.m4a"),
                new ExtensionFilter("All files", "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
