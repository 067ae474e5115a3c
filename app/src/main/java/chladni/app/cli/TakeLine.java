package chladni.app.cli;

import chladni.engine.take.SavedTake;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A take as one JSON line for scripts.
final class TakeLine {
    private TakeLine() {}

    static String json(SavedTake saved) {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("take", saved.folder().toString()).put("seed", saved.take().recipe().seed());
        line.put("picture", saved.picture().toString()).put("spectrogram", saved.spectrogram().toString());
        line.put("sound", saved.sound().toString()).put("recipe", saved.recipe().toString());
        if (!saved.take().made().scores().isEmpty()) {
            ObjectNode scores = line.putObject("scores");
            saved.take().made().scores().forEach(scores::put);
        }
        ObjectNode seconds = line.putObject("seconds");
        saved.take().made().seconds().forEach(seconds::put);
        saved.take().made().notes().forEach(line.putArray("notes")::add);
        return line.toString();
    }
}
