package chladni.engine.recipe;

import chladni.engine.Hostile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Recipes are typed by hand, and travel inside pictures.
class RecipeFuzzTest {
    private static final String RECIPE = """
            { "chladni": 1, "kind": "compose", "seed": 2024, "steps": 100, "sampler": "ddim", "columns": 1024, "takes": 1, "noise": "half",
              "voices": [ { "pack": "a", "prompt": "castle", "negative": "", "guidance": 10.0, "weight": { "map": "b.png", "low": 0, "high": 1 },
                "from": 0.1, "to": 1.0 }, { "pack": "b", "prompt": "bell", "guidance": 10.0, "weight": 0.5 } ],
              "canvas": { "from": "start.png", "strength": 0.55, "mask": "mask.png" } }
            """;

    @Property
    void damagedRecipesAreReadOrRefused(@ForAll long seed) {
        String damaged = Hostile.damaged(RECIPE, seed);
        Hostile.survives(damaged.getBytes(StandardCharsets.UTF_8).length, () -> RecipeJson.parse(damaged, Path.of("/recipes")));
    }
}
