package chladni.app.feature.inspect;

/// One line of the inspector.
///
/// @param copy what a click copies; empty when there is nothing worth copying
/// @param finer whether it is shown only when more is asked for
public record Fact(String name, String value, String copy, boolean finer) {
    static Fact of(String name, String value) {
        return new Fact(name, value, "", false);
    }

    static Fact copied(String name, String value) {
        return new Fact(name, value, value, false);
    }

    static Fact finer(String name, String value) {
        return new Fact(name, value, "", true);
    }
}
