package chladni.app.feature.gallery;

import chladni.engine.take.TakeQuery;
import java.time.LocalDate;

/// How far back the gallery goes.
public enum Days {
    ANY("Any day", -1),
    TODAY("Today", 0),
    WEEK("Last 7 days", 6),
    MONTH("Last 30 days", 29);

    private final String words;
    private final int back;

    Days(String words, int back) {
        this.words = words;
        this.back = back;
    }

    TakeQuery in(TakeQuery query, LocalDate today) {
        return back < 0 ? query.between(null, null) : query.between(today.minusDays(back), null);
    }

    @Override
    public String toString() {
        return words;
    }
}
