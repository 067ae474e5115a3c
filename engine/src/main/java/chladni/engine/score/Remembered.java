package chladni.engine.score;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// What the last few texts came to, so that a hundred takes of one prompt cost one reading.
final class Remembered<V> {
    private static final int KEPT = 64;

    private final Map<String, V> known = new LinkedHashMap<>(16, 0.75f, true);

    synchronized V of(String text, Function<String, V> reading) {
        V value = known.get(text);
        if (value == null) {
            value = reading.apply(text);
            known.put(text, value);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return value;
    }
}
