package chladni.app.feature.voices;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the next takes start from.
///
/// @param title for people
/// @param mask white where it is made anew; null: everywhere
public record Start(Path from, String title, @Nullable Path mask) {
    public Start(Path from, String title) {
        this(from, title, null);
    }
}
