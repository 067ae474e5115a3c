package chladni.app.feature.inspect;

/// One line of the inspector.
///
/// @param copy what a click copies; empty when there is nothing worth copying
public record Fact(String name, String value, String copy) {
    static Fact of(String name, String value) {
        return new Fact(name, value, "");
    }
}
