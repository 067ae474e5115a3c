package chladni.engine.sound;

/// How loud a sound is taken to be before it becomes a picture.
public enum InputLevel {
    /// Scaled to a peak of 0.95, as the published sound models were trained; silence stays silence.
    NORMALISED,
    /// As it is, so that a picture, its sound and the picture of that sound have the same levels.
    AS_IS
}
