package chladni.engine.compose;

/// The program's version, kept with every take.
public final class Version {
    public static final String PROGRAM = "0.1.0";

    private Version() {}
}
