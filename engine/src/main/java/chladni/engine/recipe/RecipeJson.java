package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Reads recipes from JSON, version 1 (DESIGN section 5). Unknown fields are refused by name, numbers outside their range with the
/// range. Files are looked for relative to the recipe's own folder. A missing seed is drawn afresh.
public final class RecipeJson {
    /// A recipe is a page of text; anything larger is another kind of file.
    private static final long MAX_BYTES = 4 << 20;
    private static final int MAX_SEED = 1 << 30;

    static final ObjectMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private RecipeJson() {}

    /// @throws BadInput when the file cannot be read or is not a recipe
    public static Recipe read(Path file) {
        return reading(file, RecipeJson::recipe);
    }

    /// Whatever a file of JSON says.
    static <T> T reading(Path file, BiFunction<Fields, Path, T> meaning) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new BadInput(file + " is too large to be a recipe.");
            }
            Path folder = file.toAbsolutePath().getParent();
            Path base = folder == null ? Path.of("") : folder;
            return parsing(Files.readString(file, StandardCharsets.UTF_8), fields -> meaning.apply(fields, base));
        } catch (IOException unreadable) {
            throw new BadInput("The recipe " + file + " cannot be read: " + reason(unreadable) + ".", unreadable);
        } catch (BadInput wrong) {
            throw new BadInput(file + ": " + wrong.getMessage(), wrong);
        }
    }

    /// @param base folder that relative file names start from
    public static Recipe parse(String json, Path base) {
        return parsing(json, fields -> recipe(fields, base));
    }

    static <T> T parsing(String json, Function<Fields, T> meaning) {
        try {
            return meaning.apply(new Fields(MAPPER.readTree(json), ""));
        } catch (JacksonException malformed) {
            throw new BadInput("This is not JSON: " + words(malformed) + ".", malformed);
        }
    }

    /// What is wrong and where, without the advice that the parser has for programmers.
    private static String words(JacksonException malformed) {
        String what = malformed.getOriginalMessage().replaceFirst(" \\(start marker .*", "").replaceFirst(": enable `.*", "")
                .replaceFirst(", from `[^`]*`", "");
        TokenStreamLocation place = malformed.getLocation();
        return place == null ? what : what + " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }

    static Recipe recipe(Fields fields, Path base) {
        long version = fields.integer("chladni", 1L);
        if (version != 1) {
            throw new BadInput("This recipe is of version " + version + "; this program reads version 1.");
        }
        String kind = fields.text("kind", "compose");
        fields.optional("made"); // facts about a finished take, not wishes
        Recipe recipe = switch (kind) {
            case "compose" -> compose(fields, base);
            case "colourise" -> colourise(fields, base);
            case "imprint" -> imprint(fields, base);
            case "repair" -> repair(fields, base);
            case "distil" -> distil(fields, base);
            default -> throw new BadInput("\"kind\" must be one of compose, colourise, imprint, distil, repair, not \"" + kind + "\".");
        };
        fields.refuseUnknown();
        return recipe;
    }

    private static Compose compose(Fields fields, Path base) {
        return new Compose(
                seed(fields),
                fields.integer("takes", 1, 1, 1000),
                sampling(fields),
                fields.integer("columns", 0, 0, Compose.MAX_COLUMNS),
                fields.integer("crop", 0, 0, Compose.MAX_COLUMNS),
                voices(fields, base),
                canvas(fields.optional("canvas"), base),
                variations(fields.optional("variations")));
    }

    private static List<Variation> variations(@Nullable JsonNode value) {
        if (value != null && !value.isArray()) {
            throw new BadInput("\"variations\" must be a list, such as [{\"seed\": 7, \"strength\": 0.25}].");
        }
        List<Variation> read = new ArrayList<>();
        for (int i = 0; value != null && i < value.size(); i++) {
            Fields fields = new Fields(value.get(i), "variations[" + i + "]");
            read.add(new Variation(seed(fields), fields.number("strength", Variation.DEFAULT_STRENGTH)));
            fields.refuseUnknown();
        }
        return read;
    }

    private static Colourise colourise(Fields fields, Path base) {
        int steps = fields.integer("steps", Colourise.DEFAULT_STEPS, 1, 1000);
        return new Colourise(
                seed(fields),
                fields.integer("takes", Colourise.DEFAULT_TRIES, 1, 1000),
                fields.path("take", base),
                fields.text("pack", Colourise.DEFAULT_PACK),
                fields.text("prompt", ""),
                fields.text("negative", ""),
                steps,
                fields.integer("start", Colourise.startOf(steps), 0, 999),
                fields.number("guidance"),
                fields.text("enlarger", ""));
    }

    private static List<Voice> voices(Fields fields, Path base) {
        JsonNode voices = fields.required("voices");
        if (!voices.isArray() || voices.isEmpty()) {
            throw new BadInput("\"voices\" must be a list of at least one voice.");
        }
        List<Voice> read = new ArrayList<>();
        for (int i = 0; i < voices.size(); i++) {
            read.add(voice(new Fields(voices.get(i), "voices[" + i + "]"), base));
        }
        return read;
    }

    private static Distil distil(Fields fields, Path base) {
        Distil distil = Distil.of(seed(fields), voices(fields, base)).withTakes(fields.integer("takes", 1, 1, 1000));
        return optimised(distil.withColumns(fields.integer("columns", 0, 0, Compose.MAX_COLUMNS)), fields);
    }

    static Distil optimised(Distil like, Fields fields) {
        return new Distil(
                like.seed(),
                like.takes(),
                like.columns(),
                like.voices(),
                fields.integer("iterations", Distil.DEFAULT_ITERATIONS, 1, Distil.MAX_ITERATIONS),
                fields.number("rate", Distil.DEFAULT_RATE),
                fields.number("decay", Distil.DEFAULT_DECAY),
                Distil.Times.of(fields.text("times", Distil.Times.FALLING.id())));
    }

    private static Imprint imprint(Fields fields, Path base) {
        return new Imprint(
                seed(fields),
                fields.integer("takes", 1, 1, 1000),
                source(fields, "picture", base),
                source(fields, "sound", base),
                fields.number("ratio", Imprint.DEFAULT_RATIO),
                fields.integer("columns", 0, 0, Compose.MAX_COLUMNS),
                tone(fields));
    }

    private static Tone tone(Fields fields) {
        Double black = fields.number("black");
        Double white = fields.number("white");
        boolean byLevels = black != null || white != null;
        if (byLevels && fields.optional("ratio") != null) {
            throw new BadInput("\"ratio\" and \"black\"/\"white\" are two ways to say how deep the picture is pressed: leave one out.");
        }
        Tone.Levels levels = byLevels
                ? new Tone.Levels(black == null ? Tone.Levels.DEFAULT_BLACK : black, white == null ? 0 : white) : null;
        return new Tone(fields.flag("invert"), fields.number("gamma", 1), levels, fields.number("low", 0), fields.number("high", 0));
    }

    private static Repair repair(Fields fields, Path base) {
        String act = fields.text("act");
        return new Repair(seed(fields), fields.path("from", base), fields.path("mask", base), switch (act) {
            case "gain" -> new Repair.Act.Gain(fields.number("decibels", 0));
            case "silence" -> new Repair.Act.Silence();
            case "blur" -> new Repair.Act.Blur(fields.integer("radius", Repair.Act.Blur.RADIUS, 1, 64));
            default -> throw new BadInput("\"act\" must be one of gain, silence, blur, not \"" + act + "\".");
        });
    }

    private static long seed(Fields fields) {
        return fields.optional("seed") == null ? freshSeed() : fields.integer("seed", 0L);
    }

    /// Short enough to be read aloud, and well inside the 32 bits that count.
    public static long freshSeed() {
        return ThreadLocalRandom.current().nextLong(1, MAX_SEED);
    }

    private static Sampling sampling(Fields fields) {
        return new Sampling(
                fields.text("sampler", Sampling.DEFAULT.sampler()),
                fields.integer("steps", Sampling.DEFAULT.steps(), 1, 1000),
                fields.number("temperature", 0),
                NoiseKind.of(fields.text("noise", NoiseKind.FLOAT.id())));
    }

    private static Voice voice(Fields fields, Path base) {
        Voice voice = new Voice(
                pack(fields, base),
                fields.text("prompt", ""),
                fields.text("negative", ""),
                fields.number("guidance"),
                weight(fields, base),
                fields.number("from", 0),
                fields.number("to", 1),
                fields.integer("clip_skip", 0, 0, Voice.MOST_SKIPPED));
        fields.refuseUnknown();
        return voice;
    }

    /// An id, or where a pack lies, relative to the recipe like every file.
    private static String pack(Fields fields, Path base) {
        String named = fields.text("pack");
        if (!named.contains("/") && !named.contains("\\") && !named.endsWith(".safetensors") && !named.endsWith(".ckpt")) {
            return named;
        }
        Path path = fields.path("pack", base);
        return Files.exists(path) ? path.toAbsolutePath().normalize().toString() : named;
    }

    private static Weight weight(Fields fields, Path base) {
        JsonNode value = fields.optional("weight");
        if (value == null || !value.isObject()) {
            return Weight.of(fields.number("weight", 0.5));
        }
        Fields painted = new Fields(value, fields.name("weight"));
        Weight weight = new Weight.Painted(painted.path("map", base), painted.number("low", 0), painted.number("high", 1));
        painted.refuseUnknown();
        return weight;
    }

    private static @Nullable Canvas canvas(@Nullable JsonNode value, Path base) {
        if (value == null) {
            return null;
        }
        Fields fields = new Fields(value, "canvas");
        String mask = fields.text("mask", "");
        Canvas canvas = new Canvas(
                fields.path("from", base),
                fields.number("strength", mask.isEmpty() ? Canvas.DEFAULT_STRENGTH : 1),
                mask.isEmpty() ? null : fields.path("mask", base),
                fields.integer("turn", 0, 0, Compose.MAX_COLUMNS));
        fields.refuseUnknown();
        return canvas;
    }

    private static Imprint.Source source(Fields fields, String field, Path base) {
        JsonNode value = fields.required(field);
        if (!value.isObject()) {
            return new Imprint.Source.File(fields.path(field, base));
        }
        Fields made = new Fields(value, field);
        Sampling sampling = sampling(made);
        return new Imprint.Source.Made(voice(made, base), sampling);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file";
            case CharacterCodingException binary -> "it is not text in UTF-8";
            default -> String.valueOf(e.getMessage());
        };
    }
}
