package chladni.engine.take;

import chladni.engine.codec.CalibrationJson;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.RecipeWriter;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/// The `recipe.json` of a take: the whole recipe, which renders the same take again, and under "made" how it came about.
final class TakeJson {
    private TakeJson() {}

    /// @param format of its spectrogram
    /// @param naming how files that the recipe refers to are named
    static String print(Recipe recipe, Made made, SpectrogramFormat format, UnaryOperator<Path> naming) {
        ObjectNode node = new RecipeWriter(naming).write(recipe);
        ObjectNode facts = node.putObject("made");
        facts.put("version", made.version()).put("steps", made.steps());
        ObjectNode packs = facts.putObject("packs");
        made.packs().forEach(packs::put);
        ObjectNode seconds = facts.putObject("seconds");
        made.seconds().forEach(seconds::put);
        made.notes().forEach(facts.putArray("notes")::add);
        if (!made.scores().isEmpty()) {
            ObjectNode scores = facts.putObject("scores");
            made.scores().forEach(scores::put);
        }
        if (!made.facts().isEmpty()) {
            ObjectNode known = facts.putObject("facts");
            made.facts().forEach(known::put);
        }
        facts.set("calibration", CalibrationJson.node(format));
        return RecipeWriter.print(node);
    }
}
