package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The ways to bring a picture and a sound together that Images that Sound compares (table 1), and each alone as the bounds.
public enum StudyMethod {
    JOINT, IMPRINT, DISTIL, PICTURE, SOUND;

    /// As in a table: "joint".
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StudyMethod of(String id) {
        return Arrays.stream(values()).filter(method -> method.id().equals(id)).findFirst().orElseThrow(() -> new BadInput(
                "\"methods\" may hold " + Arrays.stream(values()).map(StudyMethod::id).collect(Collectors.joining(", ")) + ", not \"" + id + "\"."));
    }

    /// Whether the voices' times and balance change anything.
    boolean mixes() {
        return this == JOINT || this == DISTIL;
    }

    /// The recipe of one take.
    ///
    /// @param voices the picture's, then the sound's, with their prompts
    Recipe recipe(StudyTable table, long seed, List<Voice> voices) {
        Compose like = table.recipe();
        Voice picture = voices.getFirst();
        Voice sound = voices.getLast();
        return switch (this) {
            case JOINT -> like.withSeed(seed).withTakes(1).withVoices(voices);
            case PICTURE -> like.withSeed(seed).withTakes(1).withVoices(List.of(alone(picture)));
            case SOUND -> like.withSeed(seed).withTakes(1).withVoices(List.of(alone(sound)));
            case IMPRINT -> new Imprint(seed, 1, new Imprint.Source.Made(alone(picture), like.sampling()),
                    new Imprint.Source.Made(alone(sound), like.sampling()), table.ratio(), like.columns(), Tone.PLAIN);
            case DISTIL -> table.distil().withSeed(seed).withTakes(1).withVoices(voices);
        };
    }

    private static Voice alone(Voice voice) {
        return new Voice(voice.pack(), voice.prompt(), voice.negative(), voice.guidance(), Weight.of(1), 0, 1, voice.clipSkip());
    }
}
