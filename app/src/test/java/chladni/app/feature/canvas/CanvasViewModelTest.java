package chladni.app.feature.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.document.Document;
import org.junit.jupiter.api.Test;

class CanvasViewModelTest {
    @Test
    void floorAndCeilingPushEachOtherAlong() {
        CanvasViewModel canvas = new CanvasViewModel(new Document());
        canvas.ceilingDecibelsProperty().set(-60);
        assertThat(canvas.floorDecibelsProperty().get()).as("out of the way").isEqualTo(-146);
        canvas.floorDecibelsProperty().set(-40);
        assertThat(canvas.ceilingDecibelsProperty().get()).isEqualTo(-30);
        canvas.ceilingDecibelsProperty().set(-100);
        assertThat(canvas.floorDecibelsProperty().get()).isEqualTo(-110);
    }
}
