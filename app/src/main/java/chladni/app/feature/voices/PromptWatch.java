package chladni.app.feature.voices;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;

/// Asks, when the typing has come to rest, whether the models see all of the prompts.
final class PromptWatch {
    private static final Duration REST = Duration.millis(500);

    private final Ensemble ensemble;
    private final BiFunction<String, String, Optional<String>> cut;
    private final Executor background;
    private final PauseTransition rest = new PauseTransition(REST);
    private final Map<VoiceModel, String> asked = new HashMap<>();
    private boolean ended;

    PromptWatch(Ensemble ensemble, BiFunction<String, String, Optional<String>> cut, Executor background) {
        this.ensemble = ensemble;
        this.cut = cut;
        this.background = background;
        rest.setOnFinished(_ -> ask());
    }

    void begin() {
        ensemble.voices().addListener((ListChangeListener<VoiceModel>) _ -> rest.playFromStart());
        rest.playFromStart();
    }

    /// Asks nothing more: whoever answers is going.
    void end() {
        rest.stop();
        ended = true;
    }

    private void ask() {
        if (ended) {
            return;
        }
        asked.keySet().retainAll(ensemble.voices());
        for (VoiceModel voice : ensemble.voices()) {
            String pack = voice.pack().id();
            String prompt = voice.promptProperty().get();
            String question = pack + "\n" + prompt;
            if (!question.equals(asked.put(voice, question))) {
                background.execute(() -> {
                    String answer = prompt.isBlank() ? "" : cut.apply(pack, prompt).orElse("");
                    Platform.runLater(() -> {
                        if (question.equals(asked.get(voice))) {
                            voice.cutProperty().set(answer);
                        }
                    });
                });
            }
        }
    }
}
