package chladni.app.bench;

import chladni.engine.pack.PackManifest.Defaults;
import java.util.List;

/// What the window shows of a pack.
///
/// @param id as recipes name it
/// @param title for people
/// @param defaults the pack's own settings
/// @param prompts examples that work well with it, possibly none
public record PackCard(String id, String title, Defaults defaults, List<String> prompts) {
    public PackCard {
        prompts = List.copyOf(prompts);
    }
}
