package chladni.app;

import chladni.app.feature.export.ExportViewModel;
import java.nio.file.Path;
import java.util.Optional;

/// The questions that only the system can put to the user.
interface Dialogs extends ExportViewModel.Ask {
    /// Asks for a file to open; empty when the user changed their mind.
    Optional<Path> open();

    /// Asks for a folder; empty when the user changed their mind.
    Optional<Path> folder(String title);

    /// Asks where to save a project; empty when the user changed their mind.
    Optional<Path> project(String suggestedName);
}
