package chladni.app;

import chladni.app.command.CommandTable;
import chladni.app.command.CommandTable.Face;
import chladni.app.control.Sheet;
import chladni.app.feature.presets.PresetsView;
import chladni.app.feature.presets.PresetsViewModel;
import chladni.app.feature.voices.PanelMemory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Presets of the panel, in a sheet over the window.
final class Presets {
    final PresetsViewModel model;
    private final Wiring wiring;
    private final Sheet sheet;

    Presets(Wiring wiring) {
        this.wiring = wiring;
        model = new PresetsViewModel(wiring.setup.settings().resolveSibling("presets"), new VoicesPanel(wiring.voices.memory()), wiring.document.history());
        sheet = new Sheet("Presets", "presets-sheet", new PresetsView(model, this::close));
    }

    void addTo(CommandTable table) {
        table.add("file.presets", new Face("Presets…", "mdrmz-style", "Shortcut+Shift+P"), () -> {
            model.refresh();
            wiring.sheets.openPresets();
        });
    }

    Sheet sheet() {
        return sheet;
    }

    private void close() {
        sheet.close();
    }

    private record VoicesPanel(PanelMemory memory) implements PresetsViewModel.Panel {
        @Override
        public ObjectNode write() {
            return memory.write();
        }

        @Override
        public void recall(JsonNode panel) {
            memory.recall(panel);
        }
    }
}
