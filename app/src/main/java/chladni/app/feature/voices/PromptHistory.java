package chladni.app.feature.voices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The prompts that were used before, newest first. Going back and forth in it keeps what was being written.
public final class PromptHistory {
    private static final int KEPT = 40;

    private final List<String> prompts = new ArrayList<>();
    private String draft = "";
    private int at = -1;

    public List<String> prompts() {
        return List.copyOf(prompts);
    }

    void fill(List<String> newestFirst) {
        prompts.clear();
        newestFirst.stream().filter(prompt -> !prompt.isBlank()).distinct().limit(KEPT).forEach(prompts::add);
    }

    /// A prompt was used.
    void remember(String prompt) {
        if (!prompt.isBlank()) {
            prompts.remove(prompt);
            prompts.addFirst(prompt);
            if (prompts.size() > KEPT) {
                prompts.removeLast();
            }
        }
        at = -1;
    }

    /// The prompt before the one that is shown; empty when there is none.
    Optional<String> older(String shown) {
        if (at < 0) {
            draft = shown;
        }
        int next = at + 1;
        while (next < prompts.size() && prompts.get(next).equals(shown)) {
            next++;
        }
        if (next >= prompts.size()) {
            return Optional.empty();
        }
        at = next;
        return Optional.of(prompts.get(at));
    }

    /// The way back, ending at what was being written.
    Optional<String> newer() {
        if (at < 0) {
            return Optional.empty();
        }
        at--;
        return Optional.of(at < 0 ? draft : prompts.get(at));
    }
}
