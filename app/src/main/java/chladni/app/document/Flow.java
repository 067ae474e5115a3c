package chladni.app.document;

import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a picture and a sound come together: the method of Images that Sound, and the two that it compares with.
public enum Flow {
    JOINT("Together", "Both models share every step: one picture that is also a sound."),
    IMPRINT("Imprint", "Picture and sound are made apart, then the picture is pressed into the sound."),
    DISTIL("Distil", "One picture is improved, again and again, until both models find it likely. Takes long.");

    private final String label;
    private final String about;

    Flow(String label, String about) {
        this.label = label;
        this.about = about;
    }

    /// In a word.
    public String label() {
        return label;
    }

    /// In a sentence.
    public String about() {
        return about;
    }

    /// For settings and commands: "joint".
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The way that a recipe goes; none for what is made of one take, such as colours.
    public static Optional<Flow> of(Recipe recipe) {
        return switch (recipe) {
            case Compose _ -> Optional.of(JOINT);
            case Distil _ -> Optional.of(DISTIL);
            case Imprint imprint when imprint.picture() instanceof Imprint.Source.Made && imprint.sound() instanceof Imprint.Source.Made ->
                    Optional.of(IMPRINT);
            default -> Optional.empty();
        };
    }

    /// The voices, seed and size of a recipe as a composition, whichever way it goes; none where there are no voices.
    public static Optional<Compose> composition(Recipe recipe) {
        return switch (recipe) {
            case Compose compose -> Optional.of(compose);
            case Distil distil -> Optional.of(Compose.of(distil.seed(), distil.voices()).withTakes(distil.takes()).withColumns(distil.columns()));
            case Imprint imprint -> imprint.picture() instanceof Imprint.Source.Made picture && imprint.sound() instanceof Imprint.Source.Made sound
                    ? Optional.of(Compose.of(imprint.seed(), List.of(picture.voice(), sound.voice())).withTakes(imprint.takes())
                            .withSampling(sound.sampling()).withColumns(imprint.columns()))
                    : Optional.empty();
            default -> Optional.empty();
        };
    }
}
