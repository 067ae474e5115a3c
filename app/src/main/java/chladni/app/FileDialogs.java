package chladni.app;

import chladni.app.feature.export.ExportKind;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
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
    public Optional<Path> where(ExportKind kind, String suggestedName, @Nullable Path folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export: " + kind.label());
        chooser.setInitialFileName(suggestedName);
        if (folder != null && folder.toFile().isDirectory()) {
            chooser.setInitialDirectory(folder.toFile());
        }
        chooser.getExtensionFilters().add(new ExtensionFilter(kind.label(), "*." + kind.extension()));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> project(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the project");
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters().add(new ExtensionFilter("Projects of Chladni", "*.chladni"));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a project, a picture, a sound or a film");
        chooser.getExtensionFilters().addAll(
                new ExtensionFilter("Projects, pictures, sounds and films", "*.chladni", "*.png", "*.jpg", "*.jpeg", "*.webp", "*.bmp", "*.gif", "*.tif",
                        "*.tiff", "*.wav", "*.flac", "*.mp3", "*.ogg", "*.opus", "*.aif", "*.aiff", "*.m4a", "*.aac", "*.wma",
                        "*.mp4", "*.mov", "*.mkv", "*.webm", "*.avi", "*.flv", "*.wmv", "*.mpg", "*.mpeg", "*.3gp"),
                new ExtensionFilter("All files", "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
