package chladni.app.document;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What follows from something that may not be there.
public final class Present {
    private Present() {}

    /// The function's value while there is something, `otherwise` while there is not.
    public static <T, R> ObservableValue<R> map(ObservableValue<@Nullable T> maybe, Function<T, R> function, R otherwise) {
        return maybe.map(value -> value == null ? otherwise : function.apply(value)).orElse(otherwise);
    }
}
