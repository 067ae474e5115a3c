package chladni.app.feature.canvas;

import chladni.app.document.Painting;
import chladni.app.mask.Capsule;
import chladni.app.mask.Comb;
import chladni.app.mask.Shape;
import chladni.engine.sound.FrequencyAxis;

/// A brush that paints the frequency under the pointer with all its harmonics: f, 2f, 3f …
final class HarmonicTool extends BrushTool {
    private final ToolsViewModel tools;

    HarmonicTool(ToolsViewModel tools, Painting painting) {
        super(tools, painting);
        this.tools = tools;
    }

    @Override
    Shape shape(Capsule part) {
        return Comb.over(part, new FrequencyAxis(tools.format()));
    }
}
