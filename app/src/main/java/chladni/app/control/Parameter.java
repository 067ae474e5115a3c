package chladni.app.control;

/// What a number in a panel is: everything that its row is built from.
///
/// @param id stable name, for the settings file
/// @param name in a word or two
/// @param scale range, step, digits and unit
/// @param standard its value before anyone has changed it
/// @param help one sentence: what it does
public record Parameter(String id, String name, NumberScale scale, double standard, String help) {
    public Parameter {
        if (!(standard >= scale.low() && standard <= scale.high())) {
            throw new IllegalArgumentException(name + " cannot be " + standard);
        }
    }

    /// The same with another value to begin with; out of range, the nearest one.
    public Parameter withStandard(double value) {
        return new Parameter(id, name, scale, scale.fit(value), help);
    }
}
