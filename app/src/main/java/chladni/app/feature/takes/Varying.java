package chladni.app.feature.takes;

import chladni.app.control.NumberScale;
import chladni.app.control.Parameter;
import chladni.app.control.Setting;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Variation;
import java.util.List;

/// How far variations of a take go, and how many are made at once.
public final class Varying {
    private final Setting strength = new Setting(new Parameter("vary.strength", "Strength", NumberScale.percent(0.01, 1), Variation.DEFAULT_STRENGTH,
            "how far a variation goes from its take: 1 % hardly, 100 % another take altogether."));
    private final Setting count = new Setting(new Parameter("vary.count", "How many", NumberScale.whole(1, 64), 4, "variations that are made at once."));

    public Setting strength() {
        return strength;
    }

    public Setting count() {
        return count;
    }

    public List<Setting> settings() {
        return List.of(strength, count);
    }

    /// The variations of a take.
    ///
    /// @param recipe of the take alone
    /// @param seed that the first one is varied towards
    public Compose of(Compose recipe, long seed) {
        return recipe.withTakes((int) count.get()).varied(new Variation(seed, strength.get()));
    }
}
