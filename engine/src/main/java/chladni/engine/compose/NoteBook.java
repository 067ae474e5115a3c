package chladni.engine.compose;

import chladni.engine.job.Monitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects what the user should know, once each: told at once and kept with the take. Facts are kept with it and told to nobody.
final class NoteBook {
    private final Monitor monitor;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    NoteBook(Monitor monitor) {
        this.monitor = monitor;
    }

    void add(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
            monitor.note(sentence);
        }
    }

    void fact(String name, String value) {
        facts.put(name, value);
    }

    Map<String, String> facts() {
        return Map.copyOf(facts);
    }

    List<String> all() {
        return List.copyOf(notes);
    }
}
