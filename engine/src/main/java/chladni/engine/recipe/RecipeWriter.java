package chladni.engine.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes recipes as the JSON that `RecipeJson` reads, with every field present.
public final class RecipeWriter {
    private final UnaryOperator<Path> naming;

    /// @param naming how a file that the recipe refers to is named in the JSON, such as relative to the take's folder
    public RecipeWriter(UnaryOperator<Path> naming) {
        this.naming = naming;
    }

    /// Pretty-printed JSON.
    public static String print(ObjectNode node) {
        return RecipeJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    public ObjectNode write(Recipe recipe) {
        ObjectNode node = RecipeJson.MAPPER.createObjectNode();
        node.put("chladni", 1);
        switch (recipe) {
            case Compose compose -> compose(node, compose);
            case Colourise colourise -> colourise(node, colourise);
            case Imprint imprint -> imprint(node, imprint);
            case Repair repair -> repair(node, repair);
            case Distil distil -> distil(node, distil);
        }
        return node;
    }

    private void compose(ObjectNode node, Compose compose) {
        node.put("kind", "compose").put("seed", compose.seed());
        sampling(node, compose.sampling());
        node.put("columns", compose.columns()).put("crop", compose.crop()).put("takes", compose.takes());
        voices(node, compose.voices());
        Canvas canvas = compose.canvas();
        if (canvas != null) {
            ObjectNode on = node.putObject("canvas");
            on.put("from", name(canvas.from())).put("strength", canvas.strength());
            if (canvas.mask() != null) {
                on.put("mask", name(canvas.mask()));
            }
            if (canvas.turn() != 0) {
                on.put("turn", canvas.turn());
            }
        }
        if (!compose.variations().isEmpty()) {
            ArrayNode variations = node.putArray("variations");
            compose.variations().forEach(one -> variations.addObject().put("seed", one.seed()).put("strength", one.strength()));
        }
    }

    private void colourise(ObjectNode node, Colourise colourise) {
        node.put("kind", "colourise").put("seed", colourise.seed()).put("takes", colourise.takes());
        node.put("take", name(colourise.take())).put("pack", colourise.pack());
        node.put("prompt", colourise.prompt()).put("negative", colourise.negative());
        node.put("steps", colourise.steps()).put("start", colourise.start());
        if (colourise.guidance() != null) {
            node.put("guidance", colourise.guidance());
        }
        if (!colourise.enlarger().isEmpty()) {
            node.put("enlarger", colourise.enlarger());
        }
    }

    private void voices(ObjectNode node, List<Voice> voices) {
        ArrayNode array = node.putArray("voices");
        voices.forEach(voice -> voice(array.addObject(), voice));
    }

    private void distil(ObjectNode node, Distil distil) {
        node.put("kind", "distil").put("seed", distil.seed()).put("columns", distil.columns()).put("takes", distil.takes());
        node.put("iterations", distil.iterations()).put("rate", distil.rate()).put("decay", distil.decay()).put("times", distil.times().id());
        voices(node, distil.voices());
    }

    private void imprint(ObjectNode node, Imprint imprint) {
        node.put("kind", "imprint").put("seed", imprint.seed()).put("takes", imprint.takes());
        source(node, "picture", imprint.picture());
        source(node, "sound", imprint.sound());
        Tone tone = imprint.tone();
        if (tone.levels() == null) {
            node.put("ratio", imprint.ratio());
        } else {
            node.put("black", tone.levels().black()).put("white", tone.levels().white());
        }
        node.put("columns", imprint.columns()).put("invert", tone.invert()).put("gamma", tone.gamma()).put("low", tone.low()).put("high", tone.high());
    }

    private void repair(ObjectNode node, Repair repair) {
        node.put("kind", "repair").put("seed", repair.seed()).put("from", name(repair.from())).put("mask", name(repair.mask()));
        switch (repair.act()) {
            case Repair.Act.Gain gain -> node.put("act", "gain").put("decibels", gain.decibels());
            case Repair.Act.Silence _ -> node.put("act", "silence");
            case Repair.Act.Blur blur -> node.put("act", "blur").put("radius", blur.radius());
        }
    }

    private void source(ObjectNode node, String field, Imprint.Source source) {
        switch (source) {
            case Imprint.Source.File file -> node.put(field, name(file.path()));
            case Imprint.Source.Made made -> {
                ObjectNode object = node.putObject(field);
                voice(object, made.voice());
                sampling(object, made.sampling());
            }
        }
    }

    private static void sampling(ObjectNode node, Sampling sampling) {
        node.put("steps", sampling.steps()).put("sampler", sampling.sampler()).put("temperature", sampling.temperature())
                .put("noise", sampling.noise().id());
    }

    private void voice(ObjectNode node, Voice voice) {
        node.put("pack", voice.pack()).put("prompt", voice.prompt()).put("negative", voice.negative());
        if (voice.guidance() != null) {
            node.put("guidance", voice.guidance());
        }
        switch (voice.weight()) {
            case Weight.Even even -> node.put("weight", even.share());
            case Weight.Painted painted -> node.putObject("weight").put("map", name(painted.map())).put("low", painted.low())
                    .put("high", painted.high());
        }
        node.put("from", voice.from()).put("to", voice.to()).put("clip_skip", voice.clipSkip());
    }

    private String name(Path path) {
        return naming.apply(path).toString().replace('\\', '/');
    }
}
