package chladni.engine.compose;

import chladni.engine.job.Monitor;
import java.util.ArrayList;
import java.util.List;

/// Collects what the user should know, once each: told at once and kept with the take.
final class NoteBook {
    private final Monitor monitor;
    private final List<String> notes = new ArrayList<>();

    NoteBook(Monitor monitor) {
        this.monitor = monitor;
    }

    void add(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
            monitor.note(sentence);
        }
    }

    List<String> all() {
        return List.copyOf(notes);
    }
}
