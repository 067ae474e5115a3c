package chladni.app.feature.run;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.document.StepLog;
import chladni.app.document.TakeItem;
import chladni.engine.job.Preview;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepShelfTest {
    private static final int COLUMNS = 64;

    private final StepShelf shelf = new StepShelf();

    @Test
    void theNewestTakesKeepTheirSteps() {
        List<TakeItem> takes = new ArrayList<>();
        for (int k = 0; k < StepShelf.MOST_TAKES + 5; k++) {
            TakeItem item = new TakeItem(k + 1, k, "take");
            shelf.keep(item, log(COLUMNS));
            takes.add(item);
        }
        assertThat(takes.subList(0, 5)).allMatch(item -> item.stepsProperty().get() == null);
        assertThat(takes.subList(5, takes.size())).allMatch(item -> item.stepsProperty().get() != null);
    }

    @Test
    void longTakesForgetTheirsSooner() {
        TakeItem first = new TakeItem(1, 1, "long");
        TakeItem second = new TakeItem(2, 2, "long");
        shelf.keep(first, log(200_000)); // 128 bands for eye and ear: 51 MB
        shelf.keep(second, log(200_000));
        assertThat(first.stepsProperty().get()).isNull();
        assertThat(second.stepsProperty().get()).as("the newest is kept however long it is").isNotNull();
    }

    private static StepLog log(int columns) {
        SpectrogramFormat format = SpectrogramFormat.STARTER;
        Spectrogram estimate = new Spectrogram(format, columns, new float[format.mels() * columns]);
        StepLog log = new StepLog();
        log.add(new Preview(0, 1, estimate.picture(), estimate));
        return log;
    }
}
