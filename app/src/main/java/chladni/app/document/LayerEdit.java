package chladni.app.document;

import chladni.app.mask.Layer;
import chladni.app.mask.Patch;

/// A change of a painted layer, kept as the rectangle that changed.
record LayerEdit(String name, Layer layer, Patch patch, Runnable onChange) implements Edit {
    @Override
    public void redo() {
        patch.redo(layer);
        onChange.run();
    }

    @Override
    public void undo() {
        patch.undo(layer);
        onChange.run();
    }

    @Override
    public long bytes() {
        return patch.bytes();
    }
}
