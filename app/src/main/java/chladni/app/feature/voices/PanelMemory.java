package chladni.app.feature.voices;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The panel as JSON, for presets and projects. What is not written there stays as it is when it is read.
public final class PanelMemory {
    private static final String VOICES = "voices";
    private static final String BALANCE = "balance";
    private static final String SAMPLER = "sampler";
    private static final String COLUMNS = "columns";
    private static final String SEED = "seed";
    private static final String LOCKED = "seed.locked";

    private final VoicesViewModel model;

    PanelMemory(VoicesViewModel model) {
        this.model = model;
    }

    public ObjectNode write() {
        ObjectNode panel = JsonNodeFactory.instance.objectNode();
        JsonNode voices = new VoicesMemory(model.ensemble()).write();
        voices.forEach(voice -> ((ObjectNode) voice).remove("history"));
        panel.set(VOICES, voices);
        panel.put(BALANCE, model.balanceProperty().get());
        model.run().all().forEach(setting -> panel.put(setting.about().id(), setting.get()));
        model.flow().write(panel);
        panel.put(SAMPLER, model.samplerProperty().get()).put(COLUMNS, model.columnsProperty().get());
        panel.put(SEED, model.seedProperty().get()).put(LOCKED, model.seedLockedProperty().get());
        return panel;
    }

    /// Everything but the seed.
    public void recall(JsonNode panel) {
        if (panel.path(VOICES).isArray()) {
            model.ensemble().empty();
            new VoicesMemory(model.ensemble()).read(panel.path(VOICES));
        }
        model.balanceProperty().set(Math.clamp(panel.path(BALANCE).asDouble(model.balanceProperty().get()), 0, 1));
        model.run().all().forEach(setting -> setting.set(panel.path(setting.about().id()).asDouble(setting.get())));
        model.flow().recall(panel);
        model.samplerProperty().set(panel.path(SAMPLER).asString(model.samplerProperty().get()));
        model.columnsProperty().set(Math.max(0, panel.path(COLUMNS).asInt(model.columnsProperty().get())));
    }

    public void recallSeed(JsonNode panel) {
        model.seedProperty().set(panel.path(SEED).asString(model.seedProperty().get()));
        model.seedLockedProperty().set(panel.path(LOCKED).asBoolean(model.seedLockedProperty().get()));
    }
}
