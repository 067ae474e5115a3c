package chladni.app.feature.voices;

import java.nio.file.Path;

/// What the next takes start from.
///
/// @param title for people
public record Start(Path from, String title) {}
